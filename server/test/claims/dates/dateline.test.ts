import { checkDateline } from './checkDates';

const story = '\n\nThe ferry that sank off Port Sorrel was raised by two cranes, the harbour master said.\n';

describe('the day an article gives as its own', () => {
  it('is that of its posting, with or without a time', () => {
    checkDateline(`Ferry raised\n\nPosted 11:02 p.m. ⟦June 9, 2025⟧{2025-06-09}\nBy Ada Quist${story}`);
    checkDateline(`Published ⟦24 October 2024⟧{2024-10-24}${story}`);
    checkDateline(`Last updated on Monday, ⟦June 9, 2025⟧{2025-06-09} at 9 a.m.${story}`);
    checkDateline(` date ⟦2024-10-24⟧{2024-10-24} The ferry was raised at noon.${story}`);
  });
  it('is that of a byline', () => {
    checkDateline(`By Ada Quist Columnist ⟦September 22 2019⟧{2019-09-22} at 10:27 PM EDT${story}`);
    checkDateline(`By Ada Quist and Tomas Brandt of the harbour desk ⟦Sept. 22, 2019⟧{2019-09-22}${story}`);
  });
  it('is that of a stamp with a clock', () => {
    checkDateline(`Harbour/Coast ⟦07/14/2018⟧{2018-07-14}, 08:04pm${story}`);
    checkDateline(`⟦18 September 2013⟧{2013-09-18} Last updated at 13:59 GMT${story}`);
  });
  it('is that of a wire’s place line', () => {
    checkDateline(
      `LONDON, ⟦Oct. 24, 2024⟧{2024-10-24} (Wire) - The ferry was raised by two cranes, the harbour master said.${story}`,
    );
  });
  it('is that of a transcript’s head', () => {
    checkDateline(`PORT SORREL HARBOUR BOARD\nMONDAY, ⟦JUNE 9, 2025⟧{2025-06-09}, 6:30 P.M.\nOLD HALL${story}`);
  });
  it('is that of a note at the end', () => {
    checkDateline(`${story.repeat(9)}\n\nThis article was first published on ⟦June 9, 2025⟧{2025-06-09}.`);
  });
  it('is none that a sentence tells of', () => {
    checkDateline(`The ferry, built on June 9, 1998, was raised by two cranes.${story}`);
    checkDateline(`A report published on June 9, 2025 says the ferry was raised.${story}`);
    checkDateline(`On June 9, 2025, the ferry was raised by two cranes.${story}`);
    checkDateline(`Twice the ferry sank – June 9, 1998 – off the pier.${story}`);
    checkDateline(`What the harbour board knew on June 9, 1998${story}`);
  });
  it('is none without a year', () => {
    checkDateline(`Posted June 9${story}`);
  });
});
