import {aTimeout, expect, fixture} from '@open-wc/testing';
import {createMockBackend} from '@portico/mocks';
import {html} from 'lit';
import {defineElement} from '../base/define-element.ts';
import type {PorticoErrorEvent} from '../base/error.event.ts';
import {Portal} from './portal.ts';
import type {PortalReadyEvent} from './portal.events.ts';
import {type CountingWidget, PortalHarness} from './portal.harness.ts';

const three = html`<div><test-counting-widget></test-counting-widget></div>
  <section><test-counting-widget></test-counting-widget><p><test-counting-widget></test-counting-widget></p></section>`;

describe('the portal', () => {
  it('gives one client, one session and one stream to all widgets inside it', async () => {
    const harness = await PortalHarness.start({content: three});
    await harness.live();
    expect(harness.sessions).to.equal(1);
    expect(harness.count('GET /me')).to.equal(1);
    expect(harness.backend.openStreams).to.equal(1);
    expect(new Set(harness.widgets.map(({portal}) => portal)).size).to.equal(1);
    expect(harness.shown).to.deep.equal(Array(3).fill(`${harness.widgets[0]?.counts.value?.new} new`));
  });

  it('has each widget read once, and again when something changes', async () => {
    const harness = await PortalHarness.start({content: three});
    await harness.live();
    expect(harness.count('GET /lead-offers/counts')).to.equal(3);
    const before = harness.widgets[0]?.counts.value?.new ?? 0;
    harness.backend.act.newLead();
    await harness.until(() => harness.shown.every(text => text === `${before + 1} new`));
    expect(harness.count('GET /lead-offers/counts')).to.equal(6);
  });

  it('misses nothing that happens between the first reading and the stream', async () => {
    const harness = await PortalHarness.start();
    await harness.until(() => harness.shown[0]?.endsWith('new') === true);
    const before = harness.widgets[0]?.counts.value?.new ?? 0;
    // Whether the stream is open by now or not.
    harness.backend.act.newLead();
    await harness.until(() => harness.shown[0] === `${before + 1} new`);
  });

  it('says who is there, once', async () => {
    const harness = await PortalHarness.start();
    const ready: string[] = [];
    harness.element.addEventListener('portico-ready', ({detail}: PortalReadyEvent) => ready.push(detail.me.person?.name ?? ''));
    await harness.live();
    await harness.element.retry();
    expect(ready).to.deep.equal(['Aino Virtanen']);
  });

  it('takes another callback without a new session', async () => {
    const harness = await PortalHarness.start();
    await harness.live();
    const {controller} = harness.element;
    harness.element.fetchSession = harness.backend.fetchSession;
    await harness.settled();
    expect(harness.element.controller === controller).to.equal(true);
    expect(harness.sessions).to.equal(1);
  });
});

describe('a portal without a session', () => {
  it('says so, and tries again when it is asked to', async () => {
    let signedIn = false;
    const backend = createMockBackend();
    const harness = await PortalHarness.start({
      backend,
      fetchSession: async () => (signedIn ? backend.fetchSession() : null),
    });
    const {detail} = await harness.next<PorticoErrorEvent>('portico-error');
    expect(detail.code).to.equal('session_unavailable');
    expect(harness.element.controller?.status).to.equal('failed');
    expect(backend.openStreams).to.equal(0);
    signedIn = true;
    // At once, as a page may from within its handler.
    await harness.element.retry();
    await harness.until(() => harness.shown[0]?.endsWith('new') === true);
    expect(harness.element.controller?.status).to.equal('ready');
  });

  it('tells the page when it ends and there is no new one, and keeps what is on screen', async () => {
    let signedIn = true;
    const backend = createMockBackend();
    const harness = await PortalHarness.start({backend, fetchSession: async () => (signedIn ? backend.fetchSession() : null)});
    await harness.live();
    const before = harness.shown;
    const expired: Event[] = [];
    harness.element.addEventListener('portico-session-expired', event => expired.push(event));
    signedIn = false;
    backend.endSessions();
    await harness.element.controller?.client.me.get({}).catch(() => undefined);
    await harness.until(() => expired.length === 1);
    await aTimeout(100);
    expect(expired.length).to.equal(1);
    expect(harness.shown).to.deep.equal(before);
    signedIn = true;
    await harness.element.retry();
    backend.act.newLead();
    await harness.until(() => harness.shown[0] !== before[0]);
  });

  it('forgets the person on logout, and lets go of stream and widgets', async () => {
    const harness = await PortalHarness.start();
    await harness.live();
    const session = harness.element.controller?.client.session;
    harness.element.logout();
    expect(session?.state).to.equal('none');
    expect(session?.current).to.equal('');
    expect(harness.element.controller).to.equal(undefined);
    expect(harness.widgets[0]?.portal).to.equal(undefined);
    await harness.until(() => harness.backend.openStreams === 0);
  });
});

describe('a portal in the page', () => {
  it('takes the properties that were set before it was defined, and the widgets that were there before it', async () => {
    const backend = createMockBackend();
    const tag = 'test-late-portal';
    const portal = Object.assign(document.createElement(tag), {
      apiUrl: 'http://mock.test',
      fetch: backend.fetch,
      fetchSession: backend.fetchSession,
      locale: 'ar',
    });
    const widget = document.createElement('test-counting-widget');
    portal.append(widget);
    const column = await fixture(html`<div></div>`);
    column.append(portal);
    await widget.updateComplete;
    expect(widget.renderRoot.textContent).to.contain('pending');
    defineElement(tag, Portal);
    const harness = new PortalHarness(portal as unknown as Portal, backend);
    await harness.until(() => harness.shown[0]?.endsWith('new') === true);
    expect(portal.dir).to.equal('rtl');
  });

  it('keeps its session and stream when it is moved', async () => {
    const harness = await PortalHarness.start();
    await harness.live();
    const {controller} = harness.element;
    const elsewhere = await fixture<HTMLElement>(html`<article></article>`);
    elsewhere.append(harness.element);
    await aTimeout(50);
    expect(harness.element.controller === controller).to.equal(true);
    expect(controller?.live).to.equal(true);
    expect([harness.sessions, harness.backend.openStreams]).to.deep.equal([1, 1]);
    const before = harness.shown;
    harness.backend.act.newLead();
    await harness.until(() => harness.shown[0] !== before[0], 'still hears of changes');
  });

  it('lets a moved widget follow the portal that is around it now', async () => {
    const first = await PortalHarness.start({scenario: 'one'});
    const second = await PortalHarness.start({scenario: 'empty', content: html`<div></div>`});
    await first.live();
    const [widget] = first.widgets;
    second.element.append(widget as CountingWidget);
    await second.until(() => second.shown[0] === '0 new');
    expect(widget?.portal === second.element.controller).to.equal(true);
  });

  it('shares nothing with another portal on the page', async () => {
    const partner = await PortalHarness.start();
    const other = await PortalHarness.start({scenario: 'empty', apiUrl: 'http://other.test'});
    await Promise.all([partner.live(), other.live()]);
    expect([partner.sessions, other.sessions]).to.deep.equal([1, 1]);
    expect([partner.backend.openStreams, other.backend.openStreams]).to.deep.equal([1, 1]);
    expect(other.shown).to.deep.equal(['0 new']);
    other.element.logout();
    const before = partner.shown;
    partner.backend.act.newLead();
    await partner.until(() => partner.shown[0] !== before[0]);
  });

  it('has one stream together with another portal of the same person', async () => {
    const first = await PortalHarness.start();
    await first.live();
    const second = await PortalHarness.start({backend: first.backend});
    await second.live();
    expect(first.backend.openStreams).to.equal(1);
    const before = second.shown;
    first.backend.act.newLead();
    await second.until(() => second.shown[0] !== before[0]);
    first.element.remove();
    await second.until(() => first.backend.openStreams === 1 && second.element.controller?.live === true);
    const then = second.shown;
    first.backend.act.newLead();
    await second.until(() => second.shown[0] !== then[0]);
  });

  it('sets language and direction, of itself and so of the widgets', async () => {
    const harness = await PortalHarness.start({locale: 'ar'});
    await harness.settled();
    expect([harness.element.lang, harness.element.dir]).to.deep.equal(['ar', 'rtl']);
    harness.element.locale = 'fi';
    await harness.settled();
    expect([harness.element.lang, harness.element.dir]).to.deep.equal(['fi', 'ltr']);
  });

  it('leaves nothing behind, however often it comes and goes', async () => {
    const harness = await PortalHarness.start();
    await harness.live();
    harness.element.remove();
    await harness.until(() => harness.backend.openStreams === 0);
    await aTimeout(300);
    const left = watchLeftovers();
    const column = await fixture<HTMLElement>(html`<div></div>`);
    try {
      for (let round = 0; round < 200; round++) {
        const portal = document.createElement('portico-portal');
        portal.append(document.createElement('test-counting-widget'));
        harness.connect({portal});
        column.append(portal);
        // At every stage: before it renders, while it connects, while it reads, and live.
        if (round % 4 > 0) await portal.updateComplete;
        if (round % 4 === 2) await aTimeout(5);
        if (round % 40 === 3) await harness.until(() => portal.controller?.live === true);
        portal.remove();
      }
      await harness.until(() => harness.backend.openStreams === 0, 'every stream is closed');
      await harness.until(() => left.count() === 0, `nothing is left: ${left.names().join(', ')}`);
    } finally {
      left.stop();
    }
  });
});

/** Counts listeners of the page and timers that are set from now on and not taken back. */
function watchLeftovers() {
  const left = new Map<object, string>();
  const {setTimeout, clearTimeout, setInterval, clearInterval} = window;
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const timers = new Map<number, object>();
  const listeners = new Map<unknown, object>();
  const note = (name: string) => {
    const entry = {};
    left.set(entry, name);
    return entry;
  };
  const forget = (entry: object | undefined) => entry && left.delete(entry);
  const timer = (set: (run: () => void, ms?: number) => number, once: boolean) => (run: () => void, ms?: number) => {
    const id: number = set(() => {
      if (once) forget(timers.get(id));
      run();
    }, ms);
    // What tests wait with is no leftover.
    timers.set(id, note(`timer of ${ms} ms`));
    return id;
  };
  const clear = (unset: (id?: number) => void) => (id?: number) => {
    forget(timers.get(id ?? 0));
    unset(id);
  };
  Object.assign(window, {
    setTimeout: timer(setTimeout.bind(window) as never, true),
    setInterval: timer(setInterval.bind(window) as never, false),
    clearTimeout: clear(clearTimeout.bind(window)),
    clearInterval: clear(clearInterval.bind(window)),
  });
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (this === window || this === document) {
      const entry = note(`listener for ${type}`);
      listeners.set(listener, entry);
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (signal) addEventListener.call(signal, 'abort', () => forget(entry));
    }
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (this === window || this === document) forget(listeners.get(listener));
    removeEventListener.call(this, type, listener, options);
  };
  const restore = Object.assign;
  return {
    count: () => left.size,
    names: () => [...new Set(left.values())],
    stop() {
      restore(window, {setTimeout, clearTimeout, setInterval, clearInterval});
      restore(EventTarget.prototype, {addEventListener, removeEventListener});
    },
  };
}
