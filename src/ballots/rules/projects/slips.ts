/** Paper slips of a budget: how many may be made for a building, and when a lost one can be replaced. */
import { ok, refuse, type Result } from '../../../kit/pure.ts'

/** How many slips a building gets for each of its homes. Our own default: no text gives a number. */
export const SLIPS_PER_HOME = 3

/** What a building has: its homes, and slips that were made and are not void. */
export type SlipStock = { readonly homes: number; readonly valid: number }

/** The most slips that a building can have. [B69] */
export const slipCap = ({ homes }: Pick<SlipStock, 'homes'>): number => homes * SLIPS_PER_HOME

/** Whether so many more may be made for a building: no more than three for each home, void ones not counted. [B69] */
export function mayIssue(stock: SlipStock, count: number): Result<true> {
  const left = slipCap(stock) - stock.valid
  if (count <= left) return ok(true as const)
  return refuse({ code: 'slips_cap', rule: 'B69', explain: {
    zh: `这栋${stock.homes}户，最多印${slipCap(stock)}张（每户${SLIPS_PER_HOME}张，本系统自己定的），已经有${stock.valid}张，还能印${Math.max(0, left)}张。`,
    en: `This building has ${stock.homes} homes and gets ${slipCap(stock)} slips at most (${SLIPS_PER_HOME} for each, our own default): ${stock.valid} were made, ${Math.max(0, left)} are left.` } })
}

/** Whether a slip can be replaced: it is one, nobody voted with it, and it is not void already. [B69] */
export function mayReplace(slip: { readonly ofPhone: boolean; readonly used: boolean; readonly void: boolean } | null): Result<true> {
  const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'B69', explain: { zh, en } })
  if (slip === null || slip.ofPhone) return no('no_slip', '没有找到这个码的票条，核对一下八位码。', 'There is no slip with this code: check its eight characters.')
  if (slip.used) return no('slip_used', '这张票条已经投过了，不能补发。', 'Somebody has voted with this slip: it cannot be replaced.')
  return slip.void ? no('slip_void', '这张票条已经作废了，补发的是另一张。', 'This slip is void already: another one was given for it.') : ok(true as const)
}
