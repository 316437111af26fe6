/** Which matters of a list are chosen: some by a tick, or all that the filter finds. */
import { useState } from 'react'

export type Chosen = {
  readonly ids: ReadonlySet<string>; readonly every: boolean; readonly ticking: boolean
  readonly toggle: (id: string) => void; readonly all: () => void; readonly tick: () => void; readonly clear: () => void
}

export function useChosen(): Chosen {
  const [ids, set] = useState<ReadonlySet<string>>(new Set())
  const [every, setEvery] = useState(false)
  const [ticking, tick] = useState(false)
  return {
    ids, every, ticking: ticking || ids.size > 0, tick: () => tick(true), all: () => setEvery(true),
    toggle: (id) => { setEvery(false); set((before) => { const after = new Set(before); if (!after.delete(id)) after.add(id); return after }) },
    clear: () => { set(new Set()); setEvery(false); tick(false) },
  }
}
