import { checkUnderstanding } from './checkUnderstanding';

const check = (source: string): void => checkUnderstanding(source, ({ claimant }) => claimant?.name ?? 'null');

describe('whom a figure is given to', () => {
  it('is the speaker of the quote it stands in', () => {
    check('“We have lost ⟦60 cows⟧{Iwan Pugh},” said farmer Iwan Pugh.');
    check('Ada Quill was angry. “It was ⟦12 boats⟧{Ada Quill},” she said.');
  });
  it('is the source of what is reported before it', () => {
    check('Kyle has said that ⟦up to 12,000⟧{Kyle} soldiers may come.');
    check('The union says ⟦85%⟧{The union} of its members took part.');
    check('The ministry reported ⟦212⟧{The ministry} new cases.');
    check('Hospital officials told reporters that ⟦14⟧{Hospital officials} of the wounded were in danger.');
    check('Harbour sources claim that ⟦around 3,000⟧{Harbour sources} barrels leaked.');
    check('Dr. Amara Nwosu, who led the study, said the drug cut deaths by ⟦18 percent⟧{Amara Nwosu}.');
  });
  it('is the source named behind it', () => {
    check('The increase will cost owners ⟦$8⟧{Carla Vane} a month, said Carla Vane, the finance director.');
    check('⟦Four people⟧{police} were killed, police said on Sunday.');
    check('The city has drawn ⟦$7 million⟧{records} from the fund, records show.');
    check('The budget is ⟦4.1 percent⟧{Vane} larger, Vane told the council.');
    check('The council has spent ⟦$14 million⟧{an audit} on the bridge since 2019, an audit found.');
  });
  it('is the source of "according to", for all that its sentence says', () => {
    check(
      'It raises the levy ⟦3.8 percent⟧{Carla Vane} and ends ⟦32⟧{Carla Vane} posts, according to director Carla Vane.',
    );
    check('Her party won ⟦41 percent⟧{the electoral commission} of the vote, according to the electoral commission.');
  });
  it('goes on over "and their numbers", which is part of the report', () => {
    check(
      'The agency estimated that there are ⟦3,000⟧{The agency} soldiers in the town, and their numbers were expected to swell to ⟦10,000⟧{The agency}.',
    );
  });
  it('finds the source inside a relative clause', () => {
    check('Quill spoke of the branch, which she said would drop to ⟦26 hours⟧{Quill}.');
  });
  it('takes a pronoun for the body that the sentence began with', () => {
    check('The firefighters’ union sees it another way: it counts ⟦31⟧{The firefighters’ union} jobs.');
  });
  it('hears who speaks after a colon', () => {
    check('Grace Ottoway, the library director, corrected her: The figure is ⟦28⟧{Grace Ottoway}.');
  });
  it('knows an account by its owner', () => {
    check('The folk of the hill lose ⟦20 hours⟧{the library} a week, by the library’s own schedule.');
  });
  it('tells two sources of one sentence apart', () => {
    check('About ⟦2,500 people⟧{organisers} marched, organisers claimed, while police put the crowd at ⟦900⟧{police}.');
    check(
      'At least ⟦57 people⟧{rescuers} have died, rescuers said, but the government puts the number at ⟦43⟧{the government}.',
    );
    check(
      'Trade officials estimate that ⟦up to 3,000⟧{Trade officials} crates came, although Ivo Brandt, the harbour master, has claimed it could be as many as ⟦15,000⟧{Ivo Brandt}.',
    );
  });
  it('writes a state out, and takes its seat for it where the article names both', () => {
    check('The US said it had seen ⟦3,000 troops⟧{United States}.');
    check('Moscow has said that ⟦40 ships⟧{Russia} sailed. Russia has not named them.');
  });
});

describe('figures that the article itself states', () => {
  it('have no claimant', () => {
    check('The harbour council voted ⟦7-2⟧{null} to adopt a ⟦$148 million⟧{null} budget.');
  });
  it('stand in another clause than a report', () => {
    check('Quill said the mayor was wrong, and the council voted ⟦7-2⟧{null}.');
    check(
      'The mayor said the city would plant ⟦10,000⟧{The mayor} trees, and the council approved ⟦$3 million⟧{null} for them.',
    );
  });
  it('stand beside a quote that has been said', () => {
    check('“We are done,” said Ada Roe, who has led ⟦three⟧{null} strikes.');
  });
  it('are what a body did', () => {
    check('The council approved ⟦$3 million⟧{null} for the work.');
    check('Police arrested ⟦12 men⟧{null} during the protest.');
    check('The bloc was widened in spring to add ⟦five⟧{null} members.');
  });
  it('are denied by whoever is named', () => {
    check('The minister denied that ⟦400⟧{null} prisoners had been released.');
  });
});
