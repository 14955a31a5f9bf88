import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {resourceFolders} from '@portico/contract';
import {demandedFiles} from './demanded-files.ts';
import {files} from './sources.ts';

describe('every resource has its file in every package', () => {
  for (const [resource, folder] of Object.entries(resourceFolders)) {
    it(resource, () => {
      assert.deepEqual(
        demandedFiles(folder).filter(path => !files.includes(path)),
        [],
      );
    });
  }
});
