import { checkDates } from './checkDates';

// 2024-10-24 was a Thursday.
const thursday = '2024-10-24';

describe('weekdays', () => {
  it('are the last one, or the day itself, in news', () => {
    checkDates('The mill burned on ⟦Tuesday night⟧{2024-10-22}, the owner said ⟦Thursday⟧{2024-10-24}.', thursday);
  });
  it('lie ahead where the sentence does', () => {
    checkDates('The council will vote on ⟦Monday⟧{2024-10-28}. Bids are due ⟦by Friday⟧{2024-10-25 atMost}.', thursday);
    checkDates('On ⟦Saturday⟧{2024-10-26}, voters will choose.', thursday);
  });
  it('stay open where the sentence looks ahead from the past', () => {
    checkDates('The council was scheduled to meet ⟦Monday⟧{?}.', thursday);
  });
  it('go by the word before them', () => {
    checkDates(
      'It opens ⟦next Tuesday⟧{2024-10-29}; it shut ⟦last Monday⟧{2024-10-21}; see ⟦this Saturday⟧{2024-10-26}.',
      thursday,
    );
    checkDates('It opens ⟦Tuesday of next week⟧{2024-10-29}.', thursday);
  });
  it('are none in the names of days, programmes and papers, and where they come round', () => {
    checkDates(
      'Black Friday sales, the Good Friday Agreement, Friday Night Lights and the Sunday Times; every Monday, on a Tuesday.',
    );
  });
  it('are never tomorrow or yesterday with a week between', () => {
    checkDates('It opens ⟦next Friday⟧{2024-11-01}, not ⟦this coming Friday⟧{2024-10-25}.', thursday);
  });
  it('are a week back where "last" would be yesterday', () => {
    checkDates('It shut ⟦last Wednesday⟧{2024-10-16}, not ⟦last Tuesday⟧{2024-10-22}.', thursday);
  });
  it('bound nothing behind a stretch of time', () => {
    checkDates('Two days before ⟦Monday⟧{2024-10-21} it rained.', thursday);
  });
  it('are past under "by" where the sentence tells what was', () => {
    checkDates('⟦By Wednesday morning⟧{2024-10-23 atMost} the reason was plain.', thursday);
    checkDates('⟦By Wednesday⟧{2024-10-30 atMost}, the bids are due.', thursday);
  });
  it('bound nothing where they only qualify a noun', () => {
    checkDates('Bids came before ⟦Monday⟧{2024-10-21}’s vote.', thursday);
  });
});

describe('dates reckoned from the day of writing', () => {
  it('are as exact as their words', () => {
    checkDates(
      '⟦Yesterday⟧{2024-10-23} and ⟦last week⟧{2024-W42}, ⟦earlier this year⟧{2024} and ⟦next month⟧{2024-11}, ⟦two weeks ago⟧{2024-W41} and ⟦five years ago⟧{2019}.',
      thursday,
    );
  });
  it('keep the bound of their stretch', () => {
    checkDates(
      'She left ⟦more than two years ago⟧{2022 atMost} and wrote ⟦about three months ago⟧{2024-07 approx}.',
      thursday,
    );
  });
  it('are the month before, on the last day of a longer one too', () => {
    checkDates('It shut ⟦last month⟧{2024-02} and opens ⟦next month⟧{2024-04}.', '2024-03-31');
    checkDates('It opens ⟦next month⟧{2023-02}, not ⟦a month from now⟧{2023-02}.', '2023-01-31');
  });
  it('count on as well as back', () => {
    checkDates(
      'It opens ⟦two weeks from now⟧{2024-W45}, or ⟦about a year from now⟧{2025 approx}; it shut ⟦a fortnight ago⟧{2024-W41}.',
      thursday,
    );
    checkDates(
      'She saw it ⟦the day before yesterday⟧{2024-10-22}; he goes ⟦the day after tomorrow⟧{2024-10-26}.',
      thursday,
    );
  });
  it('lie ahead behind "in" where the sentence does', () => {
    checkDates(
      'The council will vote ⟦in two weeks⟧{2024-W45}. ⟦In three days⟧{2024-10-27}, the ferry will return.',
      thursday,
    );
  });
  it('are no length of time behind "in"', () => {
    checkDates(
      'They built it in two weeks. It will be the third vote in two weeks, and will take place in a week of rain.',
      thursday,
    );
    checkDates('The council will vote in two weeks.');
  });
  it('are a day of that week where a weekday follows', () => {
    checkDates('It opens ⟦next week Wednesday⟧{2024-10-30}; it shut on ⟦Monday of last week⟧{2024-10-14}.', thursday);
  });
  it('stay open without that day, and where nothing is counted', () => {
    checkDates('She left ⟦last year⟧{?}.');
    checkDates('She left two or three months ago.', thursday);
    checkDates(
      'She left ⟦a few weeks ago⟧{?}, he ⟦a week ago Monday⟧{?}, they ⟦two and a half years ago⟧{?}.',
      thursday,
    );
  });
  it('are no stretches of time', () => {
    checkDates(
      'In the last year, over the past month and in recent days, for three days, the last week of the war.',
      thursday,
    );
  });
  it('are no part of what goes on behind them', () => {
    checkDates('Their long, wet last week of training began, and with it next year of school.', thursday);
  });
  it('are no names', () => {
    checkDates('She told USA Today so.', thursday);
  });
});

describe('seasons and quarters', () => {
  it('carry their codes and their year', () => {
    checkDates(
      'Built in ⟦spring 2021⟧{2021-21}, sold in the ⟦summer of 2018⟧{2018-22}, closed ⟦this summer⟧{2024-22}.',
      thursday,
    );
    checkDates('Sales fell in the ⟦third quarter of 2021⟧{2021-Q3} and rose 4% in ⟦Q2⟧{2024-Q2}.', thursday);
  });
  it('leave open which summer was the last', () => {
    checkDates('They wed ⟦last summer⟧{?}.', thursday);
  });
  it('are none in sport and in a fall', () => {
    checkDates('The third quarter was dull.');
    checkDates('He scored twice in the third quarter. The fall of the mill was sudden; a spring broke.', thursday);
  });
});
