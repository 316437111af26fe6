/** Why the clocks of one stage are due when they are, in a window: the matter's own first, then each party's. */
import { Button, Dialog, ErrorNote, Skeleton, useSay, useWords, WhyPanel, comma } from '../../../ui-kit/index.ts'
import { STAGE_WORDS, type DueKind } from '../../rules/index.ts'
import { movedOn } from '../parts/moved-on.ts'
import { ClockWhy } from '../parts/clock-why.tsx'
import { useClocks, type ClockExplained, type MatterDetail } from '../staff-api.ts'
import { matterWords } from './matter-words.ts'

/** `org` null asks for all clocks of the stage, an organisation for its own. */
export type WhyAsked = { readonly stage: DueKind; readonly org: string | null }

export function WhyDialog({ matter, asked, onClose }: { matter: MatterDetail; asked: WhyAsked; onClose: () => void }) {
  const w = useWords(matterWords)
  const say = useSay()
  const query = useClocks(matter.id, true)
  const clocks = (query.data ?? []).filter(({ stage, org }) => stage === asked.stage && (asked.org === null || org === asked.org))
  const [name] = asked.org === null ? [] : clocks.map((clock) => clock.name)
  return <Dialog wide title={name ? `${name}${comma()}${say(STAGE_WORDS[asked.stage])}` : say(STAGE_WORDS[asked.stage])} onClose={onClose}
    foot={<Button onClick={onClose}>{w.close}</Button>}>
    {query.isPending && <Skeleton lines={[40, 100, 100, 80]} />}
    {query.error && <ErrorNote title={w.failed} error={query.error}><Button look="primary" onClick={() => void query.refetch()}>{w.again}</Button></ErrorNote>}
    {running(clocks).map((clock) => <div key={clock.org} className="cs-clock">
      {clock.name && asked.org === null && <p className="lk-caption">{clock.name}</p>}<ClockWhy clock={clock} /></div>)}
    {asked.org === null && !movedOn(matter.story) && <WhyPanel look="plain" title={w.duty} source={matter.duty.source}>{say(matter.duty.why)}</WhyPanel>}
  </Dialog>
}

/** What runs, without the clocks that another one took the place of; those that ended where nothing runs any more. */
function running(clocks: readonly ClockExplained[]): readonly ClockExplained[] {
  const open = clocks.filter(({ state }) => state !== 'ended')
  return open.length > 0 ? open : clocks
}
