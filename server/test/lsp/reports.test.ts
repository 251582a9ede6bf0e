import assert from 'node:assert/strict';
import { reportEndings, reportFormats, reportMethod, type ReportResult } from '../../src/protocol/reports';
import { mill } from '../reports/reporting';
import { TestClient } from './testClient';

describe('the report that the client asks for', function () {
  this.timeout(20_000);
  let client: TestClient;
  const ask = (params: unknown) => client.connection.sendRequest<ReportResult>(reportMethod, params);

  before(async () => {
    client = await TestClient.start({ files: mill });
    await client.open('herald.txt');
    await client.settled();
  });
  after(() => client.stop());

  it('comes in each form, with a name for its file', async () => {
    for (const format of reportFormats) {
      const report = await ask({ format, date: '2025-05-04T21:40:00Z' });
      assert.ok(report, format);
      assert.ok(report.text.includes('herald.txt') && !report.text.includes('file:/'), format);
      assert.deepEqual([report.suggestedName, report.articles], [`second-source${reportEndings[format]}`, 2]);
    }
  });

  it('may be about one story, and is nothing where there is no such story or form', async () => {
    const report = await ask({ format: 'csv', story: 's1', date: '' });
    assert.equal(report?.suggestedName, 'second-source-s1-2025-05-04.csv');
    for (const params of [{ format: 'csv', story: 's9' }, { format: 'pdf' }, {}, { format: 'html', story: '../x' }]) {
      assert.equal(await ask(params), null, JSON.stringify(params));
    }
  });
});
