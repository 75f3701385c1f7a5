/** What strangers may send at most, in one place. */

/** Code points of a name. */
export const MAX_NAME = 80;
/** Characters of a mail address: RFC 5321. */
export const MAX_EMAIL = 254;
/** Characters of a website's address. */
export const MAX_URL = 500;
/** Characters of a comment. */
export const MAX_TEXT = 10_000;
/** Characters of the passage that a margin note is about. */
export const MAX_QUOTE = 500;
/** Characters around that passage, on each side. */
export const MAX_AROUND = 32;
/** Characters of a reason for reporting a comment. */
export const MAX_REASON = 500;
