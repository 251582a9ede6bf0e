/** How many bytes are turned into characters at a time: a call takes only so many arguments. */
const atOnce = 0x8000;

/** Bytes as base64, without what only Node or only a browser has. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += atOnce) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + atOnce)));
  }
  return btoa(parts.join(''));
}
