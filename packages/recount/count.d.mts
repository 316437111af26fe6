import type { Check } from './receipt.mjs'
/** One value as it stands in JSON. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export function checkCount(lines: Iterable<string>,
  options?: { readonly receipts?: Iterable<{ readonly name: string; readonly value: unknown }>; readonly trusted?: readonly string[] }): {
  readonly ok: boolean; readonly checks: readonly Check[]
  readonly header: { readonly vote: string; readonly root: string; readonly size: number; readonly rules: { readonly [key: string]: Json } }
  readonly result: { readonly [key: string]: Json }
}
