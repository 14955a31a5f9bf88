import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findLines, sources} from './sources.ts';

// Clock and randomness come from one context, so that a seed repeats a run and a test can jump two weeks.
const direct =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(?:randomUUID|getRandomValues|randomBytes)\(|import .*\brandom(?:UUID|Bytes|Int)\b.*'node:crypto'/;
const doors = ['packages/server/src/context.ts'];

describe('clock and randomness are injected', () => {
  for (const name of ['contract', 'server']) {
    it(`in ${name}`, () => {
      const paths = sources.filter(path => path.startsWith(`packages/${name}/src/`) && !path.endsWith('.test.ts') && !doors.includes(path));
      assert.deepEqual(findLines(paths, direct), []);
    });
  }
});
