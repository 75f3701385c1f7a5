import { useEffect, useState } from "preact/hooks";

type Listener = () => void;
const listeners = new Set<Listener>();

/** Goes to a page of the application: "/admin/posts/?status=draft". */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  if (!replace) scrollTo(0, 0);
  for (const listener of [...listeners]) listener();
}

/** Where somebody is; rendered again when that changes. */
export function useLocation(): { readonly pathname: string; readonly query: URLSearchParams } {
  const [address, setAddress] = useState(addressNow);
  useEffect(() => {
    const changed = () => setAddress(addressNow());
    listeners.add(changed);
    addEventListener("popstate", changed);
    return () => {
      listeners.delete(changed);
      removeEventListener("popstate", changed);
    };
  }, []);
  const { pathname, searchParams } = new URL(address, location.origin);
  return { pathname, query: searchParams };
}

const addressNow = (): string => location.pathname + location.search;

/** Links are plain `<a>`: where a press on one leads within the application; null where the browser should do what it does. */
export function pathOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button) return null;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin)
    return null;
  // What is below /admin/ is the application; a fragment alone is the page's own.
  const here = link.pathname === location.pathname && link.search === location.search;
  return link.pathname.startsWith("/admin/") && !(here && link.hash)
    ? link.pathname + link.search
    : null;
}
