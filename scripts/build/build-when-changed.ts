import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, globSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../bootstrap/root.mjs';

export interface Build {
  /** What is built, for the line that says so. */
  readonly name: string;
  /** Globs of everything that decides about the result, from the root. */
  readonly inputs: readonly string[];
  /** The folder that the build fills, from the root. */
  readonly output: string;
  /** A module that builds when Node runs it. */
  readonly script: string;
}

/**
 * Builds unless the folder holds the result of the very same inputs.
 *
 * @param say - Gets a line for people before and after the work.
 * @throws Error with the end of the build's output when it fails.
 */
export async function buildWhenChanged({name, inputs, output, script}: Build, say: (line: string) => void): Promise<void> {
  const stamp = join(root, output, '.inputs');
  const wanted = fingerprint([...inputs, 'pnpm-lock.yaml']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say(`Building ${name} …`);
  const started = performance.now();
  await runBuild(name, script);
  writeFileSync(stamp, wanted);
  say(`Built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** A hash of the files that match, tests aside: whatever is made of them is the same as long as it is. @param patterns - Globs from the root. */
export function fingerprint(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync([...patterns], {cwd: root, exclude: name => name.includes('node_modules') || name.endsWith('.test.ts')});
  for (const file of files.sort()) if (/\.\w+$/.test(file)) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

async function runBuild(name: string, script: string): Promise<void> {
  const child = spawn(process.execPath, ['--conditions=portico-source', script], {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`Building ${name} failed:\n${output.trim()}`);
}
