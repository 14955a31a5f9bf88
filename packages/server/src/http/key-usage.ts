import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {withTenant} from '../database/open.ts';
import type {Identity} from './authenticate.ts';
import type {Background} from './background.ts';

const everyMs = 60_000;

/** Notes when secret keys were last used, to the minute: who looks for keys to retire needs no more, and requests do not wait for it. */
export class KeyUsage {
  readonly #database: Database;
  readonly #context: Context;
  readonly #background: Background;
  readonly #notedAt = new Map<string, number>();

  constructor(database: Database, context: Context, background: Background) {
    this.#database = database;
    this.#context = context;
    this.#background = background;
  }

  note({caller, tenantId, principalId}: Identity): void {
    if (caller !== 'key') return;
    const now = this.#context.now();
    const noted = this.#notedAt.get(principalId);
    if (noted !== undefined && now >= noted && now - noted < everyMs) return;
    this.#notedAt.set(principalId, now);
    const keyId = principalId.slice('key:'.length);
    this.#background.start('noting the use of a key', () =>
      withTenant(this.#database, tenantId, {context: this.#context, as: 'system:access'}, async ({db}) => {
        await db.updateTable('secret_key').set({last_used_at: new Date(now).toISOString()}).where('key_id', '=', keyId).execute();
      }),
    );
  }
}
