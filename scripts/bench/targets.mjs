import { asMegabytes, asRatio, table } from './figures.mjs';

const inMs = (ms) => `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
const faster = (ratio) => `${asRatio(ratio)} faster`;

/**
 * What the product must reach and hopes to, each with how it is read off the results; null where they don't tell. Less is
 * better, but where `more` says otherwise.
 */
const targets = [
  {
    what: 'cold check, 2,000 articles, against the baseline',
    ...{ must: 25, aim: 10, show: asRatio },
    seen: ({ at }) => at(2000, 'check')?.ratio,
  },
  ...['wire', 'typing'].flatMap((key) => {
    const how = key === 'wire' ? 'over stdio' : 'in process';
    return [
      {
        what: `keystroke p95, 500 articles, ${how}`,
        ...{ must: 16, aim: 5, show: inMs },
        seen: ({ at }) => at(500, key)?.p95,
      },
      {
        what: `keystroke p95, 8,000 articles, ${how}`,
        ...{ must: 30, aim: 8, show: inMs },
        seen: ({ at }) => at(8000, key)?.p95,
      },
      {
        what: `keystroke p95, 8,000 against 500 articles, ${how}`,
        ...{ must: 2, aim: 1.2, show: asRatio },
        seen: ({ at }) => quotient(at(8000, key)?.p95, at(500, key)?.p95),
      },
    ];
  }),
  {
    what: 'first diagnostics of the open file while 8,000 are read',
    ...{ must: 1000, aim: 300, show: inMs },
    seen: ({ at }) => at(8000, 'first')?.ms,
  },
  {
    what: 'opening 8,000 articles again, warm cache against cold',
    ...{ must: 8, aim: 20, show: faster, more: true },
    seen: ({ at }) => quotient(at(8000, 'server')?.ms, at(8000, 'warm')?.ms),
  },
  {
    what: 'memory at 8,000 articles, resident in the server',
    ...{ must: 600e6, aim: 250e6, show: asMegabytes },
    seen: ({ at }) => at(8000, 'resident')?.bytes,
  },
  {
    what: 'articles checked, whole process, against cspell',
    by: 'peers',
    ...{ must: 4, aim: 10, show: faster, more: true },
    seen: ({ tool }) => quotient(tool('cspell')?.ms, tool('ours')?.ms),
  },
  {
    what: 'articles checked, whole process, against sim_text',
    by: 'peers',
    ...{ must: 15, aim: 5, show: asRatio },
    seen: ({ tool }) => quotient(tool('ours')?.ms, tool('sim_text')?.ms),
  },
  {
    what: 'finding quotes, against minisearch',
    by: 'peers',
    ...{ must: 20, aim: 100, show: faster, more: true },
    seen: ({ engine }) => quotient(engine('minisearch')?.query, engine('ours')?.query),
  },
  {
    what: '– recall less that of minisearch',
    by: 'peers',
    ...{ must: 0, aim: 0, show: (share) => `${share < 0 ? '' : '+'}${share.toFixed(3)}`, more: true },
    seen: ({ engine }) => difference(engine('ours')?.recall, engine('minisearch')?.recall),
  },
];

const quotient = (a, b) => (typeof a === 'number' && typeof b === 'number' && b > 0 ? a / b : undefined);
const difference = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : undefined);

/**
 * Holds results against what must be reached.
 * @param sizes as `withRatios` gives them.
 * @param peers what the comparison with other tools gave, or null where none was made.
 * @returns for each measure `{ what, must, aim, seen, verdict }`, the numbers as they are and `verdict` one of `aim met`,
 *   `met`, `short` and `not measured`; `show` makes text of the numbers, `by` tells what they come from.
 */
export function judge(sizes, peers) {
  const measured = (value) => (value && value.missing === undefined ? value : undefined);
  const results = {
    at: (articles, key) => measured(sizes.find((size) => size.articles === articles)?.measures[key]),
    tool: (name) => measured(peers?.tools[name]),
    engine: (name) => measured(peers?.search?.engines[name]),
  };
  return targets.map(({ what, must, aim, seen: read, more = false, show, by = 'sizes' }) => {
    const seen = read(results) ?? null;
    const reaches = (mark) => (more ? seen >= mark : seen <= mark);
    const verdict = seen === null ? 'not measured' : reaches(aim) ? 'aim met' : reaches(must) ? 'met' : 'short';
    return { what, must, aim, seen, verdict, show, by };
  });
}

/** The same as a table. */
export function targetTable(judged) {
  const body = judged.map(({ what, must, aim, seen, verdict, show }) => [
    what,
    show(must),
    show(aim),
    seen === null ? '' : show(seen),
    verdict,
  ]);
  return table([['measure', 'must', 'aim', 'seen', ''], ...body]);
}
