import assert from 'node:assert/strict';
import { figureLinksOf, figureStory } from '../support/figureStory';

/** Checks how the figures of the first article are linked to those of the others. */
function check(articles: readonly string[], ...expected: string[]): void {
  assert.deepEqual(figureLinksOf(figureStory(...articles)), expected);
}

/** Checks that nothing in the articles is said to differ. */
function silent(...articles: readonly string[]): void {
  const differing = figureLinksOf(figureStory(...articles)).filter(
    (link) => link.includes('≠') && !link.startsWith('perhaps'),
  );
  assert.deepEqual(differing, []);
}

describe('figures of one story', () => {
  it('are linked where they agree', () => {
    check(['The Grey Heron carried 118 passengers when she struck.']);
    check(
      ['The Grey Heron carried 118 passengers when she struck.', 'There were 118 passengers aboard the Grey Heron.'],
      '118 passengers = 118 passengers (wire.txt)',
    );
  });
  it('differ where the same thing is counted otherwise', () => {
    check(
      [
        'The Grey Heron carried 118 passengers when she struck.',
        'The Grey Heron carried 181 passengers when she struck.',
      ],
      '118 passengers ≠ 181 passengers (wire.txt)',
    );
  });
  it('differ in the sum that one thing costs', () => {
    check(
      ['The board will pay $184.6 million for a new ferry.', 'The board will pay $148.6 million for a new ferry.'],
      '$184.6 million ≠ $148.6 million (wire.txt)',
    );
  });
  it('differ where one has millions and the other billions', () => {
    check(
      ['The inquiry into the wreck will cost $2.45 million.', 'The inquiry into the wreck will cost $2.45 billion.'],
      '$2.45 million ≠ $2.45 billion (wire.txt)',
    );
  });
  it('differ in the age of one person', () => {
    check(
      [
        'The mate, Noor Castellan, 52, was at the wheel.',
        'Noor Castellan, 57, was at the wheel, the mate told police.',
      ],
      '52 ≠ 57 (wire.txt)',
    );
  });
  it('differ in a vote of one body', () => {
    check(
      ['The Ferry Board voted 7-2 to suspend the route.', 'The Ferry Board voted 6-3 to suspend the route.'],
      '7-2 ≠ 6-3 (wire.txt)',
    );
  });
  it('differ in a vote of one body that is told in other words', () => {
    check(
      [
        'The jury reached its verdict on the mate by a majority of 11 to 1.',
        'The mate was convicted at Varde of steering the Grey Heron on to the rocks, by a majority of 10 to 2.',
      ],
      '11 to 1 ≠ 10 to 2 (wire.txt)',
    );
  });
  it('differ in the score of one match', () => {
    check(
      [
        'Hestholm gave the crew something to cheer with a 3-1 win over Carrow on a wet night.',
        'Rovers, who beat Carrow 3-2, wore black for the ferry.',
      ],
      '3-1 ≠ 3-2 (wire.txt)',
    );
    silent(
      'Hestholm gave the crew something to cheer with a 3-1 win over Carrow on a wet night.',
      'Rovers, who beat Carrow 3-2, wore black for the ferry; last May they had won 3-0 at Carrow.',
    );
  });
  it('differ in the minute of one goal', () => {
    check(
      ['Ottilie Brandt won it with a 68th-minute header.', 'Ottilie Brandt headed the winner in the 88th minute.'],
      '68th-minute ≠ 88th minute (wire.txt)',
    );
  });
  it('differ in the day of one occasion, by a rare thing that both articles name', () => {
    check(
      [
        'The court will sit again on Monday, September 28, to decide on the confiscation of the bridge’s brass bell.',
        'A hearing on confiscation will be held on Friday 25 September.',
      ],
      'Monday, September 28 ≠ Friday 25 September (wire.txt)',
    );
  });
  it('differ in the day of one occasion, by two names, one of them short for the other’s first letters', () => {
    check(
      [
        'The WMC has invited both sides to Lausanne on Tuesday 23 September.',
        'Its owners would attend talks that the World Maritime Council has called in Lausanne for Monday, Sept. 22.',
      ],
      'Tuesday 23 September ≠ Monday, Sept. 22 (wire.txt)',
    );
  });
  it('agree after conversion', () => {
    check(
      [
        'The rocks lie 30 miles north of the harbour at Varde.',
        'The rocks lie 48 kilometres north of the harbour at Varde.',
      ],
      '30 miles = 48 kilometres (wire.txt)',
    );
  });
  it('never compare money of two currencies', () => {
    check(['The board will pay $40 million for a ferry.', 'The board will pay €36 million for a ferry.']);
  });

  describe('are not said to differ', () => {
    it('where one is rounded', () => {
      silent('The new ferry cost nearly $149 million.', 'The new ferry cost $148.6 million.');
      silent('The new ferry cost $148 million.', 'The new ferry cost $148.6 million.');
    });
    it('where a bound allows both', () => {
      silent('More than 40 passengers were hurt in the wreck.', 'The wreck hurt 43 passengers.');
      silent('As many as 50 passengers were hurt in the wreck.', 'The wreck hurt 43 passengers.');
      silent('Between 40 and 50 passengers were hurt in the wreck.', 'The wreck hurt 43 passengers.');
    });
    it('where two sources are named', () => {
      silent(
        'Ana Bruhl said 43 passengers were hurt in the wreck.',
        'Lars Roe said 34 passengers were hurt in the wreck.',
      );
    });
    it('where they stand for different times', () => {
      silent('The wreck cost the board $14 million in 2023.', 'The wreck cost the board $16 million in 2024.');
      silent(
        'The wreck hurt 34 passengers by Tuesday, May 20, 2025.',
        'The wreck hurt 43 passengers by Wednesday, May 21, 2025.',
      );
    });
    it('where one is a forecast', () => {
      silent('The board expects revenue of $81 million.', 'The board had revenue of $84 million.');
    });
    it('where one is what it was before', () => {
      silent('Fares rose to $15, up from $12.', 'Fares rose to $15.');
      silent('The crossing takes 90 minutes, compared with 60 minutes before.', 'The crossing takes 90 minutes.');
    });
    it('where one is on top of the other', () => {
      silent('Another 34 passengers were hurt in the wreck.', 'The wreck hurt 43 passengers.');
    });
    it('where they are days of two occasions', () => {
      silent(
        'The mate is to appear in court on Monday, September 28.',
        'The court will hear the master of the ferry on Friday 25 September.',
      );
      silent(
        'The bell will be shown on Monday, September 28, and the bell sold on Friday, October 2.',
        'The sale of the bell is on Wednesday 30 September.',
      );
    });
    it('where they are what two sides have won and lost so far', () => {
      silent('Carrow (11-4) won the game.', 'The game was lost by Rovers (5-10).');
    });
    it('where one is of all competitions', () => {
      silent('Ottilie Brandt has 14 goals in the league.', 'Ottilie Brandt has 17 goals in all competitions.');
    });
    it('where they count different things', () => {
      silent('The ferry carried 118 passengers.', 'The ferry carried 24 cars.');
    });
    it('where they are too far apart to be one thing', () => {
      silent('Nine firemen were hurt in the rescue.', 'More than 1,100 firemen were at the rescue.');
    });
    it('where they are of persons of one name', () => {
      silent(
        'Noor Castellan, 52, was at the wheel of the ferry.',
        'Colin Castellan, 55, was at the wheel of the ferry.',
      );
    });
    it('where the other article has the value too', () => {
      silent(
        'The wreck hurt 34 passengers.',
        'The wreck hurt 43 passengers. At noon it was thought to have hurt 34 passengers.',
      );
    });
    it('where a third article has both, each for its own', () => {
      silent(
        'The rocks hurt 34 passengers aboard.',
        'The rocks hurt 43 passengers aboard.',
        'The rocks hurt 34 passengers aboard the Grey Heron and 43 passengers aboard another boat.',
      );
    });
    it('where they are rates by different times', () => {
      silent('The ferry costs the town $12 million a year.', 'The ferry costs the town $11 million a month.');
    });
    it('where one is what the other comes to over some months', () => {
      silent(
        'Ana Bruhl is paid £245,000 a year by the Ferry Board.',
        'Ana Bruhl will be paid £122,500 by the Ferry Board.',
      );
    });
    it('where they are hours at which the articles were put out', () => {
      silent('Posted 11:02 p.m. June 9, 2025\n\nThe ferry sank.', 'Posted 6:30 p.m. June 9, 2025\n\nThe ferry sank.');
    });
    it('in articles of two stories', () => {
      const other = `The orchard growers of Tellin met in Brask on the plum rot. Hanne Olsdal, of the growers' league, said 181
passengers on the Tellin bus had brought plums. The Brask weekly Plum Leaf and Mikkel Svarre spoke for the market.`;
      const { analysis } = figureStory('The Grey Heron carried 118 passengers.', 'The Grey Heron sank.');
      assert.equal(analysis.storyOf('draft.txt')?.articles.length, 2);
      silent('The Grey Heron carried 118 passengers.', other);
    });
  });

  it('are compared with all that agree with the one they differ from', () => {
    check(
      [
        'The Grey Heron carried 181 passengers when she struck.',
        'The Grey Heron carried 118 passengers when she struck.',
        'For 118 passengers there were two life boats and a raft.',
      ],
      '181 passengers ≠ 118 passengers (radio.txt)',
      '181 passengers ≠ 118 passengers (wire.txt)',
    );
  });
});
