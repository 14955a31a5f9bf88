import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {resourceFolders} from '@portico/contract';
import {files} from './sources.ts';

const wanted = (name: string) => [
  `packages/contract/src/${name}/${name}.routes.ts`,
  `packages/server/src/${name}/${name}.handlers.ts`,
  `packages/mocks/src/${name}.mocks.ts`,
  `test/conformance/${name}.suite.ts`,
];

describe('every resource has its file in every package', () => {
  for (const [resource, folder] of Object.entries(resourceFolders)) {
    it(resource, () => {
      assert.deepEqual(
        wanted(folder).filter(path => !files.includes(path)),
        [],
      );
    });
  }
});
