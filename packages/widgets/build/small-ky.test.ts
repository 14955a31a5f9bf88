import assert from 'node:assert/strict';
import {readFileSync, realpathSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {standIn} from './small-ky.ts';

const ky = realpathSync(fileURLToPath(new URL('../../client/node_modules/ky', import.meta.url)));
const moduleOf = (path: string) => ({path: join(ky, path), code: readFileSync(join(ky, path), 'utf8')});

describe('small ky', () => {
  for (const name of ['core/retry-timing.js', 'utils/body.js']) {
    it(`leaves ${name} out`, () => {
      const {path, code} = moduleOf(`distribution/${name}`);
      assert.ok((standIn(path, code)?.length ?? 1000) < 150);
    });
  }

  it('leaves everything else as it is', () => {
    const {path, code} = moduleOf('distribution/core/Ky.js');
    assert.equal(standIn(path, code), undefined);
    assert.equal(standIn('/repo/packages/client/src/utils/body.js', ''), undefined);
  });

  it('rests on options that the client sets', () => {
    const connection = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../client/src/connection.ts'), 'utf8');
    assert.match(connection, /\n\s+retry: 0,\n/);
    assert.doesNotMatch(connection, /Progress/);
  });

  it('refuses a ky that is no longer what it knows', () => {
    assert.throws(() => standIn(join(ky, 'distribution/utils/body.js'), 'export const other = 1;'), /look whether the client reaches it/);
  });
});
