/** The number of a matter for people, and the groups of its receipt that anyone can check. */
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { nameWords } from './words.ts'
import { comma } from '../settings.ts'

/** '7F3AC91E04B2' in groups of four: ['7F3A', 'C91E', '04B2']. */
export const receiptGroups = (code: string): string[] => code.toUpperCase().match(/.{1,4}/g) ?? []

/** `number` as '0928-17', `when` already in words, `code` the hexadecimal start of the receipt's hash; `onVerify` or `verifyHref` gives the check. */
export function ReceiptNumber({ number, when, code, onVerify, verifyHref }:
  { number: string; when?: string; code?: string | undefined; onVerify?: () => void; verifyHref?: string }) {
  const w = useWords(nameWords)
  const check = onVerify ? <Button onClick={onVerify}>{w.verify}</Button> : verifyHref ? <Button href={verifyHref}>{w.verify}</Button> : null
  return <div className="lk-receipt lk-card">
    <div>
      <p className="lk-receipt__line">{w.nth(number)}{when && `${comma()}${when}`}</p>
      {code && <p className="lk-receipt__code" aria-label={receiptGroups(code).join(' ')}>
        {receiptGroups(code).map((group, i) => <span key={i}>{group}</span>)}
      </p>}
    </div>
    {check}
  </div>
}
