import {toHex} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** Makes the aliases of one period of one board. Whoever does not know the tenant's key cannot tell who is behind one, nor that two of different boards or periods are the same. */
export async function aliasesFor({cursorSecret}: Pick<Scope, 'cursorSecret'>, boardId: string, period: string): Promise<(partnerOrgId: string) => Promise<string>> {
  const key = await crypto.subtle.importKey('raw', cursorSecret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  return async partnerOrgId => {
    const digest = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`board alias ${boardId} ${period} ${partnerOrgId}`));
    return toHex(new Uint8Array(digest).slice(0, 4)).toUpperCase();
  };
}
