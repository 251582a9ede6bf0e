import { ownString } from './ownString';

/**
 * A function that keeps what it made of a text, for when it is asked again; all is forgotten when `most` texts are kept. What
 * is kept, and what is made of it, holds on to no article that the text was cut out of.
 * @param make depends on nothing but the text.
 */
export function remembering<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const kept = new Map<string, Value>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const own = ownString(text);
    const made = make(own);
    if (kept.size >= most) kept.clear();
    kept.set(own, made);
    return made;
  };
}
