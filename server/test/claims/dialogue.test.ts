import { describe, it } from 'mocha';
import { checkAttribution } from './checkAttribution';

describe('attribution: dialogue line by line', () => {
  it('goes to and fro between the asker and the one other person named before', () => {
    checkAttribution(`
There were gasps at an exchange between the harbour judge, Ada Quill, and the skipper, Walter Brand.

‘⟦Did you ring the bell?⟧{direct, Ada Quill}’ Ms Quill asked.

‘⟦I rang it once.⟧{direct, Walter Brand}’

‘⟦Which night?⟧{direct, Ada Quill}’

‘⟦I would have to look.⟧{direct, Walter Brand}’

The hearing goes on.`);
    checkAttribution(`
Ada Quill turned to Walter Brand.

“⟦Did you ring the bell?⟧{direct, Ada Quill}” Ms Quill asked.

“⟦I rang it once.⟧{direct, Walter Brand}”

“⟦Only once?⟧{direct, Ada Quill}”`);
  });

  it('goes on with one speaker where nobody asks again', () => {
    checkAttribution(`
Ada Quill turned to Walter Brand.

“⟦Who rang the bell?⟧{direct, Ada Quill}” Ms Quill asked.

“⟦I have no idea.⟧{direct, Ada Quill}”`);
  });

  it('is left alone where two others are named', () => {
    checkAttribution(`
Ada Quill turned to Walter Brand and Otto Pike.

“⟦Did you ring the bell?⟧{direct, Ada Quill}” Ms Quill asked.

“⟦I rang it once.⟧{direct, Ada Quill}”

“⟦Only once?⟧{direct, Ada Quill}”`);
  });
});

describe('attribution: headlines', () => {
  it('gives what a headline repeats to the speaker below', () => {
    checkAttribution(`
‘⟦They knew the bell was cracked⟧{scare, Ada Quill}’: anger as ferry report is read

“⟦They knew the bell was cracked. They sailed,⟧{direct, Ada Quill}” Ada Quill said.`);
    checkAttribution(`
THE COURIER INTERVIEW

“⟦I have rung that bell more often than my own⟧{direct, Walter Brand}”

By Jo Tarn

“⟦I have rung that bell more often than my own doorbell,⟧{direct, Walter Brand}” Walter Brand said.`);
  });

  it('gives it to nobody where nobody below says so, or two do', () => {
    checkAttribution(`
‘⟦They knew the bell was cracked⟧{scare, null}’: anger as ferry report is read

“⟦They did not know,⟧{direct, Ada Quill}” Ada Quill said.`);
    checkAttribution(`
‘⟦They knew the bell was cracked⟧{scare, null}’: anger as ferry report is read

“⟦They knew the bell was cracked,⟧{direct, Ada Quill}” Ada Quill said.

“⟦They knew the bell was cracked,⟧{direct, Walter Brand}” Walter Brand said.`);
  });
});
