import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Script} from 'node:vm';
import {allScopes, Component} from '@portico/contract';
import {liveExamples} from '../browser/live-examples.ts';
import {files, read} from './sources.ts';

interface Named {
  readonly name: string;
}

interface Element {
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

// `check` builds it first.
const {modules} = JSON.parse(read('packages/widgets/dist/custom-elements.json')) as {modules: readonly {readonly declarations: readonly Element[]}[]};
const elements = new Map(modules.flatMap(({declarations}) => declarations).map(element => [element.tagName, element]));
const namesOf = (list: readonly Named[] = []) => list.map(({name}) => name);
const folder = 'docs/widgets/';
const pages = files.filter(path => path.startsWith(folder) && !path.endsWith('/README.md'));
/** What is said of every widget, in this order. */
const sections = ['Keys', 'What a screen reader hears', 'Narrow and wide', 'What it keeps', 'What it asks of the server'];
const scenarios = ['default', 'empty', 'one', 'many', 'huge', 'slow', 'offline', 'forbidden', 'failing', 'longNames'];
/** Attributes that any element may have, and those of the autoloader. */
const anywhere = /^(id|slot|class|data-load|fallback-href)$/;

describe('docs/widgets', () => {
  it('has a page for each widget, and names it among all', () => {
    assert.deepEqual(pages.map(path => `portico-${path.slice(folder.length, -'.md'.length)}`).sort(), [...elements.keys()].sort());
    const all = read(`${folder}README.md`);
    assert.deepEqual(pages.filter(path => !all.includes(`(${path.slice(folder.length)})`)), []);
  });

  for (const path of [...pages, `${folder}README.md`]) {
    const text = read(path);
    const examples = liveExamples(text);
    const tags = [...text.matchAll(/<(portico-[a-z-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(([, tag = '', attributes = '']) => ({tag, attributes: [...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/g)].map(([, name = '']) => name)}));

    it(`${path}: names attributes, events, slots, parts and custom properties that there are`, () => {
      const of = (list: (element: Element) => readonly Named[]) => new Set([...elements.values()].flatMap(element => namesOf(list(element))));
      assert.deepEqual(tags.filter(({tag}) => !elements.has(tag)), []);
      assert.deepEqual(tags.flatMap(({tag, attributes}) => attributes.filter(name => !anywhere.test(name) && !namesOf(elements.get(tag)?.attributes).includes(name)).map(name => `${tag} ${name}`)), []);
      const known = new Set([...of(({events}) => events), ...elements.keys()]);
      assert.deepEqual([...text.matchAll(/(?<![\w/-])portico-[a-z-]+\b(?!…)/g)].map(([name]) => name).filter(name => !known.has(name) && name !== 'portico-session' && name !== 'portico-lit'), []);
      assert.deepEqual([...text.matchAll(/(portico-[a-z-]+)::part\(([\w-]+)\)/g)].filter(([, tag = '', part = '']) => !namesOf(elements.get(tag)?.cssParts).includes(part)).map(([use]) => use), []);
      const slots = of(list => list.slots);
      assert.deepEqual([...text.matchAll(/slot="([\w-]+)"/g)].filter(([, slot = '']) => !slots.has(slot)).map(([use]) => use), []);
      const properties = of(({cssProperties}) => cssProperties);
      assert.deepEqual([...text.matchAll(/--portico-[\w-]+/g)].map(([name]) => name).filter(name => !properties.has(name)), []);
    });

    it(`${path}: names scopes and components that there are`, () => {
      assert.deepEqual([...text.matchAll(/`([a-z_]+:(?:read|write))`/g)].map(([, scope = '']) => scope).filter(scope => !allScopes().includes(scope)), []);
      assert.deepEqual([...text.matchAll(/[Cc]omponent `([\w-]+)`/g)].map(([, name = '']) => name).filter(name => !(Component.options as readonly string[]).includes(name)), []);
    });

    it(`${path}: shows it, each example as it can be shown`, () => {
      assert.ok(examples.length > 0);
      for (const {words, code} of examples) {
        assert.match(words, /^(as=(vendor|partner) )?height=\d{3}( scenario=\w+)?( title="[^"]+")?$/);
        const scenario = /scenario=(\w+)/.exec(words)?.[1] ?? 'default';
        assert.ok(scenarios.includes(scenario), words);
        assert.match(code, /<portico-/);
      }
      // What is not drawn is at least JavaScript.
      for (const [, code = ''] of text.matchAll(/^```js\n([\s\S]*?)^```$/gm)) assert.doesNotThrow(() => new Script(code), path);
    });

    if (!path.endsWith('README.md')) {
      it(`${path}: says what is said of every widget`, () => {
        const headings = [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
        // The portal draws nothing that has keys or a width.
        const own = path.endsWith('/portal.md') ? sections.filter(section => section !== 'Keys' && section !== 'Narrow and wide') : sections;
        assert.deepEqual(headings.filter(heading => sections.includes(heading)), own);
      });
    }
  }
});
