import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const repository = resolve(__dirname, '../../../..');
const run = promisify(execFile);

/** The version of the Neovim on this machine; null where there is none. */
function neovim(): string | null {
  try {
    return /^NVIM v(\S+)/.exec(execFileSync('nvim', ['--version'], { encoding: 'utf8' }))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Waits for a problem of each of two files and prints what Neovim then knows, a line each. */
const report = `
local function has(name)
  for _, one in ipairs(vim.diagnostic.get(nil)) do
    if vim.api.nvim_buf_get_name(one.bufnr):match(name) then return true end
  end
  return false
end
vim.wait(20000, function() return has('evening.txt') and has('morning.txt') end, 50)
local lines = {}
for _, one in ipairs(vim.diagnostic.get(nil)) do
  local file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(one.bufnr), ':t')
  table.insert(lines, string.format('%s:%d: %s (%s)', file, one.lnum + 1, one.message, one.source))
end
table.sort(lines)
vim.fn.writefile(lines, 'seen')
vim.cmd('qa!')
`;

describe('Neovim, set up as docs/editors.md says', function () {
  this.timeout(60_000);
  const version = neovim();
  let folder = '';

  before(async function () {
    if (version === null) {
      console.log('    !!! SKIPPED: there is no nvim on this machine (apt-get install neovim).');
      this.skip();
    }
    folder = await mkdtemp(join(tmpdir(), 'second-source-neovim-'));
  });
  after(() => (folder ? rm(folder, { recursive: true, force: true }) : undefined));

  it('shows what differs, in the open article and in the one that is not', async () => {
    const story = join(folder, 'harbour');
    await mkdir(story);
    const copy = (count: string) =>
      `Harbour crews want boats\n\n“We have asked for ${count} new lifeboats, and we will not sail without them,” said Ada Quill, the harbour master.\n`;
    await writeFile(join(story, 'evening.txt'), copy('fourteen'));
    await writeFile(join(story, 'morning.txt'), copy('forty'));

    const lua = /```lua\n([\s\S]*?)```/.exec(await readFile(join(repository, 'docs/editors.md'), 'utf8'))?.[1];
    assert.ok(lua, 'the instructions have no Lua');
    await writeFile(join(folder, 'init.lua'), lua);
    await writeFile(join(folder, 'report.lua'), report);
    const program = join(folder, 'second-source');
    await writeFile(
      program,
      `#!/bin/sh\nexec "${process.execPath}" "${join(__dirname, '../../src/cli/entry.js')}" "$@"\n`,
    );
    await chmod(program, 0o755);

    await run(
      'nvim',
      ['--headless', '-u', join(folder, 'init.lua'), 'evening.txt', '-c', `luafile ${join(folder, 'report.lua')}`],
      {
        cwd: story,
        env: { ...process.env, HOME: folder, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` },
        timeout: 50_000,
      },
    );
    assert.deepEqual((await readFile(join(story, 'seen'), 'utf8')).trim().split('\n'), [
      "evening.txt:3: Ada Quill's quote has another number in morning.txt: “fourteen” here, “forty” there. (second-source)",
      "morning.txt:3: Ada Quill's quote has another number in evening.txt: “forty” here, “fourteen” there. (second-source)",
    ]);
  });
});
