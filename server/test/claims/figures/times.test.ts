import { checkUnderstanding } from './checkUnderstanding';

const check = (source: string): void =>
  checkUnderstanding(source, ({ time }) => (time ? `${time.relation} ${time.text}` : 'null'));

describe('the time that a figure stands for', () => {
  it('is the date of its clause, with its preposition', () => {
    check('The number could rise to ⟦10,000⟧{by by December} by December.');
    check('The city has drawn ⟦$7 million⟧{since since 2022} from the fund since 2022.');
    check('Unemployment fell to ⟦3.9 percent⟧{at in May} in May from ⟦4.2 percent⟧{at in April} in April.');
    check('The charity raised ⟦£2.1 million⟧{at last year} last year.');
  });
  it('belongs to what it owns', () => {
    check('Spending will grow ⟦4.1%⟧{null} from this year’s ⟦$142.7 million⟧{at this year}.');
  });
  it('is a word of time where no date is named', () => {
    check('There are ⟦3,000 soldiers⟧{at at the moment} in the town at the moment.');
    check('The post currently handles ⟦900 letters⟧{at currently} a week.');
  });
  it('is not when somebody spoke of it', () => {
    check('⟦Four people⟧{null} were killed, police said on Sunday.');
  });
  it('is not the date of another clause', () => {
    check('The bridge opened in 1931 and carries ⟦50,000 cars⟧{null} a day.');
    check(
      'There are ⟦3,000 soldiers⟧{at currently} currently in the town; the number may reach ⟦10,000⟧{by by December} by December.',
    );
  });
});
