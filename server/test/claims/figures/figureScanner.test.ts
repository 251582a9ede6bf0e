import assert from 'node:assert/strict';
import { scanFigures } from '../../../src/claims/figures/figureScanner';
import { splitParagraphs } from '../../../src/claims/paragraphs';
import { checkFigures } from './checkFigures';

const scan = (text: string) => scanFigures(text, splitParagraphs(text), []);

describe('figures: counts', () => {
  it('reads digits with their separators', () => {
    checkFigures('The ferry carried ⟦3,000⟧{count 3000} passengers and ⟦12⟧{count 12} crew.');
    checkFigures('The dam holds back ⟦40 000⟧{count 40000} villagers’ wells.');
  });

  it('reads numbers in words, with hyphens and without', () => {
    checkFigures('They counted ⟦twenty-three⟧{count 23} boats, then ⟦one hundred and six⟧{count 106} more nets.');
    checkFigures('Some said the harbour had ⟦two and a half⟧{count 2.5} berths a boat.');
  });

  it('multiplies by magnitudes in words and letters', () => {
    checkFigures('The town has ⟦1.2 million⟧{count 1200000} trees, ⟦25k⟧{count 25000} of them limes.');
    checkFigures('A crowd of ⟦half a million⟧{count 500000} people, and ⟦4.3M⟧{count 4300000} online sales.');
    checkFigures(
      'About the harvest: ⟦12.3m⟧{count 12300000} sacks of pears, ⟦three hundred thousand⟧{count 300000} sacks.',
    );
  });

  it('takes a dozen for a number and dozens for an order of size', () => {
    checkFigures('She bought ⟦a dozen⟧{count 12} eggs.');
    checkFigures(
      '⟦Dozens⟧{count 12 atLeast vague} of sheep and ⟦tens of thousands⟧{count 10000 atLeast vague} of bees died.',
    );
    checkFigures('⟦Several hundred⟧{count 100 atLeast vague} walkers came.');
  });

  it('gives a vague number the currency or measure that "of" joins to it', () => {
    checkFigures('It cost ⟦tens of thousands of dollars⟧{money 10000 USD atLeast vague}.');
    checkFigures('They drove ⟦hundreds of miles⟧{measure 100 mile atLeast vague}.');
  });

  it('counts with "one" where a thing is counted, and never where it stands for one', () => {
    checkFigures('⟦One⟧{count 1} man was held, and just ⟦one⟧{count 1} shop opened.');
    checkFigures('One of them said no one knew, and this one day they helped one another.');
  });

  it('says what a count is reckoned by', () => {
    checkFigures('The lab runs ⟦three thousand⟧{count 3000 /day} tests per day.');
  });

  it('says how large the last digit given is', () => {
    const steps = scan('There were 43 goats, 43,000 hens, 148.6 million flies, 2.50 apples and 350 pears.').map(
      (f) => f.step,
    );
    assert.deepEqual(steps, [1, 1000, 100_000, 0.01, 10]);
  });

  it('takes four digits for a sum where the words say so', () => {
    checkFigures('Fares rose by an average of ⟦1950⟧{count 1950}, as they had in the spring of 1950.');
  });

  it('keeps the number apart from its bound and unit', () => {
    const text = 'It weighed more than 148.6 million tonnes a year.';
    const [figure] = scan(text);
    assert.ok(figure);
    assert.equal(text.slice(figure.number.start, figure.number.end), '148.6 million');
    assert.equal(text.slice(figure.start, figure.end), 'more than 148.6 million tonnes a year');
  });
});

describe('figures: money', () => {
  it('reads the signs and letters before a number', () => {
    checkFigures('It sold for ⟦$1.3bn⟧{money 1300000000 USD}, or ⟦$1.3 billion⟧{money 1300000000 USD}.');
    checkFigures(
      'The bids were ⟦US$5m⟧{money 5000000 USD}, ⟦$US5m⟧{money 5000000 USD}, ⟦A$7.20⟧{money 7.2 AUD} and ⟦HK$ 5.4m⟧{money 5400000 HKD}.',
    );
    checkFigures(
      'Grants of ⟦£300,000⟧{money 300000 GBP}, ⟦€2.5m⟧{money 2500000 EUR}, ⟦RM79⟧{money 79 MYR} and ⟦USD10m⟧{money 10000000 USD}.',
    );
    checkFigures('The dam cost ⟦Rs 500 crore⟧{money 5000000000 INR}.');
  });

  it('reads the names and letters behind a number', () => {
    checkFigures('She paid ⟦94 bucks⟧{money 94 USD}, he ⟦92 million yuan⟧{money 92000000 CNY}.');
    checkFigures('A fare of ⟦164p⟧{money 1.64 GBP} and ⟦12 Canadian dollars⟧{money 12 CAD}.');
  });

  it('takes cents for parts of the dollar, or of the euro where the article is in euros', () => {
    checkFigures('It costs ⟦50 cents⟧{money 0.5 USD} a cup.');
    checkFigures('It costs ⟦€3⟧{money 3 EUR}, or ⟦50 cents⟧{money 0.5 EUR} for children.');
  });

  it('says what a price is reckoned by', () => {
    checkFigures('Oil is at ⟦$52 a barrel⟧{money 52 USD /barrel}, rent at ⟦£940 per month⟧{money 940 GBP /month}.');
    checkFigures('He earns ⟦$94,000 a year⟧{money 94000 USD /year}.');
  });

  it('passes over an adjective in what a price is reckoned by', () => {
    checkFigures('They earned ⟦$1.31 per diluted share⟧{money 1.31 USD /share}.');
  });

  it('tells pounds of money from pounds of weight', () => {
    checkFigures('The catch weighed ⟦40 pounds⟧{measure 40 pound}.');
    checkFigures('The repair cost ⟦40 pounds⟧{money 40 GBP}.');
  });

  it('takes the peso of the country that the article names', () => {
    checkFigures('In Manila the fare rose by ⟦30 pesos⟧{money 30 PHP}.');
  });

  it('keeps the sign of a loss', () => {
    checkFigures('The balance stood at ⟦$-50.8bn⟧{money -50800000000 USD}, then ⟦-$3m⟧{money -3000000 USD}.');
  });
});

describe('figures: percent and measures', () => {
  it('tells percent from percentage points', () => {
    checkFigures(
      'Turnout rose ⟦5 per cent⟧{percent 5 %}, ⟦5pc⟧{percent 5 %} or ⟦two percentage points⟧{percent 2 percentage point}.',
    );
    checkFigures('The index: ⟦-1.3%⟧{percent -1.3 %}, +⟦0.2%⟧{percent 0.2 %}.');
  });

  it('reads units glued or not, in symbols or words', () => {
    checkFigures(
      'Winds of ⟦50mph⟧{measure 50 mile per hour} and ⟦140 km/h⟧{measure 140 kilometre per hour}, gusts of ⟦90 km/hr⟧{measure 90 kilometre per hour}.',
    );
    checkFigures(
      'It weighs ⟦70kg⟧{measure 70 kilogram}, covers ⟦311 square miles⟧{measure 311 square mile} and ⟦450 sq ft⟧{measure 450 square foot}.',
    );
    checkFigures(
      'It does ⟦29 miles per gallon⟧{measure 29 mile per gallon} with ⟦296 hp⟧{measure 296 horsepower} and ⟦450 Nm⟧{measure 450 newton metre}.',
    );
    checkFigures(
      'A ⟦6.1-inch⟧{measure 6.1 inch} screen, ⟦64GB⟧{measure 64 gigabyte}, ⟦30Mbps⟧{measure 30 megabit per second}.',
    );
  });

  it('reads temperatures on both scales, below nought too', () => {
    checkFigures(
      'It was ⟦31°C⟧{measure 31 degree Celsius}, then ⟦minus-260 degrees Fahrenheit⟧{measure -260 degree Fahrenheit}.',
    );
  });

  it('reads feet and inches as one length', () => {
    checkFigures(
      'She is ⟦six foot four⟧{measure 6.333 foot}, he ⟦5 ft 2 in⟧{measure 5.167 foot}, I am ⟦6\'4"⟧{measure 6.333 foot}.',
    );
  });

  it('says what a measure is reckoned by', () => {
    checkFigures('The plant pumps ⟦325,000 barrels per day⟧{measure 325000 barrel /day}.');
  });
});

describe('figures: ages and durations', () => {
  it('reads each part of a length of time by itself', () => {
    checkFigures('He ran for ⟦3 years⟧{duration 3 year}, ⟦2 months⟧{duration 2 month}, ⟦14 days⟧{duration 14 day}.');
    assert.deepEqual(
      scan('A three-day march, a two-hour halt, five decades.').map((f) => f.iso),
      ['P3D', 'PT2H', 'P50Y'],
    );
  });

  it('reads an article and a half as one and a half', () => {
    checkFigures(
      'It took ⟦an hour and a half⟧{duration 1.5 hour} for ⟦about a mile and a half⟧{measure 1.5 mile approx}.',
    );
    checkFigures('She waited ⟦half an hour⟧{duration 0.5 hour} for ⟦half a pound⟧{measure 0.5 pound} of pears.');
  });

  it('reads an article and a stretch of time where it says how long', () => {
    checkFigures(
      'It shut for ⟦a week⟧{duration 1 week}, ⟦at least a month⟧{duration 1 month atLeast} in all; it took ⟦over a year⟧{duration 1 year atLeast}.',
    );
    checkFigures('She came once a week for a week-long fair, a day later, for a year book, and waited for a minute.');
  });

  it('reads ages by their words', () => {
    checkFigures(
      'A ⟦33-year-old⟧{age 33 year} baker, ⟦aged 51⟧{age 51 year} at the time, and a ⟦three months old⟧{age 3 month} lamb.',
    );
    checkFigures('The ⟦2,900 year-old⟧{age 2900 year} well was dug by ⟦15 year-old⟧{age 15 year} apprentices.');
  });

  it('reads a number that commas set off behind a name as an age', () => {
    checkFigures('Dolores Quill, ⟦77⟧{age 77 year}, rowed across. Her mate, Ned Farrow, ⟦61⟧{age 61 year}, steered.');
    checkFigures('The actress, ⟦26⟧{age 26 year}, had sung since the age of ⟦14⟧{age 14 year}.');
    checkFigures(
      'Ada Quill, who was ⟦10⟧{age 10 year}, and her cousins, ⟦aged 16⟧{age 16 year} and ⟦13⟧{age 13 year}.',
    );
    checkFigures('In Harrowgate, ⟦14⟧{count 14}, then more, gave up.');
  });

  it('takes "over three years" for the time something took', () => {
    checkFigures(
      'The work was spread over ⟦three years⟧{duration 3 year}. It lasted ⟦over three years⟧{duration 3 year atLeast}.',
    );
  });
});

describe('figures: bounds', () => {
  it('reads the bound before a number', () => {
    checkFigures(
      '⟦Up to 400⟧{count 400 atMost} sheep, ⟦as many as 20⟧{count 20 atMost} cows, ⟦no more than 5⟧{count 5 atMost} pigs.',
    );
    checkFigures(
      '⟦More than 40⟧{count 40 atLeast} boats, ⟦at least six⟧{count 6 atLeast} nets, ⟦over 20⟧{count 20 atLeast} heads of state.',
    );
    checkFigures(
      '⟦About 60⟧{count 60 approx} fishermen, ⟦nearly $149 million⟧{money 149000000 USD approx}, ⟦~45g⟧{measure 45 gram approx}.',
    );
    checkFigures(
      '⟦A little under eight dollars⟧{money 8 USD approx} and ⟦just under 20 percent⟧{percent 20 % approx}.',
    );
  });

  it('reads the bound behind a number', () => {
    checkFigures(
      '⟦A hundred or so⟧{count 100 approx} came, ⟦30 or more⟧{count 30 atLeast} stayed, ⟦300-odd⟧{count 300 approx} left.',
    );
  });

  it('takes no topic and no outcome for a bound', () => {
    checkFigures('She had information about ⟦two⟧{count 2} farms.');
    checkFigures('He presided over ⟦two⟧{count 2} tense meetings.');
    checkFigures('Prices are back up to ⟦4.8 percent⟧{percent 4.8 %} of income.');
  });
});

describe('figures: ranges and changes', () => {
  it('reads both ends of a range, with the unit or magnitude that only one has', () => {
    checkFigures(
      '⟦10 to 12⟧{count 10..12 range} boats, ⟦between 5 and 7⟧{count 5..7 range} nets, ⟦10-15 minutes⟧{duration 10..15 minute range}.',
    );
    checkFigures(
      'It will cost ⟦$89 to $93 billion⟧{money 89000000000..93000000000 USD range} or ⟦$750,000 to $1 million⟧{money 750000..1000000 USD range}.',
    );
    checkFigures(
      'Expect ⟦four to five thousand⟧{count 4000..5000 range} visitors, a ⟦5% to 10%⟧{percent 5..10 % range} rise.',
    );
    checkFigures('Flats of ⟦from 450 sq ft up to 900 sq ft⟧{measure 450..900 square foot range}.');
    checkFigures('Children ⟦aged 6 to 12⟧{age 6..12 year range} and ⟦five or six⟧{count 5..6 range} dogs.');
  });

  it('reads a change as two figures and gives the second what it leaves unsaid', () => {
    checkFigures('They cut it from ⟦48 hours a week⟧{duration 48 hour /week} to ⟦26⟧{duration 26 hour /week}.');
    checkFigures('He cut the budget from ⟦eleven million dollars⟧{money 11000000 USD} to ⟦four⟧{money 4000000 USD}.');
    checkFigures('The toll rose from ⟦12⟧{count 12} to ⟦15⟧{count 15}.');
    checkFigures('Growth slowed from ⟦4.8⟧{percent 4.8 %} to ⟦4.7 percent⟧{percent 4.7 %}.');
  });

  it('takes round numbers for a range where both are joined by a spaced dash', () => {
    checkFigures('A goat eats ⟦about 2000 - 2500 calories⟧{measure 2000..2500 calorie range} then.');
  });

  it('gives what a range changes into the unit of the range', () => {
    checkFigures(
      'It fell from ⟦about 20-24 mpg⟧{measure 20..24 mile per gallon range} to ⟦18⟧{measure 18 mile per gallon}.',
    );
    checkFigures('They went ⟦from 3-4 miles⟧{measure 3..4 mile range} to ⟦20⟧{count 20} houses.');
  });

  it('keeps figures of two units apart', () => {
    checkFigures('The index gained ⟦0.7 percent⟧{percent 0.7 %} to ⟦3,005.4⟧{count 3005.4}.');
    checkFigures('Shares rose ⟦6.5%⟧{percent 6.5 %} to ⟦164p⟧{money 1.64 GBP}.');
  });
});

describe('figures: scores, ranks and shares', () => {
  it('reads scores and votes where the words around speak of one', () => {
    checkFigures('Calder won ⟦3–1⟧{score 3..1} and the council voted ⟦7-2⟧{score 7..2} to keep the pitch.');
    checkFigures('The board ruled ⟦seven to two⟧{score 7..2} against it; the lords by ⟦52 votes to 48⟧{score 52..48}.');
    checkFigures('It takes ⟦10-15⟧{count 10..15 range} people.');
  });

  it('reads a vote whose sides are written by house style, one in digits and one in words', () => {
    checkFigures('The jurors agreed by ⟦10 to two⟧{score 10..2}, the bench by ⟦11 votes to four⟧{score 11..4}.');
  });

  it('reads the score of a headline with each side behind its name', () => {
    checkFigures('ROVERS ⟦4, FENTON VALE 1⟧{score 4..1}: MAGPIES LEFT BEHIND\n\nIt rained all day in Calder.');
    assert.deepEqual(
      scan('Section 4, Article 1: what the marina may charge')
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'score'),
      [],
    );
  });

  it('reads the minutes of play, by themselves and before what happened in them', () => {
    checkFigures('Roe levelled with a ⟦71st⟧{ordinal 71}-minute penalty and won it in the ⟦88th⟧{ordinal 88}.');
    checkFigures('The school fete was held on the 24th, as in the 19th.');
  });

  it('reads the ordinals that can be checked', () => {
    checkFigures(
      'The ⟦45th⟧{ordinal 45} president, in the ⟦third⟧{ordinal 3} year of the war, named the ⟦third⟧{ordinal 3}-largest city.',
    );
    checkFigures('It is their ⟦fourth⟧{ordinal 4} straight win; the ⟦No. 3⟧{ordinal 3} seed lost.');
    checkFigures('She is the ⟦No. 2⟧{ordinal 2} House Democrat.');
    checkFigures('At first they met for the first time; the second half and the Fifth Amendment came later.');
  });

  it('reads shares and multiples', () => {
    checkFigures(
      'Sales ⟦doubled⟧{multiple 2}, and ⟦a third⟧{multiple 0.3333333333333333} of buyers paid ⟦twice⟧{multiple 2} as much.',
    );
    checkFigures(
      '⟦Nearly two-thirds⟧{multiple 0.6666666666666666 approx} left; ⟦one in four⟧{multiple 0.25} stayed, ⟦three times⟧{multiple 3} as many as before.',
    );
    checkFigures('In the first half a third man came with his half brother.');
  });
});
