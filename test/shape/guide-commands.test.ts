import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runCli} from '../../packages/server/src/cli/run-cli.ts';
import {readConfig} from '../../packages/server/src/config.ts';
import {files, read} from './sources.ts';

const guides = [...files.filter(path => path.startsWith('docs/guides/')), 'README.md'];
const commands = guides.flatMap(path =>
  [...read(path).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, code = '']) =>
    code.split('\n').flatMap(line => {
      const [, words] = /^(?:[A-Z_]+=\S+ )*portico (.+)$/.exec(line) ?? [];
      return words === undefined ? [] : [{path, words}];
    }),
  ),
);

async function help(...args: string[]): Promise<string> {
  const said: string[] = [];
  const take = (text: string) => void said.push(text);
  const exitCode = await runCli([...args, '--help'], {env: {}, out: take, err: take, onStop: () => {}, onCrash: () => {}});
  assert.equal(exitCode, 0, args.join(' '));
  return said.join('\n');
}

describe('what the guides say of the command line', () => {
  it('is there: commands with their options', async () => {
    assert.ok(commands.length > 8);
    for (const {path, words} of commands) {
      const names = /^[a-z]+(?: [a-z][a-z-]*(?= |$))?/.exec(words)?.[0].split(' ') ?? [];
      const text = await help(...names);
      assert.match(text, new RegExp(`^Usage: portico ${names.join(' ')}\\b`), `${path}: portico ${words}`);
      for (const [option] of words.matchAll(/--[a-z-]+/g)) assert.ok(text.includes(option), `${path}: portico ${words}`);
    }
  });
});

describe('the settings in docs/guides/self-host.md', () => {
  const rows = new Map([...read('docs/guides/self-host.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)` \| (.+?) \|/gm)].map(([, name = '', unset = '']) => [name, unset]));

  it('are those that the server reads, each of them, and its help names them', async () => {
    const asked = new Set<string>();
    const env = new Proxy({PORTICO_S3_ENDPOINT: 'https://s3.example', PORTICO_S3_BUCKET: 'b', PORTICO_S3_ACCESS_KEY_ID: 'i', PORTICO_S3_SECRET_ACCESS_KEY: 's'} as Record<string, string>, {
      get: (values, name) => {
        asked.add(String(name));
        return values[String(name)];
      },
    });
    readConfig(env);
    assert.deepEqual([...rows.keys()].sort(), [...asked].sort());
    const text = await help();
    assert.deepEqual([...asked].filter(name => !new RegExp(`\\b${name}\\b`).test(text)), []);
  });

  it('have the values that the server takes when nothing is set', () => {
    const {port, host, dataFolder, fileLimits, poolSize, logLevel, trustProxy, preparedStatements} = readConfig({});
    const mb = 1_000_000;
    const said = {PORT: port, HOST: host, PORTICO_DATA: dataFolder, PORTICO_FILE_MAX_MB: fileLimits.maxBytes / mb, PORTICO_VIDEO_MAX_MB: fileLimits.maxVideoBytes / mb, PORTICO_FILE_QUOTA_GB: fileLimits.tenantBytes / mb / 1000, PORTICO_POOL_SIZE: poolSize, LOG_LEVEL: logLevel, PORTICO_TRUST_PROXY: Number(trustProxy), PORTICO_PREPARED_STATEMENTS: Number(preparedStatements)};
    for (const [name, value] of Object.entries(said)) assert.equal(rows.get(name), String(value), name);
  });
});
