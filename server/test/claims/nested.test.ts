import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { extractClaims } from '../../src/claims/extract';
import { sureSpeaker } from '../../src/claims/model';
import { checkAttribution } from './checkAttribution';

describe('quotes inside quotes', () => {
  it('belong to whom the quoted speaker gives them to, and stay a guess', () => {
    const text = '“Walter Brand told me, ‘Let it sink.’ I did not,” Ada Quill said.';
    checkAttribution(
      '“⟦Walter Brand told me, ‘⟦Let it sink.⟧{scare, Walter Brand}’ I did not,⟧{direct, Ada Quill}” Ada Quill said.',
    );
    const inner = extractClaims(text).quotes.find((quote) => quote.nestedIn !== null);
    assert.ok(inner?.speaker && inner.speaker.confidence < sureSpeaker);
    checkAttribution('“⟦People say, ‘⟦Let it sink.⟧{scare, People}’ I do not,⟧{direct, Ada Quill}” Ada Quill said.');
  });

  it('belong to the quoted speaker behind “I” and “we”', () => {
    checkAttribution(
      '“⟦I said, ‘⟦Are you sure of it?⟧{scare, Ada Quill}’ and left,⟧{direct, Ada Quill}” Ada Quill said.',
    );
    checkAttribution('“⟦We always say ‘⟦never again⟧{scare, Ada Quill}’,⟧{direct, Ada Quill}” said Ada Quill.');
  });

  it('belong to the speaker’s relative whom the pronoun means', () => {
    checkAttribution(
      '“⟦My mother was born in Port Hale. She used to say, ‘⟦A bell has one tongue.⟧{scare, Ada Quill’s mother}’ I believed her,⟧{direct, Ada Quill}” Ada Quill said.',
    );
  });

  it('belong to whoever said the words before, where they are repeated for the record', () => {
    checkAttribution(
      '“⟦There are no leaks in this hull,⟧{direct, Walter Brand}” Walter Brand said.\n\n“⟦I want to hear the words ‘⟦in this hull,⟧{partial, Walter Brand}’⟧{direct, Ada Quill}” Ada Quill said.',
    );
    checkAttribution(
      '“⟦There are no leaks,⟧{direct, Walter Brand}” Walter Brand said.\n\n“⟦I want to hear the words ‘⟦in this hull,⟧{partial, null}’⟧{direct, Ada Quill}” Ada Quill said.',
    );
  });

  it('bring in nobody whom the article goes on with', () => {
    checkAttribution(
      'Ada Quill spoke last. “⟦Walter Brand told me, ‘⟦Let it sink.⟧{scare, Walter Brand}’⟧{direct, Ada Quill}” she said. “⟦He lied,⟧{direct, Ada Quill}” she added.',
    );
  });
});
