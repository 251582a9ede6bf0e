declare module 'wink-porter2-stemmer' {
  /** The stem of a lower-case English word, by the Porter2 algorithm. */
  const stem: (word: string) => string;
  export = stem;
}
