/** The headline: its clauses, parted by '|', stay together as long as they fit. */
export const Headline = ({ text }: { text: string }) =>
  <h1 className="lk-statement tf-headline">{text.split('|').map((clause) => <span key={clause}>{clause}</span>)}</h1>
