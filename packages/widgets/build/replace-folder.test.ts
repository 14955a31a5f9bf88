import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {Worker} from 'node:worker_threads';
import {replaceFolder} from './replace-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'portico-replace-'));
const place = join(home, 'place');
after(() => rmSync(home, {recursive: true, force: true}));

/** A folder of a few files that all say who made it. */
function make(name: string): string {
  const folder = join(home, name);
  mkdirSync(join(folder, 'parts'), {recursive: true});
  for (const file of ['manifest', 'parts/first', 'parts/second']) writeFileSync(join(folder, file), name);
  return folder;
}
const inPlace = () => ['manifest', 'parts/first', 'parts/second'].map(file => readFileSync(join(place, file), 'utf8'));

/** Replaces the folder again and again beside the test, until it is told to stop. */
const rival = `
import {mkdirSync, writeFileSync} from 'node:fs';
import {parentPort, workerData} from 'node:worker_threads';
const {replaceFolder} = await import(workerData.module);
for (let round = 0; round < 40; round++) {
  const folder = workerData.home + '/rival-' + round;
  mkdirSync(folder + '/parts', {recursive: true});
  for (const file of ['manifest', 'parts/first', 'parts/second']) writeFileSync(folder + '/' + file, 'rival-' + round);
  replaceFolder(folder, workerData.home + '/place');
}
parentPort.postMessage('done');
`;

describe('a folder that takes the place of another', () => {
  it('is there whether there was one or not, and leaves nothing else behind', () => {
    for (const name of ['one', 'two']) {
      replaceFolder(make(name), place);
      assert.deepEqual(inPlace(), [name, name, name]);
      assert.deepEqual(readdirSync(home), ['place']);
    }
  });

  it('leaves what is there when it is not finished', () => {
    replaceFolder(make('kept'), place);
    assert.throws(() => replaceFolder(join(home, 'never-made'), place), {code: 'ENOENT'});
    assert.deepEqual(inPlace(), ['kept', 'kept', 'kept']);
  });

  it('is whole when two are put there again and again at the same time', async () => {
    const worker = new Worker(rival, {eval: true, workerData: {home, module: new URL('replace-folder.ts', import.meta.url).href}});
    let isDone = false;
    const done = new Promise<void>((resolve, reject) => worker.once('message', () => ((isDone = true), resolve())).once('error', reject));
    for (let round = 0; !isDone || round < 40; round++) {
      replaceFolder(make(`own-${round}`), place);
      await new Promise(setImmediate);
    }
    await done;
    const [first, ...others] = inPlace();
    assert.match(first ?? '', /^(own|rival)-\d+$/);
    assert.deepEqual(others, [first, first]);
    assert.deepEqual(readdirSync(home), ['place']);
  });
});
