/** A captain's card and the slip with its digits, to be cut apart: each opens nothing without the other. */
import { QrCode } from '../../../ui-kit/parts/qr.tsx'
import { useWords } from '../../../ui-kit/index.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'
import { cardWords } from './card-words.ts'

export type IssuedCard = { readonly token: string; readonly pin: string }

/** The token stands behind the # of the address, so that no server on the way writes it down. */
export function CardPrint({ card, name, title }: { card: IssuedCard; name: string; title: string }) {
  const w = useWords(cardWords)
  const org = usePost()?.orgName ?? ''
  return <div className="oc-print">
    <section className="oc-card" aria-label={w.front}>
      <div>
        <p className="oc-card__org">{org}</p><p className="oc-card__name">{name}</p><p>{title}</p>
        <p className="oc-card__how">{w.frontHow}</p><p className="oc-card__how">{w.frontLost(org)}</p>
      </div>
      <QrCode text={`${location.origin}/sign-in#card=${card.token}`} label={w.qr} />
    </section>
    <p className="oc-cut"><span>{w.cut}</span></p>
    <section className="oc-pin"
      aria-label={w.pin}><div><p className="oc-card__org">{name} {w.pin}</p><p className="oc-card__how">{w.pinApart}</p></div>
      <p className="oc-pin__digits">{card.pin.slice(0, 3)} {card.pin.slice(3)}</p></section>
  </div>
}
