import { idOf, piecesOf, type Vocabulary } from '../claims/wordForms';

/**
 * Words that newsrooms use for the same counted thing. One group a line; they are compared as one word, in subjects and
 * in the words around a figure alike.
 */
const groups = `
  soldier troop serviceman servicemember infantryman
  dead death die kill fatality toll slain perish lives
  injured injury injure wounded wound hurt
  missing unaccounted disappeared
  job position post
  worker employee staffer staff workforce
  pupil student schoolchild
  home house household residence dwelling
  resident inhabitant townspeople population villager
  people person individual
  child kid youngster
  policeman officer constable
  budget spending expenditure outlay
  rise increase grow growth climb jump gain hike raise surge
  fall drop decline decrease shrink slide slump dip slip plunge
  cut reduce reduction slash trim eliminate axe
  fine penalty
  prison jail imprisonment incarcerate cage
  sentence term
  flat apartment
  car vehicle automobile
  lorry truck
  plane aircraft aeroplane airplane jet
  country nation state
  vote ballot poll
  match game fixture clash
  win won winner victory triumph beat beaten
  vacant empty unfilled
  talk negotiation consultation
  spectator crowd attendance fan turnout
  goal score
  firm company business corporation
  profit earnings income
  revenue turnover sales
  price cost fee
  buy purchase acquire acquisition takeover
  deal agreement pact treaty accord
  evacuate evacuation evacuee flee displaced
  arrest detain detention custody
  blaze fire wildfire inferno
  storm hurricane cyclone typhoon
  earthquake quake tremor
  meeting session summit gathering
  hearing trial
  attack assault strike raid
  building structure
  passenger rider commuter traveller
  length long
  height high tall
  width wide
  depth deep
  weight weigh heavy
  distance away far
  speed fast
  wind gust
  start begin commence launch open
  end finish close conclude
  school college academy
  cinema theatre
  refugee migrant
  hospital clinic
  protester demonstrator
  gunman shooter
  round bullet shot
`;

const families = new WeakMap<Vocabulary, ReadonlyMap<number, number>>();

/** The stem that stands for a stem's whole family of words: its own where it has none. */
export function familyOf(vocabulary: Vocabulary, stem: number): number {
  if (last?.vocabulary === vocabulary) return last.families.get(stem) ?? stem;
  let known = families.get(vocabulary);
  if (!known) families.set(vocabulary, (known = readGroups(vocabulary)));
  last = { vocabulary, families: known };
  return known.get(stem) ?? stem;
}

/** It is asked for every word around a figure, of one vocabulary as a rule. */
let last: { readonly vocabulary: Vocabulary; readonly families: ReadonlyMap<number, number> } | null = null;

function readGroups(vocabulary: Vocabulary): ReadonlyMap<number, number> {
  const members = new Map<number, number>();
  for (const line of groups.trim().split('\n')) {
    const family = idOf(vocabulary, `~${line.trim()}`);
    for (const word of line.trim().split(/\s+/)) {
      for (const piece of piecesOf(vocabulary, word)) members.set(piece.stem, family);
    }
  }
  return members;
}
