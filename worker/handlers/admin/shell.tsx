import { renderToString } from "preact-render-to-string";
import { admin } from "../build.ts";
import { commonHeaders, toPolicy } from "../headers.ts";
import type { AdminHandler } from "./route.ts";

/** Bytes: more than anybody guesses. */
const NONCE_BYTES = 18;

/** The one page of the authors' application: the same for everybody, without a word of the blog in it. */
export const showShell: AdminHandler = async (_request, { origin, randomBytes }) => {
  const nonce = btoa(String.fromCharCode(...randomBytes(NONCE_BYTES)));
  const html = renderToString(<Shell nonce={nonce} />);
  const headers = { ...adminHeaders(origin, nonce), "Content-Type": "text/html; charset=utf-8" };
  return new Response(`<!doctype html>${html}`, { headers });
};

/** The application finds the nonce at its style sheet, for styles that the editor makes. */
const Shell = ({ nonce }: { readonly nonce: string }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>Randnotiz</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={admin.css} nonce={nonce} />
      {admin.preload.map((href) => (
        <link key={href} rel="modulepreload" href={href} />
      ))}
      <script type="module" src={admin.script} />
    </head>
    <body>
      <div id="app" />
      <noscript>
        <p lang="de">Diese Seite braucht JavaScript.</p>
        <p>This page needs JavaScript.</p>
      </noscript>
    </body>
  </html>
);

/**
 * For what the application gets that is no JSON. Where a nonce is given, styles with it count. A form tells only this blog
 * where it comes from, which `no-referrer` would keep from it too.
 */
export const adminHeaders = (origin: string, nonce: string | null): Record<string, string> => ({
  ...commonHeaders,
  "Content-Security-Policy": toPolicy(origin, [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": `${commonHeaders["Permissions-Policy"]}, ${PASSKEYS}`,
  "X-Robots-Tag": "noindex",
  "Cache-Control": "private, no-store",
  "CDN-Cache-Control": "no-store",
});

const PASSKEYS = "publickey-credentials-get=(self), publickey-credentials-create=(self)";
