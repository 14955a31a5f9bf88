import type {ChangeEvent} from '@portico/contract';
import {isOfManager, mayReadDeal} from './deal-access.ts';
import {problem} from './problem.ts';
import type {ChangeAudience, Store} from './store.ts';
import type {Viewer} from './viewer.ts';

const heartbeatMs = 15_000;

interface OpenStream {
  /** `null`: the reader has gone, and there is nothing to write or close. */
  end(last: string | null): void;
  /** Goes on with other rows: everything is to be read again. */
  restart(): void;
}

/** The open streams of one backend. */
export class ChangeStreams {
  #store: Store;
  readonly #open = new Set<OpenStream>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Answers `GET /v1/events`. */
  open(request: Request, viewer: Viewer): Response {
    let store = this.#store;
    const header = request.headers.get('last-event-id');
    if (header !== null && !(/^\d+$/.test(header) && Number(header) <= store.changes.length)) throw problem('last_event_id_invalid');
    let sent = header === null ? store.changes.length : Number(header);
    const encoder = new TextEncoder();
    let stream: OpenStream | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        const write = (text: string) => controller.enqueue(encoder.encode(text));
        const flush = () => {
          for (const change of store.changes.slice(sent)) {
            sent = change.id;
            if (mayHear(store, viewer, change)) write(`id: ${change.id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
          }
        };
        const beat = () => {
          write(':\n\n');
          cancelBeat = store.clock.after(heartbeatMs, beat);
        };
        let cancelBeat = store.clock.after(heartbeatMs, beat);
        let stop = store.onChange(flush);
        const own: OpenStream = {
          end: last => {
            if (!this.#open.delete(own)) return;
            stop();
            cancelBeat();
            if (last === null) return;
            if (last) write(last);
            controller.close();
          },
          restart: () => {
            stop();
            store = this.#store;
            sent = store.changes.length;
            stop = store.onChange(flush);
            write(`id: ${sent}\nevent: reset\ndata: {}\n\n`);
          },
        };
        stream = own;
        this.#open.add(own);
        write(`retry: 3000\nid: ${sent}\nevent: ready\ndata: {}\n\n`);
        flush();
      },
      cancel: () => stream?.end(null),
    });
    request.signal.addEventListener('abort', () => stream?.end(''));
    return new Response(body, {headers: {'content-type': 'text/event-stream', 'cache-control': 'no-store'}});
  }

  /** Goes on with other rows. */
  moveTo(store: Store): void {
    this.#store = store;
    for (const stream of this.#open) stream.restart();
  }

  /** Ends every stream. */
  closeAll(last: 'cut' | 'reset' | 'reauth' | 'drain'): void {
    for (const stream of this.#open) stream.end(last === 'cut' ? '' : `event: ${last}\ndata: {}\n\n`);
  }
}

/** Whether a change is told to this reader: a partner hears of its own offers and of entries that it may read. */
function mayHear(store: Store, viewer: Viewer, {id, resource, resourceId}: ChangeEvent): boolean {
  const {data, written} = store;
  if (resource === 'deal_registration') return mayHearOfDeal(store, viewer, resourceId, store.audiences.get(id) ?? {});
  if (viewer.side === 'vendor') return written.get(resourceId)?.visibility !== 'partner_internal';
  const isOwn = (offerId: string | null | undefined) => data.offers.get(offerId ?? '')?.partnerOrgId === viewer.partnerOrgId;
  if (resource === 'lead_offer') return isOwn(resourceId);
  const entry = written.get(resourceId);
  if (resource === 'activity') return entry !== undefined && entry.visibility !== 'vendor_internal' && isOwn(entry.leadOfferId);
  if (resource === 'conflict_case') return viewer.seesWholeOrg && (store.audiences.get(id)?.onlyPartnerOrgId ?? viewer.partnerOrgId) === viewer.partnerOrgId && [data.conflicts.get(resourceId)?.firstOrgId, data.conflicts.get(resourceId)?.secondOrgId].includes(viewer.partnerOrgId ?? '');
  if (resource === 'points_entry' || resource === 'level_change') return store.audiences.get(id)?.onlyPartnerOrgId === viewer.partnerOrgId;
  if (['asset', 'share_link', 'print_order', 'collateral_embed', 'cobrand', 'challenge', 'challenge_entry', 'badge', 'badge_award', 'reward', 'redemption'].includes(resource)) return (store.audiences.get(id)?.partnerOrgIds ?? []).includes(viewer.partnerOrgId ?? '');
  if (resource === 'partner_org') return resourceId === viewer.partnerOrgId;
  return resource === 'person' || resource === 'program' || resource === 'deal_form';
}

/** Whoever may read a registration hears of it, and whoever could until now. */
function mayHearOfDeal(store: Store, viewer: Viewer, id: string, {side, partnerOrgId, personId}: ChangeAudience): boolean {
  if (side !== undefined && side !== viewer.side) return false;
  const deal = store.data.deals.get(id);
  if (!deal) return false;
  // A draft that was submitted before leaves the vendor's lists when it is taken back.
  if (viewer.side === 'vendor') return mayReadDeal(store, viewer, deal) || (deal.number !== null && isOfManager(store, viewer, deal.partnerOrgId));
  if (side === 'partner' && deal.partnerOrgId !== viewer.partnerOrgId) return false;
  return mayReadDeal(store, viewer, deal) || (partnerOrgId !== undefined && partnerOrgId === viewer.partnerOrgId) || (typeof personId === 'string' && personId === viewer.person?.id);
}
