import type {Session} from './session.ts';

/** Who a token speaks for. */
export interface Identity {
  tenantId: string;
  personId: string;
  partnerOrgId: string | null;
}

/** Who the session's present token speaks for, or `null` when there is none or it does not say. Unverified: for keys of local storage only. */
export function identityOf({current}: Pick<Session, 'current'>): Identity | null {
  try {
    const payload = (current.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const {tid, sub, pid} = JSON.parse(atob(payload)) as {tid?: unknown; sub?: unknown; pid?: unknown};
    return typeof tid === 'string' && typeof sub === 'string' ? {tenantId: tid, personId: sub, partnerOrgId: typeof pid === 'string' ? pid : null} : null;
  } catch {
    return null;
  }
}

/** A key that is another one for another server, tenant, person or organisation; `null` when nobody knows for whom it is. */
export function identityKey({apiUrl, session}: {apiUrl: string; session: Pick<Session, 'current'>}): string | null {
  const who = identityOf(session);
  return who && [apiUrl, who.tenantId, who.personId, who.partnerOrgId ?? ''].join(' ');
}
