import assert from 'node:assert/strict';
import {
  claimsMethod,
  findQuoteMethod,
  linksMethod,
  problemsMethod,
  type ProblemsResult,
  type WireClaims,
  type WireFoundQuote,
  type WireLink,
} from '../../src/protocol/api';
import { ferry, library } from './stories';
import { type TestClient, withServer } from './testClient';

const gone = { uri: 'file:///gone.txt' };

/** A link in short: its words there, and how they stand to those here. */
const inShort = (client: TestClient, { relation, from, to }: WireLink): string =>
  [client.words(client.name(from.uri), from.range), relation, client.words(client.name(to.uri), to.range)].join(' ');

describe('what scripts may ask the server', () => {
  it(
    'is what an article says, with places that hold it',
    withServer({ files: library }, async (client) => {
      const uri = client.uri('wire.txt');
      const claims = await client.connection.sendRequest<WireClaims | null>(claimsMethod, { uri });
      assert.equal(claims?.name, 'wire.txt');
      assert.equal(claims.story, 's1');
      const [quote] = claims.quotes;
      assert.ok(quote?.speaker);
      assert.equal(quote.speaker.name, 'Dana Okafor');
      assert.equal(client.words('wire.txt', quote.range), quote.text);
      assert.match(client.words('wire.txt', quote.speaker.range), /Dana Okafor$/);
      const days = claims.figures.find(({ text }) => text === 'nine days');
      assert.deepEqual([days?.kind, days?.value, days?.iso], ['duration', 9, 'P9D']);
      assert.equal(await client.connection.sendRequest(claimsMethod, gone), null);
    }),
  );

  it(
    'is the links of quotes and of figures',
    withServer({ files: library }, async (client) => {
      const uri = client.uri('courier.txt');
      const links = await client.connection.sendRequest<readonly WireLink[] | null>(linksMethod, { uri });
      const words = 'We will open the doors again before the first snow falls, whatever it costs the city';
      assert.deepEqual(
        links?.map((link) => inShort(client, link)),
        [`${words}. altered ${words.replace('snow', 'leaf')},`, `${words}. verbatim ${words},`],
      );
      assert.equal(await client.connection.sendRequest(linksMethod, gone), null);
    }),
  );

  it(
    'is figure links with their relation',
    withServer({ files: ferry }, async (client) => {
      const uri = client.uri('herald.txt');
      const links = await client.connection.sendRequest<readonly WireLink[] | null>(linksMethod, { uri });
      const told = links?.map((link) => inShort(client, link)) ?? [];
      assert.ok(told.includes('43 passengers differs 34 passengers'), told.join('\n'));
      assert.ok(told.includes('43 passengers agrees 43 passengers'), told.join('\n'));
    }),
  );

  it(
    'is the problems of one article and of all',
    withServer({ files: library }, async (client) => {
      const ask = (uri: string | null) => client.connection.sendRequest<ProblemsResult>(problemsMethod, { uri });
      const all = await ask(null);
      assert.deepEqual(
        all?.map(({ place }) => client.name(place.uri)),
        ['courier.txt', 'rewrite.txt', 'wire.txt'],
      );
      const [one] = (await ask(client.uri('rewrite.txt'))) ?? [];
      assert.equal(one?.code, 'quote-altered');
      assert.equal(one.accepted, null);
      assert.equal(one.related.length, 2);
      assert.equal(await ask(gone.uri), null);
    }),
  );

  it(
    'is where some words stand',
    withServer({ files: library }, async (client) => {
      const text = '“We will open the doors again before the first leaf falls”';
      const found = await client.connection.sendRequest<readonly WireFoundQuote[]>(findQuoteMethod, { text });
      assert.deepEqual(
        found.map(({ name, relation, speaker }) => [name, relation, speaker?.name]),
        [
          ['rewrite.txt', 'excerpt', 'Dana Okafor'],
          ['courier.txt', 'altered', 'Dana Okafor'],
          ['wire.txt', 'altered', 'Dana Okafor'],
        ],
      );
      for (const { place, text: words, name } of found) assert.equal(client.words(name, place.range), words);
      const none = await client.connection.sendRequest(findQuoteMethod, { text: '' });
      assert.deepEqual(none, []);
    }),
  );

  it(
    'takes nonsense without a fault that ends the server',
    withServer({ files: library }, async ({ connection }) => {
      assert.equal(await connection.sendRequest(claimsMethod, { uri: 7 }), null);
      assert.deepEqual(await connection.sendRequest(findQuoteMethod, {}), []);
      assert.equal(await connection.sendRequest(claimsMethod, gone), null);
    }),
  );
});
