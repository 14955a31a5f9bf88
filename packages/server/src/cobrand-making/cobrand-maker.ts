import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {DrawingRoom} from '../cobrand-drawing/drawing-room.ts';
import {MaterialBroken, type Drawing} from '../cobrand-drawing/drawing.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {findTenantsWithDue} from '../database/leases.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {cleanFileName} from '../file-content/file-name.rules.ts';
import {newFileKey, type FileStore} from '../file-store/file-store.ts';
import {localFile} from '../file-store/local-file.ts';
import {Round} from '../jobs/round.ts';
import {previewKey} from '../stored-file/stored-file.queries.ts';
import {claimDueCobrand, dueCobrands, lockHeld, postponeCobrand, type HeldCobrand} from './due-cobrand.queries.ts';
import {giveUp, keepOutput, type MadeFile} from './keep-output.ts';
import {drawPlan, planDrawing, type DrawingPlan} from './plan-drawing.ts';

const mostAttempts = 4;
const notMade = 'The file could not be made. Try again; if it stays so, the material or the logo cannot be used.';

export interface MakerOptions {
  readonly database: Database;
  readonly context: Context;
  readonly store: FileStore;
  readonly room: DrawingRoom;
}

type InTenant = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

/** Makes the files of copies that are due, one after another and beside everything else. */
export class CobrandMaker {
  readonly #options: MakerOptions;
  readonly #round: Round;

  constructor(options: MakerOptions) {
    this.#options = options;
    this.#round = new Round('copies', options.context, signal => this.#run(signal));
  }

  /** Begins with what waits, unless it is at it already. */
  start(): void {
    this.#round.start();
  }

  /** Does what waits now. @returns How many copies were dealt with. */
  runDue(): Promise<number> {
    return this.#round.runDue();
  }

  stop(): Promise<void> {
    return this.#round.stop();
  }

  async #run(signal: AbortSignal): Promise<number> {
    const {database, context} = this.#options;
    let done = 0;
    for (const tenantId of await findTenantsWithDue(database, context, dueCobrands)) {
      const inTenant: InTenant = work => withTenant(database, tenantId, {context, as: 'system:copies'}, work);
      while (!signal.aborted) {
        const held = await inTenant(claimDueCobrand);
        if (!held) break;
        await this.#deal(inTenant, held);
        done++;
      }
    }
    return done;
  }

  async #deal(inTenant: InTenant, held: HeldCobrand): Promise<void> {
    const {context} = this.#options;
    try {
      await this.#make(inTenant, held);
    } catch (error) {
      context.log.warn({err: error, cobrandId: held.row.cobrand_id}, 'a copy could not be made');
      await inTenant(async scope => {
        const lasting = error instanceof MaterialBroken && error.isLasting ? error : undefined;
        const row = lasting || held.row.attempts >= mostAttempts ? await lockHeld(scope, held) : undefined;
        if (row) await giveUp(scope, row, {findings: [], reason: lasting ? `${lasting.message}.` : notMade});
        else await postponeCobrand(scope, held);
      });
    }
  }

  async #make(inTenant: InTenant, held: HeldCobrand): Promise<void> {
    const {store, room} = this.#options;
    const {cobrand_template_id: templateId, values, partner_org_id: partnerOrgId, next_address: address} = held.row;
    const folder = await mkdtemp(join(tmpdir(), 'portico-copy-'));
    try {
      const plan = await inTenant(scope => planDrawing(scope, {templateId, values, partnerOrgId, address, purpose: {kind: 'file', folder}}));
      if (!plan) throw new Error('The material of the template is not there.');
      const drawing = await drawPlan(store, room, plan, await localFile(store, plan.source.storageKey, folder));
      // What was wrong before it was drawn counts as well.
      const isWrong = drawing.findings.some(({severity}) => severity === 'error');
      const file = isWrong ? undefined : await this.#keep(plan, drawing);
      await inTenant(async scope => {
        const row = await lockHeld(scope, held);
        if (!row) return;
        if (file) await keepOutput(scope, {...row, next_address: address}, plan.template, file, drawing.findings);
        else await giveUp(scope, row, {findings: drawing.findings, reason: null});
      });
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }

  /** Puts what was drawn into the store, with its pictures. */
  async #keep({source, task}: DrawingPlan, {mediaType, file}: Drawing): Promise<MadeFile> {
    const {store, context} = this.#options;
    if (!file) throw new Error('Nothing was drawn.');
    const storageKey = newFileKey(context.randomBytes);
    for (const preview of file.accepted.previews) await store.putFile(previewKey(storageKey, preview), preview.path);
    await store.putFile(storageKey, file.path);
    return {fileName: nameOf(source.fileName, task.brand.name), mediaType, storageKey, accepted: file.accepted};
  }
}

/** `datasheet.pdf` of Lumen is `datasheet - Lumen.pdf`. */
function nameOf(fileName: string, partner: string): string {
  const dot = fileName.lastIndexOf('.');
  return cleanFileName(`${fileName.slice(0, dot).slice(0, 90)} - ${partner.replaceAll(/[/\\.]/g, ' ').slice(0, 60).trim()}${fileName.slice(dot)}`);
}
