/**
 * Text of an article, made harmless: every character that Markdown or HTML could take for its own is escaped, line
 * breaks become spaces, and web and mail addresses are broken up so that no viewer makes links of them.
 */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#|~$!^=]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/|\\)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/@/g, '\\@');
}

/** Text on one line, without control characters and without those that turn the direction of writing. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
