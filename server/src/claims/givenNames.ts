/** What names and titles tell of a person: easy cases only, since a wrong guess is worse than none. */
export type Gender = 'male' | 'female';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const male = set(
  'abraham ahmet andre andreas andrei anders angelo antoine archie arne arturo axel bart bjarne brendan cesar chad clark clifford conor damian darren dean dennis dwight edgar eduardo elias emil emile enrique erich ernesto fabio felipe ferdinand finn floyd fritz gavin gerard gilbert giovanni guy gustav harvey hector henrik homer howard igor ira isaac ismail jerome johan johannes josef joel julian julio karl kirk lester lorenzo lucas luca luke marcel marvin mathew maurice max miles milton mitchell nate ned niels noel norbert omar orlando oswald percy phillip rafael ramon raul rene ricardo roberto roland rory ruben rudolf sergio sidney silas stefan sterling tariq tim tobias todd tomas vadim vikram virgil vitaly warren wes wilhelm xavier yasser youssef james john robert michael mike william bill billy david dave richard rick dick joseph joe joey thomas tom charles charlie christopher chris daniel dan danny matthew matt anthony tony mark marc donald don steven steve stephen paul andrew andy joshua josh kenneth ken kevin brian bryan george timothy tim ronald ron edward ed eddie jason jeffrey jeff ryan jacob jake gary nicholas nick eric erik jonathan jon larry justin scott brandon benjamin ben bernie bernard samuel sam gregory greg alexander alex frank francis patrick raymond ray jack dennis jerry tyler aaron jose adam nathan henry harry zachary zach douglas doug peter pete kyle noah ethan jeremy walter walt keith roger terry austin sean shawn gerald carl harold dylan arthur lawrence jordan jesse bryce bruce gabriel joel logan alan allan albert willie juan wayne randy roy vincent ralph eugene russell louis lou philip phil bobby bob johnny bradley brad jeb marco ted rand reince newt mitt mitch barack ben lindsey chuck rudy carlos antonio luis pedro miguel jorge francisco manuel fernando javier pablo diego ivan vladimir sergei sergey dmitry dmitri mikhail nikolai boris alexei oleg igor yuri viktor victor volodymyr petro emmanuel jean-claude jean pierre jacques francois françois nicolas hans klaus wolfgang friedrich jurgen jürgen helmut olaf lars sven bjorn magnus giuseppe matteo mario silvio luigi marco paolo recep mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein omar khalid abdullah ibrahim yusuf mahmoud bashar benjamin binyamin yitzhak shimon ehud narendra rahul rajiv imran nawaz xi hu deng kim hiroshi shinzo taro kenji leon oscar marcus lloyd colin gordon nigel boris jeremy angus ian duncan liam callum alistair graham neil stuart trevor clive derek barry ernest herbert clarence fred frederick stanley leonard norman glenn dale earl curtis corey cory craig derrick dominic elliott evan felix grant hugh hunter jared jay jim jimmy kurt lance lee leo malcolm max morgan oren oliver otto preston quentin ross rupert seth simon spencer theodore travis troy vernon wesley amadou kofi jens geert viktor rex orrin',
);
const female = set(
  'ada adele agnes alma amelia amina anita annette antonia april astrid audrey ava beatrice bella bernadette bertha bettina brigitte camille candace carole celia celine chloe claudia colleen constance cora corinne daphne della dina dora doreen ebony edith edna elaine elisabeth ella elsa elsie esmeralda estelle ethel eva eve felicity fiona flora florence francesca frida gabriella genevieve geraldine gertrude gillian ginger gladys gretchen gwendolyn hazel hedda heidi henrietta hilda ida imogen ines ingeborg isabel isabelle ivy joanne jodie josie joy juanita judy juliet karin karina kate katharine katya kerstin kirsten lara latoya lea leslie-ann lina liv lorraine louise lucille luisa lynn mabel mara marcia margarita margot mariana marianne marina marjorie marta martina maureen maxine mercedes meredith mildred minnie miranda molly mona myra nadine nell nina nora olive opal paige patsy paula pearl petra philippa polly rachael ramona rhonda rosalind rosemary roxanne sabrina sigrid silvia simone siobhan stella susanna sybil tania tamara tina trudy ulrike una ursula veronika viola vivienne wilma winifred yolanda zara mary patricia jennifer jen linda elizabeth liz beth barbara susan sue jessica sarah sara karen lisa nancy betty margaret maggie sandra ashley kimberly kim emily donna michelle carol amanda dorothy melissa deborah debbie stephanie rebecca becky sharon laura cynthia kathleen kathy amy angela shirley anna brenda pamela emma nicole helen samantha katherine kate katie christine christina chris debra rachel carolyn janet catherine cathy maria heather diane ruth julie olivia joyce virginia victoria vicky kelly lauren christina joan evelyn judith judy megan andrea cheryl hannah jacqueline jackie martha gloria teresa theresa ann anne sophia sophie marie madison frances kathryn janice jean abigail alice julia rose amber denise marilyn danielle beverly isabella diana natalie brittany charlotte doris kayla alexis lori hillary chelsea ivanka melania carly huma donna debbie heidi jane tiffany megyn gwen elena sonia ruth loretta condoleezza michele nikki sarah kellyanne hope katrina wendy cecile stephanie tammy claire barbara dianne dolores carla grace nadia renata lucia lucía rosa carmen angela ursula theresa jacinda yulia yulia julia natalia tatiana olga svetlana irina anastasia elena ludmila lyudmila marine segolene christine giorgia ingrid astrid greta sanna mette erna aung benazir indira sonia priya fatima aisha malala leila layla amina zainab mei michiko yoko naomi ruth miriam esther golda tzipi sheryl gina monica erin jill bridget bonnie connie daisy eleanor ellen erica gail georgia harriet holly irene iris jasmine jenna jo joanna josephine kristen kristin leah lena lillian lily lois lucy lydia mabel molly monique norma pauline penny phyllis rita roberta robin sally sheila sylvia tara valerie vanessa vera veronica vivian yvonne zoe',
);

const maleTitles = set(
  'mr mr. sir lord king prince congressman councilman chairman spokesman fr fr. father brother imam businessman alderman assemblyman',
);
const femaleTitles = set(
  'ms ms. mrs mrs. miss madam lady queen princess dame congresswoman councilwoman chairwoman spokeswoman sister baroness businesswoman alderwoman assemblywoman duchess',
);
const maleNouns = set(
  'dad father husband son brother uncle nephew grandfather grandad grandson boyfriend widower stepfather stepson half-brother father-in-law son-in-law brother-in-law',
);
const femaleNouns = set(
  'mum mom mam mother wife daughter sister aunt niece grandmother gran granddaughter girlfriend widow stepmother stepdaughter half-sister mother-in-law daughter-in-law sister-in-law',
);
const otherTitles = set(
  'dr dr. sen sen. senator rep rep. representative gov gov. governor lt lt. gen gen. general col col. colonel maj maj. major sgt sgt. sergeant capt capt. captain cmdr. commander adm adm. admiral rev rev. reverend pastor bishop archbishop cardinal pope prof prof. professor judge justice mayor president vice-president minister chancellor premier secretary secretary-general undersecretary ambassador commissioner chief director speaker leader chairperson chair councilmember councillor councilor member attorney sheriff detective officer inspector superintendent coach prosecutor emperor sheikh ayatollah rabbi deputy treasurer comptroller delegate assemblymember whip nominee candidate pres. pres atty. hon. president-elect dean principal ceo cfo correspondent host anchor analyst spokesperson strategist adviser advisor manager editor economist',
);

const organisations = set(
  'party department council committee times news post journal university college party house senate congress court union bank company corp corp. inc inc. co. group association institute foundation center centre agency bureau ministry office board commission club league team church states kingdom republic nations street avenue river county city park square airport hotel hospital school daily magazine tribune herald gazette democrats republicans americans police army navy force forces administration government parliament assembly network radio television tv project fund alliance coalition federation organization organisation society trust campaign act bill war america york carolina dakota hampshire mexico jersey virginia washington iowa nevada ohio texas florida california cnn nbc abc cbs msnbc fox bbc ap afp reuters facebook twitter google microsoft nato eu un u.n. u.s. uk gop dnc rnc fbi cia isis pac llc hall tower building beach island islands north south east west central national international',
);

/** Of each name its gender; null for those that both have. */
const genders: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...[...male].map((name) => [name, female.has(name) ? null : 'male'] as const),
  ...[...female].map((name) => [name, male.has(name) ? null : 'female'] as const),
]);
const titles: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...[...otherTitles].map((title) => [title, null] as const),
  ...[...femaleTitles].map((title) => [title, 'female'] as const),
  ...[...maleTitles].map((title) => [title, 'male'] as const),
]);

/** The gender that a given name (in lower case) plainly has, or null. */
export function genderOfName(name: string): Gender | null {
  return genders.get(name) ?? null;
}

/** Whether the word (in lower case) stands before a name as its title or office. */
export function isTitle(word: string): boolean {
  return titles.has(word);
}

/** The gender that a title (in lower case) plainly has, or null. */
export function genderOfTitle(title: string): Gender | null {
  return titles.get(title) ?? null;
}

/** The gender of whoever such a noun (in lower case) names: "mum", "brother". Null for any other noun. */
export function genderOfNoun(noun: string): Gender | null {
  return maleNouns.has(noun) ? 'male' : femaleNouns.has(noun) ? 'female' : null;
}

/** Whether a word of a name (in lower case) says that it names a body or a place. */
export function organisationWord(word: string): boolean {
  return organisations.has(word);
}
