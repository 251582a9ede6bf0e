/** Classes of UTF-16 code units that the scanners ask for again and again. All take a code unit or -1 for "no text". */

/** Whether the code unit separates words: spaces of all widths, line breaks, signs of direction, and the edge of the text. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === -1 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const letterPattern = /[\p{L}\p{M}]/u;
const upperPattern = /\p{Lu}/u;

/** Whether the code unit is a letter or a combining mark. Half of a surrogate pair counts as none. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xaa || (code >= 0x2000 && code <= 0x206f)) return false;
  return letterPattern.test(String.fromCharCode(code));
}

/** Whether the code unit is an upper-case letter. */
export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return code >= 0xc0 && code < 0xd800 && upperPattern.test(String.fromCharCode(code));
}

export function isLower(code: number): boolean {
  return isLetter(code) && !isUpper(code);
}

export function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** A dash that joins or breaks clauses, the hyphen included. */
export function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015);
}

/** A full stop, question or exclamation mark, or an ellipsis. */
export function isTerminator(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026;
}

/** A mark that ends or breaks a clause: terminators, comma, semicolon, colon. */
export function isClausePunctuation(code: number): boolean {
  return isTerminator(code) || code === 44 || code === 59 || code === 58;
}

/** An opening bracket of any kind. */
export function isOpeningBracket(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

/** A closing bracket of any kind. */
export function isClosingBracket(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}

/** Any quotation mark or apostrophe, straight or curly, single or double. */
export function isQuotationMark(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 96 ||
    code === 0xab ||
    code === 0xbb ||
    code === 0xb4 ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a
  );
}

/** The code unit at `i`, or -1 outside the text. */
export function codeAt(text: string, i: number): number {
  return i >= 0 && i < text.length ? text.charCodeAt(i) : -1;
}
