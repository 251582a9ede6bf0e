import assert from 'node:assert/strict';
import { readsAsProse } from '../../src/core/prose';
import { describeGrowth, growthOf } from '../linear/growth';

const article = `Mill wheel turns again after forty years

By Perpetua Lunn

The mill wheel at Cold Ashby turned for the first time in forty years on Sunday, and most of the village came to watch.

“I oiled it with goose fat, as my grandfather did,” said the miller, Abel Thorne. The wheel is 12ft across.
`;

const copy: Readonly<Record<string, string>> = {
  'a market report full of figures':
    'The Orrin index rose 1.4% to 7,312.06, Marl Ferries gained 3.2% to $41.05, and Holm Bank fell 0.9%.',
  'a market line with hardly a word of grammar':
    'marl ferries jumped 0.4% while the orrin holm bank composite share index rose 0.6%.',
  'a note of one line without a full stop':
    'However the toll drops to just £4 (€5) if you go over on foot before the tide',
  'a line of prices': 'It cost $35,000 for the boat and $12,000 for the engine, in 2019.',
  'a sentence with a space before its stop': 'The ferry was late again on Tuesday night, the harbour office said .',
  'an article': article,
  'an article of one paragraph': 'The ferry will not sail today, the harbour office said. It gave no reason.',
  'a very short wire with a quote': '“We will not sell the bells,” Bishop Tarn said.',
  'a headline with a quote and nothing else': 'Miller: “I oiled it with goose fat”',
  'wire copy in capitals': 'THE MINISTER SAID ON MONDAY THAT THE BRIDGE WOULD STAY SHUT.\nHE DID NOT SAY FOR HOW LONG.',
  'a transcript':
    'MS LUNN: Is the wheel safe?\n\nMR THORNE: It is safer than I am.\n\nMS LUNN: Go on.\n\nMR THORNE: No.',
  'a transcript with time codes': `[00:00:12] LUNN: Is the wheel safe, Mr Thorne?
[00:00:15] THORNE: It is safer than I am, and it is younger.
[00:00:21] LUNN: That was not what I asked you.`,
  'questions and answers': 'Q. Did you oil the wheel?\nA. I did.\nQ. With what?\nA. With goose fat, as we always have.',
  'hard-wrapped copy': article.replace(/(.{30,45}?) /g, '$1\n'),
  'copy with a table in it': `${article}\nYear\tTurns\n1984\t12\n2024\t1\n`,
  'copy scraped with its tags': `${article}\n<p>The wheel will turn again at Easter, <b>he</b> said.</p>`,
  'copy that opens with an embedded post': `<post by="miller">The wheel turns.</post>\n\n${article}`,
  'copy with a web address': `${article}\nMore at https://cold-ashby.example/mill?wheel=1&turn=2 from Monday.`,
  'Markdown with front matter': `---\ntitle: The wheel\ntags: [mill, wheel]\n---\n\n# The wheel\n\n${article}`,
  'a summary of lines without full stops': `The wheel turned for the first time in forty years
Most of the village came to watch it on Sunday
The miller says that he oiled it with goose fat
He is now looking for a man to mind the sluice.`,
  French: 'La roue du moulin a tourné dimanche. « Je l’ai graissée », a dit le meunier, qui ne dort plus depuis.',
  German: 'Das Mühlrad hat sich am Sonntag wieder gedreht. „Ich habe es geschmiert“, sagte der Müller zu den Leuten.',
  Spanish: 'La rueda del molino giró el domingo. «La engrasé yo mismo», dijo el molinero a los vecinos.',
  Polish: 'Koło młyna obróciło się w niedzielę. „Sam je nasmarowałem”, powiedział młynarz i nie był to żart.',
  Finnish: 'Myllyn ratas pyöri sunnuntaina ja koko kylä katsoi. ”Minä sen rasvasin”, mylläri sanoi, mutta ei nauranut.',
  Russian: 'Колесо мельницы повернулось в воскресенье. «Я сам его смазал», — сказал мельник, и он не шутил.',
  Greek: 'Ο τροχός του μύλου γύρισε την Κυριακή. «Τον λάδωσα εγώ», είπε ο μυλωνάς και δεν γέλασε.',
};

const noCopy: Readonly<Record<string, string>> = {
  nothing: '',
  requirements: 'requests==2.31.0\nnumpy>=1.26\n# for the tests\npytest\nflask[async]~=3.0',
  'a log': `2024-05-01 10:00:00,120 INFO Server is starting on port 8080.
2024-05-01 10:00:01,442 WARN The cache could not be read from the disk.
2024-05-01 10:00:02,010 INFO Listening for connections on all of the addresses.`,
  'a system log': `May  1 10:00:00 mill sshd[311]: The connection from the host was closed.
May  1 10:00:04 mill cron[99]: The job for the backup has ended.`,
  'a log of levels': '[INFO] The build is done.\n[ERROR] The file was not found in the folder.\n[INFO] It is over.',
  'a table with commas': 'name,age,place\nAbel,81,Cold Ashby\nPerpetua,34,Naseby\nHugo,52,Long Buckby',
  'a table whose cells are sentences': `id,text
1,"The wheel turned on Sunday."
2,"The miller was in the mill."
3,"He said that it was safe."`,
  'a table with tabs': 'Year\tTurns\tMiller\n1984\t12\tA. Thorne\n2024\t1\tA. Thorne',
  JavaScript: `const wheel = require('wheel');
function turn(n) {
  for (let i = 0; i < n; i++) { wheel.turn(); } // turn it once and again
  return wheel.isTurning && n > 0;
}`,
  Python: `def turn(wheel, n):
    """Turn the wheel n times."""
    for i in range(n):
        if not wheel.is_turning and i in wheel.turns:
            wheel.turn(i)
    return wheel`,
  JSON: '{"title": "The wheel", "text": "The wheel turned for the first time in forty years, and all of us came."}',
  'a web page': '<!DOCTYPE html>\n<html><body><p>The wheel has turned, and all of us came to see it.</p></body></html>',
  'a message of one line': 'mill build 311 done: 4 wheels turned, 2 sluices skipped in 12 s',
  'a list of paths': 'src/wheel/turn.ts\nsrc/wheel/oil.ts\nsrc/mill/index.ts\nlib/sluice/gate.ts',
  'a build script': 'cmake_minimum_required(VERSION 3.20)\nproject(mill)\nadd_executable(mill wheel.cpp sluice.cpp)',
  'rules for robots': 'User-agent: *\nDisallow: /mill/\nAllow: /wheel/\nSitemap: https://mill.example/sitemap.xml',
  'a list of words': 'wheel\nsluice\nmiller\ngoose\nthe\nand\nto\nof',
  'a list of names': 'Abel Thorne\nPerpetua Lunn\nHugo Brandt\nNoor Castellan',
  'documentation with code in it': `# Wheel

Call \`turn()\` to turn the wheel. It takes the number of turns and a \`force\` option.

\`\`\`js
wheel.turn(3);
\`\`\`

The \`isTurning\` flag is true while the wheel is turning, and false when it is not.`,
  'a licence under another name':
    'This work is given to you as it is, without warranties or conditions of any kind, and you may do with it what you like.',
};

describe('telling articles from other text', () => {
  for (const [what, text] of Object.entries(copy)) {
    it(`takes ${what} for an article`, () => {
      assert.equal(readsAsProse(text, 'mill.txt'), true);
    });
  }

  for (const [what, text] of Object.entries(noCopy)) {
    it(`does not take ${what} for an article`, () => {
      assert.equal(readsAsProse(text, 'mill.txt'), false);
    });
  }

  for (const name of [
    'README.md',
    'docs/Readme.txt',
    'README.fr.md',
    'LICENSE',
    'LICENSE-MIT.txt',
    'licence.txt',
    'CHANGELOG.md',
    'changelog.txt',
    'CONTRIBUTING.md',
    'CODE_OF_CONDUCT.md',
    'SECURITY.md',
    'requirements-dev.txt',
    'robots.txt',
    'CMakeLists.txt',
  ]) {
    it(`leaves out ${name} whatever it says`, () => {
      assert.equal(readsAsProse(article, name), false);
    });
  }

  for (const name of [
    'licence-fee-row.txt',
    'readmission.txt',
    'security.md',
    'news.txt',
    'changes-at-the-mill.md',
    'README/mill.txt',
  ]) {
    it(`takes ${name} for an article where it reads as one`, () => {
      assert.equal(readsAsProse(article, name), true);
    });
  }

  it('looks at the beginning of a text only', () => {
    assert.equal(readsAsProse(article.repeat(20) + '{;}=\n'.repeat(100_000), 'mill.txt'), true);
  });

  for (const [what, text] of [
    ['one endless line', 'x'.repeat(100_000)],
    ['nothing but stops', '.'.repeat(100_000)],
    ['nothing but opening tags', '<a '.repeat(50_000)],
    ['nothing but back quotes', '`'.repeat(100_000)],
    ['nothing but tabs', '\t'.repeat(100_000)],
    ['half characters', '\ud83d'.repeat(1000)],
  ] as const) {
    it(`takes ${what} for none, and no longer where there is twice as much`, () => {
      assert.equal(readsAsProse(text, 'mill.txt'), false);
      const growth = growthOf(
        (units) => text.repeat(Math.ceil(units / text.length)),
        (longer) => void readsAsProse(longer, 'mill.txt'),
        { units: 100_000 },
      );
      assert.equal(growth && describeGrowth(growth), null);
    });
  }
});
