import { build, type Plugin } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** A regular expression of the sources. */
export interface FoundPattern {
  /** The file below `server/src` and the line: "claims/marks.ts:12"; of the client's, from the root. */
  readonly place: string;
  readonly pattern: RegExp;
}

/** What the sources write down, and where they make more while they run. */
export interface Gathered {
  readonly patterns: readonly FoundPattern[];
  /** The places of `new RegExp(...)` at which nothing was made. */
  readonly unseen: readonly string[];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly place: string;
  /** Null: made while the code runs. */
  readonly literal: RegExp | null;
}

function placesIn(text: string, name: string): readonly Place[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const places: Place[] = [];
  const visit = (node: ts.Node): void => {
    const isMade =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp';
    if (isMade || ts.isRegularExpressionLiteral(node)) {
      const start = node.getStart(source);
      const place = `${name}:${source.getLineAndCharacterOfPosition(start).line + 1}`;
      places.push({ start, end: node.end, place, literal: isMade ? null : literalOf(node.getText(source)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places;
}

function literalOf(written: string): RegExp {
  const end = written.lastIndexOf('/');
  return new RegExp(written.slice(1, end), written.slice(end + 1));
}

/** Wraps each `new RegExp(...)` so that it tells what it has made. */
function telling(text: string, places: readonly Place[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, place, literal } of places) {
    if (literal || start < at) continue;
    out += `${text.slice(at, start)}globalThis.__tellPattern(${JSON.stringify(place)}, ${text.slice(start, end)})`;
    at = end;
  }
  return out + text.slice(at);
}

/**
 * Gathers every regular expression of `server/src` and `client/src`: literals as they stand in the sources, and those that
 * the server's code puts together while it runs, by bundling it with each `new RegExp` wrapped and running it.
 * @param root the repository's folder.
 * @param entry a test file, absolute, whose function `runAll` runs as much of the code as it can.
 * @param outfile where the bundle goes.
 */
export async function gatherPatterns(root: string, entry: string, outfile: string): Promise<Gathered> {
  const sources = join(root, 'server', 'src');
  const folders = [sources, join(root, 'client', 'src')];
  const nameOf = (path: string): string =>
    relative(path.startsWith(sources) ? sources : root, path)
      .split(sep)
      .join('/');
  const found: FoundPattern[] = [];
  const made = new Set<string>();
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  for (const file of files) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const { place, literal } of placesIn(readFileSync(file, 'utf8'), nameOf(file))) {
      if (literal) found.push({ place, pattern: literal });
      else made.add(place);
    }
  }

  const plugin: Plugin = {
    name: 'telling-patterns',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        return { contents: telling(text, placesIn(text, nameOf(path))), loader: 'ts' };
      });
    },
  };
  const common = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error' } as const;
  await build({ ...common, entryPoints: [entry], outfile, plugins: [plugin], mainFields: ['module', 'main'] });

  const seen = new Set<string>();
  const kept = new Set<string>();
  const global = globalThis as { __tellPattern?: (place: string, pattern: RegExp) => RegExp };
  global.__tellPattern = (place, pattern) => {
    seen.add(place);
    const key = `${place} ${pattern.source}`;
    // What is made from names in articles is made without end; a few of each place stand for all.
    if (!kept.has(key) && [...kept].filter((one) => one.startsWith(`${place} `)).length < 60) {
      kept.add(key);
      found.push({ place, pattern });
    }
    return pattern;
  };
  const { runAll } = createRequire(__filename)(outfile) as { runAll: () => void };
  runAll();
  // What is bundled stays wrapped; it need not tell any more.
  global.__tellPattern = (_, pattern) => pattern;
  return { patterns: found, unseen: [...made].filter((place) => !seen.has(place)).sort() };
}
