/** A policy with some settings changed; what is left out stays. The input was checked field by field, and the rest was valid before. */
export function mergePolicy<Policy extends object>(policy: Policy, changes: {readonly [K in keyof Policy]?: Policy[K] | undefined}): Policy {
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  return {...policy, ...Object.fromEntries(said)};
}
