import { isMonthName } from '../dates/calendar';
import { isRangeDash, type Lexeme, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import type { NumberReading } from './magnitudes';
import { readNumber } from './numbers';

/** A score or a vote, its two sides in the order given. Places among the lexemes, `to` exclusive. */
export interface ScoreReading {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly max: number;
}

const scoreWords = new Set(
  `win wins won winning beat beats beaten beating lead leads led leading lost lose loses loss losing defeat defeats defeated score
  scores scored vote votes voted voting ruling ruled rules decision decided draw draws drew drawn victory victories ahead down tie
  tied ties record match split majority verdict margin series final aggregate shutout rout routed edged triumph approved passed
  rejected upheld opener comeback half halftime penalties shootout game games advantage trailed trail trailing trails overtime
  thumped hammered thrashed downed topped blanked swept sweep stalemate equaliser passage party-line lines bench dissent`.split(
    /\s+/,
  ),
);

/** Whether one of the words within reach of the stretch speaks of a game or a vote, in the same sentence. */
function speaksOfScore(lexemes: Lexemes, from: number, to: number): boolean {
  for (let i = from - 1; i >= from - 8; i--) {
    const at = lexemeAt(lexemes, i);
    if (at.text === '' || (at.text === '.' && lexemeAt(lexemes, i + 1).capital)) break;
    if (scoreWords.has(at.lower)) return true;
  }
  for (let i = to; i < to + 4; i++) {
    const at = lexemeAt(lexemes, i);
    if (at.text === '' || at.text === '.') break;
    if (scoreWords.has(at.lower) || (i === to && at.lower === 'against')) return true;
  }
  return false;
}

/** The score that begins at the lexeme ("7-2", "3–1", "seven to two", "seven votes to two"), or null. `first`: the number there. */
export function readScore(lexemes: Lexemes, i: number, first: NumberReading | null): ScoreReading | null {
  if (!first || !isSide(first.value, lexemes, i) || first.scale !== 1 || first.vague) return null;
  const dash = markAt(lexemes, first.to);
  if (first.form === 'digits' && isRangeDash(dash) && lexemeAt(lexemes, first.to).glued) {
    const second = lexemeAt(lexemes, first.to + 1);
    if (first.to !== i + 1 || second.type !== 'digits' || !second.glued || !isSide(second.value, lexemes, first.to + 1))
      return null;
    const after = lexemeAt(lexemes, first.to + 2);
    const to = first.to + 2;
    // "4-3-3" and telephone numbers go on; "10-15kg" and "6-8%" have a unit.
    if (after.glued && (isRangeDash(after.text) || after.type === 'word' || after.text === '%' || after.text === '/'))
      return null;
    if (lexemeAt(lexemes, i).glued && /[-–/$£€]/.test(markAt(lexemes, i - 1))) return null;
    const falls = first.value >= second.value;
    if (!falls && !speaksOfScore(lexemes, i, to)) return null;
    if (falls && (first.value > 250 || /^(?:hour|hours|page|percent|per|year|years|am|pm|split)$/.test(after.lower))) {
      if (!speaksOfScore(lexemes, i, to)) return null;
    }
    if (/^(?:percent|per|miles?|years?|minutes?|hours?|days?|weeks?|months?|people)$/.test(after.lower)) return null;
    if (first.value === 50 && second.value === 50) return null;
    return { from: i, to, value: first.value, max: second.value };
  }
  const votes = /^(?:votes?|goals?|seats|points|sets|games)$/.test(wordAt(lexemes, first.to)) ? first.to + 1 : first.to;
  const link = wordAt(lexemes, votes);
  if (link !== 'to' && !(link === 'against' && votes > first.to) && !isRangeDash(markAt(lexemes, votes))) return null;
  if (link !== 'to' && link !== 'against' && wordAt(lexemes, i - 1) === '') return null;
  const at = isRangeDash(markAt(lexemes, votes)) && wordAt(lexemes, votes + 1) === 'to' ? votes + 2 : votes + 1;
  const second = readNumber(lexemes, at);
  if (!second || !isSide(second.value, lexemes, at) || second.scale !== 1) return null;
  if (second.form !== first.form && !isHouseStyle(first, second)) return null;
  if (wordAt(lexemes, i - 1) === 'from' || wordAt(lexemes, i - 1) === 'between') return null;
  if (
    /^(?:percent|per|points?|million|people|years?|minutes?|hours?|days?|weeks?|months?|times)$/.test(
      wordAt(lexemes, second.to),
    )
  )
    return null;
  if (markAt(lexemes, second.to) === '%') return null;
  if (votes === first.to && (first.value < second.value || !tells(lexemes, i, second.to))) return null;
  return { from: i, to: second.to, value: first.value, max: second.value };
}

/** Newsrooms write numbers up to nine in words and those from ten on in digits, so that a vote may be "10 to two". */
function isHouseStyle(first: NumberReading, second: NumberReading): boolean {
  const [words, digits] = first.form === 'words' ? [first, second] : [second, first];
  return words.form === 'words' && digits.form === 'digits' && words.value < 10 && digits.value >= 10;
}

/** A side's name has no more words than these. */
const longestName = 4;
/** What is numbered and so has no score: "Section 3, Article 2". */
const numbered =
  /^(?:section|article|chapter|page|part|volume|vol|no|number|verse|line|column|route|highway|day|week|month|phase|act|scene|level|unit|room|gate|terminal|platform|zone|group|pool|round|game|set|step|lesson|figure|table|item|rule|class|grade|tier|stage|studio|channel|court|lot|block|apartment|apt|floor|district|ward|precinct|type|category)s?$/;

/**
 * The score of a headline with each side behind its name, at the first side: "TOWN 3, CARROW 2". The winner stands
 * first. Places from the first number to the second.
 */
export function readNamedScore(lexemes: Lexemes, i: number): ScoreReading | null {
  const first = lexemeAt(lexemes, i);
  const name = lexemeAt(lexemes, i - 1);
  if (first.type !== 'digits' || !isNameOfSide(name) || !isSide(first.value, lexemes, i)) return null;
  if (!/^[,;]$/.test(markAt(lexemes, i + 1)) || !lexemeAt(lexemes, i + 1).glued) return null;
  let at = i + 2;
  while (at < i + 2 + longestName && isNameOfSide(lexemeAt(lexemes, at))) at++;
  const second = lexemeAt(lexemes, at);
  if (at === i + 2 || second.type !== 'digits' || second.glued || !isSide(second.value, lexemes, at)) return null;
  // Behind the second number the headline ends, or another part of it begins.
  const after = lexemeAt(lexemes, at + 1);
  if (first.value < second.value || (after.text !== '' && !/^[:;,.(–—-]$/.test(after.text))) return null;
  if (after.text === ',' && lexemeAt(lexemes, at + 2).type === 'digits') return null;
  return { from: i, to: at + 1, value: first.value, max: second.value };
}

const isNameOfSide = ({ type, capital, lower }: Lexeme): boolean =>
  type === 'word' && capital && !numbered.test(lower) && !isMonthName(lower);

/** For "52 to 48": only right behind a word of voting or play, since a fall reads alike. */
function tells(lexemes: Lexemes, from: number, to: number): boolean {
  for (let i = from - 1; i >= from - 4; i--) {
    if (
      /^(?:vote[ds]?|voting|won|beat|lead|led|lost|defeated|win|victory|by|ruled|passed|approved|score|tied|majority|decision|margin|voted)$/.test(
        wordAt(lexemes, i),
      )
    ) {
      return !/^(?:fell|rose|dropped|cut|down|up|increased|reduced|declined)$/.test(wordAt(lexemes, i - 1));
    }
  }
  return (
    /^(?:vote|votes|win|victory|defeat|loss|decision|ruling|majority|lead|in)$/.test(wordAt(lexemes, to)) &&
    wordAt(lexemes, to + 1) !== ''
  );
}

function isSide(value: number, lexemes: Lexemes, i: number): boolean {
  const at = lexemeAt(lexemes, i);
  return (
    Number.isInteger(value) &&
    value >= 0 &&
    value < 700 &&
    !(at.type === 'digits' && at.text.length > 1 && at.text.startsWith('0'))
  );
}
