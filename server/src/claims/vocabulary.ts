/** The closed word classes of English that the reading of a clause leans on, in lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The words of several classes, for one look instead of many. */
export const anyOf = (...classes: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(classes.flatMap((words) => [...words]));

export const determiners = set(
  'the a an this that these those another any each every some no one two three four five several many most all both either neither other more few his her their its my our your',
);

export const possessivePronouns = set('his her their its my our your');

/** Pronouns that can be the subject of a verb of speech. */
export const subjectPronouns = set('he she they we i you it who everyone someone nobody everybody somebody');

export const objectPronouns = set('him them me us himself herself themselves itself whom');

export const prepositions = set(
  'of in on at by for from with to about against between into through during before after above below under over since until among amid across around behind beside beyond despite except inside near outside regarding throughout toward towards upon within without via per like unlike alongside versus concerning following because',
);

/** Prepositions that hang a further noun on the one before them: "the spokesman for the ministry". */
export const nounPrepositions = set('of for at in from with on to about near behind against');

export const auxiliaries = set(
  "is are was were be been being am has have had having do does did will would can could may might must shall should 's 'd 've 'll 're 'm to isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't shouldn't cannot isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t not",
);

export const formsOfBe = set(
  "is are was were be been being am 's 're 'm isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t",
);

/** Verbs that lend their subject to the verb after them: "went on to say", "began telling". */
export const lendingVerbs = set(
  'continued continues continue began begins begin started starts went goes go came comes used wants wanted tried tries seemed seems appeared appears happened chose refused declined kept keeps ended managed took takes on up out back ahead forward helped needs needed likes liked dared proceeded rushed sought hastened got gets decided vowed promised',
);

export const adverbs = set(
  'also then later now once often still even again never just too first always sometimes soon ever already however instead meanwhile afterward afterwards yesterday today tonight recently further indeed perhaps thus therefore though rather quite almost nevertheless nonetheless moreover famously reportedly simply only twice back here there so yet else since separately jokingly',
);

export const conjunctions = set('and but or nor yet so');

export const subordinators = set(
  'when while as if although though because since after before until unless whereas where once whether that than how why what which who whom whose',
);

/** Words that open a phrase in front of the subject: "On Monday, ...", "Asked about it, ...". */
export const openers = set(
  'asked pressed speaking responding referring writing addressing appearing citing noting quoting echoing calling saying standing given according based despite ahead',
);

export const timeWords = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. yesterday today tonight tomorrow last this earlier later recently early late afterward morning afternoon evening night week month year day days weeks months years hours minutes moments weekend',
);

/** Nouns that name what somebody said: "her claim that ...", "in Roe's words". */
export const speechNouns = set(
  'statement statements claim claims promise promises pledge vow call calls description comment comments remark remarks assertion assertions contention argument arguments words phrase tweet tweets message messages warning warnings suggestion insistence plea speech memo letter slogan letters memos accusation accusations charge charges complaint complaints criticism criticisms question questions answer answers reply response responses rhetoric denunciation declaration characterization assessment explanation advice demand demands refrain mantra motto line lines quip joke jokes attack attacks threat threats belief view opinion post posts email emails e-mail note notes testimony report prediction praise talk rant reference references apology account definition headline term interview vision admission lament dictum assumption pronouncement denial concession acknowledgment boast insistence proposal proposals plan plans use allegation allegations critique concern concerns fear fears taunt taunts mention insistence broadside',
);

/** Common irregular past forms and plain verbs, so that a noun phrase ends before them. */
export const plainVerbs = set(
  'broke burst drank ate blew shook swung strode rode rang hid fled slid spun wound went took made gave came got had held met won lost ran saw left led sent paid put set hit kept stood sat fell grew began became brought built bought caught chose cut did drew drove fought found flew forgot heard knew laid let lay rose sang sold shot showed shut slept spent spoke stole struck swore taught threw understood woke wore wrote said told felt thought meant read goes makes takes gives gets comes wants needs says seems keeps knows thinks runs looks plans works lives hopes turns has is was are were will would can could may might must should do does did be been being',
);
