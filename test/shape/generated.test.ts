import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Generated} from '../../scripts/generate/generated.ts';
import {files, read} from './sources.ts';

interface Generator {
  readonly generate?: () => Promise<Generated[]>;
}

const modules = files.filter(path => path.startsWith('scripts/generate/') && path.endsWith('.ts'));
const generators = await Promise.all(modules.map(path => import(`../../${path}`) as Promise<Generator>));
const outputs = await Promise.all(generators.map(({generate}) => generate?.() ?? []));

describe('generated files are current', () => {
  for (const {path, text} of outputs.flat()) {
    it(path, () => assert.equal(files.includes(path) && read(path), text, 'Run `npm run docs` and commit what it writes.'));
  }

  it('and nothing else is called generated', () => {
    const made = outputs.flat().map(({path}) => path);
    assert.deepEqual(
      files.filter(path => /\.gen\.\w+$/.test(path) && !made.includes(path)),
      [],
    );
  });
});
