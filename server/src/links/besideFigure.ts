import type { Figure } from '../claims/figures/model';
import { sourceOf, type Source } from './claimants';
import { framesOf, type Frame } from './frames';

const noFrames: ReadonlySet<Frame> = new Set<Frame>();

/**
 * What the words beside a figure say of it, read when first asked for: of ten figures one is held against another that
 * differs from it, and only then that matters. A class, since a folder has a hundred thousand of them.
 */
export class BesideFigure {
  private knownSource: Source | null = null;
  private knownFrames: ReadonlySet<Frame> | null = null;

  /** @param text of the figure's article; null once all is read. */
  constructor(
    private readonly figure: Figure,
    private text: string | null,
  ) {}

  /** Whose figure it is. */
  get source(): Source {
    return (this.knownSource ??= sourceOf(this.figure, this.text ?? ''));
  }

  /** What the words make of it: a forecast, an earlier value, a part ... */
  get frames(): ReadonlySet<Frame> {
    if (this.knownFrames) return this.knownFrames;
    const frames = framesOf(this.text ?? '', this.figure);
    // Most figures have none, and empty sets take room too.
    return (this.knownFrames = frames.size > 0 ? frames : noFrames);
  }

  /** Reads all and lets go of the text: for a figure that outlives the version of the article that it was read in. */
  settle(): void {
    if (this.text === null) return;
    this.knownSource = this.source;
    this.knownFrames = this.frames;
    this.text = null;
  }
}
