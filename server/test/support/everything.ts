import type { Analysis } from '../../src/analysis';
import type { FigureLink, QuoteLink } from '../../src/links/model';

/** Everything that an analysis says, in a form that two hosts can be compared by. */
export function everything(analysis: Analysis): unknown {
  return analysis.ids.map((id) => ({
    id,
    name: analysis.nameOf(id),
    sources: analysis.sourcesFor(id),
    links: analysis.linksFrom(id).map(plain).sort(),
    story: analysis.storyOf(id),
    copies: analysis.ids.map((other) => analysis.copyBetween(id, other)),
    figureLinks: analysis.figureLinksFrom(id).map(plainFigures),
    problems: analysis
      .problems(id)
      .map((p) => ({ ...p, related: [...p.related].map((r) => JSON.stringify(r)).sort() })),
  }));
}

export function plain(link: QuoteLink): string {
  const { from, to, relation, gravity, steps, tentative } = link;
  const ends = [from, to].map((end) => [end.articleId, end.start, end.end, end.quote?.index ?? null]);
  return JSON.stringify([ends, relation, gravity, tentative, steps]);
}

function plainFigures({ from, to, relation, similarity, tentative }: FigureLink): string {
  const ends = [from, to].map((end) => [end.articleId, end.start, end.end, end.figure.text]);
  return JSON.stringify([ends, relation, similarity.toFixed(9), tentative]);
}
