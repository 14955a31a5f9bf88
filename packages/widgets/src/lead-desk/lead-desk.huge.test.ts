import {expect} from '@open-wc/testing';
import {LeadDeskHarness} from './lead-desk.harness.ts';

describe('the lead desk with 100,000 leads', () => {
  it('reads a hundred thousand leads by pages and draws only those in view', async () => {
    const desk = await LeadDeskHarness.start({scenario: 'huge'});
    expect(desk.find('[role=grid]').getAttribute('aria-rowcount')).to.equal('100001');
    for (let tries = 0; tries < 200 && desk.list.rows.length < 300; tries++) {
      desk.list.scrollTop = desk.list.scrollHeight;
      await desk.rest();
    }
    expect(desk.list.rows.length).to.be.at.least(300);
    expect(desk.rows.length).to.be.below(90);
    expect(desk.rows.at(-1)?.textContent?.trim()).not.to.equal('');
  }).timeout(90_000);
});
