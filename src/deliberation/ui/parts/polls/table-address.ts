/** Whether the table is shown in place of the picture: it stands in the address, so that it can be sent on and read again. */
import { useState } from 'react'

const here = (): boolean => new URLSearchParams(location.search).get('as') === 'table'

export function useTable(): { readonly table: boolean; readonly turn: () => void } {
  const [table, show] = useState(here)
  const turn = () => {
    const address = new URL(location.href)
    if (table) address.searchParams.delete('as')
    else address.searchParams.set('as', 'table')
    history.replaceState(history.state, '', address)
    show(!table)
  }
  return { table, turn }
}
