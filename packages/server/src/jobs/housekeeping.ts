import {sql} from 'kysely';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker} from '../database/open.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const everyMs = hourMs;

/** How long things are kept that only matter for a while. */
const keep = {
  /** A client that repeats a request gives up after six days. */
  idempotencyRecordMs: 7 * dayMs,
  changeEventMs: dayMs,
  /** So many of the latest events stay, however old. */
  changeEvents: 10_000,
  /** After the end of their time, for whoever looks into an incident. */
  embedSessionMs: 7 * dayMs,
  /** A link that serves once ends after minutes anyway. */
  usedFileLinkMs: hourMs,
  /** The address of a preview serves for minutes. */
  cobrandPreviewMs: hourMs / 2,
  /** Files of evidence that were not finished, or not taken. */
  unreadyEvidenceMs: dayMs,
  /** Files of exports hold personal data; whoever asked for one has taken it by then. */
  exportMs: dayMs,
};

/** Removes what is no longer needed, once an hour on the context's clock. */
export class Housekeeping {
  readonly #database: Database;
  readonly #context: Context;
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(database: Database, context: Context) {
    this.#database = database;
    this.#context = context;
  }

  /** @returns How many rows were removed; 0 between the hours. */
  async runIfDue(): Promise<number> {
    const now = this.#context.now();
    if (now < this.#nextAt) return 0;
    this.#nextAt = now + everyMs;
    const before = (ageMs: number) => new Date(now - ageMs).toISOString();
    return asWorker(this.#database, async db => {
      const records = await db.deleteFrom('idempotency_record').where('created_at', '<', before(keep.idempotencyRecordMs)).executeTakeFirst();
      const sessions = await db.deleteFrom('embed_session').where('expires_at', '<', before(keep.embedSessionMs)).executeTakeFirst();
      const files = await db.deleteFrom('evidence_file').where('status', '<>', 'ready').where('sha256', 'is', null).where('created_at', '<', before(keep.unreadyEvidenceMs)).executeTakeFirst();
      const exports = await db.deleteFrom('deal_export').where('created_at', '<', before(keep.exportMs)).executeTakeFirst();
      const links = await db.deleteFrom('used_file_link').where('used_at', '<', before(keep.usedFileLinkMs)).executeTakeFirst();
      const previews = await db.deleteFrom('cobrand_preview').where('created_at', '<', before(keep.cobrandPreviewMs)).executeTakeFirst();
      const events = await sql`
        delete from change_event e using tenant_sequence s
        where e.tenant_id = s.tenant_id and e.change_id <= s.last_change - ${keep.changeEvents}::integer and e.created_at < ${before(keep.changeEventMs)}::timestamptz`.execute(db);
      return Number(records.numDeletedRows + sessions.numDeletedRows + files.numDeletedRows + exports.numDeletedRows + links.numDeletedRows + previews.numDeletedRows + (events.numAffectedRows ?? 0n));
    });
  }
}
