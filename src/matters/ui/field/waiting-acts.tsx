/** What waits on this phone, as rows: a dashed tick until the server has it, jade after. */
import { Icon, Meta, moment, now, onProductClock, SendState, useSettings, useWords, type Waiting } from '../../../ui-kit/index.ts'
import { waitingWords } from './waiting-words.ts'

const MANY_TRIES = 3

export function WaitingRow({ item }: { item: Waiting }) {
  const w = useWords(waitingWords)
  const { lang } = useSettings()
  const sent = item.state === 'sent'
  const { title, about } = item.shown
  return <div className={sent ? 'fd-waiting fd-waiting--sent' : 'fd-waiting'}>
    <span className="fd-waiting__tick"><Icon name="check" size={16} /></span>
    <div className="fd-waiting__text"><b>{[title, about].filter(Boolean).join(lang === 'zh' ? '：' : ': ')}</b>
      <span className="lk-second"><Meta>{item.shown.said || null}{item.photos.length > 0 ? w.photos(item.photos.length) : null}{!sent && item.tries >= MANY_TRIES
        ? w.tried(item.tries) : null}</Meta></span></div>
    <SendState sent={sent} time={moment(onProductClock(item.at), now(), lang).replace(/^今天 /, '')} />
  </div>
}

/** Rows with thin rules between them. */
export const WaitingActs = ({ items }: { items: readonly Waiting[] }) =>
  <ul className="fd-waitings">{items.map((item) => <li key={item.key}><WaitingRow item={item} /></li>)}</ul>

/** What was just done: jade once the server has it, a dashed tick while it is kept here. */
export const JustDone = ({ word, kept }: { word: string; kept: boolean }) =>
  <p className={kept ? 'fd-said fd-said--kept' : 'fd-said'} role="status"><Icon name={kept ? 'send' : 'check'} size={18} />{word}</p>
