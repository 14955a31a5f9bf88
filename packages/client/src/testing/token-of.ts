import {toJson} from '../json.ts';

/** A token that says who it is for, signed by nobody. */
export function tokenOf(sub: string, tid = 'tenant', pid?: string): string {
  return `h.${Buffer.from(toJson({tid, sub, pid})).toString('base64url')}.s`;
}
