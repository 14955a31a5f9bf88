import {aTimeout, expect} from '@open-wc/testing';
import {verifyReceipt} from '@portico/contract/receipt-proof';
import {DealRegistrationHarness, type StartOptions} from './deal-registration.harness.ts';
import type {DealRegistrationSubmittedEvent} from './deal-registration.events.ts';

const isSubmit = ({url}: Request) => url.endsWith('/submit');
const submitted = (form: DealRegistrationHarness) => form.backend.store.data.deals.values().filter(({customer, status}) => customer.name === 'Fresh Customer Oy' && status === 'submitted');

/** Fills everything in and accepts the terms. */
async function completed(options: StartOptions = {}): Promise<DealRegistrationHarness> {
  const form = await DealRegistrationHarness.start(options);
  await form.complete();
  await form.tick('terms');
  await form.saved();
  return form;
}

describe('portico-deal-registration, the submission', function () {
  this.timeout(60_000);
  afterEach(() => DealRegistrationHarness.forgetAll());

  it('takes effect once when its answer is lost', async () => {
    let lost = 0;
    const form = await completed({
      async intercept(request, answer) {
        const response = await answer();
        if (isSubmit(request) && lost++ < 2) throw new TypeError('Failed to fetch');
        return response;
      },
    });
    await form.click('.submit');
    await form.click('.submit');
    await form.until(() => form.element.deal.status === 'done');
    expect(lost).to.equal(3);
    expect(new Set(form.sent.filter(({line}) => line.endsWith('/submit')).map(({key}) => key)).size).to.equal(1);
    expect(submitted(form)).to.have.length(1);
    expect(form.backend.store.receipts.placesOf(form.element.deal.registration?.id ?? '')).to.have.length(1);
  });

  it('finds its receipt after a reload when nobody knows whether it arrived', async () => {
    const form = await completed();
    form.intercept = async (request, answer) => {
      const response = await answer();
      // A server that does not answer in time is not asked again and again here.
      if (isSubmit(request)) return new Response('{}', {status: 503, headers: {'retry-after': '100'}});
      return response;
    };
    await form.click('.submit');
    await form.until(() => form.element.deal.keeper?.isUncertain === true && !form.element.deal.isSubmitting);
    expect(form.text('.note')).to.contain('We do not know whether it arrived.');
    form.portal.remove();
    await aTimeout(50);
    const again = await DealRegistrationHarness.start({backend: form.backend});
    await again.until(() => again.element.deal.status === 'done');
    expect(submitted(again)).to.have.length(1);
    expect([...form.sent, ...again.sent].filter(({line}) => line.endsWith('/submit')).every(({key}, _, all) => key === all[0]?.key)).to.equal(true);
  });

  it('waits on the device when there is no connection, survives a reload, and is taken back when somebody wants that', async () => {
    const form = await DealRegistrationHarness.start();
    await form.complete();
    await form.tick('terms');
    form.backend.behaviour.offline = true;
    await form.goTo('customer');
    await form.fill('contact.firstName', 'Aino');
    await form.goTo('review');
    await form.click('.submit');
    await form.until(() => form.element.deal.keeper?.isToBeSubmitted === true && !form.element.deal.isSubmitting);
    expect(form.findAll('.note').map(({textContent}) => textContent).join()).to.contain('It is submitted as soon as there is a connection.').and.not.contain('It was not submitted');
    await form.click('[data-act=do-not-submit]');
    expect(form.findAll('[data-act=do-not-submit]')).to.have.length(0);
    await form.click('.submit');
    await form.until(() => form.element.deal.keeper?.isToBeSubmitted === true && !form.element.deal.isSubmitting);
    form.portal.remove();
    await aTimeout(50);
    form.backend.behaviour.offline = false;
    const again = await DealRegistrationHarness.start({backend: form.backend});
    await again.until(() => again.element.deal.status === 'done');
    expect(submitted(again).map(({contact}) => contact.firstName)).to.deep.equal(['Aino']);
    expect([...form.sent, ...again.sent].filter(({line}) => line.endsWith('/submit'))).to.have.length(1);
  });

  it('sends what was typed after a submission that did not arrive, as one submission', async () => {
    const form = await completed();
    form.intercept = (request, answer) => (isSubmit(request) ? Promise.resolve(new Response('{}', {status: 503, headers: {'retry-after': '100'}})) : answer());
    await form.click('.submit');
    await form.until(() => form.element.deal.keeper?.isUncertain === true && !form.element.deal.isSubmitting);
    form.intercept = undefined;
    await form.goTo('customer');
    await form.fill('contact.lastName', 'Typed afterwards');
    await form.goTo('review');
    await form.click('.submit');
    await form.until(() => form.element.deal.status === 'done');
    expect(submitted(form).map(({contact}) => contact.lastName)).to.deep.equal(['Typed afterwards']);
  });

  it('tells the page before and after, and obeys its no', async () => {
    const form = await completed();
    let allowed = false;
    const told: string[] = [];
    form.element.addEventListener('portico-deal-registration-submit', event => {
      told.push(event.detail.value.customer.name ?? '');
      if (!allowed) event.preventDefault();
    });
    let done: DealRegistrationSubmittedEvent | undefined;
    form.element.addEventListener('portico-deal-registration-submitted', event => (done = event));
    await form.click('.submit');
    expect(form.count(/\/submit$/)).to.equal(0);
    allowed = true;
    await form.click('.submit');
    await form.until(() => done !== undefined);
    expect(told).to.deep.equal(['Fresh Customer Oy', 'Fresh Customer Oy']);
    expect(done?.detail.registration.number).to.equal(done?.detail.receipt.statement.number);
    expect((await verifyReceipt(done?.detail.receipt as never)).valid).to.equal(true);
  });

  it('shows number, server time in the partner’s zone and place, gives the receipt as a file, and begins another', async () => {
    const form = await completed();
    await form.click('.submit');
    await form.until(() => form.findAll('.receipt').length === 1);
    const {statement} = form.element.deal.receipt ?? {};
    const at = new Intl.DateTimeFormat('en', {hour: 'numeric', minute: '2-digit', second: '2-digit', timeZone: 'Europe/Helsinki'}).format(new Date(statement?.submittedAt ?? 0));
    expect(form.text('.receipt').replace(/\u202f/g, ' ')).to.contain(statement?.number).and.contain(at.replace(/\u202f/g, ' ')).and.contain('Nobody is ahead of you');
    const clicked: HTMLAnchorElement[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      clicked.push(this);
    };
    await form.click('[data-act=download]');
    HTMLAnchorElement.prototype.click = click;
    expect(clicked[0]?.download).to.equal(`${statement?.number}.receipt.json`);
    expect(await (await fetch(clicked[0]?.href ?? '')).json()).to.deep.equal(JSON.parse(JSON.stringify(form.element.deal.receipt)));
    await form.click('[data-act=start-over]');
    await form.until(() => form.element.deal.status === 'form');
    expect(form.field('customer.name').value).to.equal('');
  });

  it('says in words that the level’s capacity is used up, and keeps the draft', async () => {
    const form = await completed({
      prepare: ({store}) => {
        const {dealPolicy} = store.data.program;
        store.data.program = {...store.data.program, dealPolicy: {...dealPolicy, levelBenefits: store.data.program.levels.map(({id}) => ({levelId: id, marginPercent: null, priceList: null, capacity: 0, mdfPercent: null}))}};
      },
    });
    expect(form.text('.note')).to.contain('You have as many open registrations');
    await form.click('.submit');
    await form.until(() => form.findAll('.note[data-tone=danger]').length === 1);
    expect(form.text('.note[data-tone=danger]')).to.contain('It was not submitted. You have as many open registrations as your level allows.');
    expect(form.element.deal.status).to.equal('form');
  });

  it('says that the organisation has registered the customer already', async () => {
    const form = await DealRegistrationHarness.start();
    await form.complete({website: 'https://oulufoundry.example'});
    await form.tick('terms');
    form.intercept = (request, answer) =>
      isSubmit(request)
        ? Promise.resolve(new Response(JSON.stringify({type: 'urn:portico:problem:deal_already_yours', title: 'x', status: 409, code: 'deal_already_yours', instance: 'urn:uuid:1', requestId: '1'}), {status: 409, headers: {'content-type': 'application/problem+json'}}))
        : answer();
    await form.click('.submit');
    await form.until(() => form.findAll('.note[data-tone=danger]').length === 1);
    expect(form.text('.note[data-tone=danger]')).to.contain('Your organisation has registered this customer');
  });
});
