import { checkDates } from './checkDates';

describe('times of day', () => {
  it('are read in the forms that newsrooms use', () => {
    checkDates(
      'At ⟦7 p.m.⟧{19:00}, ⟦11:02 p.m.⟧{23:02}, ⟦6:30 P.M.⟧{18:30}, ⟦7pm⟧{19:00}, ⟦1.56pm⟧{13:56}, ⟦12 a.m.⟧{00:00}, ⟦noon⟧{12:00} and ⟦midnight⟧{00:00}.',
    );
    checkDates('Trains left at ⟦19:00⟧{19:00}, at ⟦1430 GMT⟧{14:30} and at ⟦07:45⟧{07:45}.');
  });
  it('stand behind their day in a list of fixtures', () => {
    checkDates(
      'Calder are at home to Fenton on ⟦Tuesday, 27 January⟧{?} (⟦19:45⟧{19:45}). Roe (19:45) came third in the 5,000.',
    );
  });
  it('carry their bound and their zone', () => {
    checkDates(
      'It ran ⟦past 9:45 p.m.⟧{21:45 atLeast}, may start ⟦as early as 9:01 p.m. Pacific time⟧{21:01 atLeast}, must end ⟦by 11 p.m.⟧{23:00 atMost}',
    );
  });
  it('are about as exact as words that keep close to them', () => {
    checkDates('Shots fell ⟦shortly after midnight⟧{00:00 approx} and ⟦just before 3 a.m.⟧{03:00 approx}.');
    checkDates('Doors open on Main Street ⟦after 3pm⟧{15:00 atLeast}.');
  });
  it('are a figure of their own beside a date', () => {
    checkDates('⟦MONDAY, JUNE 9, 2025⟧{2025-06-09}, ⟦6:30 P.M.⟧{18:30}');
  });
  it('may run from one to another, and lend their half of the day', () => {
    checkDates(
      'Open ⟦7 to 9 p.m.⟧{19:00/21:00 range}, ⟦10-2 p.m.⟧{10:00/14:00 range}, ⟦9 a.m. to 5 p.m.⟧{09:00/17:00 range}.',
    );
  });
  it('leave open which half of the day is meant', () => {
    checkDates('Doors open at ⟦7:30⟧{?}; they shut at ⟦9:15 in the evening⟧{21:15} or ⟦half past seven⟧{?}.');
  });
  it('are no scores, ratios, verses or runners’ times', () => {
    checkDates('He won in 2:45 with a ratio of 3:10 and cited John 3:16, with 4:15 left; midday trading was slow.');
    checkDates('The score stood even at 4:43 left in the half.');
  });
  it('stand with a point in a timetable', () => {
    checkDates(
      'She took ⟦the 07.12⟧{07:12} to Ouselwick, not ⟦the 17.40⟧{17:40} from Calder, and left at ⟦07.50⟧{07:50}.'.replaceAll(
        '⟦the ',
        'the ⟦',
      ),
    );
    checkDates('The shares stood at 7.12, the pears at 0.55 each, the 7.12 figure.');
  });
});
