import {aTimeout, fixture} from '@open-wc/testing';
import {createMockBackend, type MockBackend, type MockBackendOptions} from '@portico/mocks';
import type {LeadOfferCounts} from '@portico/contract';
import {html, type TemplateResult} from 'lit';
import {addressOf} from '../base/address.harness.ts';
import {defineElement} from '../base/define-element.ts';
import {ElementHarness} from '../base/element.harness.ts';
import {LiveQuery} from '../base/live-query.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {Portal} from './portal.ts';

/** The smallest widget: it counts the leads of each tab. */
export class CountingWidget extends PortalWidget {
  readonly counts: LiveQuery<[], LeadOfferCounts> = new LiveQuery<[], LeadOfferCounts>(this, {
    args: () => [],
    read: ({client}, _, signal) => client.leadOffers.counts({}, {signal}),
    refreshOn: 'lead_offer',
  });

  protected override render() {
    return this.counts.render({
      pending: () => html`pending`,
      complete: ({new: fresh}) => html`${fresh} new`,
      error: () => html`failed`,
    });
  }
}

defineElement('portico-portal', Portal);
defineElement('test-counting-widget', CountingWidget);

declare global {
  interface HTMLElementTagNameMap {
    'test-counting-widget': CountingWidget;
  }
}

export interface PortalStart extends MockBackendOptions {
  /** In place of one small widget. */
  content?: TemplateResult;
  backend?: MockBackend;
  apiUrl?: string;
  /** In place of the backend's own. */
  fetchSession?: Portal['fetchSession'];
  locale?: string;
  brand?: string;
}

/** Drives a portal in a test, on a pretend backend of its own. */
export class PortalHarness extends ElementHarness<Portal> {
  readonly backend: MockBackend;
  /** Method and path of every request since the start. */
  readonly requests: string[] = [];
  /** How often the page was asked for a session. */
  sessions = 0;

  constructor(portal: Portal, backend: MockBackend) {
    super(portal);
    this.backend = backend;
  }

  /** Puts a portal into the page; it begins to connect. */
  static async start({content, backend: given, apiUrl, fetchSession, locale, brand, ...options}: PortalStart = {}): Promise<PortalHarness> {
    const backend = given ?? createMockBackend(options);
    const portal = await fixture<Portal>(html`<portico-portal>${content ?? html`<test-counting-widget></test-counting-widget>`}</portico-portal>`);
    const harness = new PortalHarness(portal, backend);
    harness.connect({fetchSession, apiUrl});
    if (locale !== undefined) portal.locale = locale;
    if (brand !== undefined) portal.brand = brand;
    return harness;
  }

  /** Gives the portal what it needs to connect. */
  connect({fetchSession = this.backend.fetchSession, apiUrl = addressOf(this.backend), portal = this.element}: {fetchSession?: Portal['fetchSession']; apiUrl?: string | undefined; portal?: Portal} = {}) {
    portal.fetch = (input, init) => {
      const request = new Request(input, init);
      this.requests.push(`${request.method} ${new URL(request.url).pathname.slice(3)}`);
      return this.backend.fetch(request);
    };
    portal.fetchSession = () => {
      this.sessions++;
      return fetchSession();
    };
    portal.apiUrl = apiUrl;
  }

  get widgets(): CountingWidget[] {
    return [...this.element.querySelectorAll<CountingWidget>('test-counting-widget')];
  }

  /** What the widgets show. */
  get shown(): string[] {
    return this.widgets.map(({renderRoot}) => (renderRoot.textContent ?? '').trim());
  }

  /** How often something was requested. */
  count(request: string): number {
    return this.requests.filter(each => each === request).length;
  }

  /** Resolves with the next event of a type. */
  next<T extends Event>(type: string): Promise<T> {
    return new Promise(resolve => {
      this.element.addEventListener(type, event => resolve(event as T), {once: true});
    });
  }

  /** Waits until something is the case. */
  async until(holds: () => boolean, what = String(holds)): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if (holds()) return;
      await aTimeout(20);
    }
    throw new Error(`It did not come to be: ${what}`);
  }

  /** Waits until the stream is open and nothing more is being read. */
  async live(): Promise<void> {
    await this.until(() => this.element.controller?.live === true, 'live');
    await aTimeout(150);
  }
}
