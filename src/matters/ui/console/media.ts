/** How wide the screen is, for what is laid out in another order and not only in another size. */
import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds; the part is drawn again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback((tell: () => void) => {
    const media = matchMedia(query)
    media.addEventListener('change', tell)
    return () => media.removeEventListener('change', tell)
  }, [query])
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
