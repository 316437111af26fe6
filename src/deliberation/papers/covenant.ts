import { civilDate, type Paper } from '../../kit/papers/index.ts'
import { clauseName } from '../rules/covenant/index.ts'

export type CovenantPoster = {
  readonly title: string; readonly place: string; readonly n: number; readonly clauses: readonly string[]; readonly keeper: string
  /** Day of adoption and the count of answers; null for a version that is posted for comments until `commentsUntil`. */
  readonly adopted: { readonly on: string; readonly yes: number | null; readonly answers: number | null } | null
  readonly commentsUntil: string | null; readonly signatures: number; readonly address: string
}

const saidOf = ({ adopted, commentsUntil, n }: CovenantPoster): string => {
  if (adopted === null) return `第${n}稿，征求意见${commentsUntil === null ? '' : `到${civilDate(commentsUntil)}`}`
  return `第${n}版，${civilDate(adopted.on)}通过${adopted.answers === null || adopted.yes === null ? '' : `，${adopted.answers}人作答，${adopted.yes}人赞成`}`
}

/** Whether the clauses fill no more lines of 23 characters than a page has in the type of posters, beside its head and code. */
const fitsPoster = (clauses: readonly string[]): boolean => clauses.reduce((sum, words) => sum + Math.ceil((words.length + 4) / 23), 0) <= 11

/** 邻里公约 for the wall: the clauses in large type and a code that leads to the page where one reads, proposes and signs. Set on A4, to be printed on A3 too. */
export function covenantPoster(input: CovenantPoster): Paper {
  const fits = fitsPoster(input.clauses)
  return {
    format: fits ? 'poster' : 'large', name: input.title, title: input.title, foot: { text: `${input.place}　${saidOf(input)}` },
    body: [
      { kind: 'text', text: saidOf(input), align: 'center', small: true },
      { kind: 'space', lines: 1 },
      ...input.clauses.map((words, at) => ({ kind: 'text' as const, flush: true as const,
        text: [{ text: `${clauseName(at + 1)}　`, face: 'hei' as const }, words] })),
      { kind: 'space', lines: 1 },
      { kind: 'qr', content: input.address, caption: input.adopted === null ? '扫码提修改' : '扫码签一个', size: fits ? 36 : 30, beside: [
        { kind: 'text', flush: true, text: input.adopted === null ? '哪一条想改，扫码写下怎么改、为什么；没有手机，写张纸条交给楼栋长或社区。每一条修改都会答复并公开。'
          : `扫码看全文和历次改动，赞成就签一个，只记人数，不留名字。${input.signatures > 0 ? `已有${input.signatures}人签。` : ''}没有手机，找楼栋长领一张签条。` },
        { kind: 'labelled', label: '谁在管', text: input.keeper },
      ] },
    ],
  }
}
