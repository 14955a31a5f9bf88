import {expect} from '@open-wc/testing';
import {DealRegistrationHarness} from './deal-registration.harness.ts';

describe('portico-deal-registration in a form of the page', function () {
  this.timeout(60_000);
  afterEach(() => DealRegistrationHarness.forgetAll());

  const start = async () => {
    const form = await DealRegistrationHarness.start({inForm: true});
    const page = form.portal.querySelector('form') as HTMLFormElement;
    const sent: (string | null)[] = [];
    page.addEventListener('submit', event => {
      event.preventDefault();
      sent.push(new FormData(page).get('deal') as string | null);
    });
    return {form, page, sent};
  };

  it('keeps the page’s form back while something is missing, and says what', async () => {
    const {form, page, sent} = await start();
    expect(form.element.form === page).to.equal(true);
    expect(page.checkValidity()).to.equal(false);
    page.querySelector('button')?.click();
    await form.until(() => form.summary.length > 0);
    expect(sent).to.deep.equal([]);
    expect(form.count(/submit$/)).to.equal(0);
  });

  it('submits with the page’s button, and then lets the page’s form go out with the id', async () => {
    const {form, page, sent} = await start();
    await form.complete();
    await form.tick('terms');
    await form.saved();
    expect(form.element.validity.valid).to.equal(true);
    page.querySelector('button')?.click();
    await form.until(() => sent.length > 0);
    expect(form.element.deal.status).to.equal('done');
    expect(sent).to.deep.equal([form.element.deal.registration?.id]);
    expect(form.count(/submit$/)).to.equal(1);
    page.querySelector('button')?.click();
    expect(sent).to.have.length(2);
    expect(form.count(/submit$/)).to.equal(1);
  });

  it('is switched off and begun anew by the page', async () => {
    const {form, page} = await start();
    await form.fill('customer.name', 'Reset Oy');
    await form.saved();
    form.element.disabled = true;
    await form.settled();
    expect(form.findAll('portico-ui-field').every(field => (field as HTMLElement & {disabled: boolean}).disabled)).to.equal(true);
    form.element.disabled = false;
    page.reset();
    await form.until(() => form.element.deal.status === 'form' && form.field('customer.name').value === '');
  });

  it('goes on with the draft that the browser restores', async () => {
    const {form} = await start();
    await form.fill('customer.name', 'Restored Oy');
    await form.saved();
    const {id = ''} = form.element.deal.registration ?? {};
    await DealRegistrationHarness.forgetAll();
    const again = await DealRegistrationHarness.start({backend: form.backend});
    again.element.formStateRestoreCallback(id);
    await again.until(() => again.element.deal.registration?.id === id);
    await again.until(() => again.field('customer.name').value === 'Restored Oy');
  });

  it('has a value that can be read and set', async () => {
    const {form} = await start();
    form.element.value = {name: 'From the page', lines: [{product: 'Aurora Flow', quantity: 2, unitPrice: null, discountPercent: 0}]};
    await form.fill('customer.name', 'Valued Oy');
    await form.saved();
    const value = form.element.value;
    expect([value.name, value.lines?.[0]?.product, value.customer?.name]).to.deep.equal(['From the page', 'Aurora Flow', 'Valued Oy']);
    expect(form.element.deal.registration?.name).to.equal('From the page');
  });
});
