/** How far the thread is in which a matter is solved with others: taken up, decided, to be judged, taken back, ended, or not taken up. [M50] */
export const THREAD_STAGES = ['taken', 'decided', 'judge', 'back', 'ended', 'declined'] as const
export type ThreadStage = (typeof THREAD_STAGES)[number]
export const isThreadStage = (word: unknown): word is ThreadStage => THREAD_STAGES.some((one) => one === word)
