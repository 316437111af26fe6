/** Money of pages: fen as '240,000元' or '240,000.50元' ('¥240,000' in English), and yuan as somebody types them. */
import { useSettings, type Lang } from '../../ui-kit/index.ts'

export function yuanOf(fen: number, lang: Lang): string {
  const yuan = (fen / 100).toLocaleString('en-US', fen % 100 === 0 ? {} : { minimumFractionDigits: 2 })
  return lang === 'zh' ? `${yuan}元` : `¥${yuan}`
}
/** Says money in the language of the page. */
export function useYuan(): (fen: number) => string {
  const { lang } = useSettings()
  return (fen) => yuanOf(fen, lang)
}

/** Fen of what was typed as yuan ('24万', '240,000', '1200.5'); undefined when it is no amount. */
export function fenOf(typed: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?(万?)元?$/.exec(typed.normalize('NFKC').replace(/[,\s¥]/g, ''))
  if (!match) return undefined
  const fen = (Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))) * (match[3] ? 10_000 : 1)
  return fen > 0 ? fen : undefined
}
