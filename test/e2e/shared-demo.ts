import assert from 'node:assert/strict';
import {after} from 'node:test';
import {type DataFolder, seededDataFolder} from './data-folder.ts';
import {type Demo, startDemo} from './stage.ts';

/** A demo on its folder, which the files of a process share: a start takes longer than most of what they do with it. */
export interface SharedDemo {
  readonly data: DataFolder;
  /** The one that runs. Whoever ends it starts another on the same folder, and puts it here. */
  demo: Demo;
}

let shared: Promise<SharedDemo> | undefined;

/** The demo, as the files before this one have left it: what they did is in it, as in one that has been there for a while. */
export async function openDemo(): Promise<SharedDemo> {
  shared ??= start();
  const found = await shared;
  // A test that failed between an end and a start is not to fail all that follow.
  if (found.demo.hasEnded()) found.demo = await startDemo(found.data.path);
  return found;
}

async function start(): Promise<SharedDemo> {
  const data = await seededDataFolder();
  try {
    return {data, demo: await startDemo(data.path)};
  } catch (error) {
    await data.remove();
    throw error;
  }
}

after(async () => {
  const found = await shared?.catch(() => undefined);
  if (!found) return;
  const {data, demo} = found;
  try {
    assert.equal(await demo.stop(), 0, 'The demo stops as it should.');
  } finally {
    await data.remove();
  }
});
