import {expect, fixture} from '@open-wc/testing';
import {createMockBackend} from '@portico/mocks';
import {html} from 'lit';
import {defineElement} from '../base/define-element.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {PortalController} from '../portal/portal.controller.ts';
import {LeadInboxController} from './lead-inbox.controller.ts';
import {LeadInboxHarness} from './lead-inbox.harness.ts';
import {deadlineOf} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {UrgencyWatch} from './urgency-watch.ts';

/** A page's own inbox: a view of its own on our controller. */
class OwnInbox extends PortalWidget {
  readonly inbox = new LeadInboxController(this);

  protected override render() {
    return html`${this.inbox.list.items.map(offer => html`<button @click=${() => this.inbox.acts.run('accept', [offer])}>${offer.teaser.title}</button>`)}`;
  }
}

describe('the inbox without our view', () => {
  it('lists, opens and accepts in an element of the page', async () => {
    defineElement('own-inbox', OwnInbox);
    const backend = createMockBackend();
    const portal = new PortalController({apiUrl: 'http://mock.test', fetch: backend.fetch as typeof fetch, fetchSession: backend.fetchSession});
    const own = await fixture<OwnInbox>(html`<own-inbox .portal=${portal}></own-inbox>`);
    await portal.start();
    while (own.inbox.list.status !== 'ready') await new Promise(resolve => setTimeout(resolve, 10));
    await own.updateComplete;
    const [first] = own.inbox.list.items;
    expect(own.renderRoot.querySelectorAll('button')).to.have.length(6);
    own.renderRoot.querySelector('button')?.click();
    while (backend.store.data.offers.get(first?.id ?? '')?.status !== 'accepted') await new Promise(resolve => setTimeout(resolve, 10));
    portal.stop();
  });
});

describe('the inbox and its page', () => {
  it('opens the lead that a link names, whatever its tab', async () => {
    const first = await LeadInboxHarness.start();
    const working = [...first.backend.store.data.offers.values()].find(({status}) => status === 'working');
    first.element.offerId = working?.id;
    await first.until(() => first.findAll('.card').length === 1);
    expect(first.openTitle).not.to.equal('');
  });

  it('leaves opening to the page when it says so', async () => {
    const inbox = await LeadInboxHarness.start();
    const seen: string[] = [];
    inbox.element.addEventListener('portico-lead-offer-select', event => {
      seen.push(event.detail.offer?.id ?? '');
      event.preventDefault();
    });
    const [id] = inbox.ids;
    await inbox.clickRow(0);
    expect(seen).to.deep.equal([id]);
    expect(inbox.element.offerId).to.equal(undefined);
  });

  it('tells the page when an act was carried out, and when it was not', async () => {
    const inbox = await LeadInboxHarness.start();
    const heard: string[] = [];
    inbox.element.addEventListener('portico-lead-offer-action-done', ({detail}) => heard.push(`done ${detail.action} ${detail.offer.status}`));
    inbox.element.addEventListener('portico-error', ({detail}) => heard.push(`error ${detail.code}`));
    await inbox.clickRow(0);
    await inbox.click('[data-act=accept]');
    await inbox.until(() => heard.length === 1);
    await inbox.clickRow(1);
    inbox.backend.behaviour.refusal = 'forbidden';
    await inbox.click('[data-act=accept]');
    await inbox.until(() => heard.length === 2);
    expect(heard).to.deep.equal(['done accept accepted', 'error forbidden']);
  });

  it('says nothing itself of a failure that the page takes over', async () => {
    const inbox = await LeadInboxHarness.start();
    inbox.element.addEventListener('portico-error', event => event.preventDefault());
    await inbox.clickRow(0);
    const [id = ''] = inbox.ids;
    inbox.backend.behaviour.refusal = 'forbidden';
    await inbox.click('[data-act=accept]');
    await inbox.until(() => inbox.findAll('[data-act=accept]').length === 1);
    expect(inbox.notices).to.equal('');
    expect(inbox.element.inbox.acts.failureOf(id)).to.equal(undefined);
  });

  it('keeps the leads and says what to do when the session ends for good', async () => {
    const inbox = await LeadInboxHarness.start();
    const expired: string[] = [];
    inbox.portal.addEventListener('portico-session-expired', event => expired.push(event.type));
    inbox.portal.fetchSession = async () => null;
    await inbox.settled();
    inbox.backend.endSessions();
    await inbox.clickRow(0);
    await inbox.until(() => inbox.findAll('.note').length > 0);
    expect(inbox.text('.note')).to.contain('Your session has ended.');
    expect(inbox.rows).to.have.length(6);
    expect(expired).to.deep.equal(['portico-session-expired']);
  });
});

describe('urgency', () => {
  it('is said once, when it begins, and never with every tick', async () => {
    const harness = await LeadInboxHarness.start();
    const {element} = harness;
    const text = {date: () => 'Fri 14:00', duration: () => '1 hr', term: (key: string, ...values: string[]) => [key, ...values].join(' ')} as unknown as InboxView['text'];
    const said: string[] = [];
    let now = element.portal?.now() ?? 0;
    let tick = () => {};
    const portal = {now: () => now, tick: (listener: () => void) => ((tick = listener), () => {})};
    const host = {portal, requestUpdate() {}} as unknown as PortalWidget;
    const view = {inbox: element.inbox, text, say: (words: string) => void said.push(words)} as unknown as InboxView;
    const watch = new UrgencyWatch(host, view);
    watch.hostUpdate();
    const calm = element.inbox.list.items.find(offer => (deadlineOf(offer)?.dueAt ?? 0) - now > 3 * 3_600_000);
    const due = (calm && deadlineOf(calm)?.dueAt) ?? 0;
    tick();
    expect(said).to.deep.equal([]);
    now = due - 3_600_000;
    tick();
    now += 20_000;
    tick();
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('1 hr');
  });
});
