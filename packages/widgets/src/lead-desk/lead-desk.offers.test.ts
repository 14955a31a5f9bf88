import {expect} from '@open-wc/testing';
import {createClient} from '@portico/client';
import {partnerOrgExamples} from '@portico/contract/examples';
import {LeadDeskHarness} from './lead-desk.harness.ts';

const start = LeadDeskHarness.start;

/** The section under a heading of the open lead. */
function section(desk: LeadDeskHarness, id: string): string {
  return desk.textOf(desk.detail?.shadowRoot?.querySelector(`section[aria-labelledby=${id}]`));
}

describe('the offers of a lead on the desk', () => {
  it('asks for earlier offers only where there are some', async () => {
    const desk = await start();
    const {leadId} = desk.backend.act.newLead();
    await desk.until(() => desk.ids.includes(leadId));
    await desk.open(leadId);
    expect(desk.requests.filter(line => line.endsWith('/offers'))).to.deep.equal([]);
    expect(section(desk, 'earlier')).to.equal('');
  });

  it('tells with whom the lead was, how long, and why no more, as it happens', async () => {
    const desk = await start();
    const {leadId, leadOfferId} = desk.backend.act.newLead();
    await desk.until(() => desk.ids.includes(leadId));
    await desk.open(leadId);
    desk.backend.act.withdraw(leadOfferId);
    await desk.until(() => section(desk, 'offer').startsWith('Last partner'));
    const client = desk.portal.controller!.client;
    const {version} = await client.leads.get({id: leadId});
    const other = Object.values(partnerOrgExamples).find(({id, partnership}) => id !== partnerOrgExamples.lumen.id && partnership.status === 'active')!;
    await client.leads.offer({id: leadId, version, partnerOrgId: other.id});
    await desk.until(() => section(desk, 'earlier').includes(partnerOrgExamples.lumen.name));
    expect(section(desk, 'earlier')).to.match(/Withdrawn/i).and.to.match(/customer/i).and.to.match(/\d{4}/);
    expect(section(desk, 'offer')).to.contain(other.name);
    expect(section(desk, 'earlier')).to.not.contain(other.name);
  });

  it('tells who else has the lead now, apart from who had it', async () => {
    const desk = await start();
    const {leadId, leadOfferId} = desk.backend.act.newLead();
    await desk.until(() => desk.ids.includes(leadId));
    desk.backend.act.withdraw(leadOfferId);
    const client = desk.portal.controller!.client;
    const two = Object.values(partnerOrgExamples).filter(({id}) => id !== partnerOrgExamples.lumen.id).slice(0, 2);
    for (const {id} of two) {
      const {version} = await client.leads.get({id: leadId});
      await client.leads.offer({id: leadId, version, partnerOrgId: id, exclusive: false, override: true, comment: 'Both asked for it.'});
    }
    await desk.open(leadId);
    await desk.until(() => section(desk, 'also') !== '');
    expect(two.filter(({name}) => section(desk, 'also').includes(name)), 'one is the present offer, the other stands here').to.have.length(1);
    expect(section(desk, 'earlier')).to.contain(partnerOrgExamples.lumen.name);
    expect(section(desk, 'also')).to.not.contain(partnerOrgExamples.lumen.name);
  });

  it('shows what the partner plans, and that nothing is planned', async () => {
    const desk = await start({group: 'working'});
    const {data} = desk.backend.store;
    const offer = data.offers.values().find(({leadId, partnerOrgId, status}) => desk.ids.includes(leadId) && partnerOrgId === partnerOrgExamples.lumen.id && status === 'working')!;
    const partner = createClient({apiUrl: 'http://mock.test', fetchSession: desk.backend.fetchSessionAs('partner'), fetch: request => desk.backend.fetch(request)});
    const plan = async (nextStep: {text: string; dueOn: string} | null) => partner.leadOffers.setNextStep({id: offer.id, version: (await partner.leadOffers.get({id: offer.id})).version, nextStep});
    await desk.open(offer.leadId);
    await plan({text: 'Visit the plant', dueOn: '2027-01-15'});
    await desk.until(() => section(desk, 'offer').includes('Visit the plant'));
    expect(section(desk, 'offer')).to.match(/Next step Visit the plant · Fri,? (Jan 15|15 Jan)/);
    await plan(null);
    await desk.until(() => section(desk, 'offer').includes('Nothing planned yet'));
  });
});
