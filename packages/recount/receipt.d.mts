/** One thing that was checked, in Chinese and in English. */
export type Check = { readonly ok: boolean; readonly zh: string; readonly en: string }
/** A file that is not what it should be. */
export class Unreadable extends Error { readonly zh: string }
export function leafHash(text: string): Buffer
export function rootFromInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[]): Buffer | undefined
export function extendsTree(from: { size: number; root: Buffer }, to: { size: number; root: Buffer }, proof: readonly Buffer[]): boolean
export function keyName(algorithm: string, der: Uint8Array): string
export function keyOfPem(pem: string): string
export function readLeaf(text: string, district: string): readonly (readonly [string, string])[] | undefined
export function checkReceipt(receipt: unknown, trusted?: readonly string[]): {
  readonly ok: boolean; readonly checks: readonly Check[]; readonly act: readonly (readonly [string, string])[]; readonly head: unknown
}
export function checkLater(later: unknown,
  options?: { readonly earlier?: unknown; readonly trusted?: readonly string[] }): { readonly ok: boolean; readonly checks: readonly Check[] }
export function checkOpening(opening: unknown, trusted?: readonly string[]): {
  readonly ok: boolean; readonly checks: readonly Check[]; readonly act: readonly (readonly [string, string])[]; readonly head: unknown
}
