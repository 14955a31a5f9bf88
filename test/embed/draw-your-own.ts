import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {createMockBackend} from '@portico/mocks';
import type {Headless, HeadlessPortal} from '@portico/widgets/headless';
import type {LeadInboxController, LeadInboxState} from '@portico/widgets/headless/lead-inbox';
import {Window} from 'happy-dom';
import {root} from '../../scripts/bootstrap/root.mjs';
import {read} from '../shape/sources.ts';

type Inbox = Headless<LeadInboxController, LeadInboxState>;
type Snippet = Readonly<Record<string, never>>;

const guide = read('docs/guides/draw-your-own.md');
const snippets = new Map([...guide.matchAll(/```\w+ name=(\S+)\n([\s\S]*?)```/g)].map(match => [match[1]!, match[2]!]));
const folders: string[] = [];

/** Writes a snippet where a project with those packages would have it, and loads it. */
async function load(name: string, project: string, compile = (code: string) => code): Promise<Snippet> {
  const folder = await mkdtemp(join(root, project, 'node_modules', '.guide-'));
  folders.push(folder);
  const file = join(folder, `${name.replace('.', '-')}.js`);
  await writeFile(file, compile(snippets.get(name)!));
  return (await import(pathToFileURL(file).href)) as Snippet;
}

/** A package that a project has. */
const from = (project: string, specifier: string) => createRequire(join(root, project, 'package.json'))(specifier) as Snippet;

/** Calls a function of a snippet or a package, which have no types here. */
const call = <T>(of: Snippet, name: string, ...given: unknown[]): T => (of[name] as unknown as (...given: unknown[]) => T)(...given);

/** Whether the guide "Draw your own" says what is so, and leaves nothing out. */
export function drawYourOwn(): void {
  describe('the guide "Draw your own"', () => {
    const backend = createMockBackend();
    let portal: HeadlessPortal;
    let inbox: Inbox;
    let titles: (string | null)[];

    before(async () => {
      ({portal, inbox} = call<{portal: HeadlessPortal; inbox: Inbox}>(await load('leads.js', 'examples/headless'), 'openInbox', {apiUrl: 'http://mock.test', fetchSession: backend.fetchSession, fetch: backend.fetch}));
      const {offers} = await inbox.until(({status, counts}) => status === 'ready' && counts !== undefined);
      titles = offers.map(({teaser}) => teaser.title);
    });

    after(async () => {
      inbox.dispose();
      portal.stop();
      Object.assign(globalThis, {window: undefined, document: undefined});
      await Promise.all(folders.map(folder => rm(folder, {recursive: true, force: true})));
    });

    it('draws without a framework, and again when something changes', async () => {
      const list = new Window().document.createElement('div');
      const stop = call<() => void>(await load('plain.js', 'examples/headless'), 'drawLeads', inbox, list);
      assert.deepEqual([...list.children].map(({textContent}) => textContent), titles);
      const {leadOfferId} = backend.act.newLead();
      await inbox.until(({offers}) => offers.some(({id}) => id === leadOfferId));
      assert.equal(list.children.length, titles.length + 1);
      stop();
    });

    it('draws with React', async () => {
      const esbuild = from('packages/widgets', 'esbuild');
      const leads = await load('leads.jsx', 'examples/react', code => call<{code: string}>(esbuild, 'transformSync', code, {loader: 'jsx', jsx: 'automatic'}).code);
      const react = from('examples/react', 'react');
      const element = call(react, 'createElement', react['StrictMode'], null, call(react, 'createElement', leads['Leads'], {inbox}));
      const html = call<string>(from('examples/react', 'react-dom/server'), 'renderToString', element);
      assert.equal(html.match(/<li>/g)?.length, inbox.getSnapshot().offers.length);
      // React looks at the page also a while after it has left it: it stays until the last test.
      const window = new Window();
      Object.assign(globalThis, {window, document: window.document});
      const list = window.document.createElement('main');
      const page = call<{render: (element: unknown) => void; unmount: () => void}>(from('examples/react', 'react-dom/client'), 'createRoot', list);
      page.render(element);
      while (list.querySelectorAll('li').length === 0) await new Promise(setImmediate);
      const [offer] = inbox.getSnapshot().offers;
      list.querySelector('button')?.click();
      await inbox.until(({offers}) => offers.every(({id}) => id !== offer!.id));
      while (list.querySelectorAll('li').length !== inbox.getSnapshot().offers.length) await new Promise(setImmediate);
      page.unmount();
    });

    it('is followed by Vue', async () => {
      const snippet = await load('use-state.js', 'examples/vue');
      const vue = from('examples/vue', 'vue');
      const scope = call<{run: (work: () => unknown) => unknown; stop: () => void}>(vue, 'effectScope');
      const state = scope.run(() => call(snippet, 'useState', inbox)) as {value: LeadInboxState};
      inbox.controller.show({tab: 'working'});
      await inbox.until(({query, status}) => query.tab === 'working' && status === 'ready');
      assert.deepEqual(state.value.query.tab, 'working');
      scope.stop();
      inbox.controller.show({tab: 'new'});
      await inbox.until(({query, status}) => query.tab === 'new' && status === 'ready');
      assert.equal(state.value.query.tab, 'working');
    });

    it('is a store of Svelte', async () => {
      const compiler = from('examples/svelte', 'svelte/compiler');
      const leads = await load('Leads.svelte', 'examples/svelte', code => call<{js: {code: string}}>(compiler, 'compile', code, {generate: 'server'}).js.code);
      const server = join(dirname(createRequire(join(root, 'examples/svelte/package.json')).resolve('svelte/package.json')), 'src/server/index.js');
      const {body} = call<{body: string}>((await import(pathToFileURL(server).href)) as Snippet, 'render', leads['default'], {props: {inbox}});
      assert.equal(body.match(/<button>/g)?.length, inbox.getSnapshot().offers.length);
    });

    it('works in a script', async () => {
      const script = await load('accept-large.js', 'examples/headless');
      const {createLeadInbox} = await import('@portico/widgets/headless/lead-inbox');
      const worth = (await inbox.until(({status}) => status === 'ready')).offers.map(({teaser}) => teaser.valueBand?.minMinor ?? 0);
      const fromMinor = worth.toSorted((a, b) => b - a)[1]!;
      const accepted = await call<Promise<number>>(script, 'acceptLarge', {inbox: createLeadInbox(portal), fromMinor});
      assert.equal(accepted, worth.filter(each => each >= fromMinor).length);
    });

    it('names every widget with its function, its controller, all of its state and acts that there are', async () => {
      const cellsOf = (line: string) => line.split('|').slice(1, -1).map(cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
      const rows = [...guide.matchAll(/^\| ([a-z-]+) \| `create.*$/gm)].map(([line, widget = '']) => ({widget, cells: cellsOf(line)}));
      const defined = (await readdir(join(root, 'packages/widgets/src/define'))).map(file => file.replace('.ts', '')).filter(name => name !== 'all' && name !== 'portal');
      assert.deepEqual(rows.map(({widget}) => widget), defined.toSorted());
      const common = ['status', 'error', 'isLive', 'now'];
      for (const {widget, cells} of rows) {
        const [, [signature = ''] = [], [controllerName = ''] = [], state = [], acts = []] = cells;
        const module = (await import(`@portico/widgets/headless/${widget}`)) as Snippet;
        const name = signature.split('(')[0]!;
        const made = call<Headless<object, object>>(module, name, widget === 'collateral' ? {apiUrl: '', token: ''} : portal);
        assert.ok(made.controller instanceof (module[controllerName] as unknown as new () => object), `${widget}: ${controllerName}`);
        assert.deepEqual(Object.keys(made.getSnapshot()).filter(key => !common.includes(key)), state, widget);
        for (const path of acts) {
          const found = path.split('.').reduce<unknown>((of, key) => (of as Record<string, unknown> | undefined)?.[key], made.controller);
          assert.equal(typeof found, 'function', `${widget}: ${path}`);
        }
        made.dispose();
      }
    });
  });
}
