import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const repository = resolve(__dirname, '../../../..');
const notices = resolve(repository, 'dist/THIRD-PARTY-NOTICES.txt');

/** Licences that allow what we do with them: to pass the code on in a bundle, under their notice. */
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC-BY-4.0',
  'PDDL',
  'BlueOak-1.0.0',
]);

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** The packages that the bundles hold, as the notices that are shipped name them. */
function shipped(): readonly Package[] {
  if (!existsSync(notices)) {
    const { status, stderr } = spawnSync(process.execPath, [resolve(repository, 'scripts/build.mjs')], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  }
  return [...readFileSync(notices, 'utf8').matchAll(/^(\S+) (\d+\.\d+\.\S+)\nLicence: (.+)$/gm)].map(
    ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
  );
}

describe('what is shipped', function () {
  this.timeout(120_000);

  it('names every package in it, with its version and a licence that allows it', () => {
    const packages = shipped();
    assert.ok(packages.length >= 10, 'so few packages are named that something is wrong');
    assert.deepEqual(
      packages.filter(({ licence }) => !allowed.has(licence.replace(/^\(|\)$/g, ''))),
      [],
    );
  });

  it('has no package in it of which npm knows a weakness', async function () {
    const advisories = await audit();
    if (advisories === null) {
      console.log('    !!! npm’s list of weaknesses could not be asked for: nothing was compared.');
      return;
    }
    const names = new Set(shipped().map(({ name }) => name));
    assert.deepEqual(
      Object.keys(advisories).filter((name) => names.has(name)),
      [],
    );
  });
});

/** What npm knows of all that is installed, by package; null where it can't be asked. */
function audit(): Promise<Readonly<Record<string, unknown>> | null> {
  return new Promise((done) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const options = { cwd: repository, maxBuffer: 1e8, timeout: 90_000, shell: process.platform === 'win32' };
    execFile(npm, ['audit', '--json', '--package-lock-only'], options, (_error, stdout) => {
      try {
        const { vulnerabilities } = JSON.parse(stdout) as { vulnerabilities?: Readonly<Record<string, unknown>> };
        done(vulnerabilities ?? null);
      } catch {
        done(null);
      }
    });
  });
}
