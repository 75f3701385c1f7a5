/** What people have put into names, titles and texts so that a mail says more than it should. */
export const HEADER_ATTACKS: readonly string[] = [
  "Ben\r\nBcc: everybody@victim.test",
  "Ben\nBcc: everybody@victim.test",
  "Ben\rBcc: everybody@victim.test",
  "Ben\u2028Bcc: everybody@victim.test",
  "Ben\u2029Bcc: everybody@victim.test",
  "Ben\u0085Bcc: everybody@victim.test",
  "Ben\u000bBcc: everybody@victim.test",
  "Ben\u0000Bcc: everybody@victim.test",
  "Ben\r\n\r\n<a href=https://victim.test>Hier</a>",
  "Ben%0d%0aBcc: everybody@victim.test",
  "=?utf-8?Q?Ben=0D=0ABcc:_everybody=40victim.test?=",
  "=?utf-8?B?DQpCY2M6IGV2ZXJ5Ym9keUB2aWN0aW0udGVzdA==?=",
  'Ben" <everybody@victim.test>, "',
  "Ben\u202Etset.mitciv\u202C",
  "\u001b]8;;https://victim.test\u0007Ben\u001b]8;;\u0007",
  "\u001b[2J\u001b[31mBen",
  "Ben\uD800",
  "B\u200Be\u200Dn\uFEFF",
];

/** Addresses that a mail program would make a link of. */
export const LINKS: readonly string[] = [
  "https://victim.test/a?b=c#d",
  "HTTPS://VICTIM.TEST",
  "www.victim.test",
  "victim.test/path",
  "mailto:everybody@victim.test",
  "ftp://victim.test",
  "https://xn--bcher-kva.test",
  "https://bücher.test",
  "[Hier](https://victim.test)",
  "<https://victim.test>",
  "https://user:pass@victim.test:8080/",
  "https://1.2.3.45/",
  "victim。test",
  "//victim.test/",
];
