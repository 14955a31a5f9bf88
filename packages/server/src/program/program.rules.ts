import {LeadPolicy} from '@portico/contract';

/** A policy with some settings changed; what is left out stays. */
export function mergePolicy(policy: LeadPolicy, changes: {readonly [K in keyof LeadPolicy]?: LeadPolicy[K] | undefined}): LeadPolicy {
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  return LeadPolicy.parse({...policy, ...Object.fromEntries(said)});
}
