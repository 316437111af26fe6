/** A link that stays on the page: parts and shells link with it and need not know which router an entry uses. */
import { createContext, useContext, type AnchorHTMLAttributes, type MouseEvent } from 'react'

type Navigate = (href: string) => void
const NavigateContext = /* @__PURE__ */ createContext<Navigate | null>(null)

/** Entries give the router's way of going to an address here; without it links load pages anew. */
export const NavigateProvider = NavigateContext.Provider

/** Goes to an address: within the front end when the entry gave its router, else by loading it. */
export function useNavigate(): Navigate {
  return useContext(NavigateContext) ?? ((href) => location.assign(href))
}

/**
 * `<a href>` that the router follows on a plain press; new tabs, downloads and other hosts are left to the browser. `outside` loads the
 * page anew.
 */
export function Go({ href, onClick, outside = false, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; outside?: boolean }) {
  const navigate = useContext(NavigateContext)
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const special = event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (!navigate || outside || special || rest.target || rest.download !== undefined || !href.startsWith('/')) return
    event.preventDefault()
    navigate(href)
  }
  return <a href={href} onClick={press} {...rest} />
}
