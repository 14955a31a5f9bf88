import {aTimeout, expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {deepAll} from '../base/deep.harness.ts';
import {LeadDeskHarness} from './lead-desk.harness.ts';
import type {LeadDesk} from './lead-desk.ts';

const start = LeadDeskHarness.start;
const heading = (desk: LeadDeskHarness) => desk.find('portico-ui-empty-state').getAttribute('heading');

describe('the states of the lead desk', () => {
  it('shows the shape of the table while the first leads are read', async () => {
    const desk = await start({scenario: 'slow'});
    expect(desk.findAll('.waiting .row').length).to.be.above(8);
    expect(desk.text('.list [role=status]')).to.equal('Reading the leads…');
  });

  it('says how to send the first lead when there is none, and lets one be added', async () => {
    const desk = await start({scenario: 'empty'});
    expect(heading(desk)).to.equal('No leads yet');
    expect(desk.text('portico-ui-empty-state')).to.contain('POST /v1/leads');
    await desk.press('New lead');
    await desk.dialogOpen();
    await desk.fill('Company name', 'First Oy');
    await desk.fill('Need', 'Two cameras');
    desk.dialog?.shadowRoot?.querySelector('portico-ui-button')?.click();
    await desk.until(() => desk.dialog === undefined);
    await desk.until(() => desk.rows.length === 1);
    expect(desk.rows[0]?.textContent).to.contain('First Oy');
    expect(desk.notices).to.contain('The lead was added.');
  });

  it('says that nothing matches, and takes the filters back', async () => {
    const desk = await start({scenario: 'one'});
    await desk.press('Needs attention');
    await desk.until(() => desk.findAll('portico-ui-empty-state').length > 0);
    expect(heading(desk)).to.equal('No lead matches');
    await desk.press('Clear filters', desk.find('portico-ui-empty-state'));
    await desk.until(() => desk.rows.length === 1);
  });

  it('says that the session may not', async () => {
    const desk = await start({scenario: 'forbidden'});
    await desk.until(() => desk.findAll('portico-ui-empty-state').length > 0);
    expect(heading(desk)).to.equal('You cannot see the leads');
  });

  it('refuses a partner’s session without asking for leads', async () => {
    const desk = await start({as: 'partner'});
    await desk.until(() => desk.findAll('portico-ui-empty-state').length > 0);
    expect(heading(desk)).to.equal('You cannot see the leads');
    expect(desk.requests.filter(line => line.includes('/v1/leads'))).to.deep.equal([]);
  });

  it('says that there is no connection, and shows the leads when there is one', async () => {
    const desk = await start({scenario: 'offline'});
    await desk.until(() => desk.findAll('portico-ui-empty-state').length > 0);
    expect(heading(desk)).to.equal('You are offline');
    desk.backend.behaviour.offline = false;
    await desk.press('Try again');
    await desk.until(() => desk.rows.length > 0);
  }).timeout(20_000);

  it('keeps the rows when reading fails later', async () => {
    const desk = await start();
    await desk.until(() => desk.backend.openStreams > 0);
    desk.backend.behaviour.refusal = 'scope_missing';
    desk.backend.cutStreams('reset');
    await desk.until(() => desk.findAll('.note').length > 0);
    expect(desk.rows.length).to.be.above(10);
    desk.backend.behaviour.refusal = null;
    await desk.press('Try again', desk.find('.note'));
    await desk.until(() => desk.findAll('.note').length === 0);
  }).timeout(20_000);

  it('lets the page draw a state in its own way', async () => {
    const desk = await start({scenario: 'empty', content: html`<p slot="empty">Our own words</p>`});
    const slot = desk.find<HTMLSlotElement>('slot[name=empty]');
    expect(slot.assignedElements()[0]?.textContent).to.equal('Our own words');
  });

  it('speaks the language around it', async () => {
    const desk = await start({locale: 'fi'});
    await desk.until(() => desk.text('.head .cell.partner') === 'Kumppani');
    await desk.open(desk.ids[0] ?? '');
    expect(desk.textOf(desk.detail)).to.contain('Tapahtumat');
  });
});

describe('the layout of the lead desk', () => {
  for (const width of [280, 360, 520, 720, 860, 1200]) {
    it(`fits ${width} px, with and without an open lead`, async () => {
      const desk = await start({width, scenario: 'longNames'});
      const fits = () => {
        const {right, left} = desk.element.getBoundingClientRect();
        const wide = deepAll(desk.element, '.row, .filters, .top, .card, .bar, section, h3').filter(each => {
          const box = each.getBoundingClientRect();
          return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
        });
        return wide.map(each => `${each.localName}.${each.className}`);
      };
      expect(fits()).to.deep.equal([]);
      await desk.open(desk.ids[1] ?? '');
      expect(fits()).to.deep.equal([]);
      const list = desk.find('.list').getBoundingClientRect();
      expect(list.width > 0).to.equal(width >= 860);
    });
  }

  it('writes no style attribute that a strict page would refuse', async () => {
    const desk = await start();
    await desk.open(desk.ids[0] ?? '');
    const written = deepAll(desk.element, '[style]').filter(each => !each.hasAttribute('windowed-row') && !each.hasAttribute('windowed-canvas'));
    expect(written).to.deep.equal([]);
  });

  it('grows its rows with the text', async () => {
    const desk = await start();
    const before = desk.rows[0]?.offsetHeight ?? 0;
    desk.element.style.setProperty('--portico-text-scale', '2');
    await aTimeout(100);
    await desk.rest();
    expect(desk.rows[0]?.offsetHeight).to.be.above(before * 1.8);
    expect((desk.rows[1]?.getBoundingClientRect().top ?? 0) - (desk.rows[0]?.getBoundingClientRect().top ?? 0)).to.be.closeTo(desk.rows[0]?.offsetHeight ?? 0, 1);
  });

  it('goes back from an open lead to the list on a narrow screen', async () => {
    const desk = await start({width: 360});
    const [id = ''] = desk.ids;
    const detail = await desk.open(id);
    expect(desk.find('.list').getBoundingClientRect().width).to.equal(0);
    expect(detail.shadowRoot?.activeElement?.localName).to.equal('h3');
    await desk.press('All leads', detail);
    expect(desk.find('.list').getBoundingClientRect().width).to.be.above(0);
  });

  it('waits without a portal and does not throw', async () => {
    const desk = await fixture<LeadDesk>(html`<portico-lead-desk></portico-lead-desk>`);
    await desk.updateComplete;
    expect(desk.shadowRoot?.querySelector('.waiting')).to.not.equal(null);
  });
});
