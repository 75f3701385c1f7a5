/** SQL: an empty place that says nothing. */
export const WIPE_TEXT = `name = '', email = NULL, url = NULL, title = NULL, source = '', html = '', excerpt = '',
  quote = NULL, quote_prefix = NULL, quote_suffix = NULL, note_block = NULL, reasons = '[]', shape = NULL`;
