import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Rolldown} from 'vite';
import {byFileName, oneHash} from './one-hash.ts';

const chunk = (fileName: string, code: string, more: object = {}) => ({type: 'chunk', fileName, code, imports: [], dynamicImports: [], facadeModuleId: null, ...more}) as unknown as Rolldown.OutputChunk;

function unified(...chunks: Rolldown.OutputChunk[]) {
  const bundle = Object.fromEntries(chunks.map(each => [each.fileName, each]));
  const {generateBundle} = oneHash(['fi', 'zh-Hans']);
  (generateBundle as (options: object, bundle: object) => void)({}, bundle);
  return byFileName(bundle);
}

const build = (base = 'AAAAAAAA') => [
  chunk('portico.js', `import(\`./chunks/base-${base}.js\`),e=>import("./chunks/ui-CCCCCCCC-"+e+".js")`, {dynamicImports: [`chunks/base-${base}.js`]}),
  chunk(`chunks/base-${base}.js`, `b\n//# sourceMappingURL=base-${base}.js.map`),
  chunk('chunks/inbox-B-BB_BBB.js', `import"./base-${base}.js";`, {imports: [`chunks/base-${base}.js`]}),
  chunk('chunks/ui-CCCCCCCC-zh-Hans.js', 'w'),
];

describe('one hash', () => {
  it('is in the names of all files and wherever they are named, and the maps keep theirs', () => {
    const files = unified(...build());
    const [, hash = ''] = /base-(.{8})\.js/.exec(Object.keys(files).join()) ?? [];
    assert.deepEqual(Object.keys(files), ['portico.js', `chunks/base-${hash}.js`, `chunks/inbox-${hash}.js`, `chunks/ui-${hash}-zh-Hans.js`]);
    const texts = Object.values(files).map(file => (file as Rolldown.OutputChunk).code);
    assert.deepEqual(texts, [`import(\`./chunks/base-${hash}.js\`),e=>import("./chunks/ui-${hash}-"+e+".js")`, 'b\n//# sourceMappingURL=base-AAAAAAAA.js.map', `import"./base-${hash}.js";`, 'w']);
    assert.deepEqual((files[`chunks/inbox-${hash}.js`] as Rolldown.OutputChunk).imports, [`chunks/base-${hash}.js`]);
  });

  it('is another as soon as one file is another', () => {
    const [before, after] = [unified(...build()), unified(...build('AAAAAAAB'))];
    assert.equal(Object.keys(after).filter(name => name in before).join(), 'portico.js');
  });

  it('leaves apart what has one name', () => {
    const files = unified(chunk('chunks/later-AAAAAAAA.js', ''), chunk('chunks/later-BBBBBBBB.js', ''), chunk('chunks/desk-CCCCCCCC.js', ''), chunk('chunks/desk-DDDDDDDD.js', '', {facadeModuleId: '/src/strings/fi/desk.ts'}));
    const names = Object.keys(files);
    assert.deepEqual([names.slice(0, 2), names[3]], [['chunks/later-AAAAAAAA.js', 'chunks/later-BBBBBBBB.js'], 'chunks/desk-DDDDDDDD.js']);
    assert.notEqual(names[2], 'chunks/desk-CCCCCCCC.js');
  });
});
