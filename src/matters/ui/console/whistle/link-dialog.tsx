/** Making an answer link for a party, and showing it once: the link to send, and the six digits to tell apart. */
import { useState } from 'react'
import { Button, Dialog, moment, useNow, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { QrCode } from '../../../../ui-kit/parts/qr.tsx'
import type { MatterDetail } from '../../staff-api.ts'
import { useMakeLink, type MadeLink, type WaitedFor } from '../../whistle-api.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { courseWords } from './course-words.ts'

export function MakeLink({ matter, party, onClose,
  onMade }: { matter: MatterDetail; party: WaitedFor; onClose: () => void; onMade: (made: MadeLink) => void }) {
  const w = useWords(courseWords)
  const make = useMakeLink(matter.id, onMade)
  return <MoveDialog title={w.linkFor(party.name)} onClose={onClose} tells={w.linkOnly} label={w.makeLink} busy={make.isPending} error={make.error}
    onSend={() => make.mutate({ version: matter.version, org: party.org })}><p>{w.linkSay}</p></MoveDialog>
}

/** The address of a link: what opens it stands behind '#', which no browser sends and no scanner's request carries. */
export const answerAddress = (token: string): string => `${location.origin}/answer#${token}`

export function LinkDialog({ made, name, onClose, onPrint }: { made: MadeLink; name: string; onClose: () => void; onPrint: () => void }) {
  const w = useWords(courseWords)
  const now = useNow()
  const { lang } = useSettings()
  const [copied, say] = useState(false)
  const address = answerAddress(made.token)
  const copy = () => { void navigator.clipboard?.writeText(address).then(() => say(true), () => say(false)) }
  return <Dialog title={w.linkTitle(name)} onClose={onClose} foot={<><p className="cs-foot-line">{w.linkOnly}</p><Button icon="print"
    onClick={onPrint}>{w.printSlip}</Button>
    <Button look="primary" onClick={onClose}>{w.close}</Button></>}>
    <p>{w.linkSay}</p>
    <div className="cs-link"><QrCode className="cs-link__qr" text={address} label={w.qr} />
      <div className="cs-link__words"><p className="cs-link__address">{address}</p>
        <p><Button size="small" onClick={copy}>{copied
          ? w.copied : w.copy}</Button> <span className="cs-small">{w.until(moment(Date.parse(made.until), now, lang))}</span></p>
        <p className="cs-small">{w.sixDigits}</p><p className="cs-link__code">{made.code.slice(0, 3)} {made.code.slice(3)}</p></div></div>
  </Dialog>
}
