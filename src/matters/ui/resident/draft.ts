/** What a person wrote and has not sent: kept in this browser until it is, so that a closed page or a dead battery loses nothing. */
import { useState } from 'react'

export type SentPhoto = { readonly claim: string; readonly thumb: string }
export type Draft = {
  readonly words: string
  /** The category that the person chose; null while the page suggests. */
  readonly category: string | null
  readonly onBoard: boolean
  readonly photos: readonly SentPhoto[]
  /** A place chosen instead of the one the page was opened for. */
  readonly place: string | null
}
export type Contact = { readonly phone: string; readonly name: string }

const empty: Draft = { words: '', category: null, onBoard: true, photos: [], place: null }

const text = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '')
const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value.slice(0, 60) : null)
const isPhoto = (value: unknown): value is SentPhoto =>
  typeof value === 'object' && value !== null && 'claim' in value && typeof value.claim === 'string' && 'thumb' in value &&
    typeof value.thumb === 'string'

/** A draft from stored text; whatever is not one gives an empty draft. */
export function readDraft(stored: string | null): Draft {
  let found: Record<string, unknown> = {}
  try { found = { ...JSON.parse(stored ?? '{}') } } catch { /* somebody else's text */ }
  return {
    words: text(found['words'], 4000), category: word(found['category']), onBoard: found['onBoard'] !== false, place: word(found['place']),
    photos: Array.isArray(found['photos']) ? found['photos'].filter(isPhoto).slice(0, 9) : [],
  }
}

function put(store: () => Storage, key: string, value: unknown): void {
  try { store().setItem(key, JSON.stringify(value)) } catch { /* storage is closed or full: lasts until the page is left */ }
}
function get(store: () => Storage, key: string): string | null {
  try { return store().getItem(key) } catch { return null }
}
function drop(store: () => Storage, key: string): void {
  try { store().removeItem(key) } catch { /* storage is closed */ }
}
const local = () => localStorage
const session = () => sessionStorage

/** The draft of one page (`of`: its door or address), saved with each change; `first` stands in an empty one. `forget` is for when it was sent. */
export function useDraft(of: string, first = '') {
  const key = `linli.draft.${of}`
  const [draft, set] = useState(() => {
    const kept = readDraft(get(local, key))
    return kept.words === '' ? { ...kept, words: first } : kept
  })
  const change = (part: Partial<Draft>) => set((before) => {
    const after = { ...before, ...part }
    put(local, key, after)
    return after
  })
  const forget = () => { drop(local, key); set(empty) }
  return { draft, change, forget }
}

const CONTACT = 'linli.contact'
const nobody: Contact = { phone: '', name: '' }

function readContact(stored: string | null): Contact {
  try {
    const found: Record<string, unknown> = { ...JSON.parse(stored ?? '{}') }
    return { phone: text(found['phone'], 20), name: text(found['name'], 40) }
  } catch { return nobody }
}

/** Phone and name: kept only while this tab is open, as the phone may be somebody else's. */
export function useContact() {
  const [contact, set] = useState(() => readContact(get(session, CONTACT)))
  const change = (part: Partial<Contact>) => set((before) => {
    const after = { ...before, ...part }
    put(session, CONTACT, after)
    return after
  })
  const forget = () => { drop(session, CONTACT); set(nobody) }
  return { contact, change, forget }
}
