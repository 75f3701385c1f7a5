/** Sixty headers by which caches were poisoned, or pages made to differ. */
export const HEADERS: Readonly<Record<string, string>> = {
  ...each("evil.test", [
    ...[
      "X-Forwarded-Host",
      "X-Host",
      "X-Forwarded-Server",
      "X-Original-Host",
      "X-HTTP-Host-Override",
    ],
    ...["Forwarded-Host", "X-Forwarded-By", "X-Backend-Host", "Proxy-Host", "X-Real-Host"],
  ]),
  ...each("http", ["X-Forwarded-Proto", "X-Forwarded-Scheme", "X-Scheme", "X-URL-Scheme"]),
  ...each("8443", ["X-Forwarded-Port", "X-Port"]),
  ...each("/admin/", [
    ...[
      "X-Original-URL",
      "X-Rewrite-URL",
      "X-Forwarded-Prefix",
      "X-Forwarded-Path",
      "X-Original-URI",
    ],
    ...["X-Middleware-Rewrite", "X-Invoke-Path", "X-Matched-Path", "X-Now-Route-Matches"],
  ]),
  ...each("127.0.0.1", [
    ...["X-Forwarded-For", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP", "X-Client-IP"],
    ...["X-Cluster-Client-IP", "Client-IP", "X-Originating-IP"],
  ]),
  ...each("POST", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]),
  ...each("1", [
    ...["X-Middleware-Prefetch", "X-Nextjs-Data", "RSC", "Next-Router-Prefetch", "X-Preview"],
    ...["X-Requested-With", "X-Bypass-Cache", "X-Debug", "Save-Data", "DNT", "Sec-GPC"],
    ...["Upgrade-Insecure-Requests", "X-ATT-DeviceId", "X-UIDH"],
  ]),
  Forwarded: "for=1.1.1.1;host=evil.test;proto=http",
  Vary: "X-Anything",
  Purpose: "prefetch",
  "Sec-Purpose": "prefetch;prerender",
  Accept: "application/json",
  "Accept-Language": "fr;q=1, ar;q=0.9",
  "Accept-Encoding": "identity",
  Cookie: "session=1; __Host-session=2; wordpress_logged_in=3",
  Authorization: "Bearer secret",
  "User-Agent": "Googlebot/2.1 <script>alert(1)</script>",
  Referer: "https://evil.test/<script>",
  Origin: "https://evil.test",
  "Content-Type": "application/x-www-form-urlencoded; charset=utf-7",
  "Cache-Control": "no-cache, no-store",
  Pragma: "no-cache",
  Range: "bytes=0-10",
  "If-Range": '"x"',
  "If-Match": '"nothing"',
  "CF-IPCountry": "KP",
  "CDN-Loop": "cloudflare",
};

function each(value: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** Forty names that some system once took from a query. */
export const QUERY = [
  ...[
    "a",
    "q",
    "s",
    "p",
    "page",
    "paged",
    "page_id",
    "cat",
    "tag",
    "author",
    "m",
    "feed",
    "format",
  ],
  ...[
    "callback",
    "_jsonp",
    "static",
    "order",
    "orderby",
    "status",
    "preview",
    "preview_id",
    "draft",
  ],
  ...[
    "lang",
    "hl",
    "theme",
    "amp",
    "print",
    "replytocom",
    "unapproved",
    "moderation-hash",
    "token",
  ],
  ...["utm_source", "utm_medium", "fbclid", "gclid", "__nextLocale", "_data", "_rsc", "debug", "v"],
];
