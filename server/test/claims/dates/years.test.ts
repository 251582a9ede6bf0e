import { checkDates } from './checkDates';

describe('years', () => {
  it('are read after a word that leads to them, and before a noun', () => {
    checkDates(
      'Founded in ⟦1988⟧{1988}, it won the ⟦2022⟧{2022} election and the ⟦1998⟧{1998} cup; ⟦fiscal year 2026⟧{2026} is next.',
    );
    checkDates('It will run ⟦by 2030⟧{2030 atMost}, since ⟦late 1998⟧{1998}, ⟦before the end of 2025⟧{2025 atMost}.');
  });
  it('may be two digits behind an apostrophe', () => {
    checkDates('Not since ⟦’24⟧{2024} and the ⟦summer of ’69⟧{1969-22} was it so wet.');
  });
  it('may run from one to another', () => {
    checkDates(
      'He sat from ⟦2019 to 2021⟧{2019/2021 range}, in the ⟦2011-12⟧{2011/2012 range} season, between ⟦1967 and 1979⟧{1967/1979 range}.',
    );
  });
  it('are no counts, sums, numbers of houses or parts of names', () => {
    checkDates('About 2000 people paid $1999 at 1988 Canal Street for Windows 2000 and 2024 miles of Route 1920.');
    checkDates('More than 1950 ships came, and about 2010 boats.');
    checkDates('The Fortune 1000 and Agenda 2030 count 2000 workers, 2,025 ships and 1990.5 tons; call 2010-2015-86.');
  });
  it('are no sums and no ends of a range of things', () => {
    checkDates('It rose by an average of 1950, to about 2000 - 2500 calories and 1995-2100 kg.');
  });
});

describe('decades and centuries', () => {
  it('leave the years in them open', () => {
    checkDates(
      'In the ⟦1990s⟧{199X}, the ⟦’80s⟧{198X}, the ⟦sixties⟧{196X} and the ⟦19th century⟧{18XX} it was a mill.',
    );
  });
  it('are neither ages nor temperatures', () => {
    checkDates('A man in his 60s; highs in the 80s.');
  });
});
