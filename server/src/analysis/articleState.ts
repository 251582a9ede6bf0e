import type { Article, ArticleId } from '../core/article';
import { keepText, textOf, type KeptText } from '../core/keptText';
import { extractClaims } from '../claims/extract';
import type { Claims } from '../claims/model';
import type { Vocabulary } from '../claims/normalize';
import { packClaims, unpackClaims } from '../claims/packed';
import type { ArticleFigures } from '../links/articleFigures';
import type { WithProse } from '../links/copies/copies';
import type { Prose } from '../links/copies/prose';
import type { FoldedLinks } from '../links/foldedLinks';
import { unfoldBare, unfoldOne, withQuotes, type FoldedPassages } from '../links/foldedPassages';
import type { LinkedArticle } from '../links/materialize';
import type { Told } from '../links/pairLinks';
import type { NameStems, PassageRecord } from '../links/passages';
import type { WithFigures } from '../links/storyFigures';
import type { Signature } from '../links/storySignature';
import type { AnalysedArticle } from './model';
import type { Residency, Resident } from './residency';

/** What is made of an article's text when somebody asks, and let go of when nobody has for long. */
interface Hot {
  text: string | null;
  claims: Claims | null;
  /** For comparing alone; null where there are `passages`, which do as well. */
  bare: readonly PassageRecord[] | null;
  passages: readonly PassageRecord[] | null;
  byPid: ReadonlyMap<number, PassageRecord> | null;
  prose: Prose | null;
  figures: ArticleFigures | null;
}

/** What the bodies of all articles share. */
export interface Surroundings {
  readonly vocabulary: Vocabulary;
  readonly residency: Residency;
  makeFigures(body: Body): ArticleFigures;
  makeProse(body: Body): Prose;
  /** Told when the body of an article has been let go of. */
  cooled(body: Body): void;
}

const nothing: Hot = { text: null, claims: null, bare: null, passages: null, byPid: null, prose: null, figures: null };

/** So many UTF-16 units are an article; a longer text counts for as many as it has. */
const unitsAnArticle = 8192;

/** What an article speaks of, in the words of the vocabulary. */
export interface About {
  readonly names: NameStems;
  readonly signature: Signature;
}

/**
 * What follows from an article's text alone. Cold, it is the text and some bytes; asked for anything else it makes that
 * again, to the same, and is hot. A class, since a folder has tens of thousands of them and each has the same ten ways to be
 * asked.
 */
export class Body implements Resident {
  readonly id: ArticleId;
  round = 0;
  private hot: Hot;
  private packed: Uint8Array | null;
  private readonly kept: KeptText;
  /** In UTF-16 units. */
  private readonly length: number;

  constructor(
    article: Pick<Article, 'id' | 'text' | 'sent'>,
    readonly textHash: number,
    readonly folded: FoldedPassages,
    readonly about: About,
    /** The day that the article gives as its own, in ISO 8601, or null. */
    readonly day: string | null,
    known: {
      readonly packed: Uint8Array | null;
      readonly claims?: Claims;
      readonly passages?: readonly PassageRecord[];
      /** The passages for comparing alone. */
      readonly bare?: readonly PassageRecord[];
    },
    private readonly around: Surroundings,
  ) {
    this.packed = known.packed;
    const { id, sent } = article;
    this.id = id;
    this.kept = sent?.bytes ?? keepText(article.text);
    this.length = sent?.length ?? article.text.length;
    const { claims = null, passages = null, bare = null } = known;
    this.hot = { ...nothing, claims, passages, bare };
    if (!claims && !bare) return;
    this.hot.text = article.text;
    around.residency.use(this);
  }

  get names(): NameStems {
    return this.about.names;
  }

  get weight(): number {
    return Math.max(1, this.length / unitsAnArticle);
  }

  get text(): string {
    if (typeof this.kept === 'string') return this.kept;
    this.around.residency.use(this);
    return (this.hot.text ??= textOf(this.kept));
  }

  /** Whether this is its text; the article stays as cold as it is. */
  hasText(text: string): boolean {
    return text.length === this.length && (this.hot.text ?? textOf(this.kept)) === text;
  }

  get claims(): Claims {
    this.around.residency.use(this);
    return (this.hot.claims ??= (this.packed && unpackClaims(this.packed, this.text)) ?? extractClaims(this.text));
  }

  get passages(): readonly PassageRecord[] {
    const { claims } = this;
    if (this.hot.passages) return this.hot.passages;
    const passages = withQuotes(this.hot.bare ?? unfoldBare(this.folded, this.around.vocabulary), claims);
    this.hot.passages = passages;
    this.hot.bare = null;
    return passages;
  }

  /** What another article is judged with. */
  readonly told: Told = toldBy(this);

  /** The passages for comparing alone: of their quotes they may lack what no comparison asks. Needs no claims. */
  get bare(): readonly PassageRecord[] {
    this.around.residency.use(this);
    return this.hot.passages ?? (this.hot.bare ??= unfoldBare(this.folded, this.around.vocabulary));
  }

  /** The passages for comparing alone, where they lie unfolded; the article stays as cold as it is. */
  get passagesAtHand(): readonly PassageRecord[] | null {
    return this.hot.passages ?? this.hot.bare;
  }

  get byPid(): ReadonlyMap<number, PassageRecord> {
    const { passages } = this;
    if (this.hot.byPid) return this.hot.byPid;
    const byPid = new Map<number, PassageRecord>();
    for (const record of passages) byPid.set(record.pid, record);
    return (this.hot.byPid = byPid);
  }

  get prose(): Prose {
    this.around.residency.use(this);
    return (this.hot.prose ??= this.around.makeProse(this));
  }

  get figures(): ArticleFigures {
    this.around.residency.use(this);
    return (this.hot.figures ??= this.around.makeFigures(this));
  }

  /** A passage for comparing alone; the article stays as cold as it is. */
  glance(pid: number): PassageRecord | undefined {
    const known = this.hot.byPid?.get(pid);
    if (known) return known;
    return unfoldOne(this.folded, this.folded.pids.indexOf(pid), this.around.vocabulary) ?? undefined;
  }

  /** The claims as bytes. */
  pack(): Uint8Array {
    return (this.packed ??= packClaims(this.claims));
  }

  /**
   * Lets go of all at once, for there is a later version of the article. Those who hold an older analysis may ask
   * nevertheless. Without this, whatever is made for one keystroke would outlive the next few, and pile up.
   */
  release(): void {
    this.hot = { ...nothing };
    this.around.residency.drop(this);
  }

  cool(): void {
    if (this.hot.claims) this.packed ??= packClaims(this.hot.claims);
    this.hot = { ...nothing };
    this.around.cooled(this);
  }
}

/** What a body is compared by, unfolded no sooner than it is asked for. */
const toldBy = (body: Body): Told => ({
  get passages() {
    return body.bare;
  },
  get names() {
    return body.names;
  },
});

/** An article under its name of now. It holds no text of its own: a cold one's is made when somebody asks for it. */
export class NamedArticle implements Article {
  constructor(
    readonly name: string,
    private readonly body: Body,
  ) {}

  get id(): ArticleId {
    return this.body.id;
  }

  get text(): string {
    return this.body.text;
  }
}

/** The links of an article to each other one. */
export type Partners = ReadonlyMap<ArticleId, FoldedLinks>;

/** All that is known of one article. Replaced as a whole when the article, or what it is linked to, changes. */
export class ArticleState implements AnalysedArticle, Told, Pick<LinkedArticle, 'byPid'>, WithFigures, WithProse {
  constructor(
    readonly article: NamedArticle,
    readonly body: Body,
    readonly partners: Partners,
    /** A number of its own for each state of any article: what was computed from it holds for no other. */
    readonly version: number,
  ) {}

  get claims(): Claims {
    return this.body.claims;
  }

  get passages(): readonly PassageRecord[] {
    return this.body.passages;
  }

  get byPid(): ReadonlyMap<number, PassageRecord> {
    return this.body.byPid;
  }

  get names(): NameStems {
    return this.body.names;
  }

  prose = (): Prose => this.body.prose;

  figures = (): ArticleFigures => this.body.figures;
}
