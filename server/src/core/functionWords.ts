/**
 * The small words that hold sentences together, in the languages of European newspapers. Running text can't do without
 * them; tables, code and lists can.
 */
const byLanguage = {
  english: `the of and to in a is that it was for on with as by at be are from an this have has had not but they which his
    her he she who will would were or been their we you i said its there if when what so no out up about than after do`,
  french: `le la les de des du un une et en à au aux est que qui dans pour sur pas ne plus par avec ce cette il elle ils
    nous vous je sont été se son sa ses mais ou où d l a comme`,
  german: `der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
    dass sie nach wird bei einer um am sind noch wie einem über ich wir so war haben vor zum zur aber`,
  spanish: `el la los las de del y en que un una por con para es no se su lo como más al pero sus le ha o este fue ser
    son también está hay si me ya desde`,
  italian: `il lo la i gli le di del della dei e è in che un una per con non si da al alla come più ma sono nel nella ha
    anche suo se ci ho questo dal dalla`,
  portuguese: `o a os as de do da dos das e em no na que um uma para com não por mais se como foi ao é sua mas ou
    são pelo pela também está há eu ele ela`,
  dutch: `de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar heeft hij
    ze we wordt tot was ik over die`,
  swedish: `och att i det som en på är av för med den till inte har de ett om vi var jag men från han hon ska kan sig så
    också efter`,
  danish: `og at i det som en på er af for med den til ikke har de et om vi var jeg men fra han hun skal kan sig så også
    efter der`,
  norwegian: `og å i det som en på er av for med den til ikke har de et om vi var jeg men fra han hun skal kan seg så
    også etter`,
  finnish: `ja on ei että se oli hän mutta myös kun ovat joka jotka kuin ole tai sen hänen niin jos vain nyt mukaan`,
  polish: `i w na z do nie się to że jest o jak za po od przez dla ale są co tak by jego już tym ze był`,
  czech: `a v na se je že z s do o i to by k pro ve si jako ale za po od jsou tak podle které který`,
  hungarian: `a az és hogy nem is egy ez azt meg volt csak de már van mint még ha el ki`,
  romanian: `și în de la a cu pe nu o că din care un mai pentru este sunt să se au fost dar`,
  turkish: `ve bir bu da de için ile çok daha olarak en gibi kadar ama olan var ne`,
  russian: `и в не на что с по как это а из к у за от он она они о но для было был же его все мы я до`,
  ukrainian: `і в не на що з по як це а із до у за від він вона вони про але для було був та його ми я й`,
  greek: `και το η ο να του της την τα για με από στο στην που δεν είναι θα οι των σε τον ότι`,
} as const;

const functionWords: ReadonlySet<string> = new Set(Object.values(byLanguage).flatMap((words) => words.split(/\s+/)));

/** The length of the longest of them, in UTF-16 units: what is longer need not be looked up. */
export const longestFunctionWord = Math.max(...[...functionWords].map((word) => word.length));

/** Whether the word, in lower case, is one of the small words of a European language. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word);
