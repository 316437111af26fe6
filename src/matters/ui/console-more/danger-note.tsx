/** Words of danger in what somebody said: the numbers to call stand before anything else. */
import { Icon, useSay, useWords } from '../../../ui-kit/index.ts'
import { dangersIn } from '../../rules/index.ts'
import { pasteWords } from './paste-words.ts'

export function DangerNote({ words }: { words: string }) {
  const w = useWords(pasteWords)
  const say = useSay()
  const [danger] = dangersIn(words)
  if (!danger) return null
  const numbers = danger.numbers.flatMap(({ dial, said }) => (dial === null ? [] : [w.dial(dial, say(said))]))
  return <div className="cm-danger" role="note">
    <Icon name="warn" size={18} />
    <p><b>{w.danger(say(danger.name))}</b>{numbers.length > 0
      && <span className="cm-danger__numbers">{numbers.join('　')}</span>}<span>{say(danger.duty)}</span></p>
  </div>
}
