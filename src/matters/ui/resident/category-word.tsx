/** The name of a kind, once the tree of kinds is there. */
import { useEffect, useState } from 'react'
import type { Said } from '../../../kit/pure.ts'
import { useSay } from '../../../ui-kit/index.ts'

type NameOf = (code: string) => Said
let known: NameOf | null = null

/** 公共安全·电梯, or nothing until it is known: the tree is loaded apart, so that the first page stays light. */
export function CategoryWord({ code }: { code: string }) {
  const say = useSay()
  const [nameOf, set] = useState<NameOf | null>(() => known)
  useEffect(() => {
    let current = true
    if (known === null) import('./category-names.ts').then(({ categoryName }) => { known = categoryName; if (current) set(() => categoryName) },
      () => { /* left out */ })
    return () => { current = false }
  }, [])
  return <>{nameOf ? say(nameOf(code)) : ''}</>
}
