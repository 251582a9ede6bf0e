/**
 * Text from outside (an article's words, a file's name, a reason) on one line, to stand in a message, a list or the status
 * bar of VS Code as it is. Those read `[words](command:...)` as a link that runs a command, and `$(name)` as an icon: a
 * space of no width keeps either from being read so.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\](?=\()|\$(?=\()/g, '$&\u200b');
