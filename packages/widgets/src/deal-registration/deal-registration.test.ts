import {expect} from '@open-wc/testing';
import {DealRegistrationHarness} from './deal-registration.harness.ts';

describe('portico-deal-registration', function () {
  this.timeout(30_000);
  afterEach(() => DealRegistrationHarness.forgetAll());

  it('asks for at most eight things on the first page', async () => {
    const form = await DealRegistrationHarness.start();
    const visible = form.findAll('portico-ui-field').filter(field => field.checkVisibility() && !field.closest('details'));
    expect(visible.map(field => field.dataset['field'])).to.deep.equal(['customer.website', 'customer.name', 'customer.country', 'contact.firstName', 'contact.lastName', 'contact.email', 'contact.phone']);
    expect(form.steps).to.equal('[Customer] Deal Evidence Review');
    expect(form.field('customer.website').renderRoot.querySelector('input')?.autocomplete).to.equal('section-customer url');
  });

  it('is submitted once it is filled in, and shows the receipt', async () => {
    const form = await DealRegistrationHarness.start();
    await form.complete();
    await form.tick('terms');
    await form.click('.submit');
    await form.until(() => form.element.deal.status === 'done');
    await form.until(() => form.findAll('.receipt').length === 1);
    expect(form.text('.receipt')).to.match(/DR-\d{6}/).and.contain('First in line');
    expect(form.count(/^POST .*\/submit$/)).to.equal(1);
    expect(form.count('POST /v1/deal-registrations')).to.equal(1);
    await form.until(() => (form.focused as HTMLElement | null)?.id === 'receipt-title');
    const {registration} = form.element.deal;
    expect(registration?.estimatedAmount).to.deep.equal({amountMinor: 2_550_000, currency: 'EUR'});
    expect(registration?.status).to.equal('submitted');
  });
});
