import assert from 'node:assert/strict';
import {
  changedMethod,
  sheetMethod,
  storiesMethod,
  type ChangedParams,
  type SheetResult,
  type StoriesResult,
} from '../../src/protocol/stories';
import { library } from './stories';
import { withServer } from './testClient';

describe('the stories over the wire', () => {
  it(
    'come in short and whole, with places as the client spells them',
    withServer({ files: library }, async (client) => {
      const { stories } = await client.connection.sendRequest<StoriesResult>(storiesMethod);
      assert.deepEqual(
        stories.map(({ conflicts, columns }) => [conflicts, columns.map(({ article }) => client.name(article))]),
        [[1, ['courier.txt', 'rewrite.txt', 'wire.txt']]],
      );
      const sheet = await client.connection.sendRequest<SheetResult>(sheetMethod, { story: stories[0]?.id });
      const cell = sheet?.rows[0]?.cells[1];
      assert.ok(cell);
      assert.equal(client.name(cell.place.uri), 'rewrite.txt');
      assert.match(
        client.words('rewrite.txt', cell.place.range),
        /^We will open the doors again before the first leaf/,
      );
      assert.match(cell.problems[0]?.message ?? '', /“leaf” only here, “snow” there/);
    }),
  );

  it(
    'are null for a story that is not there, whatever is asked',
    withServer({ files: library }, async (client) => {
      for (const story of ['s99', '', null, 7]) {
        assert.equal(await client.connection.sendRequest(sheetMethod, { story }), null);
      }
    }),
  );

  it(
    'are told to have changed at the end of a round, with what is open now',
    withServer({ files: library, views: true }, async (client) => {
      const told: ChangedParams[] = [];
      const heard = new Promise<void>((resolve) => {
        client.connection.onNotification(changedMethod, (params: ChangedParams) => {
          told.push(params);
          if (params.conflicts === 0) resolve();
        });
      });
      await client.open('rewrite.txt');
      await client.replace('rewrite.txt', 'leaf', 'snow');
      await heard;
      assert.ok(told.every(({ revision }, i) => i === 0 || revision > (told[i - 1]?.revision ?? 0)));
    }),
  );
});
