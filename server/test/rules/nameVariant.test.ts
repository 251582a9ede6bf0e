import assert from 'node:assert/strict';
import { readStory } from '../support/story';

/** What two articles or more have in common, so that they tell one story. */
const common = `The Tarn Valley ferry Osprey broke her moorings at Hollin Quay on Sunday night and drifted across the sound with nobody aboard.
Two tugs caught the Osprey off Ravel Point at dawn. “She went like a duck with an appointment,” the tug skipper said.`;

/** The name problems of the first article. The text of each stands before what all have in common. */
function check(texts: readonly string[], ...expected: string[]): void {
  const source = texts.map((text, i) => `=== ${names[i] ?? `more-${i}.txt`}\n${text}\n\n${common}\n`).join('\n');
  const { analysis } = readStory(source);
  assert.deepEqual(
    analysis
      .problems('draft.txt')
      .filter(({ code }) => code === 'name-variant')
      .map(({ severity, message }) => `${severity}: ${message}`),
    expected,
  );
}

const names = ['draft.txt', 'wire.txt', 'courier.txt', 'radio.txt'];

describe('name-variant', () => {
  it('shows both spellings of a given name', () => {
    check(
      ['Aleksei Varlov, the pilot, saw her go.', 'Alexei Varlov, the pilot, saw her go.'],
      'information: “Aleksei Varlov” here, “Alexei Varlov” in wire.txt.',
    );
  });
  it('tells of the other side once, with its files', () => {
    check(
      [
        'Aleksei Varlov, the pilot, saw her go.',
        'Alexei Varlov, the pilot, saw her go.',
        'The pilot Alexei Varlov saw her go.',
      ],
      'information: “Aleksei Varlov” only here, “Alexei Varlov” in courier.txt and wire.txt.',
    );
  });
  it('says where another file stands alone', () => {
    check(
      [
        'The tug was led by Pete Marzanski.',
        'The tug was led by Pete Marzanski.',
        'The tug was led by Pete Marzansky.',
      ],
      'information: “Pete Marzanski” here and in 1 other file, “Pete Marzansky” only in courier.txt.',
    );
  });
  it('reports a letter that got lost in a long surname', () => {
    check(
      ['Ida Brockenhurst owns the quay.', 'Ida Brokenhurst owns the quay.'],
      'information: “Ida Brockenhurst” here, “Ida Brokenhurst” in wire.txt.',
    );
  });
  it('reports a hyphen in a name of two parts', () => {
    check(
      ['The mate, Pak Sung Ho, was ashore.', 'The mate, Pak Sung-ho, was ashore.'],
      'information: “Pak Sung Ho” here, “Pak Sung-ho” in wire.txt.',
    );
  });
  it('reports a surname that its own article spells otherwise', () => {
    check(
      ['Karen Tollerson, who owns the quay, was abroad. It would be mended, Tolerson said.'],
      'information: “Tolerson” here, “Tollerson” elsewhere in this file.',
    );
  });
  it('reports a place under its two names', () => {
    check(
      ['A buyer from Kyiv had looked at the ferry.', 'A buyer from Kiev had looked at the ferry.'],
      'information: “Kyiv” here, “Kiev” in wire.txt.',
    );
  });
  it('reports accents that one article drops, though it writes others', () => {
    check(
      ['Antonio Brás runs the café. Tomas Lidén was there.', 'António Brás runs the café. Tomás Lidén was there.'],
      'information: “Antonio Brás” here, “António Brás” in wire.txt.',
      'information: “Tomas Lidén” here, “Tomás Lidén” in wire.txt.',
    );
  });
  it('only hints at accents in an article that writes none', () => {
    check(
      ['Antonio Bras runs the bar.', 'António Bras runs the bar.', 'António Bras runs the bar.'],
      'hint: “Antonio Bras” only here, “António Bras” in courier.txt and wire.txt.',
    );
  });
  it('reports one person in two offices', () => {
    check(
      ['Finance Minister Carla Roden came to look.', 'Carla Roden, the foreign minister, came to look.'],
      'information: Carla Roden is “Finance Minister” here, “foreign minister” in wire.txt.',
    );
  });
  it('reads an office behind a possessive, as one of several things told', () => {
    check(
      [
        'Hollin sent a tug, and its finance minister, Carla Roden, sent a bill.',
        "Hollin's energy minister, Carla Roden, came to look.",
      ],
      'information: Carla Roden is “finance minister” here, “energy minister” in wire.txt.',
    );
  });
  it('reports a secretary who is a minister elsewhere at home', () => {
    check(
      ['Health Secretary Carla Roden came to look.', 'Health minister Carla Roden came to look.'],
      'information: Carla Roden is “Health Secretary” here, “Health minister” in wire.txt.',
    );
  });

  describe('is silent on', () => {
    const silent = (what: string, ...texts: string[]) => {
      it(what, () => {
        check(texts);
      });
    };
    silent(
      'titles and initials',
      'Capt. Ada T. Morrow was ashore.',
      'Ada Morrow was ashore.',
      'Ms. Morrow was ashore.',
    );
    silent('capitals, full stops and possessives', 'The U.N. asked Ada Morrow.', "Ada Morrow's tug went to the UN.");
    silent('British and American spelling', 'The Hollin Harbour Centre shut.', 'The Hollin Harbor Center shut.');
    silent('short forms', 'Frank Hallam steered. Alex Pask sat.', 'Frankie Hallam steered. Alexei Pask sat.');
    silent('a man and a woman', 'Daniel Hallam steered.', 'Danielle Hallam steered.');
    silent('a husband and a wife', 'Orlin Petrenkov steered.', 'Orlin Petrenkova steered.');
    silent('a name that another is the plural of', 'Orlin Robert steered.', 'Orlin Roberts steered.');
    silent('like given names of other people', 'Teresa Quill steered.', 'Theresa Pell sat.');
    silent(
      'two people who stand in one article',
      'Sara Hallam steered.',
      'Sarah Hallam sat.',
      'Sara Hallam steered, and Sarah Hallam sat.',
    );
    silent(
      'the bare surname of somebody named in full with letters after it',
      'Ms Brook, no kin of Ms Brooke, wrote a report. Katharine Brooke, the mate, and Catherine Brook KC, a lawyer, met.',
      'The report is by Catherine Brook KC. Katharine Brooke, the mate, was ashore.',
    );
    silent(
      'two people of like names whom several articles know',
      'Marta Hallow steered. The tug was hired by the quay. Nobody was hurt. The owner is Marta Hallowe.',
      'The owner is Marta Hallowe. Nobody was hurt, and the tug was sound. It was Marta Hallow who steered.',
    );
    silent(
      'a title that a paper abroad translates',
      'The British Health Secretary Carla Roden came to look.',
      'Health minister Carla Roden came to look.',
    );
    silent(
      'the title of a minister who deals with other countries',
      'Foreign Secretary Carla Roden came to look.',
      'Foreign minister Carla Roden came to look.',
    );
    silent('a brother', 'Marc Hallam steered the tug.', 'His brother Mark Hallam sat in the tug.');
    silent('people of other ages', 'Marc Hallam, 34, steered.', 'Mark Hallam, 61, sat.');
    silent('people of other callings', 'Councillor Marc Hallam steered.', 'The baker Mark Hallam sat.');
    silent('names that begin alike', 'Dougal Petrie steered.', 'Donald Petrie steered.');
    silent(
      'a name that is explained by the other',
      'A buyer from Kyiv (formerly Kiev) looked.',
      'A buyer from Kyiv looked.',
    );
    silent(
      'former, acting and deputy offices',
      'Former Finance Minister Carla Roden came.',
      'Foreign Minister Carla Roden came.',
    );
    silent(
      'an office that changed',
      'Foreign Minister Carla Roden came. Carla Roden, then the finance minister, had come before.',
      'Foreign Minister Carla Roden came.',
    );
  });

  it('is silent on articles of other stories', () => {
    const { analysis } = readStory(`
=== draft.txt
Aleksei Varlov saw her go.

${common}

=== recipe.txt
Alexei Varlov bakes plum bread with rye flour and a spoon of malt. The dough rests for nine hours in a cold larder, and
the loaves are turned once, when the crust begins to sing.
`);
    assert.deepEqual(analysis.problems('draft.txt'), []);
  });
});
