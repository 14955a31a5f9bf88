import {z} from 'zod';
import * as contract from './index.ts';

/**
 * Gives every schema that the contract exports its name, so that documents refer to it instead of repeating it. For servers and tools only: names
 * are kept in zod's own registry, which browsers must not load.
 */
export function nameSchemas(): void {
  for (const [name, value] of Object.entries(contract)) {
    if (value instanceof z.ZodType && !z.globalRegistry.has(value)) z.globalRegistry.add(value, {id: name});
  }
}
