/** So many words are remembered; then a table begins anew. */
const most = 20_000;
/** Longer words are judged each time: cut from an article's text they may keep all of it in memory. */
const longest = 12;

/** A judgement on a word by itself, remembered: an article's words come again and again. The same answers as `judge`. */
export function perWord<T extends string | boolean>(judge: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    if (word.length > longest) return judge(word);
    let answer = known.get(word);
    if (answer === undefined) {
      answer = judge(word);
      if (known.size >= most) known.clear();
      known.set(word, answer);
    }
    return answer;
  };
}
