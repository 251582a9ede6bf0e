/** The articles of the sample newsroom. They are named here because a packed folder can't be listed in a browser. */
export const sampleFiles = [
  'coast-radio.md',
  'daily-gull.txt',
  'harbour-briefing.txt',
  'northern-wire.txt',
  'orrin-herald.txt',
] as const;

/** The one to begin with: it differs from all the others. */
export const firstSampleArticle = 'orrin-herald.txt';
