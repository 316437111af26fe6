/** First: the ways that the law gives, then what this line can and cannot do. */
import { Button, Icon, ResidentShell, SectionTitle, useWords } from '../../../ui-kit/index.ts'
import { Ways } from './ways.tsx'
import { lineWords } from './words.ts'

export function StartStep({ back, onBegin, onCode }: { back: string; onBegin: () => void; onCode: () => void }) {
  const w = useWords(lineWords)
  return <ResidentShell back={{ href: back, word: w.back }} bar={<><Button look="plain" size="bar" onClick={onCode}>{w.haveCode}</Button>
    <Button look="primary" size="bar" onClick={onBegin}>{w.begin}</Button></>}>
    <h1 className="lk-title cf-title">{w.title}</h1>
    <section className="cf-part"><SectionTitle rule="hair">{w.waysTitle}</SectionTitle><p className="lk-second">{w.waysLine}</p><Ways /></section>
    <section className="cf-part"><SectionTitle rule="hair">{w.lineTitle}</SectionTitle>
      <h3 className="cf-sub">{w.can}</h3>
      <ul className="cf-points cf-points--can">{[w.can1, w.can2, w.can3].map((line) => <li key={line}><Icon name="check"
        size={16} />{line}</li>)}</ul>
      <h3 className="cf-sub">{w.cannot}</h3>
      <ul className="cf-points">{[w.cannot1, w.cannot2, w.cannot3].map((line) => <li key={line}><Icon name="cross" size={16} />{line}</li>)}</ul>
    </section>
    <section className="cf-care"><Icon name="lock" size={20} /><div><h3>{w.careTitle}</h3><p>{w.care}</p></div></section>
  </ResidentShell>
}
