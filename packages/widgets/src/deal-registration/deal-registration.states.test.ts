import {expect} from '@open-wc/testing';
import '../strings/deal-registration-form.strings.ts';
import '../strings/deal-registration-later.strings.ts';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import {DealRegistrationHarness} from './deal-registration.harness.ts';

describe('portico-deal-registration, states', function () {
  this.timeout(60_000);
  afterEach(() => DealRegistrationHarness.forgetAll());

  it('takes every word from its tables', async () => {
    const restore = usePseudoLocale();
    const form = await DealRegistrationHarness.start({locale: pseudoLocale});
    // Once more, for the tables that came with the fields.
    usePseudoLocale();
    const data = ['Fresh Customer Oy', 'Virta', 'Cameras for line 2', /^Aurora.*$/, /^(\w+\.)?[\w-]+\.example$/, 'virta@freshcustomer.example', 'Is the budget approved?', /^DR-\d+$/, /^Up to.*$/];
    const countries = form.field('customer.country').options.map(({label}) => label);
    const check = (where: string) => expect(forgottenWords(form.element, {data: [...data, ...countries]}), where).to.deep.equal([]);
    await form.click('.next');
    await form.until(() => form.summary.length > 0);
    check('customer');
    await form.complete();
    await form.saved();
    check('review');
    await form.tick('terms');
    await form.click('.submit');
    await form.until(() => form.findAll('.receipt').length === 1);
    check('receipt');
    restore();
  });

  it('says what is the case where there is no form, and comes back', async () => {
    const form = await DealRegistrationHarness.start({scenario: 'forbidden'});
    expect(form.element.deal.status).to.equal('forbidden');
    const failing = await DealRegistrationHarness.start({
      intercept: (request, answer) => (request.url.endsWith('/deal-form') ? Promise.resolve(new Response('{}', {status: 501})) : answer()),
    });
    expect(failing.find<HTMLElement & {heading: string}>('portico-ui-empty-state').heading).to.equal('The form could not be read');
    failing.intercept = undefined;
    await failing.click('portico-ui-empty-state button');
    await failing.until(() => failing.element.deal.status === 'form');
  });

  it('moves nothing when answers come', async () => {
    const form = await DealRegistrationHarness.start({width: 360});
    const top = () => form.field('contact.phone').getBoundingClientRect().top;
    const before = top();
    await form.type('customer.website', 'nksteel.example');
    await form.until(() => form.claim.includes('Protected'));
    await form.saved();
    expect(top()).to.equal(before);
  });

  it('goes on where it was when it is moved in the page, with one draft', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('customer.name', 'Moved Oy');
    const parent = form.element.parentElement;
    form.element.remove();
    parent?.append(form.element);
    await form.until(() => form.element.deal.status === 'form');
    expect(form.field('customer.name').value).to.equal('Moved Oy');
    await form.saved();
    expect(form.count('POST /v1/deal-registrations')).to.equal(1);
  });
});
