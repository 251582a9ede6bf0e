import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from './paths.mjs';

const sources = [
  'client/src/api/types.ts',
  'server/src/protocol/stories.ts',
  'server/src/protocol/api.ts',
  'server/src/protocol/index.ts',
];
const block = /(?<=## The types\n[^]*?```ts\n)[^]*?(?=```)/;

/** The types that `SecondSourceApi` is made of, as one file that stands by itself: what docs/api.md shows. */
export async function apiTypes() {
  const declarations = new Map();
  for (const path of sources) {
    const text = await readFile(join(root, path), 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    for (const statement of file.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
        declarations.set(statement.name.text, statement);
    }
  }
  const needed = [];
  const need = (name) => {
    const declaration = declarations.get(name);
    if (!declaration || needed.includes(declaration)) return;
    needed.push(declaration);
    const visit = (node) => {
      if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) need(node.typeName.text);
      // `extends StoryHead`
      if (ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression)) need(node.expression.text);
      ts.forEachChild(node, visit);
    };
    visit(declaration);
  };
  need('SecondSourceApi');
  return `import type { Event, Uri } from 'vscode';\n\n${needed.map((one) => one.getFullText().trim()).join('\n\n')}\n`;
}

/** The page with the types as they are. */
export async function withTypes(page) {
  const types = await apiTypes();
  return page.replace(block, () => types);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const page = join(root, 'docs', 'api.md');
  await writeFile(page, await withTypes(await readFile(page, 'utf8')));
  console.log('docs/api.md has the types.');
}
