import type {ChangeEvent} from '@portico/contract';
import {problem} from './problem.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

const heartbeatMs = 15_000;

/** The open streams of one backend. */
export class ChangeStreams {
  readonly #store: Store;
  readonly #open = new Set<(last: string | null) => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Answers `GET /v1/events`. */
  open(request: Request, viewer: Viewer): Response {
    const store = this.#store;
    const header = request.headers.get('last-event-id');
    if (header !== null && !(/^\d+$/.test(header) && Number(header) <= store.changes.length)) throw problem('last_event_id_invalid');
    let sent = header === null ? store.changes.length : Number(header);
    const encoder = new TextEncoder();
    // `null`: the reader has gone, and there is nothing to write or close.
    let end = (_last: string | null) => {};
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
        const stop = store.onChange(flush);
        end = last => {
          if (!this.#open.delete(end)) return;
          stop();
          cancelBeat();
          if (last === null) return;
          if (last) write(last);
          controller.close();
        };
        this.#open.add(end);
        write(`retry: 3000\nid: ${sent}\nevent: ready\ndata: {}\n\n`);
        flush();
      },
      cancel: () => end(null),
    });
    request.signal.addEventListener('abort', () => end(''));
    return new Response(body, {headers: {'content-type': 'text/event-stream', 'cache-control': 'no-store'}});
  }

  /** Ends every stream. */
  closeAll(last: 'cut' | 'reset' | 'reauth' | 'drain'): void {
    for (const end of this.#open) end(last === 'cut' ? '' : `event: ${last}\ndata: {}\n\n`);
  }
}

/** Whether a change is told to this reader: a partner hears of its own offers and of entries that it may read. */
function mayHear({data, written}: Store, viewer: Viewer, {resource, resourceId}: ChangeEvent): boolean {
  if (viewer.side === 'vendor') return written.get(resourceId)?.visibility !== 'partner_internal';
  const isOwn = (offerId: string | null | undefined) => data.offers.get(offerId ?? '')?.partnerOrgId === viewer.partnerOrgId;
  if (resource === 'lead_offer') return isOwn(resourceId);
  const entry = written.get(resourceId);
  if (resource === 'activity') return entry !== undefined && entry.visibility !== 'vendor_internal' && isOwn(entry.leadOfferId);
  if (resource === 'deal_registration') return data.dealRegistrations.get(resourceId)?.partnerOrg.id === viewer.partnerOrgId;
  if (resource === 'partner_org') return resourceId === viewer.partnerOrgId;
  return resource === 'person' || resource === 'program';
}
