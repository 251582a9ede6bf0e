import { strict as assert } from 'node:assert';
import { extractClaims } from '../../../src/claims/extract';
import { checkUnderstanding } from './checkUnderstanding';

const check = (source: string): void => checkUnderstanding(source, ({ subject }) => subject?.text ?? 'null');
const wordsOf = (text: string): readonly string[] => extractClaims(text).figures[0]?.subject?.words ?? [];
const headOf = (text: string): string | undefined => extractClaims(text).figures[0]?.subject?.head;

describe('what a count counts', () => {
  it('is the noun that follows, with its modifiers, up to a verb', () => {
    check('The plan cuts ⟦23⟧{vacant positions} vacant positions and spares the fire crews.');
    check('Up to ⟦900⟧{mounted river wardens} mounted river wardens may be sent north.');
    check('The school has ⟦640⟧{pupils} pupils and ⟦38⟧{teachers} teachers.');
    check('The airline cancelled ⟦140⟧{flights} flights on Saturday because of the storm.');
    check('Around ⟦300⟧{firefighters} firefighters are battling the blaze.');
    check('Marta Oliveira scored ⟦27⟧{points} points as the Comets won.');
  });
  it('takes in what hangs on the noun by "of"', () => {
    check('The ministry reported ⟦212⟧{cases of cholera} new cases of cholera.');
    check('It was attended by ⟦20⟧{heads of state} heads of state.');
  });
  it('stands behind "of" where a part is counted', () => {
    check('⟦Sixteen⟧{miners} of the 23 miners were brought up alive.');
  });
  it('is what the figure before it counts, in "from 48 to 26" and "down from 48"', () => {
    check('The branch goes from ⟦48 hours⟧{branch} a week to ⟦26⟧{branch}.');
    check('The company posted a net profit of ⟦€48 million⟧{net profit}, down from ⟦€61 million⟧{net profit}.');
  });
  it('is what was asked for, where the number is the whole answer', () => {
    check(`
MEMBER ROE: Good evening.

MEMBER QUILL: How many posts are we cutting?

MS. VANE: ⟦Twenty-three⟧{posts}, all of them vacant.

MEMBER QUILL: Thank you.`);
  });
  it('is people where only their state is named, told apart by it', () => {
    assert.deepEqual(wordsOf('A bus crash left 12 dead near Halden.'), ['person', 'dead']);
    assert.deepEqual(wordsOf('A bus crash left 19 injured near Halden.'), ['person', 'injure']);
  });
  it('keeps the killed apart from the injured', () => {
    assert.deepEqual(wordsOf('Four people were killed when a coach overturned.'), ['person', 'kill']);
    assert.deepEqual(wordsOf('Four people were injured when a coach overturned.'), ['person', 'injure']);
  });
  it('names the place whose people are counted', () => {
    assert.ok(wordsOf('Halden, a mill city of 61,000 people, has no bus.').includes('city'));
  });
  it('takes the noun into the figure', () => {
    const figure = extractClaims('Kyle sent 3,000 troops to the border.').figures[0];
    assert.equal(figure?.text, '3,000 troops');
  });
});

describe('what an amount is of', () => {
  it('is the noun that it stands before', () => {
    check('The board adopted a ⟦$148.6 million⟧{general fund budget} general fund budget.');
    check('The bank faces a ⟦£2 million⟧{fine} fine for the delay.');
  });
  it('is the noun before "of"', () => {
    check('The council approved a new budget of ⟦nearly $149 million⟧{budget}.');
    check('Winds of ⟦up to 95 mph⟧{Winds} tore roofs from houses.');
  });
  it('is the noun after "of", "for" or "in"', () => {
    check('⟦60%⟧{plant workers} of the plant workers stayed at home.');
    check('Tickets are sold at ⟦$45⟧{Tickets} each.');
    check('The insurer paid ⟦$3 million⟧{damages} in damages.');
  });
  it('is the subject of a verb of change or price', () => {
    check('Spending will grow ⟦4.1%⟧{Spending}.');
    check('Shares in the chipmaker fell ⟦4.3%⟧{Shares in the chipmaker} to ⟦$61.20⟧{Shares in the chipmaker}.');
    check('The house sold for ⟦$1.8 million⟧{house}.');
    check('The river rose ⟦2.4 metres⟧{river} overnight, the agency said.');
    check('The tower will be ⟦210 metres⟧{tower} tall.');
    check('Inflation is expected to reach ⟦6 percent⟧{Inflation}.');
    check('The charity, which has 45 employees, raised ⟦£2.1 million⟧{charity}.');
  });
  it('is the object that is raised or cut by so much', () => {
    check('The plan raises the property tax levy by ⟦3.8%⟧{property tax levy}.');
    check('The plan raises the property tax levy ⟦3.8 percent⟧{property tax levy}.');
  });
  it('is whoever it costs', () => {
    check(
      'The rise will cost the owner of a median home, one assessed at $312,000, ⟦about $8⟧{owner of a median home} a month.',
    );
    check('That works out to ⟦$49 a year⟧{owner of a median home} for the owner of a median home.');
  });
  it('is what the sentence before spoke of, where a pronoun stands for it', () => {
    check('The budget is ⟦$148 million⟧{budget}. That is up ⟦4.1 percent⟧{budget}.');
  });
  it('goes back over "which she said"', () => {
    check(
      'The lights went off at the harbour branch, which she said would drop from ⟦48 hours⟧{harbour branch} a week.',
    );
  });
  it('is the same for a conversion in brackets', () => {
    check('The field stretched for ⟦seven miles⟧{field} (⟦11 km⟧{field}).');
  });
  it('says by its verb what became of it', () => {
    assert.deepEqual(wordsOf('Unemployment fell to 3.9 percent.'), ['unemployment', 'fall']);
    assert.deepEqual(wordsOf('Unemployment rose to 3.9 percent.'), ['unemployment', 'rise']);
  });
  it('keeps apart for whom a price is', () => {
    check('Tickets cost ⟦$45⟧{Tickets} for adults.');
    assert.ok(wordsOf('Tickets cost $45 for adults.').includes('adult'));
    assert.ok(wordsOf('Tickets cost $20 for children.').includes('child'));
  });
});

describe('whom or what other figures are of', () => {
  it('is the person of an age', () => {
    check('The loudest cheer went to Bill Haverty, ⟦77⟧{Bill Haverty}, a retired foreman.');
    check('A ⟦19-year-old⟧{student} student was stabbed outside a nightclub.');
  });
  it('is what lasts so long', () => {
    check('The war loomed over the ⟦three-day⟧{meeting} meeting.');
    check('The trial is expected to last ⟦three weeks⟧{trial}.');
    check('One of them, Bill Haverty, has lived on Tannery Street for ⟦51 years⟧{Bill Haverty}.');
  });
  it('is the vote, with the body that voted', () => {
    check('The vote was ⟦7 to 2⟧{vote}.');
    assert.deepEqual(wordsOf('The harbour council voted 7-2 to adopt it.'), ['harbor', 'council', 'vote']);
    assert.equal(headOf('The harbour council voted 7-2 to adopt it.'), 'vote');
    assert.equal(headOf('Rovers beat United 3-1 at Hale Park.'), 'match');
  });
  it('is what a rank counts', () => {
    check('It was the ⟦third year⟧{year of the war} of the war.');
  });
  it('is the event of a date and of the hour beside it', () => {
    check(
      'A public hearing on water rates is set for ⟦Monday, June 23⟧{public hearing on water rates}, at ⟦7 p.m.⟧{public hearing on water rates}',
    );
    check('The fiscal year begins ⟦July 1⟧{fiscal year}.');
    check('The bridge opened in ⟦1931⟧{bridge}.');
    check('Little has changed since the invasion of Kyle in ⟦2022⟧{invasion of Kyle}.');
  });
  it('is nothing for the day on which somebody spoke', () => {
    check('Two men were held, police said on ⟦Sunday⟧{null}.');
  });
});

describe('bad input', () => {
  it('gives figures without a subject rather than faults', () => {
    for (const text of [
      '12',
      '$5',
      '“12',
      '12,',
      ', 12 ,',
      'of 12 of',
      '12 12 12',
      '(12',
      'to 12 from 13 to',
      '7-2',
      'by 3%',
    ]) {
      assert.doesNotThrow(() => extractClaims(text));
    }
  });
});
