import type {EvidenceFile} from '@portico/contract';
import type {ReactiveController} from 'lit';
import type {PortalWidget} from '../../base/portal-widget.ts';

/** Types that a browser shows without running anything. */
const viewable: ReadonlySet<EvidenceFile['mediaType']> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp']);

/** Whether a file can be looked at in the browser. */
export function isViewable({mediaType}: EvidenceFile): boolean {
  return viewable.has(mediaType);
}

/** Brings files of evidence to the reader: in a tab of their own, or to keep. */
export class EvidenceFetch implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #fetching = new Set<string>();

  constructor(host: PortalWidget) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#fetching.clear();
  }

  /** Whether a file is on its way. */
  isFetching(id: string): boolean {
    return this.#fetching.has(id);
  }

  /**
   * Fetches a file and hands it to the browser.
   *
   * @throws What the client throws.
   */
  async open(file: EvidenceFile, how: 'view' | 'download'): Promise<void> {
    const client = this.#host.portal?.client;
    if (!client || this.#fetching.has(file.id)) return;
    this.#fetching.add(file.id);
    this.#host.requestUpdate();
    try {
      const {downloadEvidence} = await import('@portico/client/evidence-upload');
      hand(await downloadEvidence(client, {id: file.id}), file, how);
    } finally {
      this.#fetching.delete(file.id);
      this.#host.requestUpdate();
    }
  }
}

function hand(blob: Blob, file: EvidenceFile, how: 'view' | 'download') {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  if (how === 'download' || !isViewable(file)) link.download = file.fileName;
  else link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
