import type { Check } from './receipt.mjs'
export function textHash(text: string): string
export function commitmentOf(vote: string, choice: {
  readonly pseudonym: string; readonly seq: number; readonly channel: string; readonly area: number; readonly heads: number; readonly content: string
  readonly salt: string
}): Buffer
export function rootOf(commitments: readonly Uint8Array[]): Buffer
export function canonical(value: unknown): string
export function rulesHash(rules: unknown): string
export function checkBallotReceipt(receipt: unknown, trusted?: readonly string[]): { readonly ok: boolean; readonly checks: readonly Check[] }
