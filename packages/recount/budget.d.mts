export function countBudget(rules: {
  readonly rule: string; readonly completion: string; readonly budget: number; readonly step: number
  readonly projects: readonly { readonly id: string; readonly cost: number }[]; readonly lottery: { readonly order: readonly string[] }
}, ballots: readonly (readonly string[])[]): { readonly winners: readonly string[]; readonly spent: number }
