import {ContextProvider} from '@lit/context';
import type {DraftsOptions, FetchSession} from '@portico/client';
import {html, LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {toErrorEvent} from '../base/mutation.ts';
import {takeOver} from '../base/take-over.ts';
import {whenIdle} from '../base/when-idle.ts';
import {isRightToLeft} from '../strings/direction.ts';
import type {Brand} from '../theme/brand-input.ts';
import {Notices} from './notices.ts';
import {portalContext} from './portal.context.ts';
import {PortalController} from './portal.controller.ts';
import {PortalReadyEvent, SessionExpiredEvent} from './portal.events.ts';
import {portalStyles} from './portal.styles.ts';

/**
 * Connects the widgets inside it to a Portico server: one session, one client, one change feed for all of them, and one language and brand.
 *
 * @tag portico-portal
 * @fires {PortalReadyEvent} portico-ready - The session is there; widgets begin to read.
 * @fires {SessionExpiredEvent} portico-session-expired - The page gave no new session. Sign in again, then call `retry()`.
 * @fires {PorticoErrorEvent} portico-error - Something failed, here or in a widget inside.
 * @slot - The widgets, anywhere below, with any markup of the page between.
 * @csspart notices - The region in which notices appear.
 * @csspart logo - The picture that the page's `brand` names, above the widgets.
 * @cssproperty --portico-color-accent - Every token of the theme can be set here or on any element around.
 */
export class Portal extends LitElement {
  static override styles = portalStyles;

  /** Address of the server, without `/v1`. */
  @property({attribute: 'api-url'}) apiUrl?: string;
  /** Asks the page's backend for a session: resolves to what `POST /v1/embed-sessions` answered there. Called again before each expiry. */
  @property({attribute: false}) fetchSession?: FetchSession;
  /**
   * What is typed and not sent survives a reload, sealed under the secret that the session brings. A page whose backend passes on the token alone gives a
   * secret of its own here, the same for a person in every session.
   */
  @property({attribute: false}) draftSecret?: DraftsOptions['secret'];
  /** Keeps acts on this device while there is no connection, and sends them afterwards. */
  @property({type: Boolean}) outbox = false;
  /** Sends requests instead of the browser's own `fetch`: a server inside the page, or a pretend one. */
  @property({attribute: false}) fetch?: typeof globalThis.fetch;
  /** BCP 47 language of the widgets; that of the page when left out. */
  @property() locale?: string;
  /** `light`, `dark` or `auto` (the visitor's setting); that of the page when left out. */
  @property({reflect: true}) theme?: 'light' | 'dark' | 'auto';
  /**
   * One colour in CSS from which a whole readable theme is made, or more: `#0f766e; second-color: #f59e0b; font-family: Inter, sans-serif; radius: 12px; surfaces: tinted; theme: auto;
   * logo: /logo.svg`, from code also as an object. The programme's own brand when left out; what a stylesheet of the page sets on this element wins over both.
   */
  @property() brand?: string | Brand;

  readonly #provider = new ContextProvider(this, {context: portalContext});
  readonly #notices = new Notices(this);
  #controller: PortalController | undefined;
  #stop: (() => void) | undefined;
  #worn: string | Brand | null | undefined;
  #undress: (() => void) | undefined;
  #dressing: Promise<void> | undefined;
  #saidReady = false;

  /** The portal without its view: client, session, feed. Known once `apiUrl` and `fetchSession` are set. */
  get controller(): PortalController | undefined {
    return this.#controller;
  }

  /** Tries again after a failure, such as when the person has signed in anew. */
  async retry(): Promise<void> {
    await this.#controller?.start();
  }

  /** Ends the session on this page: forgets the token and what was kept on this device for the person. */
  logout(): void {
    this.#controller?.client.session.logout();
    this.#disconnect();
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#connect();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    // Moving the element in the page is a disconnect and a connect in one task: the stream is worth keeping.
    queueMicrotask(() => {
      if (!this.isConnected) this.#disconnect();
    });
  }

  protected override createRenderRoot() {
    return takeOver(this, super.createRenderRoot(), () => this.#dressing);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('locale') && this.locale) {
      this.lang = this.locale;
      this.dir = isRightToLeft(this.locale) ? 'rtl' : 'ltr';
    }
    if (changed.has('brand')) this.#dressing = this.#applyBrand();
    const moved = changed.has('apiUrl') || changed.has('fetch');
    // A new callback does not end the session: frameworks hand over a new function with every render.
    if (moved || !this.fetchSession) this.#disconnect();
    if (moved || changed.has('fetchSession')) this.#connect();
  }

  protected override render() {
    return html`<slot></slot>${this.#notices.render()}`;
  }

  #connect() {
    const {apiUrl, fetchSession, fetch, draftSecret, outbox} = this;
    if (this.#controller || apiUrl === undefined || !fetchSession || !this.isConnected) return;
    // Asked through the element, so that a page may replace the callback without a new session.
    const controller = new PortalController({apiUrl, fetchSession: () => (this.fetchSession ?? fetchSession)(), ...(fetch ? {fetch} : {}), draftSecret, outbox});
    controller.notify = message => void this.#notices.show(message);
    this.#controller = controller;
    this.#saidReady = false;
    let session = controller.client.session.state;
    this.#stop = controller.watch(() => {
      if (controller.ready && controller.me && !this.#saidReady) {
        this.#saidReady = true;
        this.dispatchEvent(new PortalReadyEvent(controller.me));
        void this.#applyBrand();
        whenIdle(() => this.#notices.load().catch(() => {}));
      }
      if (controller.status === 'failed') this.dispatchEvent(toErrorEvent(controller.error, String((controller.error as Error | undefined)?.message ?? '')));
      const before = session;
      session = controller.client.session.state;
      if (session === 'expired' && before !== 'expired') this.dispatchEvent(new SessionExpiredEvent());
    });
    this.#provider.setValue(controller);
    void controller.start();
  }

  #disconnect() {
    this.#stop?.();
    this.#stop = undefined;
    this.#controller?.stop();
    this.#controller = undefined;
    this.#provider.setValue(undefined);
  }

  /** Wears a theme made of the brand, the page's before the programme's. */
  async #applyBrand() {
    const brand = this.brand ?? this.#controller?.me?.brand;
    if (brand === this.#worn) return;
    this.#worn = brand;
    // The default theme is a good one, should the code not come.
    const part = brand ? await import('../theme/dress.ts').catch(() => undefined) : undefined;
    if (brand !== this.#worn) return;
    this.#undress?.();
    this.#undress = brand ? part?.dress(this, brand, brand !== this.brand) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-portal': Portal;
  }
}
