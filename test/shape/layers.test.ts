import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {resourceFolders} from '@portico/contract';
import {importsOf, packageOf, toLine, type Import} from './imports.ts';
import {sources} from './sources.ts';

const isTest = (path: string) => path.endsWith('.test.ts');
const folderOf = (path: string, home: string) =>
  path.startsWith(home) && path.slice(home.length).includes('/') ? path.slice(home.length).split('/')[0] : undefined;

describe('widgets', () => {
  const home = 'packages/widgets/src/';
  const shared = ['autoload', 'base', 'define', 'headless', 'portal', 'strings', 'theme', 'ui'];
  const imports = importsOf(sources.filter(path => path.startsWith(home) && !isTest(path)));
  const isWidget = (folder: string | undefined) => folder !== undefined && !shared.includes(folder);

  it('do not import one another', () => {
    const crossing = imports.filter(({from, file = ''}) => {
      const [importer, imported] = [folderOf(from, home), folderOf(file, home)];
      return isWidget(importer) && isWidget(imported) && importer !== imported;
    });
    assert.deepEqual(crossing.map(toLine), []);
  });

  it('are unknown to what they are built from', () => {
    const upwards = imports.filter(({from, file = ''}) => {
      const importer = folderOf(from, home);
      return importer !== undefined && !['autoload', 'define', 'headless'].includes(importer) && shared.includes(importer) && isWidget(folderOf(file, home));
    });
    assert.deepEqual(upwards.map(toLine), []);
  });

  it('are registered by define/ alone', () => {
    const registering = imports.filter(
      ({from, file = ''}) => folderOf(file, home) === 'define' && folderOf(from, home) !== 'define' && !/\.(stories|harness)\.ts$/.test(from),
    );
    assert.deepEqual(registering.map(toLine), []);
  });
});

describe('server features', () => {
  const home = 'packages/server/src/';
  const features: readonly string[] = Object.values(resourceFolders);
  const imports = importsOf(sources.filter(path => path.startsWith(home) && !isTest(path)));
  const featureOf = (path: string | undefined) => features.find(feature => path?.startsWith(`${home}${feature}/`));
  const within = (test: (link: Import) => boolean) => imports.filter(test).map(toLine);

  it('know no HTTP', () => {
    assert.deepEqual(
      within(
        ({from, specifier, file}) => featureOf(from) !== undefined && (packageOf(specifier) === 'hono' || file?.startsWith(`${home}http/`) === true),
      ),
      [],
    );
  });

  it('are unknown to http/', () => {
    assert.deepEqual(
      within(({from, file}) => from.startsWith(`${home}http/`) && featureOf(file) !== undefined),
      [],
    );
  });

  it('decide by rules that run nothing but the contract, other rules, data, and what reads domain names', () => {
    assert.deepEqual(
      within(
        ({from, specifier, file, isType}) =>
          from.endsWith('.rules.ts') && !isType && !specifier.startsWith('@portico/contract') && specifier !== 'tldts' && !/\.(rules|data)\.ts$/.test(file ?? ''),
      ),
      [],
    );
  });

  it('reach another feature through its queries or its rules', () => {
    assert.deepEqual(
      within(({from, file}) => {
        const [importer, imported] = [featureOf(from), featureOf(file)];
        return importer !== undefined && imported !== undefined && importer !== imported && !/\.(queries|rules)\.ts$/.test(file ?? '');
      }),
      [],
    );
  });
});

describe('tests, examples and docs', () => {
  it('are imported by no package', () => {
    const outside = importsOf(sources.filter(path => path.startsWith('packages/'))).filter(({file = ''}) =>
      /^(examples|docs|test|\.storybook)\//.test(file),
    );
    assert.deepEqual(outside.map(toLine), []);
  });
});
