import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanFigures } from '../../../src/claims/figures/figureScanner';
import { splitParagraphs } from '../../../src/claims/paragraphs';

const pieces = fc.constantFrom(
  ...`1 12 3,000 1.5 007 45th $ £ € % ° - – / . , : ( ) ' " ~ + > 1/2 ½ one two twenty hundred thousand million dozen dozens tens a an and half
  third of to from between or more than up about over per year years old mph kg km/h foot four cents dollars US$ RM No. page Boeing
  Smith won vote doubled twice times in minus point http://a.b/1%20 😀 é`.split(/\s+/),
  ' ',
  '\n',
);
const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const spaced = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' '));

const scan = (article: string) => scanFigures(article, splitParagraphs(article), []);

describe('figures in any text', () => {
  it('lie inside the text, in order, without overlap, with their number inside', () => {
    fc.assert(
      fc.property(fc.oneof(text, spaced, fc.string()), (article) => {
        let end = 0;
        for (const figure of scan(article)) {
          assert.ok(figure.start >= end && figure.end > figure.start && figure.end <= article.length);
          assert.ok(figure.number.start >= figure.start && figure.number.end <= figure.end);
          assert.ok(figure.number.end > figure.number.start);
          assert.ok(figure.value !== null && Number.isFinite(figure.value));
          assert.ok(figure.step > 0 && Number.isFinite(figure.step));
          assert.equal(figure.bound === 'range', figure.max !== null && figure.kind !== 'score');
          end = figure.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('touch no span that is taken', () => {
    fc.assert(
      fc.property(spaced, fc.nat(80), fc.nat(20), (article, start, length) => {
        const taken = [{ start, end: Math.min(article.length, start + length) }].filter((s) => s.end > s.start);
        for (const figure of scanFigures(article, splitParagraphs(article), taken)) {
          for (const hole of taken) assert.ok(figure.end <= hole.start || figure.start >= hole.end);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are found in linear time, however long the runs of digits, words and marks', () => {
    for (const piece of [
      '1',
      '1-',
      '1,111',
      '1 111 ',
      'one ',
      '$ ',
      '-',
      'and a half ',
      '5 or ',
      'a million million ',
      'Abc ',
      'Ab-',
      '1.',
      '1/2 ',
    ]) {
      const time = (repeats: number) => {
        const article = piece.repeat(repeats);
        const from = process.cpuUsage();
        scan(article);
        const used = process.cpuUsage(from);
        return (used.user + used.system) / 1000;
      };
      time(1_000);
      const small = time(4_000);
      const large = time(16_000);
      // Four times the text: linear is 4, quadratic 16.
      assert.ok(large < 40 + small * 10, `${piece}: ${String(small)} ms, then ${String(large)} ms`);
    }
  });
});
