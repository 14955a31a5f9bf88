import {aTimeout, fixture, nextFrame} from '@open-wc/testing';
import {createMockBackend, mockBoardIds, type MockBackend, type MockBackendOptions, type StandingOptions, systemClock} from '@portico/mocks';
import {html} from 'lit';
import {Portal} from '../portal/portal.ts';
import {addressOf} from './address.harness.ts';
import {defineElement} from './define-element.ts';
import {ElementHarness} from './element.harness.ts';
import type {PortalWidget} from './portal-widget.ts';

defineElement('portico-portal', Portal);

export interface StartOptions extends Omit<MockBackendOptions, 'standing'> {
  /** What people compete with; nothing at all with `null`. */
  standing?: StandingOptions | null;
  /** Attributes of the widget; `board-id` may be the name of a board. */
  attributes?: Readonly<Record<string, string>>;
  /** Width of the page's column, in pixels. */
  width?: number;
  locale?: string;
  theme?: 'light' | 'dark';
  backend?: MockBackend;
  /** Who signs in; somebody of the side by default. */
  personId?: string;
}

/** Late in a quarter, a month and a week, so that all that was done lately is in them. */
const startMs = Date.parse('2026-11-21T12:00:00Z');

/** Drives a widget about points and levels, on a pretend backend of its own. */
export class StandingHarness<Widget extends PortalWidget> extends ElementHarness<Widget> {
  readonly backend: MockBackend;
  readonly portal: Portal;
  /** How many requests were sent. */
  requests = 0;

  constructor(portal: Portal, element: Widget, backend: MockBackend) {
    super(element);
    this.portal = portal;
    this.backend = backend;
  }

  /** Puts a widget, which the test has defined, into the page and waits until it has something to show. */
  static async start<Widget extends PortalWidget>(tag: `portico-${string}`, {width = 1000, locale = 'en', theme = 'light', standing = {}, attributes = {}, backend: given, personId, ...options}: StartOptions = {}): Promise<StandingHarness<Widget>> {
    const began = Date.now();
    const clock = {...systemClock, now: () => startMs + Date.now() - began};
    const backend = given ?? createMockBackend({clock, ...options});
    if (standing && !given) backend.act.standing(standing);
    const column = await fixture<HTMLElement>(html`<main><portico-portal api-url=${addressOf(backend)} locale=${locale} theme=${theme} .fetchSession=${personId === undefined ? backend.fetchSession : backend.fetchSessionAs('vendor', personId)}></portico-portal></main>`);
    column.style.inlineSize = `${width}px`;
    const portal = column.querySelector('portico-portal') as Portal;
    const element = document.createElement(tag) as Widget;
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, attribute === 'board-id' ? (mockBoardIds[value as keyof typeof mockBoardIds] ?? value) : value);
    portal.append(element);
    const harness = new StandingHarness(portal, element, backend);
    portal.fetch = (input, init) => {
      harness.requests++;
      return backend.fetch(input, init);
    };
    if (!backend.behaviour.latencyMs) await harness.until(() => harness.find('.root').children.length > 0 && harness.findAll('portico-ui-skeleton').length === 0);
    await harness.rest();
    return harness;
  }

  /** Waits until something is the case. */
  async until(holds: () => boolean, what = String(holds)): Promise<void> {
    for (let tries = 0; tries < 500; tries++) {
      await this.settled();
      if (holds()) return;
      await aTimeout(20);
    }
    throw new Error(`It did not come to be: ${what}`);
  }

  /** Waits until requests, rendering and measuring have come to rest. */
  async rest(): Promise<void> {
    await aTimeout(40);
    await nextFrame();
    await this.settled();
  }

  async click(selector: string): Promise<void> {
    this.find(selector).click();
    await this.rest();
  }

  /** The text of every element, with single spaces. */
  texts(selector: string): string[] {
    return this.findAll(selector).map(each => (each.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  /** What stands where the content would be. */
  get heading(): string | null {
    return this.find('portico-ui-empty-state').getAttribute('heading');
  }
}
