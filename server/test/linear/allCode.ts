import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalysisHost } from '../../src/analysis';
import { deskOf } from '../support/deskStory';
import { askAbout, askAt, makeReports, makeSheets } from '../fuzz/everyFeature';

/** Analyses the stories of `test-fixtures` and asks for all that an editor can see of them. */
export function runAll(): void {
  const fixtures = join(process.cwd(), 'test-fixtures');
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:txt|md)$/.test(name),
  );
  const stories = new Map<string, string[]>();
  for (const name of files) {
    const story = name.split(/[\\/]/).slice(0, -1).join('/');
    stories.set(story, [...(stories.get(story) ?? []), name]);
  }
  const seen = new Set<readonly string[]>();
  for (const names of [...stories.values(), ...stories.values()]) {
    const host = createAnalysisHost();
    // The second time around all but a story's first file are drafts.
    if (seen.has(names)) host.setDesk(deskOf([names[0] ?? '']));
    seen.add(names);
    for (const name of names) host.set({ id: name, name, text: readFileSync(join(fixtures, name), 'utf8') });
    host.set({ id: 'torn', name: 'torn.txt', text: 'Ana Bruhl of the ferry board said, We saw the rock too late.”' });
    const analysis = host.snapshot();
    for (const id of analysis.ids) {
      askAbout(analysis, id);
      for (const { start } of analysis.get(id)?.claims.quotes ?? []) askAt(analysis, id, start);
    }
    makeSheets(analysis);
    makeReports(analysis);
  }
}
