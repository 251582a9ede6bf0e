import { checkDates } from './checkDates';

describe('dates that name their month', () => {
  it('are read in the forms that newsrooms use', () => {
    checkDates(
      'The ferry sank on ⟦June 9, 2025⟧{2025-06-09}, was raised on ⟦9 August 2025⟧{2025-08-09} and sails again.',
    );
    checkDates(
      'Due ⟦Jun 15 2019⟧{2019-06-15}. Sold ⟦Aug. 14, 2020⟧{2020-08-14}. Scrapped the ⟦9th of June, 2021⟧{2021-06-09}.',
    );
    checkDates('MINUTES OF ⟦MONDAY, JUNE 9, 2025⟧{2025-06-09}');
  });
  it('are one figure with their weekday, before or behind', () => {
    checkDates('It closes on ⟦Wednesday, May 21, 2025⟧{2025-05-21}, not ⟦Monday 23 June 2025⟧{2025-06-23}.');
    checkDates(
      'The pier opened ⟦June 9, 2025, a Monday⟧{2025-06-09}. It shut on ⟦Thursday (Oct. 23, 2025)⟧{2025-10-23}.',
    );
  });
  it('take the nearest year where none is stated', () => {
    checkDates('They met on ⟦Wednesday, May 21⟧{2025-05-21}, and vote on ⟦July 1⟧{2025-07-01}.', '2025-06-09');
    checkDates('Snow fell on ⟦Dec. 28⟧{2024-12-28}.', '2025-01-04');
  });
  it('take no year from a weekday that is wrong', () => {
    checkDates('The council met on ⟦Tuesday, June 9⟧{2025-06-09}.', '2025-06-09');
  });
  it('stay open where nobody knows the year', () => {
    checkDates('The council met on ⟦Tuesday, June 9⟧{?}.');
  });
  it('are read with a fault in them, which leaves no day', () => {
    checkDates('The fair runs ⟦until June 31, 2025⟧{? atMost}.');
  });
  it('may run from one to another', () => {
    checkDates(
      'The fair runs ⟦June 3-5, 2025⟧{2025-06-03/2025-06-05 range}, the regatta ⟦28 June to 2 July 2025⟧{2025-06-28/2025-07-02 range}.',
    );
    checkDates('It ran from ⟦May to September⟧{2025-05/2025-09 range}.', '2025-10-02');
  });
  it('are read in digits where they are plainly dates', () => {
    checkDates('Filed ⟦2024-10-24⟧{2024-10-24}, stamped ⟦10/24/2024⟧{2024-10-24}, paid ⟦24/10/2024⟧{2024-10-24}.');
  });
  it('state only the year where day and month in digits may be exchanged', () => {
    checkDates('Stamped ⟦03/04/2024⟧{2024}.');
  });
  it('are months with their years', () => {
    checkDates('Begun in ⟦April 2022⟧{2022-04}, halted in ⟦June of 2018⟧{2018-06}.');
  });
  it('do not swallow the full stop of a sentence', () => {
    checkDates('It sailed on ⟦9 June⟧{2025-06-09}. Nobody came.', '2025-06-10');
  });
  it('are none in the name of an event', () => {
    checkDates('The Sept. 11 attacks and the Fourth of July were on her mind.');
  });
  it('are none in the name of what happened on them', () => {
    checkDates('Three of the 12 Nov. 5 rioters sang. On ⟦12 November⟧{2024-11-12} 11 sang.', '2024-11-14');
  });
});

describe('months that stand alone', () => {
  it('are read where a word leads to them', () => {
    checkDates(
      'Work began in ⟦May⟧{2025-05} and ends ⟦by December⟧{2025-12 atMost}; the ⟦November⟧{?} vote decides.',
      '2025-10-24',
    );
  });
  it('are neither verbs nor people', () => {
    checkDates('They may march on. April said June will sing, and so did Mr. August.');
    checkDates('Theresa May spoke. Few put their faith in May.');
  });
  it('stay open where they lie ahead as far as behind', () => {
    checkDates('The mayor spoke of the storm in ⟦November⟧{?}.', '2025-04-25');
  });
});
