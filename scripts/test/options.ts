/** The suites, in the order in which they get room: the telling one first, then those that run long in one piece, then the many small pieces that fill what is left. */
export const suiteNames = ['check', 'widgets', 'stories', 'node', 'e2e'] as const;
export type SuiteName = (typeof suiteNames)[number];

export interface Options {
  /** The suites to run. */
  readonly only: readonly SuiteName[];
  /** Parts of paths; a file runs when its path contains one of them, or when there are none. */
  readonly filters: readonly string[];
}

/**
 * Reads the command line of `npm test`.
 *
 * @param args - Such as `['--only=node,e2e', 'lead-inbox']`.
 * @throws Error naming the flag or suite that does not exist.
 */
export function parseOptions(args: readonly string[]): Options {
  const flags = args.filter(arg => arg.startsWith('--'));
  const only = flags.flatMap(flag => {
    const [name, value = ''] = flag.split('=');
    if (name !== '--only') throw new Error(`There is no flag ${name}; the one there is: --only=${suiteNames.join(',')}`);
    return value.split(',').map(toSuiteName);
  });
  return {only: suiteNames.filter(suite => only.length === 0 || only.includes(suite)), filters: args.filter(arg => !arg.startsWith('--'))};
}

function toSuiteName(name: string): SuiteName {
  const found = suiteNames.find(suite => suite === name);
  if (!found) throw new Error(`There is no suite "${name}"; there are ${suiteNames.join(', ')}.`);
  return found;
}
