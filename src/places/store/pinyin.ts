import { pinyin } from 'pinyin-pro'

/** Pinyin of a name without tones ('wutongyuan') and its first letters ('wty'); signs are left out, letters and digits stay. */
export function pinyinOf(name: string): { readonly full: string; readonly initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((syllable) => syllable !== '')
  return { full: syllables.join(''), initials: syllables.map((syllable) => (/^\d/.test(syllable) ? syllable : syllable.charAt(0))).join('') }
}
