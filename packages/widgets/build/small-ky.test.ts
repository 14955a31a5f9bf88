import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync, realpathSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build, type Plugin} from 'esbuild';
import {toSmallKy} from './small-ky.ts';

const client = fileURLToPath(new URL('../../client/', import.meta.url));
const ky = realpathSync(join(client, 'node_modules/ky'));
const moduleOf = (path: string) => ({path: join(ky, 'distribution', path).replaceAll('\\', '/'), code: readFileSync(join(ky, 'distribution', path), 'utf8')});

const smallKy: Plugin = {
  name: 'portico-small-ky',
  setup({onLoad}) {
    onLoad({filter: /[\\/]ky[\\/]distribution[\\/].*\.js$/}, ({path}) => {
      const small = toSmallKy(path.replaceAll('\\', '/'), readFileSync(path, 'utf8'));
      return small === undefined ? undefined : {contents: small, loader: 'js'};
    });
  },
};

describe('small ky', () => {
  it('leaves the modules alone of which all is reached', () => {
    const {path, code} = moduleOf('utils/timeout.js');
    assert.equal(toSmallKy(path, code), undefined);
    assert.equal(toSmallKy('/repo/packages/client/src/core/Ky.js', ''), undefined);
  });

  it('rests on how the client calls it', () => {
    const connection = readFileSync(join(client, 'src/connection.ts'), 'utf8');
    const [, options = ''] = /= ky\(`[^`]*`, \{([^]*?)\n {6}\}\);/.exec(connection) ?? [];
    assert.deepEqual([...options.matchAll(/^ {8}(\w+)[:,]/gm)].map(([, name]) => name), ['method', 'headers', 'body', 'signal', 'credentials', 'cache', 'timeout', 'retry', 'fetch']);
    assert.match(options, /retry: 0,/);
    assert.deepEqual([...connection.matchAll(/\banswer\.(\w+)/g)].map(([, name]) => name), ['text']);
  });

  it('refuses a ky that is no longer what it knows', () => {
    assert.throws(() => toSmallKy(moduleOf('index.js').path, 'export const other = 1;'), /change small-ky.ts/);
    const {path, code} = moduleOf('core/Ky.js');
    assert.throws(() => toSmallKy(path, code.replaceAll('#cancelBody', '#dropBody')), /#dropBody/);
    assert.throws(() => toSmallKy(path, code.replace('    request;', '    request;\n    #isText;')), /#isText/);
  });
});

it('lets the client keep what it promises of a connection: its own tests, over the small one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portico-small-ky-'));
  try {
    const outfile = join(folder, 'connection.test.mjs');
    await build({
      entryPoints: [join(client, 'src/connection.test.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      conditions: ['portico-source'],
      logLevel: 'warning',
      plugins: [smallKy],
    });
    const {NODE_TEST_CONTEXT: _, ...env} = process.env;
    const {stdout} = await promisify(execFile)(process.execPath, ['--test', '--test-isolation=none', '--test-reporter=spec', outfile], {env});
    const [, passed = '0'] = /pass (\d+)/.exec(stdout) ?? [];
    assert.ok(Number(passed) > 40, stdout);
    assert.match(stdout, /fail 0/);
  } finally {
    await rm(folder, {recursive: true});
  }
});
