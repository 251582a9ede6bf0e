import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { acceptAll, analysed, mill, report } from './reporting';

/** The standard's own schema, as the package of its authors has it. */
const schemaFile = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** Ajv reads later drafts than the one that the schema is written in; in all that it uses, its id alone differs. One of its patterns is none with the u flag. */
function validator() {
  const {
    id,
    $schema: draft,
    ...schema
  } = JSON.parse(readFileSync(require.resolve(schemaFile), 'utf8')) as {
    readonly id: string;
    readonly $schema: string;
  };
  assert.ok(draft.includes('draft-04') && id.includes('sarif-2.1.0'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

const read = (text: string): Run => {
  const [run] = (JSON.parse(text) as Log).runs;
  assert.ok(run);
  return run;
};
const resultsOf = (text: string): readonly Result[] => read(text).results ?? [];

describe('a report in SARIF', () => {
  const validate = validator();
  const checkValid = (text: string) => {
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 5)));
  };

  it('is valid by the schema of version 2.1.0, with problems, with accepted ones and with nothing at all', () => {
    const analysis = analysed(mill);
    checkValid(report('sarif', analysis));
    checkValid(report('sarif', analysed(mill, { accepted: acceptAll(analysis, 'The mayor asked.') })));
    checkValid(report('sarif', analysed({})));
    assert.ok(!validate({ version: '2.1.0', runs: [{ results: [] }] }), 'the schema asks for a tool');
  });

  it('has each problem at its line and column, with the other passages', () => {
    const run = read(report('sarif', analysed(mill)));
    const quote = run.results?.find(({ ruleId }) => ruleId === 'quote-altered');
    assert.deepEqual([quote?.level, run.columnKind], ['error', 'utf16CodeUnits']);
    const place = quote?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, 'herald.txt');
    assert.deepEqual([place.region?.startLine, place.region?.startColumn], [3, 2]);
    assert.match(place.region?.snippet?.text ?? '', /^I am not going/);
    const [related] = quote?.relatedLocations ?? [];
    assert.deepEqual([related?.id, related?.physicalLocation?.artifactLocation?.uri], [1, 'wire.txt']);
    assert.notEqual(related?.message?.text ?? '', '');
    assert.equal(run.tool.driver.rules?.[quote?.ruleIndex ?? -1]?.id, 'quote-altered');
    assert.equal(run.tool.driver.version, '1.2.3');
  });

  it('suppresses what was accepted, with the reason, who and when', () => {
    const accepted = acceptAll(analysed(mill), 'Both counts were given.');
    const results = resultsOf(report('sarif', analysed(mill, { accepted })));
    assert.ok(results.length >= 2);
    for (const { suppressions } of results) {
      assert.deepEqual(suppressions, [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'Both counts were given. (Ada Quill, 2025-05-04T21:30:00Z)',
        },
      ]);
    }
  });

  it('knows a finding again after lines have moved, and as another one after its words have changed', () => {
    const prints = (text: string) =>
      resultsOf(report('sarif', analysed(text))).map(({ partialFingerprints }) => partialFingerprints?.['passages/v1']);
    const before = prints(mill);
    const moved = mill.replace('“I am not', 'The weather was fine, and nobody was late.\n\n“I am not');
    assert.deepEqual(prints(moved), before);
    assert.equal(new Set(before).size, before.length);
    assert.notDeepEqual(prints(mill.replaceAll('the wheel to anybody', 'the old wheel to anybody')), before);
  });

  it('percent-encodes addresses, and keeps what looks like a link or a placeholder from being one', () => {
    const name = 'drafts/a b#1?ü%:[x](2).txt';
    const text = mill.replaceAll('herald.txt', name).replaceAll('not going', '[see](1) {0} not going');
    const analysis = analysed(text);
    const output = report('sarif', analysis);
    checkValid(output);
    const uris = resultsOf(output).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    assert.ok(uris.includes('drafts/a%20b%231%3F%C3%BC%25%3A%5Bx%5D(2).txt'), uris.join(' '));
    for (const { message } of resultsOf(output))
      assert.doesNotMatch(message.text ?? '', /(?<!\\)\[[^\]]*\]\(\d|(?<!\{)\{0/);
  });

  it('counts lines as an editor does, whatever ends them', () => {
    const [herald, wire] = [mill, mill].map((text, i) => text.split(/=== .*\n/)[i + 1]?.trim() ?? '');
    assert.ok(herald && wire);
    for (const end of ['\n', '\r\n', '\r']) {
      const analysis = analysed({ 'herald.txt': herald.replaceAll('\n', end), 'wire.txt': wire });
      const quote = resultsOf(report('sarif', analysis)).find(({ ruleId }) => ruleId === 'quote-altered');
      assert.equal(quote?.locations?.[0]?.physicalLocation?.region?.startLine, 3);
    }
  });
});
