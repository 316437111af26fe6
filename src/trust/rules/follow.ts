/** What a follow token says: one matter of one district, until when (epoch seconds). */
export type Follow = { readonly district: string; readonly matter: string; readonly expires: number }

/** The part of a follow token that is signed: `990106.<32 hex>.<expires, base 36>`. [T7] */
export const followText = ({ district, matter, expires }: Follow): string => `${district}.${matter.replaceAll('-', '')}.${expires.toString(36)}`

/** Splits a follow token into its claim and its signature; null when it hasn't the shape of one. Says nothing about being genuine. [T7] */
export function parseFollow(token: string): { readonly follow: Follow; readonly text: string; readonly signature: string } | null {
  const [, text, district, hex, expires, signature] = /^((\d{6})\.([0-9a-f]{32})\.([0-9a-z]{1,9}))\.([\w-]{22})$/.exec(token) ?? []
  if (text === undefined || district === undefined || hex === undefined || expires === undefined || signature === undefined) return null
  const matter = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { follow: { district, matter, expires: Number.parseInt(expires, 36) }, text, signature }
}
