import {expect} from '@open-wc/testing';
import {partnerOrgExamples} from '@portico/contract/examples';
import {createMockBackend, type MockBackend} from '@portico/mocks';
import {sendKeys} from '@web/test-runner-commands';
import {DealRegistrationHarness} from './deal-registration.harness.ts';

describe('portico-deal-registration, filled in', function () {
  this.timeout(60_000);
  afterEach(() => DealRegistrationHarness.forgetAll());

  it('is filled in and submitted by keyboard alone', async () => {
    const form = await DealRegistrationHarness.start();
    const type = async (text: string) => sendKeys({type: text});
    const next = async (times = 1) => {
      for (let count = 0; count < times; count++) await sendKeys({press: 'Tab'});
    };
    form.field('customer.website').focus();
    await type('keyboard-customer.example');
    await next();
    await type('Fresh Customer Oy');
    await next();
    await type('Fin');
    await next(2);
    await type('Virta');
    await next();
    await type('virta@keyboard-customer.example');
    await form.until(() => form.claim.includes('Free to register'));
    await form.press('Enter');
    await form.until(() => form.element.deal.step === 'deal');
    expect((form.focused as HTMLElement | null)?.id).to.equal('step-title');
    await next();
    await type('Keyboard deal');
    await next(2);
    await form.press('Enter');
    await form.until(() => form.focusedField === 'lines.0.product');
    await type('Aurora V');
    await next(2);
    await type('1250');
    await form.settled();
    expect(form.text('.sum')).to.equal('Total €1,250');
    await form.goTo('deal');
    form.field('expectedCloseOn').focus();
    await type('03312027');
    await form.saved();
    form.find('.next').focus();
    await form.press('Enter');
    await form.until(() => form.element.deal.step === 'evidence');
    form.find('.next').focus();
    await form.press('Enter');
    await form.until(() => form.element.deal.step === 'review');
    form.find('portico-ui-checkbox[data-field=terms]').focus();
    await form.press('Space');
    form.find('.submit').focus();
    await form.press('Enter');
    await form.until(() => form.element.deal.status === 'done');
    const {registration} = form.element.deal;
    expect(registration).to.deep.include({name: 'Keyboard deal', expectedCloseOn: '2027-03-31', estimatedAmount: {amountMinor: 125_000, currency: 'EUR'}});
    expect(registration?.customer).to.deep.include({name: 'Fresh Customer Oy', country: 'FI', website: 'keyboard-customer.example'});
  });

  it('says what is missing above the fields and beside them, and leads there', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('contact.email', 'nobody@half');
    await form.click('.next');
    await form.until(() => form.summary.length > 0);
    expect(form.summary).to.deep.equal([
      'Website: Fill in this field.',
      'Company: Fill in this field.',
      'Country: Fill in this field.',
      'Last name: Fill in this field.',
      'E-mail: Write an e-mail address like name@example.com.',
    ]);
    const summary = form.find('portico-ui-error-summary');
    expect(form.focused === summary, 'the focus is on the summary').to.equal(true);
    expect(form.errorOf('customer.name')).to.equal('Fill in this field.');
    await expect(form.portal).to.be.accessible();
    summary.shadowRoot?.querySelector<HTMLElement>('[data-issue="customer.country"]')?.click();
    await form.until(() => form.focusedField === 'customer.country');
    await form.fill('customer.country', 'SE');
    expect(form.summary).to.have.length(4);
    expect(form.element.deal.step).to.equal('customer');
  });

  it('says what the server found, at its field', async () => {
    const form = await DealRegistrationHarness.start();
    await form.complete();
    await form.tick('terms');
    form.intercept = (request, answer) =>
      request.url.endsWith('/submit')
        ? Promise.resolve(
            new Response(JSON.stringify({type: 'urn:portico:problem:input_invalid', title: 'x', status: 422, code: 'input_invalid', instance: 'urn:uuid:1', requestId: '1', errors: [{pointer: '/customer/taxId', code: 'required', message: 'Needed.'}]}), {
              status: 422,
              headers: {'content-type': 'application/problem+json'},
            }),
          )
        : answer();
    await form.click('.submit');
    await form.until(() => form.summary.length > 0);
    expect(form.summary).to.deep.equal(['Tax ID: Fill in this field.']);
    form.find('portico-ui-error-summary').shadowRoot?.querySelector<HTMLElement>('button')?.click();
    await form.until(() => form.focusedField === 'customer.taxId');
    expect(form.errorOf('customer.taxId')).to.equal('Fill in this field.');
  });

  it('tells whether the customer is free while a domain is typed, and nothing else', async () => {
    const form = await DealRegistrationHarness.start();
    await form.type('customer.website', 'nksteel.example');
    await form.until(() => form.claim !== 'Checking…' && !form.claim.includes('enough'));
    expect(form.claim).to.equal('Protected for another partner Understood as nksteel.example');
    expect(form.text('.claim')).to.not.contain('Bergmann').and.not.contain('Nordkarelia');
    expect(form.find('.claim').getAttribute('aria-live')).to.equal('polite');
    expect(form.count('POST /v1/claim-checks'), 'one check for one pause').to.be.at.most(2);
    await form.fill('customer.website', 'tampere-paperworks.example');
    await form.until(() => form.claim.startsWith('Already a customer'));
    form.intercept = (request, answer) => (request.url.endsWith('/claim-checks') ? Promise.reject(new TypeError('Failed to fetch')) : answer());
    await form.fill('customer.website', 'elsewhere.example');
    await form.until(() => form.claim.includes('Cannot be checked right now. You can go on.'));
    expect(form.field('customer.website').value).to.equal('elsewhere.example');
  });

  it('shows the vendor’s own fields in the reader’s language when others say so', async () => {
    const form = await DealRegistrationHarness.start({locale: 'fi'});
    await form.goTo('deal');
    expect(form.has('answers.budget_approved')).to.equal(true);
    expect(form.has('answers.budget_from')).to.equal(false);
    await form.tick('answers.budget_approved');
    expect(form.field('answers.budget_from').label).to.equal('Kenen budjetista?');
    expect(form.field('answers.budget_from').help).to.equal('Helps us to find the right price list.');
    await form.fill('answers.budget_from', 'it');
    await form.saved();
    expect(form.element.deal.registration?.answers.map(({key, value}) => [key, value])).to.deep.equal([['budget_approved', true], ['budget_from', 'it']]);
  });

  it('counts in any currency by its own minor units', async () => {
    const form = await DealRegistrationHarness.start();
    await form.goTo('deal');
    await form.click('button[data-field=lines]');
    await form.fill('lines.0.product', 'Aurora Edge');
    await form.fill('lines.0.quantity', '3');
    await form.fill('lines.currency', 'JPY');
    await form.fill('lines.0.price', '1,250,000');
    await form.fill('lines.0.discount', '2.5');
    expect(form.text('.sum')).to.equal('Total ¥3,656,250');
    await form.fill('lines.currency', 'KWD');
    await form.fill('lines.0.price', '12.345');
    await form.saved();
    expect(form.element.deal.registration?.lines).to.deep.equal([{product: 'Aurora Edge', quantity: 3, unitPrice: {amountMinor: 12_345, currency: 'KWD'}, discountPercent: 2.5}]);
    expect(form.element.deal.registration?.estimatedAmount).to.deep.equal({amountMinor: 36_109, currency: 'KWD'});
  });

  it('begins with what the page brings, or with a lead', async () => {
    const brought = await DealRegistrationHarness.start({attributes: {domain: 'brought.example', company: 'Brought Oy', country: 'se'}});
    expect([brought.field('customer.website').value, brought.field('customer.name').value, brought.field('customer.country').value]).to.deep.equal(['brought.example', 'Brought Oy', 'SE']);
    expect(brought.count('POST /v1/deal-registrations'), 'nothing is saved before somebody types').to.equal(0);
    await brought.until(() => brought.claim.startsWith('Free to register'));
    const {offers, leads} = brought.backend.store.data;
    const offer = offers.values().find(({status, partnerOrgId}) => status === 'working' && partnerOrgId === partnerOrgExamples.lumen.id);
    const form = await DealRegistrationHarness.start({backend: brought.backend, attributes: {leadOfferId: offer?.id ?? ''}});
    const lead = leads.get(offer?.leadId ?? '');
    expect(form.field('customer.name').value).to.equal(lead?.company.name);
    await form.fill('contact.jobTitle', 'Buyer').catch(() => form.fill('contact.lastName', 'Buyer'));
    await form.saved();
    expect(form.element.deal.registration?.leadOfferId).to.equal(offer?.id);
    expect(form.element.deal.registration?.name).to.equal(lead?.title);
  });

  it('lets only those fields be changed that the vendor asks for, with the comment on top', async () => {
    const backend = createMockBackend();
    const form = await DealRegistrationHarness.start({backend, attributes: {dealRegistrationId: requestedOf(backend)}});
    expect(form.steps).to.equal('[What is asked] Review');
    expect(form.text('.request')).to.contain('Please attach the tender notice and check the tax id.').and.contain('Answer by');
    expect(form.findAll('portico-ui-field').map(field => field.dataset['field'])).to.deep.equal(['customer.taxId']);
    expect(form.has('evidence')).to.equal(true);
    await form.fill('customer.taxId', 'DE123456789');
    await form.goTo('review');
    if (form.has('terms')) await form.tick('terms');
    await form.click('.submit');
    await form.until(() => form.element.deal.status === 'done');
    expect(form.element.deal.registration?.status).to.equal('submitted');
    expect(form.sent.filter(({line}) => line.startsWith('PATCH')).map(({body}) => body)).to.deep.equal([{customer: {taxId: 'DE123456789'}}]);
  });
});

/** The registration about which the vendor asks for evidence. */
function requestedOf({store}: MockBackend): string {
  const deal = store.data.deals.values().find(({infoRequest, status}) => status === 'action_required' && infoRequest?.fields.includes('evidence'));
  if (!deal) throw new Error('The story has no such registration.');
  return deal.id;
}
