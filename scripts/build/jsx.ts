// What JSX becomes in an island: Preact's own function, which is there anyway, and not its larger runtime.
import { type ComponentType, h } from "preact";

export { Fragment } from "preact";

export const jsx = (type: string | ComponentType, props: object, key?: string) =>
  h(type as string, key === undefined ? props : { ...props, key });

export const jsxs: typeof jsx = (type, props, key) => jsx(type, props, key);
