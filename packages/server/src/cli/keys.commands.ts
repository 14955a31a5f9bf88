import {allScopes} from '@portico/contract';
import type {Command} from 'commander';
import {withTenant} from '../database/open.ts';
import {createSecretKey, revokeSecretKey} from '../keys/secret-key.ts';
import type {RunCommand} from './cli-context.ts';
import {CliError, exitCodes} from './cli-error.ts';

const as = 'system:cli' as const;

interface CreateOptions {
  readonly name: string;
  readonly tenant?: string;
  readonly scope?: readonly string[];
  readonly expires?: string;
}

/** `portico keys create|list|revoke` */
export function addKeysCommands(program: Command, run: RunCommand): void {
  const keys = program.command('keys').description('Secret keys of a vendor’s backend.');
  keys
    .command('create')
    .description('Makes a secret key and prints it; it cannot be read again later.')
    .option('--name <text>', 'what it is for', 'backend')
    .option('--tenant <id or name>', 'whose; needed where there are several vendors')
    .option('--scope <scope...>', 'what it may do, such as lead:write; everything when left out')
    .option('--expires <day>', 'last day, such as 2027-12-31; never when left out')
    .action(
      run((cli, {name, tenant, scope, expires}: CreateOptions) => {
        for (const one of scope ?? []) if (!allScopes().includes(one)) throw new CliError(exitCodes.usage, `${one} is not a scope. There are: ${allScopes().join(', ')}.`);
        const expiresAt = expires === undefined ? undefined : toEndOfDay(expires, cli.context.now());
        return cli.withDatabase(async database => {
          const tenantId = await cli.getTenantId(database, tenant);
          const {secretKey} = await withTenant(database, tenantId, {context: cli.context, as}, scoped => createSecretKey(scoped, {name, scopes: scope, expiresAt}));
          cli.io.out(secretKey);
          cli.io.err('Keep it where your backend reads its secrets, and nowhere else. It is not shown again.');
        });
      }),
    );
  keys
    .command('list')
    .description('Lists the keys by id, never the keys themselves.')
    .option('--tenant <id or name>', 'whose')
    .action(
      run((cli, {tenant}: {tenant?: string}) =>
        cli.withDatabase(async database => {
          const tenantId = await cli.getTenantId(database, tenant);
          const rows = await withTenant(database, tenantId, {context: cli.context, as}, ({db}) => db.selectFrom('secret_key').select(['key_id', 'name', 'created_at', 'last_used_at', 'expires_at', 'revoked_at']).orderBy('created_at').execute());
          for (const row of rows) cli.io.out([row.key_id, row.name, `created ${row.created_at}`, `last used ${row.last_used_at ?? 'never'}`, row.revoked_at ? `revoked ${row.revoked_at}` : row.expires_at ? `expires ${row.expires_at}` : 'no end'].join('  '));
        }),
      ),
    );
  keys
    .command('revoke <id>')
    .description('Ends a key at once.')
    .option('--tenant <id or name>', 'whose')
    .action(
      run((cli, id: string, {tenant}: {tenant?: string}) =>
        cli.withDatabase(async database => {
          const tenantId = await cli.getTenantId(database, tenant);
          const ended = await withTenant(database, tenantId, {context: cli.context, as}, scope => revokeSecretKey(scope, id));
          if (!ended) throw new CliError(exitCodes.data, `There is no key ${id} in force. See portico keys list.`);
          cli.io.out(`${id} is revoked.`);
        }),
      ),
    );
}

function toEndOfDay(day: string, now: number): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T23:59:59.999Z`) : Number.NaN;
  if (!(at > now)) throw new CliError(exitCodes.usage, `--expires must be a day to come, such as 2027-12-31, not ${day}.`);
  return new Date(at).toISOString();
}
