import { strict as assert } from 'node:assert';
import { extractClaims } from '../../src/claims/extract';
import { checkAttribution } from './checkAttribution';

describe('attribution: whom a pronoun means', () => {
  it('gives "he" and "she" to the subject just named, however well an earlier paragraph’s speaker is known', () => {
    checkAttribution(`
Walter Brand denies it. “⟦I never touched the bell,⟧{direct, Walter Brand}” he said.

Captain Stroud doubted that. “⟦I cannot say who rang it,⟧{direct, Stroud}” he said.`);
    checkAttribution(`
Ada Quill said: “⟦I will believe it on the day.⟧{direct, Ada Quill}”

Sunniva Lark says the yard will stay open. She said: “⟦We have no plans to sell the crane.⟧{direct, Sunniva Lark}”`);
  });

  it('goes on with whoever was given a quote in this paragraph', () => {
    checkAttribution(`
Walter Brand said: “⟦We rowed badly.⟧{direct, Walter Brand}”

Wim Tarrant, who steered both boats, said he had “⟦never been so cold⟧{partial, Wim Tarrant}” in his life. “⟦I did not feel my hands,⟧{direct, Wim Tarrant}” he said.`);
  });

  it('knows a subject behind "But" and behind a count', () => {
    checkAttribution(`
Walter Brand denies it. “⟦I never touched the bell,⟧{direct, Walter Brand}” he said.

But Captain Stroud doubted that. “⟦I cannot say who rang it,⟧{direct, Stroud}” he said.

Two-boat Wim Tarrant was glad. “⟦I heard nothing,⟧{direct, Wim Tarrant}” he said.`);
  });

  it('goes on with whoever spoke last over a name that is better known', () => {
    checkAttribution(`
Ada Quill, who mends nets, said: “⟦They promised that before.⟧{direct, Ada Quill}”

The yard’s boss Sunniva Lark says the firm will “⟦look after⟧{partial, Sunniva Lark}” the crane.

Speaking on the pier, she said: “⟦We have no plans to sell it.⟧{direct, Sunniva Lark}”`);
  });

  it('never means a mother by "he", nor a ship’s rival by the count of its crew', () => {
    checkAttribution(`
Walter Brand said: “⟦We rowed badly.⟧{direct, Walter Brand}”

His mum Folarin was watching from the pier. “⟦My mother shouted all the way⟧{partial, Walter Brand}”, he grinned.`);
    checkAttribution(
      'Walter Brand rowed hard to beat ten-man Castle Denwick by a length. And he revealed: “⟦I was ill all night.⟧{direct, Walter Brand}”',
    );
  });

  it('takes a name that explains the subject for the subject', () => {
    checkAttribution(`
Walter Brand said: “⟦We rowed badly.⟧{direct, Walter Brand}”

His skipper, Wim Tarrant, had steered both boats. “⟦I did not feel my hands,⟧{direct, Wim Tarrant}” he said.

The judge, Mr. Justice Tarn, told the crews to go home. “⟦The tide is turning,⟧{direct, Tarn}” he said.`);
  });
});

describe('attribution: names beside descriptions', () => {
  it('finds the name behind a description and a title, and behind all that hangs on the description', () => {
    checkAttribution('The judge, Mr Justice Tarn, said: “⟦You will sit down now.⟧{direct, Tarn}”');
    checkAttribution(
      'A spokeswoman for Heron Ferries, Odile Varga, said: “⟦We signed no such thing.⟧{direct, Odile Varga}”',
    );
    checkAttribution(
      'A spokeswoman for Heron Ferries, Odile Varga’s firm, said: “⟦We signed no such thing.⟧{direct, A spokeswoman for Heron Ferries}”',
    );
  });

  it('tells a name from the firm and the office before it', () => {
    checkAttribution('“⟦The price is far too low,⟧{direct, Odile Varga}” said Tarn & Lark analyst Odile Varga.');
    checkAttribution('“⟦The price is far too low,⟧{direct, Tarn & Lark}” said Tarn & Lark.');
    checkAttribution('Chief Executive Odile Varga said: “⟦The books are fine.⟧{direct, Odile Varga}”');
  });

  it('tells a name in capitals as any other, and leaves acronyms alone', () => {
    checkAttribution('ODILE VARGA said: “⟦The books are fine.⟧{direct, Odile Varga}”');
    checkAttribution('The PQRS NEWS said: “⟦The books are fine.⟧{direct, PQRS NEWS}”');
  });
});

describe('attribution: transcripts', () => {
  it('takes no header for a turn', () => {
    checkAttribution(`
PRESS CONFERENCE: TARN HARBOUR ROWERS

ODILE VARGA: ⟦We rowed badly and I told them so.⟧{block, Odile Varga}

REPORTER: ⟦Were you angry?⟧{block, Reporter}

ODILE VARGA: ⟦I was very angry.⟧{block, Odile Varga}`);
    assert.equal(
      extractClaims('PRESS CONFERENCE: TARN ROWERS\n\nA MAN: One.\n\nA BOY: Two.\n\nA MAN: Three.').quotes.length,
      3,
    );
  });

  it('gives answers without a name to the witness who was brought in, and questions to nobody', () => {
    checkAttribution(`
THE WITNESS, ODILE VARGA, sworn, examined by Mr Stroud

Q. ⟦Were you on the pier?⟧{block, null}

A. ⟦I was on the pier all night.⟧{block, Odile Varga}

Q. ⟦Who rang the bell?⟧{block, null}

A. ⟦I cannot say who rang it.⟧{block, Odile Varga}`);
  });

  it('gives answers without a name to whoever answered under a name before, and to nobody where that is not plain', () => {
    checkAttribution(`
MR. JUSTICE TARN: ⟦Call the next witness.⟧{block, Mr. Justice Tarn}

MS. LARK: ⟦Captain Stroud, tell us what you heard.⟧{block, Ms. Lark}

CAPTAIN STROUD: ⟦I heard the bell.⟧{block, Captain Stroud}

Q. ⟦Who rang it?⟧{block, null}

A. ⟦I cannot say who rang it.⟧{block, Captain Stroud}`);
    checkAttribution(
      'Q. ⟦Who rang it?⟧{block, null}\n\nA. ⟦I cannot say.⟧{block, null}\n\nQ. ⟦Why?⟧{block, null}\n\nA. ⟦It was dark.⟧{block, null}',
    );
  });
});

describe('attribution: words that somebody else reports', () => {
  it('gives what was told to "him" to the person who came, not to "he" who says so', () => {
    checkAttribution(`
Walter Brand spoke first. He said that Mr Stroud came up to the pier and told him: “⟦Ring it, or you are finished here.⟧{direct, Stroud}”

Ada Quill spoke next. She said that Mr Stroud was late and told reporters: “⟦Nobody rang it.⟧{direct, Ada Quill}”`);
  });

  it('gives the words on a paper to nobody', () => {
    checkAttribution(`
Walter Brand was shown a sheet stating “⟦rung and found in good order⟧{partial, null}”.

The harbor says Walter Brand signed a tide sheet that declared the bell “⟦rung and found in good order⟧{partial, null}”.`);
  });
});

describe('attribution: descriptions and headlines', () => {
  it('takes a description that nobody bears for the one person whom the sentence before is about', () => {
    checkAttribution(
      'Wim Tarrant, loved by all, steered the last boat. “⟦I closed my eyes,⟧{direct, Wim Tarrant}” the skipper said.',
    );
    checkAttribution(
      'Wim Tarrant beat Otto Pike by a length. “⟦I closed my eyes,⟧{direct, the skipper}” the skipper said.',
    );
  });

  it('knows an office that stands behind its country', () => {
    checkAttribution(
      'President Ada Quill spoke on Monday.\n\nNordmark’s foreign minister, Otto Pike, met the press in Port Hale.\n\n“⟦The gates can be opened,⟧{direct, Otto Pike}” the Nordmark minister said.',
    );
  });

  it('takes a description for the one person whom the paragraph before ends with', () => {
    checkAttribution(
      '“⟦Nobody rang,⟧{direct, Wim Tarrant}” Wim Tarrant told the Courier.\n\nThe skipper had already let rip on Larkin Radio: “⟦I was asleep at the time.⟧{direct, Wim Tarrant}”',
    );
  });

  it('takes neither the slug of a headline nor "court told" for a speaker', () => {
    checkAttribution(`
Tarn Light trial: “⟦That bell was never rung by hand⟧{partial, null}”

Two men stood in the dock.`);
    checkAttribution(`
Ferry captain ‘⟦never once trusted⟧{scare, null}’ his own bell, court told

Two men stood in the dock.`);
  });
});
