import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useMe } from "../me.ts";

interface Props {
  readonly title: string;
  /** What can be done on the page as a whole. */
  readonly children?: ComponentChildren;
}

let isFirst = true;

/** The heading of a page. Whoever comes from another page of the application is put there, and hears where that is. */
export function PageHead({ title, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { blog } = useMe();
  useEffect(() => {
    document.title = `${title} · ${blog.title}`;
  }, [title, blog.title]);
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return (
    <div class="page-head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children && <div class="row">{children}</div>}
    </div>
  );
}
