import type {Plugin, Rolldown} from 'vite';
import {Links} from './links.ts';

/** What one request more is worth, in bytes of source: so much that a page does not need may come along instead. */
const requestBytes = 12_000;

/** Modules that the first views of the same widgets need. */
export interface SharedFile {
  readonly users: ReadonlySet<string>;
  readonly modules: readonly string[];
  readonly bytes: number;
}

/**
 * Decides which modules make a file together: those that the same widgets need, and then again what costs less in one file than in two.
 *
 * @param needs - The modules that the first view of each widget needs, by the widget.
 * @param bytesOf - Length of a module.
 */
export function shareFiles(needs: ReadonlyMap<string, Iterable<string>>, bytesOf: (module: string) => number): SharedFile[] {
  const users = new Map<string, Set<string>>();
  for (const [widget, modules] of needs) for (const module of modules) users.set(module, (users.get(module) ?? new Set()).add(widget));
  const alike = new Map<string, SharedFile>();
  for (const [module, by] of users) {
    const key = [...by].sort().join();
    alike.set(key, join(alike.get(key), {users: by, modules: [module], bytes: bytesOf(module)}));
  }
  const files = [...alike.values()];
  for (;;) {
    const pairs = files.flatMap((one, index) => files.slice(index + 1).map(other => ({one, other, cost: costOfJoining(one, other)})));
    const best = pairs.reduce<(typeof pairs)[number] | undefined>((least, pair) => (pair.cost < (least?.cost ?? 0) ? pair : least), undefined);
    if (!best) return files;
    files.splice(files.indexOf(best.one), 1);
    files.splice(files.indexOf(best.other), 1, join(best.one, best.other));
  }
}

function join(one: SharedFile | undefined, other: SharedFile): SharedFile {
  return one ? {users: new Set([...one.users, ...other.users]), modules: [...one.modules, ...other.modules], bytes: one.bytes + other.bytes} : other;
}

/** What all widgets together download in vain, less the requests that they save. */
function costOfJoining(one: SharedFile, other: SharedFile): number {
  const both = [...one.users].filter(user => other.users.has(user)).length;
  const inVain = one.bytes * (other.users.size - both) + other.bytes * (one.users.size - both);
  return inVain - requestBytes * both;
}

/** Code of the bundler itself. */
const runtime = /^\0?rolldown[/:]runtime/;

/**
 * Shares the modules of a build out to files: `base` for what every widget needs, one a widget, and some for what several need.
 *
 * @param widgets - The module of each widget, by its name.
 * @param base - What comes with every widget.
 * @returns A plugin that looks at the modules, and the group that puts them where they belong.
 */
export function sharedFiles(widgets: Readonly<Record<string, string>>, base: readonly string[]): {plugin: Plugin; group: Rolldown.CodeSplittingGroup} {
  const names = new Map<string, string>();
  const plugin: Plugin = {
    name: 'portico-shared-files',
    async buildEnd() {
      const codeOf = (id: string) => this.getModuleInfo(id)?.code ?? '';
      const bytesOf = (id: string) => codeOf(id).length;
      const links = new Links({importsOf: id => this.getModuleInfo(id)?.importedIds ?? [], codeOf, resolve: async (name, from) => (await this.resolve(name, from))?.id});
      const needs = new Map<string, Set<string>>();
      for (const [name, module] of Object.entries(widgets)) needs.set(name, await links.reachable([module, ...base]));
      let letter = 10;
      for (const {users, modules} of shareFiles(needs, bytesOf)) {
        const [only] = users.size === 1 ? users : Object.keys(widgets).filter(widget => modules.includes(widgets[widget] ?? ''));
        // A letter for the rest: the one tag names each of them for every widget that needs it.
        const name = users.size === needs.size ? 'base' : (only ?? (letter++).toString(36));
        for (const module of modules) names.set(module, name);
      }
    },
  };
  return {plugin, group: {name: id => names.get(id) ?? (runtime.test(id) ? 'base' : null), debugName: 'shared', includeDependenciesRecursively: false}};
}
