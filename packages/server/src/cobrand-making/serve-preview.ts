import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {CobrandPreviewFindings} from '@portico/contract';
import {MaterialBroken, type Drawing} from '../cobrand-drawing/drawing.ts';
import {DrawingRoomFull, type DrawingRoom} from '../cobrand-drawing/drawing-room.ts';
import {findPreview} from '../cobrand-flow/held-cobrand.queries.ts';
import {withTenant} from '../database/open.ts';
import {localFile} from '../file-store/local-file.ts';
import {problem} from '../problem.ts';
import {safeHeaders} from '../stored-file/file-headers.rules.ts';
import type {FileServing} from '../stored-file/file-serving.ts';
import type {FileLink} from '../stored-file/signed-url.ts';
import {drawPlan, planDrawing, type DrawingPlan} from './plan-drawing.ts';

/** So many of the last previews are kept: their picture and their findings are asked for one after the other. */
const mostKept = 20;
/** A page for the web is shown in a frame, where it may do nothing. */
const pagePolicy = "sandbox; default-src 'none'; img-src data: https:; style-src 'unsafe-inline'; font-src data:";

/** Draws previews when their addresses are read. */
export class Previews {
  readonly #serving: FileServing;
  readonly #room: DrawingRoom;
  readonly #drawn = new Map<string, Promise<Drawing>>();

  constructor(serving: FileServing, room: DrawingRoom) {
    this.#serving = serving;
    this.#room = room;
  }

  /**
   * Answers GET and HEAD of the link to a preview: with the picture, or with findings for whoever accepts JSON.
   *
   * @throws ProblemError `file_link_expired`, `file_recalled`, `cobrand_format_unsupported`, `unavailable`.
   */
  async handle(request: Request, link: FileLink): Promise<Response> {
    const {bytes, mediaType, width, height, findings} = await this.#get(link);
    const headers = {...safeHeaders, Vary: 'Accept'};
    if (request.headers.get('Accept')?.includes('application/json')) {
      const found: CobrandPreviewFindings = {findings: [...findings], width, height};
      return Response.json(found, {headers});
    }
    const isPage = mediaType === 'text/html';
    const body = request.method === 'HEAD' ? null : new Uint8Array(bytes);
    return new Response(body, {headers: {...headers, 'Content-Type': isPage ? 'text/html; charset=utf-8' : mediaType, 'Content-Length': String(bytes.length), ...(isPage ? {'Content-Security-Policy': pagePolicy} : {})}});
  }

  async #get(link: FileLink): Promise<Drawing> {
    // Asked each time: what was recalled meanwhile is not shown, drawn or not.
    const plan = await this.#plan(link);
    const key = `${link.tenantId} ${link.fileId}`;
    const drawing = this.#drawn.get(key) ?? this.#draw(plan);
    this.#drawn.set(key, drawing);
    for (const [oldest] of this.#drawn) if (this.#drawn.size > mostKept) this.#drawn.delete(oldest);
    try {
      return await drawing;
    } catch (error) {
      this.#drawn.delete(key);
      if (error instanceof DrawingRoomFull) throw problem('unavailable', {retryAfterS: 1});
      if (error instanceof MaterialBroken) throw problem('cobrand_format_unsupported', {detail: error.message});
      throw error;
    }
  }

  async #plan({tenantId, fileId}: FileLink): Promise<DrawingPlan> {
    const {database, context} = this.#serving;
    const plan = await withTenant(database, tenantId, {context, as: 'system:files', mode: 'read'}, async scope => {
      const preview = await findPreview(scope, fileId);
      if (!preview) throw problem('file_link_expired');
      const {cobrand_template_id: templateId, partner_org_id: partnerOrgId, values, page, size, address} = preview;
      return planDrawing(scope, {templateId, values, partnerOrgId, address, purpose: {kind: 'preview', page, size}});
    });
    if (!plan) throw problem('file_recalled');
    return plan;
  }

  async #draw(plan: DrawingPlan): Promise<Drawing> {
    const {store} = this.#serving;
    const folder = await mkdtemp(join(tmpdir(), 'portico-preview-'));
    try {
      return await drawPlan(store, this.#room, plan, await localFile(store, plan.source.storageKey, folder));
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }
}
