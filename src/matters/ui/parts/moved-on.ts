/** Whether a matter left whose duty it first was. */

const PASSES: readonly string[] = ['hand_over', 'assign', 'whistle', 'reopen', 'rule']

/** True once somebody passed it on: who has it now has it for the reason in the story, not by the list of duties. */
export const movedOn = (story: readonly { readonly kind: string }[]): boolean => story.some(({ kind }) => PASSES.includes(kind))
