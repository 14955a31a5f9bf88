import type {ProblemCode} from '@portico/contract';
import {recordAudit} from '../audit/record-audit.ts';
import {withTenant} from '../database/open.ts';
import type {RequestFacts} from './request-facts.ts';
import type {Services} from './services.ts';

/** Refusals that an owner of the data wants to hear of. */
const noted: ReadonlySet<ProblemCode> = new Set(['secret_key_in_browser', 'origin_not_allowed', 'forbidden', 'scope_missing']);

/** Notes a refused attempt in the tenant's audit log, in a transaction of its own, because the refused one is undone. */
export function noteDenial({database, context, background}: Services, code: ProblemCode, tenantId: string, principalId: string, {requestId, origin}: RequestFacts, route: string): void {
  if (!noted.has(code)) return;
  background.start('noting a refused attempt', () =>
    withTenant(database, tenantId, {context, as: 'system:access'}, scope =>
      recordAudit({...scope, principalId, requestId}, {resource: 'request', id: null, action: 'denied', changes: {code, route, origin}}),
    ),
  );
}
