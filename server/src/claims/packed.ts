import type { Claims } from './model';

/** Claims as bytes. */
export function packClaims(claims: Claims): Uint8Array {
  const text = JSON.stringify(claims);
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 255;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

/** The claims again; null where the bytes are unsound. */
export function unpackClaims(packed: Uint8Array, text: string): Claims | null {
  try {
    const parts: string[] = [];
    for (let i = 0; i + 1 < packed.length; i += 2) {
      parts.push(String.fromCharCode((packed[i] ?? 0) | ((packed[i + 1] ?? 0) << 8)));
    }
    return text === '' ? null : (JSON.parse(parts.join('')) as Claims);
  } catch {
    return null;
  }
}
