/**
 * The policy of public pages. They are cached for everybody, so there is no nonce: inline CSS is allowed by its hash, and
 * scripts only from /assets/. A page from the cache brings the hash of its own CSS.
 */
const policy = (csp: string, media: string): string[] => [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${csp}'`,
  `img-src 'self' data:${media}`,
  "font-src 'self'",
  `media-src 'self'${media}`,
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** Local addresses are plain http, which `upgrade-insecure-requests` would break. */
export const toPolicy = (origin: string, directives: readonly string[]): string =>
  [...directives, ...(origin.startsWith("https:") ? ["upgrade-insecure-requests"] : [])].join("; ");

/** For every answer of the Worker. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()",
};

/** For pages. */
export const pageHeaders = (
  origin: string,
  csp: string,
  mediaOrigin = "",
): Record<string, string> => ({
  ...commonHeaders,
  "Content-Security-Policy": toPolicy(origin, policy(csp, sourceOf(mediaOrigin))),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
});

/** The bucket's own address stands for pictures and sound, and for nothing else. */
const sourceOf = (mediaOrigin: string): string => (mediaOrigin ? ` ${mediaOrigin}` : "");

/** For feeds: anybody's reader may fetch them. */
export const feedHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
};

/** For media: whatever the bytes are, they cannot act. */
export const mediaHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** For programs with a token: nothing is kept, and no other site's script can read it. */
export const apiHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
};
