/** Two persons that were found to be one. */
export type Edge = { readonly one: string; readonly other: string }

/**
 * Who each person is after these findings: the smallest id among all that hang together. Somebody in no finding is themself and does not stand
 * in the answer. Taking a finding away again gives back exactly what was before, in whatever order they came. [RO32]
 */
export function whoIs(edges: readonly Edge[]): ReadonlyMap<string, string> {
  const parent = new Map<string, string>()
  const root = (person: string): string => {
    let at = person
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const { one, other } of edges) {
    const [a, b] = [root(one), root(other)].sort()
    if (a === undefined || b === undefined) continue
    parent.set(a, a)
    parent.set(b, a)
  }
  return new Map([...parent.keys()].map((person) => [person, root(person)]))
}
