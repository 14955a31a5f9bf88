import {ContextConsumer} from '@lit/context';
import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {portalContext} from '../portal/portal.context.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import {wordsLoaded} from '../strings/strings.ts';
import {takeOver} from './take-over.ts';

/**
 * What every widget is: an element that finds the portal around it. It renders its pending view until there is one, and renders again when the portal's
 * status, the person or the connection change.
 */
export abstract class PortalWidget extends LitElement {
  /** Rows of 44 px (`comfortable`, the default) or 36 px (`compact`). */
  @property({reflect: true}) density?: 'comfortable' | 'compact';

  readonly #context = new ContextConsumer(this, {context: portalContext, subscribe: true, callback: () => this.#follow()});
  #own: PortalController | undefined;
  #followed: PortalController | undefined;
  #stop: (() => void) | undefined;

  readonly #askAgain = (event: Event) => {
    if ((event as Event & {readonly context?: unknown}).context === portalContext) this.#context.hostConnected();
  };

  /** The portal in use: the one set here, else the nearest one around the element. */
  @property({attribute: false})
  get portal(): PortalController | undefined {
    return this.#own ?? this.#context?.value;
  }
  set portal(portal: PortalController | undefined) {
    this.#own = portal;
    this.#follow();
  }

  override connectedCallback() {
    super.connectedCallback();
    // A portal that is defined or inserted after its widgets announces itself.
    document.addEventListener('context-provider', this.#askAgain);
    this.#follow();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('context-provider', this.#askAgain);
    this.#stop?.();
    this.#stop = undefined;
    this.#followed = undefined;
  }

  protected override createRenderRoot() {
    return takeOver(this, super.createRenderRoot(), wordsLoaded);
  }

  /** Called whenever the portal tells of a change; the widget renders afterwards. */
  protected portalChanged(): void {}

  #follow() {
    const portal = this.isConnected ? this.portal : undefined;
    if (portal !== this.#followed) {
      this.#stop?.();
      this.#followed = portal;
      this.#stop = portal?.watch(() => {
        this.portalChanged();
        this.requestUpdate();
      });
    }
    this.portalChanged();
    this.requestUpdate();
  }
}
