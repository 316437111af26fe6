/** The poster of one door on A4. All sizes are in --u, a millimetre on paper and less on the screen. */
import { QrCode } from '../../../ui-kit/parts/qr.tsx'
import { now, wall } from '../../../ui-kit/index.ts'
import type { Poster } from '../parts/offices.ts'
import { POSTER, posterFoot } from './poster-words.ts'

type Column = { readonly word: string; readonly lines: readonly (readonly [name: string, phone: string | null])[] }

const zone = (title: string): string => /楼(低区|高区|.{1,3}区)楼栋长$/.exec(title)?.[1] ?? ''
const nameOf = (post: Poster['captains'][number], vacant: string): string => (post.held ? post.name ?? POSTER.hidden : vacant)

/** The four columns at the foot: captain, grid worker, property company, where to complain. */
function columnsOf({ captains, gridWorker, firm, complaints }: Poster): readonly Column[] {
  const captainLines = captains.map((post) => [`${captains.length > 1 ? `${zone(post.title)} ` : ''}${nameOf(post, POSTER.vacant)}`,
    post.phone] as const)
  return [
    { word: POSTER.captain, lines: captainLines.length > 0 ? captainLines : [[POSTER.vacant, null]] },
    { word: POSTER.grid, lines: [gridWorker ? [nameOf(gridWorker, POSTER.gridVacant), gridWorker.phone] : [POSTER.gridVacant, null]] },
    { word: POSTER.firm, lines: [firm ? [firm.name, firm.phone] : [POSTER.noFirm, null]] },
    { word: POSTER.complain, lines: [complaints ? [complaints.name, complaints.phone] : POSTER.noComplain] },
  ]
}

/** `above` is what stands at the upper right: community and street. */
export function PosterSheet({ poster, above }: { poster: Poster; above: readonly string[] }) {
  const { year, month } = wall(now())
  const captain = poster.captains.find(({ held, name }) => held && name !== null)?.name ?? null
  return <article className="op-sheet" lang="zh-CN" aria-label={poster.placeName}>
    <header className="op-sheet__head"><b>{POSTER.product}</b><span>{above.map((name, at) =>
      <span key={name}>{at > 0 && <i className="op-dot" />}{name}</span>)}</span></header>
    <p className="op-sheet__say"><span>{POSTER.ask}</span><span>{POSTER.scan}</span></p>
    <div className="op-sheet__frame"><QrCode text={`${location.origin}/d/${poster.doorCode}`} label={poster.placeName} /></div>
    <p className="op-sheet__place">{poster.placeName}</p>
    <p className="op-sheet__easy">{POSTER.easy}</p>
    <div className="op-sheet__steps">{POSTER.steps.map(([word, line]) => <div key={word}><b>{word}</b><span>{line}</span></div>)}</div>
    <div className="op-sheet__people">{columnsOf(poster).map(({ word, lines }) => <div key={word}><span>{word}</span>
      {lines.map(([name, phone]) => <p key={name}><b className={name.length > 8 ? 'op-long' : undefined}>{name}</b>{phone
        && <span>{phone}</span>}</p>)}</div>)}</div>
    <footer className="op-sheet__foot"><p>{posterFoot.help(captain)}<br />{posterFoot.address(location.host)}</p><span>{posterFoot.month(year,
      month)}</span></footer>
  </article>
}
