/** What strangers may send at most, in one place. */

/** Code points of a name. */
export const MAX_NAME = 80;
/** Characters of a mail address: RFC 5321. */
export const MAX_EMAIL = 254;
/** Characters of a website's address. */
export const MAX_URL = 500;
/** Characters of a comment, as a text field of a browser counts them: a line break is one. */
export const MAX_TEXT = 10_000;
/** Characters of the passage that a margin note is about. */
export const MAX_QUOTE = 500;
/** Characters around that passage, on each side. */
export const MAX_AROUND = 32;
/** Characters of a reason for reporting a comment. */
export const MAX_REASON = 500;
/** Characters of the path of the post that a comment is for, and of what a machine fills into the trap. */
export const MAX_PATH = 500;
/** Characters of a comment's public id. */
export const MAX_ID = 64;
/** Bytes of a whole request: room for a text many times too long, so that it can be given back. */
export const MAX_BODY = 256 * 1024;
/** Seconds since a form was first touched; who needed longer needed that long. */
export const MAX_SECONDS = 86_400;
