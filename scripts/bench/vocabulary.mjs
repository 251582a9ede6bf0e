const list = (text) => text.trim().split(/\s+/);

/** What the sentences of made-up stories are put together from. */
export const words = {
  things: list(`anchor apple attic awning balcony banner barge barrel basket bell bench bicycle bishop blanket boiler
    bonfire bottle bracket bridge bucket budget bulb button cabin cable calendar candle canal canteen carpet cart cellar
    chapel chimney choir cider circus clinic cloak clock cottage counter cradle crane crate creek curtain dairy depot
    desk ditch dock donkey drain drawer drum engine envelope fence ferry fiddle fountain furnace gallery garden gate
    glove goat granary gutter hammer hammock harbour harvest hedge helmet hill hinge hotel island jacket jar jetty
    journal kettle kitchen kite ladder lamp lantern lawn ledger library lighthouse lock locomotive magnet mailbox map
    market mast meadow mill mirror monument motor museum needle notebook oar orchard oven paddle parade parcel parsnip
    pavement pendulum piano pier pigeon pillow pipe platform plough pocket pond portrait postcard pump quarry quilt
    railing raft receipt reservoir ribbon roof rope saddle sail scaffold scale scarf schedule school sheep shelf shovel
    signal siren sledge sluice spade spoon stable staircase station stove street sundial swamp switch table tavern
    teapot tent theatre thimble ticket tower tractor train tram trumpet tunnel turbine umbrella valley vault veranda
    village violin wagon wallet wardrobe warehouse weathercock wheel whistle window winter workshop yacht`),
  qualities: list(`ancient amber awkward bitter blind bold borrowed brass brittle broken busy calm careful cheap clumsy
    cold common copper costly crooked crowded cruel damp dark decent deep dim distant double dreary dry dull dusty eager
    early empty endless even faded faint fair famous fancy fierce flat foggy foolish fragile frozen generous gentle
    giant golden gravelly greasy green grey half-built handsome hasty heavy hollow honest hopeless humble idle iron
    jealous jolly kindly lame large late lazy leaky lively local lonely loud loyal lucky mighty modest muddy naked
    narrow nervous noisy northern odd old orange outer painted pale patient plain polite proud quiet rapid rare raw
    ready red restless rich rotten round royal rusty sacred salty second secret shabby shallow sharp short shy silent
    silver simple slender slow smooth soft solid sour southern spare splendid steady steep stolen strange sturdy sudden
    sunken sweet tall tame thick thin tidy timber tired tiny tough ugly upper useless vague wandering warm weary wet
    wicked wide wild wise wooden worn yellow young`),
  deeds: list(`abandon admire answer auction bargain bless borrow bury carry catch chase climb collect cover cross
    deliver defend discover divide drag drain empty examine exchange feed fetch fill finish follow forget forgive gather
    guard hang harvest haunt heat hide hire ignore inherit insure invent invite keep kick lend lift load lose measure
    mend mix move neglect obey open order owe pack paint pardon plant polish praise print protect pull punish push
    question raise recognise refuse remember remove rent repair replace rescue respect return reward ring rob sail save
    scatter sell shake share shelter shout sink sort split steal stop store study surround sweep swing tax teach tear
    throw tie touch trade train trust understand unload visit wake warn wash waste watch weigh welcome wind wrap`),
  moments: list(
    `nightfall supper sunrise breakfast bedtime rehearsal harvest-home half-term Lent Easter Whitsun Michaelmas`,
  ),
  cues: list(`said said said said said insisted added warned admitted recalled argued`),
};

/** What a thing becomes another thing with: `barrel` and `barrelyard`. */
export const compounds = list(
  'bank box case field hall house keeper lane loft maker mill path post room shed side works yard',
);

/** The small words that join them. */
export const grammar = {
  subjects: list('we I they you he she nobody'),
  auxiliaries: ['will', 'would', 'can', 'could not', 'must', 'should', 'did not', 'may', 'will not', 'had to'],
  determiners: list('the the the a a my our this that their every no'),
  prepositions: list('with without under over behind against for from into near'),
  connectors: ['and', 'but', 'because', 'so', 'or', 'while', 'and then', 'before', 'unless', 'if'],
};

export const names = {
  given: list(`Ada Alma Anders Axel Beatrix Bruno Casimir Celia Clement Cora Dagny Dora Edgar Edith Elias Esther Felix
    Flora Gideon Greta Hanna Hector Ida Ivo Jasper Jonas Judith Karin Lena Leopold Linus Mabel Magnus Marta Matthias
    Mona Nora Oscar Otto Petra Philippa Quentin Rosa Rupert Selma Simon Tobias Ursula Vera Viktor Wanda Xenia`),
  start: list(`Abbot Alder Amber Ash Bar Beck Birch Black Bram Brock Caster Cobb Crane Dalby Dun Elder Fair Fen Garth
    Grim Hall Hart Holm Hunt Ing Kel Lang Lind Mar Mill Nor Oak Pel Quin Rav Rook Sand Scar Stan Strick Thorn Tull Ulm
    Vance Wal Wex Wind Yar`),
  end: list('dale er ett field ford gate ham hurst ing ley man more ridge row stead ton tree ville wick wood'),
  roles: list(`mayor harbourmaster baker surveyor headteacher postmistress stationmaster engineer curator pharmacist
    farmer councillor magistrate librarian fishmonger ferryman vet midwife conductor treasurer`),
};

export const places = list(`Alderby Ambleton Barrowick Bexholm Brackley-on-Sea Carnforth Cobhaven Dunmere Eastwick
  Elmsworth Fallowby Fenbridge Garrowdale Grimsport Hallowmere Harrowgate Inverlock Kelby Kestrelham Langport Lindale
  Marshwick Millhaven Norbury Oxley Pellbridge Pikesworth Quarrington Ravensholm Rookby Saltmere Scarholm Stonewick
  Tarnby Thornmouth Tidewell Ulverby Upper-Wendle Vanbridge Wexford-le-Moor Windle Yarmere`);
