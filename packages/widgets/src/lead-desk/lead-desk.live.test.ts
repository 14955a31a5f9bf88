import {expect} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import {withMotion} from '../base/motion.harness.ts';
import {LeadDeskHarness} from './lead-desk.harness.ts';

const start = LeadDeskHarness.start;

describe('the lead desk while others act', () => {
  withMotion();

  it('shows what a partner does within a second, and marks the row for a moment', async () => {
    const desk = await start();
    const delays: number[] = [];
    for (let acts = 0; acts < 6; acts++) {
      const begun = performance.now();
      const offerId = desk.backend.act.accept();
      const leadId = desk.backend.store.data.offers.get(offerId)?.leadId ?? '';
      await desk.until(() => desk.statusOf(leadId) === 'Accepted');
      delays.push(performance.now() - begun);
      expect(desk.rowOf(leadId).hasAttribute('data-changed')).to.equal(true);
    }
    // The middle ones: a busy machine may hold some of them up.
    expect(delays.toSorted((a, b) => a - b)[3]).to.be.below(1000);
    const marked = desk.rows.find(row => row.hasAttribute('data-changed'))?.dataset['id'] ?? '';
    await desk.until(() => !desk.rowOf(marked).hasAttribute('data-changed'));
  });

  it('shows a lead that arrives at the top, with its count', async () => {
    const desk = await start();
    const count = desk.backend.store.data.leads.values().length;
    const {leadId} = desk.backend.act.newLead({company: {name: 'Arrived Oy'} as never});
    await desk.until(() => desk.ids[0] === leadId);
    expect(desk.rowOf(leadId).hasAttribute('data-changed')).to.equal(true);
    await desk.until(() => desk.find('portico-ui-tabs').shadowRoot?.querySelector('#tab-all')?.textContent?.includes(String(count + 1)) ?? false);
  });

  it('does not mark what this page did itself', async () => {
    const desk = await start({group: 'unplaced'});
    const id = desk.ids.find(each => desk.statusOf(each) === 'Not placed') ?? '';
    await desk.open(id);
    await desk.press('Route by rules', desk.detail);
    await desk.rest();
    expect(desk.notices).to.match(/The rules/);
    expect(desk.rowOf(id).hasAttribute('data-changed')).to.equal(false);
  });

  it('keeps view, focus and selection where they are when leads arrive above', async () => {
    const desk = await start({scenario: 'many'});
    desk.list.scrollTop = 1000;
    await desk.rest();
    const top = desk.list.getBoundingClientRect().top;
    const row = desk.rows.find(each => each.getBoundingClientRect().top > top + 80);
    const id = row?.dataset['id'] ?? '';
    row?.focus();
    await desk.keys('x');
    const place = desk.rowOf(id).getBoundingClientRect().top;
    for (let arrivals = 0; arrivals < 3; arrivals++) desk.backend.act.newLead();
    await desk.until(() => Number(desk.rowOf(id).getAttribute('aria-rowindex')) > 0 && desk.find('[role=grid]').getAttribute('aria-rowcount') === '304');
    await desk.rest();
    expect(Math.abs(desk.rowOf(id).getBoundingClientRect().top - place)).to.be.below(2);
    expect(desk.focusedRow).to.equal(id);
    expect(desk.text('.bulk')).to.contain('1 selected');
  });

  it('keeps the open lead current, its story too', async () => {
    const desk = await start({group: 'working'});
    const id = desk.ids.find(each => desk.statusOf(each) === 'Working') ?? '';
    const detail = await desk.open(id);
    const offer = desk.backend.store.data.offers.values().find(each => each.leadId === id);
    desk.backend.act.logCall(offer?.id, 'They signed in principle.');
    await desk.until(() => desk.textOf(detail).includes('They signed in principle.'));
  });

  it('keeps what is typed on a lead while it changes and while another is looked at', async () => {
    const desk = await start({group: 'working'});
    const [first = '', second = ''] = desk.ids;
    await desk.open(first);
    const area = () => deepAll<HTMLTextAreaElement>(desk.detail, 'textarea')[0];
    const type = (words: string) => {
      const field = area();
      if (field) field.value = words;
      field?.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    };
    type('Half a sentence');
    desk.backend.act.vendorNote();
    await desk.rest();
    expect(area()?.value).to.equal('Half a sentence');
    await desk.open(second);
    expect(area()?.value).to.equal('');
    await desk.open(first);
    expect(area()?.value).to.equal('Half a sentence');
  });

  it('loses nothing when the stream breaks', async () => {
    const desk = await start();
    await desk.until(() => desk.backend.openStreams > 0);
    desk.backend.cutStreams('cut');
    const {leadId} = desk.backend.act.newLead();
    await desk.until(() => desk.ids.includes(leadId));
  });
});
