import { refuse, ok, type Refusal, type Result } from '../../kit/pure.ts'

/** `demo` shows made-up people and lets anybody be one of them; `live` holds real ones. */
export type Mode = 'demo' | 'live'

/** The text that the generator of made-up communities writes into every file; a roster without it holds real people. */
export const demoMark = 'linli-demo-made-up'

const realRoster: Refusal = {
  code: 'demo_real_people', rule: 'T8',
  explain: {
    zh: '演示模式不收真实居民的名册。请在正式模式下导入，或使用自带的演示数据。',
    en: 'Demo mode takes no roster of real people. Import it in live mode, or use the demo data.',
  },
}

/** Whether a roster may come in: in demo mode only one with the generator's mark (P30). [T8] */
export const mayTakeRoster = (mode: Mode, mark: string | null): Result<true> => (mode === 'live' || mark === demoMark ? ok(true) : refuse(realRoster))

/** Whether an imported matter may stand on the public board: never in demo mode, where its words may be a real person's (P30). [T8] */
export const importedMayBePublic = (mode: Mode): boolean => mode === 'live'
