import {toJson} from '@portico/client';
import type {CobrandPreviewFindings, ZoneFinding, ZoneValues} from '@portico/contract';
import type {ReactiveController} from 'lit';
import type {PortalWidget} from './portal-widget.ts';

/** Milliseconds without a key until a picture is asked for. */
const restMs = 300;

/** What the picture is of. */
export interface Shown {
  readonly templateId: string;
  readonly values: ZoneValues;
  readonly page: number;
  /** For vendor staff: whose brand; a made-up partner's unless said. */
  readonly partnerOrgId?: string | undefined;
  /** Of the template: after a change it is drawn anew. */
  readonly version?: number;
}

/** The picture of a copy while it is typed: asked for when the typing rests, and the last one stays until the next is there. */
export class LivePreview implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #shown: () => Shown | undefined;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();
  /** Address of the picture, or of the page for HTML material. */
  url = '';
  isPage = false;
  waiting = false;
  /** Address of the picture that has arrived. */
  #drawn = '';
  findings: readonly ZoneFinding[] = [];
  error: unknown;
  /** The page around the widget lets nothing of the files' address into a frame. */
  isFrameRefused = false;

  constructor(host: PortalWidget, shown: () => Shown | undefined) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('securitypolicyviolation', this.#frameRefused);
  }

  hostUpdated() {
    const shown = this.#shown();
    const asked = shown ? toJson(shown) : '';
    if (asked === this.#asked) return;
    const isFirst = this.#asked === '';
    this.#asked = asked;
    clearTimeout(this.#timer);
    this.#abort.abort();
    if (!shown) {
      this.url = '';
      this.findings = [];
      return;
    }
    this.#timer = setTimeout(() => void this.#draw(shown), isFirst ? 0 : restMs);
  }

  hostDisconnected() {
    document.removeEventListener('securitypolicyviolation', this.#frameRefused);
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#asked = '';
  }

  /** Whether what is shown is not yet what was typed. */
  get isBehind(): boolean {
    return this.waiting || (this.#drawn !== this.url && !(this.isPage && this.isFrameRefused)) || this.url === '';
  }

  /** The picture has arrived. */
  drawn(url: string) {
    this.#drawn = url;
    this.#host.requestUpdate();
  }

  /** The address is too old, or its answer was lost: a fresh one. */
  again() {
    this.#asked = ' ';
    this.#host.requestUpdate();
  }

  // A frame that was refused says nothing itself: it loads a page of the browser's.
  readonly #frameRefused = ({effectiveDirective, blockedURI}: SecurityPolicyViolationEvent) => {
    if (effectiveDirective !== 'frame-src' || !this.isPage || !this.url.startsWith(blockedURI)) return;
    this.isFrameRefused = true;
    this.#host.requestUpdate();
  };

  async #draw({templateId, values, page, partnerOrgId}: Shown) {
    const client = this.#host.portal?.client;
    if (!client) return;
    const abort = (this.#abort = new AbortController());
    const {signal} = abort;
    this.waiting = true;
    this.#host.requestUpdate();
    try {
      const preview = await client.cobrands.preview({templateId, values, page, ...(partnerOrgId && {partnerOrgId})}, {signal});
      if (signal.aborted) return;
      this.url = preview.url;
      this.isPage = preview.mediaType === 'text/html';
      this.findings = preview.findings;
      this.error = undefined;
      this.#host.requestUpdate();
      // What only drawing shows: text that does not fit, a logo that stands out too little.
      const answer = await client.connection.fetch(new Request(preview.url, {headers: {accept: 'application/json'}, signal}));
      if (answer.ok && answer.headers.get('content-type')?.includes('json')) this.findings = ((await answer.json()) as CobrandPreviewFindings).findings;
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    if (abort !== this.#abort) return;
    this.waiting = false;
    this.#host.requestUpdate();
  }
}
