/** What a ballot says, as one text that is hashed, sealed and counted (docs/ballot-format.md, section 1). */

/** What one ballot says to each question, in the order of the questions: one word for a motion, ids of options otherwise. */
export type Answers = readonly { readonly question: string; readonly said: string | readonly string[] }[]

const questionShape = /^q[1-9][0-9]{0,2}$/
const wordShape = /^[a-z][a-z0-9_]{0,31}$/

const inOrder = (ids: readonly string[]): readonly string[] => [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/**
 * The canonical text of what a ballot says: one line per question, `q1=agree`; options are sorted by their bytes, `q1=c2,c5`. No LF at the end.
 * Throws RangeError for a question or word that is not written as one, and for an option named twice: a form lets nobody say that.
 */
export function contentOf(answers: Answers): string {
  return answers.map(({ question, said }) => {
    const words = typeof said === 'string' ? [said] : inOrder(said)
    const fits = questionShape.test(question) && words.every((word) => wordShape.test(word)) && new Set(words).size === words.length
    if (!fits) throw new RangeError(`no answer of a ballot: ${question}`)
    return `${question}=${words.join(',')}`
  }).join('\n')
}

/** Reads a canonical text; undefined when it is none. A question to which nothing was said has the empty list. */
export function answersIn(content: string): readonly { readonly question: string; readonly said: readonly string[] }[] | undefined {
  const answers = content.split('\n').map((line) => {
    const at = line.indexOf('=')
    const [question, rest] = [line.slice(0, at), line.slice(at + 1)]
    return { question, said: rest === '' ? [] : rest.split(',') }
  })
  const fits = new Set(answers.map(({ question }) => question)).size === answers.length && answers.every(({ question, said }) =>
    questionShape.test(question) && said.every((word, n) => wordShape.test(word) && (n === 0 || (said[n - 1] ?? '') < word)))
  return fits ? answers : undefined
}
