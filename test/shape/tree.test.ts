import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {files, read} from './sources.ts';

const top = {
  product: [
    'packages',
    'examples',
    'docs',
    '.storybook',
    'test',
    'scripts',
    'package.json',
    'pnpm-workspace.yaml',
    'tsconfig.json',
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
  ],
  demandedByTools: ['pnpm-lock.yaml', '.gitignore', '.oxlintrc.json', '.ci'],
  demandedByLaw: ['LICENSE'],
};

describe('the tree', () => {
  it('has at its top what docs/architecture.md lists, and nothing else', () => {
    const known = Object.values(top).flat();
    const found = [...new Set(files.map(path => path.split('/')[0] ?? path))];
    assert.deepEqual(
      found.filter(name => !known.includes(name)),
      [],
    );
    assert.deepEqual(
      known.filter(name => !found.includes(name)),
      [],
    );
  });

  it('is under one licence, which every manifest names', () => {
    assert.match(read('LICENSE'), /^MIT License\n\nCopyright \(c\) \d{4} Portico contributors\n/);
    const manifests = ['package.json', ...foldersOf('packages').map(name => `packages/${name}/package.json`)];
    for (const path of manifests) assert.equal((JSON.parse(read(path)) as {license?: string}).license, 'MIT', path);
  });

  it('has five packages', () => {
    assert.deepEqual(foldersOf('packages'), ['client', 'contract', 'mocks', 'server', 'widgets']);
  });

  it('tests what architecture.md says it tests', () => {
    const known = ['bench', 'browser', 'conformance', 'e2e', 'embed', 'frameworks', 'looks', 'postgres', 'shape', 'site', 'trust', 'words'];
    assert.deepEqual(
      foldersOf('test').filter(name => !known.includes(name)),
      [],
    );
  });

  it('has the verbs of CONTRIBUTING.md, all by way of the bootstrap', () => {
    const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>};
    assert.deepEqual(Object.keys(scripts).sort(), ['bench', 'check', 'demo', 'dev', 'docs', 'new', 'test']);
    for (const [verb, command] of Object.entries(scripts)) {
      assert.equal(command, `node scripts/bootstrap.mjs ${verb}`);
      assert.ok(files.includes(`scripts/${verb}.ts`), `scripts/${verb}.ts is missing`);
    }
  });

  it('lets the build machine run exactly npm test', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter(line => line !== '' && !/^(#|set |cd )/.test(line));
    assert.deepEqual(commands, ['exec npm test']);
  });
});

function foldersOf(folder: string): string[] {
  const names = files.filter(path => path.startsWith(`${folder}/`) && path.split('/').length > 2).map(path => path.split('/')[1] ?? '');
  return [...new Set(names)].sort();
}
