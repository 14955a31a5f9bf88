import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {after, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {root} from '../../scripts/bootstrap/root.mjs';
import {kinds, plan, type Kind, type PlannedFile} from '../../scripts/new/plan.ts';
import {demandedFiles} from './demanded-files.ts';
import {files} from './sources.ts';

const name = 'sample-thing';

describe('npm run new', () => {
  for (const kind of Object.keys(kinds) as Kind[]) {
    it(`fills every mark of a ${kind} and takes no file that is there`, () => {
      for (const {path, text} of plan(kind, name)) {
        assert.doesNotMatch(`${path}\n${text}`, /__\w+__/);
        assert.ok(!files.includes(path), path);
      }
    });
  }

  it('writes the files of a resource that the shape of the tree demands', () => {
    const made = plan('resource', name).map(({path}) => path);
    assert.deepEqual(
      demandedFiles(name).filter(path => !made.includes(path)),
      [],
    );
  });

  it('writes a widget that type-checks', async () => {
    assert.equal(await typeErrors('widgets', plan('widget', name)), '');
  });

  it('writes a resource whose contract type-checks', async () => {
    const contract = plan('resource', name).filter(({path}) => path.startsWith('packages/contract/'));
    assert.equal(await typeErrors('contract', contract), '');
  });
});

const folders: string[] = [];
after(() => Promise.all(folders.map(folder => rm(folder, {recursive: true, force: true}))));

/** Type-checks files as if they stood in the package: `rootDirs` lays their folder over the package's own. */
async function typeErrors(packageName: string, written: readonly PlannedFile[]): Promise<string> {
  const home = join(root, 'packages', packageName);
  // Inside the package, so that its dependencies are found.
  const folder = await mkdtemp(join(home, 'node_modules', '.new-'));
  folders.push(folder);
  const paths = written.map(({path}) => join(folder, path.slice(`packages/${packageName}/`.length)));
  for (const [index, path] of paths.entries()) {
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, written[index]?.text ?? '');
  }
  const tsconfig = join(folder, 'tsconfig.json');
  const options = {
    rootDir: '../..',
    rootDirs: ['src', '../../src'],
    composite: false,
    incremental: false,
    noEmit: true,
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
  };
  await writeFile(tsconfig, JSON.stringify({extends: '../../tsconfig.json', compilerOptions: options, include: [], references: [], files: paths}));
  const tsc = join(root, 'node_modules/.bin/tsc');
  return promisify(execFile)(tsc, ['-p', tsconfig, '--checkers', '1', '--pretty', 'false']).then(
    () => '',
    (error: {stdout: string}) => error.stdout,
  );
}
