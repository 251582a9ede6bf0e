import { scanFigures } from '../../../src/claims/figures/figureScanner';
import { splitParagraphs } from '../../../src/claims/paragraphs';
import assert from 'node:assert/strict';
import { checkFigures } from './checkFigures';

describe('figures: what is none', () => {
  it('leaves phone numbers, addresses and codes alone', () => {
    checkFigures('Call 020 7946 0018 or +1-222-555-0143, or write to 575 Wilbury Road or 9 E 71st St, Calder.');
    checkFigures('The server at 192.168.1.2 runs version 2.0.1, see www.calder.example/24/7?a=30%25 for more.');
  });

  it('leaves the number of a road, a page, a flight or a room alone', () => {
    checkFigures('Route 66 and Interstate 95 meet near Room 12; see page 40, section 3, Flight 370, article 5.');
    checkFigures('Phase two begins in room 101, on channel 5.');
  });

  it('leaves names with numbers alone', () => {
    checkFigures('A Boeing 737 and an F-16 met over the Group of Seven; his iPhone 12 has 5G.');
    checkFigures('The S&P 500, Formula One, Covid-19, World War Two and the 737 Max were named.');
    checkFigures('The Group of 20 summit ended; a group of ⟦20⟧{count 20} hikers left.');
    checkFigures('They recalled 9/11 and the under-21s.');
  });

  it('leaves a name with its number alone where its first word is left out', () => {
    checkFigures('The iPhone 11 Pro and 11 Pro Max came with ⟦11⟧{count 11} films.');
  });

  it('leaves the day in the name of what happened on it alone', () => {
    checkFigures('⟦Three⟧{count 3} of the ⟦12⟧{count 12} Nov. 5 rioters sang.');
  });

  it('leaves digits that hang together alone', () => {
    checkFigures('He went 6-for-8 against them; it was a 50-50 call. A 747-400 landed. The bill is H.R. 3590.');
    checkFigures('The 1300 block of Kilburn Avenue was shut; 16-18 Mill Lane was not. Dial 911.');
  });

  it('leaves a day without a date and one thing for another alone', () => {
    checkFigures('One day, he said, it passed from one owner to another.');
    checkFigures('It came ⟦one day⟧{duration 1 day} after the vote.');
  });

  it('leaves the numbers of a list alone', () => {
    checkFigures('1. Wash the pears.\n\n2. Cut ⟦three⟧{count 3} of them.\n\n3) Serve.');
  });

  it('leaves plain dates and times alone', () => {
    checkFigures('On May 4 2019, at 9:30, or 7 p.m., and again on 12 June, they met; it was 1987.');
    checkFigures('The Dec. 27th debate was held in 2000, they said.');
  });

  it('leaves set phrases alone', () => {
    checkFigures('Add your two cents.');
    checkFigures('A two-way street, a one-time fee, zero tolerance, a month or two.');
  });

  it('never touches a span that is taken', () => {
    const text = 'Between 3 May and 12 June about 40 boats sank.';
    const start = text.indexOf('3 May');
    const taken = [{ start, end: text.indexOf(' about') }];
    const found = scanFigures(text, splitParagraphs(text), taken);
    assert.deepEqual(
      found.map((f) => text.slice(f.start, f.end)),
      ['about 40'],
    );
  });
});
