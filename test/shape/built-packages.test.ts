import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync, globSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import {definedWidgets} from '../../packages/widgets/build/defined-widgets.ts';
import {root} from '../../scripts/bootstrap/root.mjs';
import {read} from './sources.ts';

// What npm would hand out: the built files, found by the packages' own names, in Node without a DOM. `check` builds them first.
const names = ['contract', 'client', 'mocks', 'server', 'widgets'];

/** The name of a package in a statement that imports from it. */
const named = /^(?:import|export) (?:[\w\s{},*$]* from )?['"]((?:@[\w-]+\/)?[\w-]+)(?:[:/][^'"]*)?['"]/gm;

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** This one, and the one that people have installed: the packages are for Node 20 and newer. */
const nodes = [...new Set([process.execPath, process.env['npm_node_execpath'] ?? process.execPath])];
/** One for each pattern of the widgets' exports, besides those that have a name of their own. */
const widgetEntries = [...definedWidgets().flatMap(({name}) => [`./define/${name}`, `./elements/${name}`]), './headless/lead-inbox', './strings/lead-inbox.strings'];

const exportsOf = (name: string) => (JSON.parse(read(`packages/${name}/package.json`)) as Manifest).exports;

describe('a built package can be imported in Node without a DOM', () => {
  for (const name of names) {
    const named = Object.keys(exportsOf(name)).filter(key => !/\*|\.(json|txt)$/.test(key));
    const specifiers = [...named, ...(name === 'widgets' ? widgetEntries : [])].map(entry => `@portico/${name}${entry.slice(1)}`);
    // The server runs on the Node that it names.
    for (const node of name === 'server' ? nodes.slice(0, 1) : nodes)
      it(`${specifiers.join(', ')}${node === process.execPath ? '' : ` with ${node}`}`, async () => {
        const script = `for (const name of ${JSON.stringify(specifiers)}) console.log(name, typeof document, Object.keys(await import(name)).length);`;
        const {stdout} = await promisify(execFile)(node, ['--input-type=module', '--eval', script], {cwd: root, env: withoutTestRunner()});
        assert.deepEqual(stdout.trim().split('\n').map(line => line.replace(/ \d+$/, '')), specifiers.map(specifier => `${specifier} undefined`));
      });
  }
});

describe('the built client', () => {
  for (const node of nodes)
    it(`asks again where that can help, with ${node}`, async () => {
      const script = `
        import {createClient} from '@portico/client';
        const asked = [];
        const fetch = async request => (asked.push(request.method + ' ' + request.url + ' ' + request.headers.get('authorization')), asked.length === 1 ? Response.json({code: 'unavailable', status: 503, retryAfterS: 0}, {status: 503}) : Response.json({side: 'partner'}));
        const client = createClient({apiUrl: 'http://portico.test', fetchSession: async () => 'token', fetch});
        console.log(JSON.stringify([await client.me.get(), asked]));`;
      const {stdout} = await promisify(execFile)(node, ['--input-type=module', '--eval', script], {cwd: root, env: withoutTestRunner()});
      const call = 'GET http://portico.test/v1/me Bearer token';
      assert.deepEqual(JSON.parse(stdout), [{side: 'partner'}, [call, call]]);
    });
});

describe('what a package exports', () => {
  for (const name of names) {
    it(`${name}: is in its built files`, () => {
      const targets = Object.values(exportsOf(name)).flatMap(target => (typeof target === 'string' ? [target] : Object.values(target as Record<string, string>)));
      const folder = join(root, 'packages', name);
      const missing = targets.filter(target => (target.includes('*') ? globSync(target, {cwd: folder}).length === 0 : !existsSync(join(folder, target))));
      assert.deepEqual(missing, []);
    });
  }

  for (const name of names) {
    it(`${name}: imports only what is installed with it`, () => {
      const {dependencies, peerDependencies} = JSON.parse(read(`packages/${name}/package.json`)) as Manifest;
      const installed = new Set(Object.keys({...dependencies, ...peerDependencies}));
      const foreign = globSync('dist/**/*.{js,d.ts}', {cwd: join(root, 'packages', name), exclude: file => /\/(testing|cdn|test-chunks)(\/|$)|\.(test|stories|harness)\./.test(file)}).flatMap(file =>
        [...read(`packages/${name}/${file}`).matchAll(named)].map(([, imported = '']) => imported).filter(imported => imported !== 'node' && !installed.has(imported)).map(imported => `${file}: ${imported}`),
      );
      assert.deepEqual(foreign, []);
    });
  }

  it('widgets: has a class and a tag for every widget', () => {
    for (const {name, module} of definedWidgets()) {
      assert.equal(module, `${name}/${name}.ts`, 'The pattern ./elements/* leads to such modules.');
      for (const file of [`dist/define/${name}.js`, `dist/${name}/${name}.js`, `dist/${name}/${name}.d.ts`]) assert.ok(existsSync(join(root, 'packages/widgets', file)), file);
    }
  });
});

/** A test's child process would otherwise believe that it is a test file. */
function withoutTestRunner(): NodeJS.ProcessEnv {
  const {NODE_TEST_CONTEXT: _context, NODE_OPTIONS: _options, ...environment} = process.env;
  return environment;
}
