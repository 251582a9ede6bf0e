/** From so many units on a slice holds on to the text that it is cut out of; shorter ones are copied. */
const holdsOn = 13;

/**
 * The part of a text from `start` to `end` (UTF-16 offsets; all of it where nothing is said) as a string of its own, for
 * what is kept longer than the text.
 */
export function ownString(text: string, start = 0, end = text.length): string {
  const part = text.slice(start, end);
  // A slice of two strings put together is one of a copy of them both.
  return part.length < holdsOn ? part : ` ${part}`.slice(1);
}
