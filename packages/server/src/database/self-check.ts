import {toHex, type Context} from '../context.ts';
import type {Database} from './database.ts';
import {openingSql} from './open.ts';

/** The database would not keep tenants apart. A server that finds this out at its start must not serve: exit code 78. */
export class SelfCheckError extends Error {
  readonly exitCode = 78;

  constructor(message: string) {
    super(message);
    this.name = 'SelfCheckError';
  }
}

const inspection = `
SELECT rolname AS role FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls);
SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'portico'::regnamespace AND c.relkind IN ('r', 'p')
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY 1;
SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'portico'::regnamespace AND c.relkind = 'v' AND NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false) ORDER BY 1;
SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'portico'::regnamespace AND p.prosecdef
  AND NOT EXISTS (SELECT FROM unnest(p.proconfig) setting WHERE setting LIKE 'search_path=%') ORDER BY 1;
`;

/**
 * Makes sure that row-level security holds before anybody is served: the role of requests has no way round it, every table forces it, and of two tenants each
 * sees only itself.
 *
 * @throws SelfCheckError with every fault that was found.
 */
export async function selfCheck(database: Database, context: Context): Promise<void> {
  const faults: string[] = [];
  const nobody = {tenantId: null, caller: 'system', partnerOrgId: null, principalId: 'system:self-check'} as const;
  const {transaction, results} = await database.begin(openingSql('read', nobody) + inspection);
  await transaction.rollback();
  const [powers = [], tables = [], views = [], functions = []] = results.slice(-4);
  for (const {role} of powers) faults.push(`The role ${String(role)} bypasses row-level security.`);
  for (const {name} of tables) faults.push(`The table ${String(name)} does not force row-level security or has no policy.`);
  for (const {name} of views) faults.push(`The view ${String(name)} is not security_invoker.`);
  for (const {name} of functions) faults.push(`The function ${String(name)} is SECURITY DEFINER without a fixed search_path.`);
  const seen = await canary(database, context);
  if (seen !== null) faults.push(seen);
  if (faults.length > 0) throw new SelfCheckError(`The database does not keep tenants apart. ${faults.join(' ')}`);
}

/** Adds two tenants, looks as one of them, and undoes it. @returns What is wrong, or `null`. */
async function canary(database: Database, context: Context): Promise<string | null> {
  const [own, other] = [uuid(context), uuid(context)];
  const {transaction} = await database.begin('SET LOCAL search_path = portico; SET LOCAL ROLE portico_worker; ');
  try {
    const now = new Date(context.now()).toISOString();
    await transaction.script([own, other].map(id => `INSERT INTO tenant (tenant_id, name, secret, created_at) VALUES ('${id}', 'canary', '', '${now}');`).join(' '));
    await transaction.script(openingSql('write', {tenantId: own, caller: 'system', partnerOrgId: null, principalId: 'system:self-check'}));
    const [mine = []] = await transaction.script('SELECT tenant_id FROM tenant;');
    if (mine.length !== 1 || mine[0]?.['tenant_id'] !== own) return 'A tenant sees others, or not itself.';
    await transaction.script(openingSql('write', {tenantId: null, caller: 'system', partnerOrgId: null, principalId: 'system:self-check'}));
    const [none = []] = await transaction.script('SELECT tenant_id FROM tenant;');
    return none.length === 0 ? null : 'Without a tenant, rows are visible.';
  } finally {
    await transaction.rollback();
  }
}

function uuid({randomBytes}: Context): string {
  const hex = toHex(randomBytes(16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
