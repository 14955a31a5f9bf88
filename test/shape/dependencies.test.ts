import assert from 'node:assert/strict';
import {builtinModules} from 'node:module';
import {describe, it} from 'node:test';
import {importsOf, packageOf, toLine} from './imports.ts';
import {read, sources} from './sources.ts';

/** Who may import whom, from docs/architecture.md. */
const arrows = {
  contract: [],
  client: ['contract'],
  mocks: ['contract'],
  server: ['contract'],
  widgets: ['client', 'contract'],
} as const satisfies Record<string, readonly string[]>;
type Package = keyof typeof arrows;
const packages = Object.keys(arrows) as Package[];

/** What is in a package's built files, so that nobody has to install it. */
const bundled: Partial<Record<Package, readonly string[]>> = {client: ['ky']};

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

const shipped = (name: Package) => sources.filter(path => path.startsWith(`packages/${name}/src/`) && !isForTests(path));
const isForTests = (path: string) => /\.(test|stories|harness)\.ts$/.test(path) || path.includes('/testing/');

for (const name of packages) {
  describe(`@portico/${name}`, () => {
    const manifest = JSON.parse(read(`packages/${name}/package.json`)) as Manifest;

    it('depends on the packages that the arrows allow', () => {
      const ours = Object.keys(manifest.dependencies ?? {}).filter(dependency => dependency.startsWith('@portico/'));
      assert.deepEqual(ours.sort(), arrows[name].map(allowed => `@portico/${allowed}`).sort());
    });

    it('imports in what it ships only what it depends on', () => {
      const allowed = [...Object.keys({...manifest.dependencies, ...manifest.peerDependencies}), ...(bundled[name] ?? [])];
      const undeclared = importsOf(shipped(name)).filter(
        ({file, specifier}) => !file && !specifier.startsWith('node:') && !allowed.includes(packageOf(specifier)),
      );
      assert.deepEqual(undeclared.map(toLine), []);
    });

    it('reaches other packages by their names and never by a path', () => {
      const outside = importsOf(sources.filter(path => path.startsWith(`packages/${name}/src/`))).filter(
        ({file}) => file && !file.startsWith(`packages/${name}/`),
      );
      assert.deepEqual(outside.map(toLine), []);
    });

    it('pins every dependency exactly', () => {
      const loose = Object.entries({...manifest.dependencies, ...manifest.devDependencies}).filter(
        ([, version]) => !/^(\d|workspace:)/.test(version),
      );
      assert.deepEqual(loose, []);
    });
  });
}

describe('the packages for browsers', () => {
  it('import nothing of Node', () => {
    const nodeImports = importsOf(['contract', 'client', 'mocks', 'widgets'].flatMap(name => shipped(name as Package))).filter(
      ({specifier}) => specifier.startsWith('node:') || builtinModules.includes(specifier),
    );
    assert.deepEqual(nodeImports.map(toLine), []);
  });

  it('take types and the wire table from the contract, so that no zod comes with it', () => {
    const values = ['client', 'widgets'].flatMap(name =>
      shipped(name as Package).flatMap(path =>
        (read(path).match(/^(?:import|export) (?!type )[^;]*from '@portico\/contract';/gm) ?? []).map(line => `${path}: ${line}`),
      ),
    );
    assert.deepEqual(values, []);
  });
});

describe('the server inside a page', () => {
  it('reaches nothing of Node, and nothing that opens or sends files', () => {
    const links = importsOf(shipped('server')).filter(({isType}) => !isType);
    const reached = new Set(['packages/server/src/in-page.ts']);
    for (const file of reached) for (const link of links) if (link.from === file && link.file) reached.add(link.file);
    assert.ok(reached.has('packages/server/src/app.ts'));
    const forbidden = /^(node:|sharp$|@hyzyla\/|@tus\/|yauzl$|file-type$|aws4fetch$|pg$|pino$|commander$)/;
    assert.deepEqual(links.filter(({from, specifier}) => reached.has(from) && forbidden.test(specifier)).map(toLine), []);
  });
});
