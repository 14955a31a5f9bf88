/** What a bundler knows of the modules of a build. */
export interface ModuleGraph {
  /** The modules that one imports at once. */
  importsOf(module: string): readonly string[];
  /** Its code, without types. */
  codeOf(module: string): string;
  /** The module that a name stands for. */
  resolve(name: string, from: string): Promise<string | undefined>;
}

const taking = /\b(import|export)\s*\{([^}]*)\}\s*from\s*["']([^"']+)["'];?/g;

/** `{a as b} from 'x'`, whichever way. */
interface Taking {
  readonly from: string;
  /** By the name that the module itself knows or hands on. */
  readonly names: ReadonlyMap<string, string>;
}

/** Follows imports by name where a module only hands on what others export: whoever takes one thing of a package does not need all of it. */
export class Links {
  readonly #graph: ModuleGraph;
  readonly #takings = new Map<string, Promise<readonly Taking[]>>();

  constructor(graph: ModuleGraph) {
    this.#graph = graph;
  }

  /** Every module that comes with these. */
  async reachable(modules: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    const waiting = [...modules];
    for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
      if (found.has(module)) continue;
      found.add(module);
      const imported = this.#graph.importsOf(module);
      const takings = imported.some(each => this.#isBarrel(each)) ? (await this.#takingsOf(module)).filter(({from}) => this.#isBarrel(from)) : [];
      waiting.push(...imported.filter(each => !takings.some(({from}) => from === each)));
      for (const {from, names} of takings) for (const owner of await this.#owners(from, [...names.values()], found)) waiting.push(owner);
    }
    return found;
  }

  #isBarrel(module: string): boolean {
    const code = this.#graph.codeOf(module);
    return code !== '' && code.replaceAll(taking, '').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '').trim() === '';
  }

  /** The modules that hold what a barrel hands on; the barrels on the way are found with that. */
  async #owners(barrel: string, wanted: readonly string[], found: Set<string>): Promise<string[]> {
    found.add(barrel);
    const owners: string[] = [];
    for (const {from, names} of await this.#takingsOf(barrel)) {
      const own = wanted.flatMap(name => names.get(name) ?? []);
      if (own.length > 0) owners.push(...(this.#isBarrel(from) ? await this.#owners(from, own, found) : [from]));
    }
    return owners;
  }

  #takingsOf(module: string): Promise<readonly Taking[]> {
    const known = this.#takings.get(module) ?? this.#readTakings(module);
    this.#takings.set(module, known);
    return known;
  }

  async #readTakings(module: string): Promise<Taking[]> {
    const statements = [...this.#graph.codeOf(module).matchAll(taking)];
    return Promise.all(
      statements.map(async ([, , names = '', from = '']) => ({
        from: (await this.#graph.resolve(from, module)) ?? from,
        names: new Map(
          names.split(',').map(each => {
            const [taken = '', as = taken] = each.trim().split(/\s+as\s+/);
            return [as, taken];
          }),
        ),
      })),
    );
  }
}
