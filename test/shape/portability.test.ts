import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {files, read} from './sources.ts';

const text = files.filter(path => /\.(ts|mts|mjs|js|json|ya?ml|css|html|md|sql|svg|csv)$/.test(path) || path === '.ci/run');

describe('the repository works on any machine', () => {
  it('names no folder of one machine', () => {
    const personal = /(?:^|[\s'"`(=:])(?:\/(?:work|root|home|Users)\/[\w.-]|[A-Z]:\\Users\\)/m;
    assert.deepEqual(
      text.filter(path => path !== 'test/shape/portability.test.ts' && personal.test(read(path))),
      [],
    );
  });

  it('locks packages without saying from where they are downloaded', () => {
    assert.deepEqual(read('pnpm-lock.yaml').match(/^.*(?:tarball:|resolved:? ?['"]?https?:).*$/gm) ?? [], []);
  });

  it('has no settings for one registry', () => {
    assert.deepEqual(
      files.filter(path => /(^|\/)\.(npmrc|yarnrc(\.yml)?)$/.test(path)),
      [],
    );
  });
});
