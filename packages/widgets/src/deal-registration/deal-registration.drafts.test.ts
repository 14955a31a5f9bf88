import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {DealRegistrationHarness} from './deal-registration.harness.ts';

/** Writes what is typed down and takes the form out of the page, as closing the tab does: without a goodbye to the server. */
async function crash(form: DealRegistrationHarness): Promise<void> {
  await aTimeout(260);
  await (await form.portal.controller?.openDrafts())?.flush();
  form.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  form.portal.remove();
}

const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const drafts = (form: DealRegistrationHarness) => form.backend.store.data.deals.values().filter(({name, status}) => status === 'draft' && (name === 'Cameras' || name === 'Typed' || name === null)).filter(({customer}) => customer.name?.startsWith('Draft '));

describe('portico-deal-registration, the draft', function () {
  this.timeout(60_000);

  afterEach(() => DealRegistrationHarness.forgetAll());

  it('is made at the server by the first input, once, and follows what is typed', async () => {
    const form = await DealRegistrationHarness.start();
    expect(form.saveState).to.equal('');
    expect(form.count('POST /v1/deal-registrations')).to.equal(0);
    await form.type('customer.name', 'Draft One Oy');
    await form.saved();
    expect(form.saveState).to.equal('Draft saved');
    await form.type('contact.lastName', 'Virta');
    await form.saved();
    expect(form.count('POST /v1/deal-registrations')).to.equal(1);
    const patches = form.sent.filter(({line}) => line.startsWith('PATCH'));
    expect(patches.at(-1)).to.deep.include({version: '"1"', body: {contact: {lastName: 'Virta'}}});
    expect(drafts(form).map(({customer, contact}) => [customer.name, contact.lastName])).to.deep.equal([['Draft One Oy', 'Virta']]);
  });

  it('comes back after a crash, with what had not reached the server', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('customer.name', 'Draft Two Oy');
    await form.saved();
    form.intercept = offline;
    await form.type('contact.firstName', 'Aino');
    await form.fill('contact.email', 'aino@half');
    await crash(form);
    const again = await DealRegistrationHarness.start({backend: form.backend});
    expect(again.field('customer.name').value).to.equal('Draft Two Oy');
    expect(again.field('contact.firstName').value).to.equal('Aino');
    expect(again.field('contact.email').value, 'what no server would keep is kept here').to.equal('aino@half');
    expect(again.text('.note')).to.contain('You began this earlier.');
    await again.saved();
    expect(again.count('POST /v1/deal-registrations')).to.equal(0);
    expect(drafts(again).map(({contact}) => contact.firstName)).to.deep.equal(['Aino']);
  });

  it('makes one draft when the answer to the first save was lost, and after a crash then', async () => {
    const form = await DealRegistrationHarness.start({
      async intercept(request, answer) {
        const response = await answer();
        if (request.method === 'POST' && request.url.endsWith('/deal-registrations')) throw new TypeError('Failed to fetch');
        return response;
      },
    });
    await form.fill('customer.name', 'Draft Three Oy');
    await form.until(() => form.count('POST /v1/deal-registrations') > 1);
    await form.fill('contact.lastName', 'Later');
    await crash(form);
    const again = await DealRegistrationHarness.start({backend: form.backend});
    await again.saved();
    const keys = new Set([...form.sent, ...again.sent].filter(({line}) => line === 'POST /v1/deal-registrations').map(({key}) => key));
    expect(keys.size).to.equal(1);
    expect(drafts(again).map(({contact}) => contact.lastName)).to.deep.equal(['Later']);
  });

  it('says truly where it is while there is no connection, and catches up when there is', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('customer.name', 'Draft Four Oy');
    await form.saved();
    form.intercept = offline;
    await form.fill('contact.lastName', 'Ilves');
    await form.until(() => form.element.deal.keeper?.state === 'device');
    expect(form.saveState).to.contain('Saved on this device');
    await form.type('contact.firstName', 'Typing goes on');
    form.intercept = undefined;
    globalThis.dispatchEvent(new Event('online'));
    await form.saved();
    expect(drafts(form).map(({contact}) => [contact.firstName, contact.lastName])).to.deep.equal([['Typing goes on', 'Ilves']]);
  });

  it('loses no key while the session is renewed', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('customer.name', 'Draft Five Oy');
    await form.saved();
    form.field('contact.lastName').focus();
    for (const part of ['Aal', 'ton', 'en-', 'Vir', 'ta']) {
      form.backend.endSessions();
      await sendKeys({type: part});
      await aTimeout(150);
    }
    await form.saved();
    expect(form.field('contact.lastName').value).to.equal('Aaltonen-Virta');
    expect(form.focusedField).to.equal('contact.lastName');
    expect(drafts(form).map(({contact}) => contact.lastName)).to.deep.equal(['Aaltonen-Virta']);
  });

  it('takes the newer version when somebody else changed it, keeps what was typed, and says so', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('customer.name', 'Draft Six Oy');
    await form.saved();
    const {id = ''} = form.element.deal.registration ?? {};
    const row = form.backend.store.data.deals.get(id);
    if (!row) throw new Error('There is no draft.');
    await form.fill('customer.name', 'Draft Six Group Oy');
    form.backend.store.data.deals.set({...row, version: row.version + 5, customer: {...row.customer, name: 'Draft Six Holding Oy', taxId: 'FI999'}});
    await form.saved();
    expect(form.field('customer.name').value).to.equal('Draft Six Group Oy');
    expect(form.field('customer.taxId').value).to.equal('FI999');
    expect(form.text('.note')).to.contain('Somebody changed this meanwhile').and.contain('Company');
    const now = form.backend.store.data.deals.get(id);
    expect([now?.customer.name, now?.customer.taxId]).to.deep.equal(['Draft Six Group Oy', 'FI999']);
  });

  it('goes on saving what the server takes when it does not take one field', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('customer.name', 'Draft Seven Oy');
    await form.saved();
    const refusedOnce = async (request: Request, answer: () => Promise<Response>) => {
      const body = request.method === 'PATCH' ? ((await request.clone().json()) as {contact?: {phone?: string}}) : {};
      if (!body.contact?.phone) return answer();
      const problem = {type: 'urn:portico:problem:input_invalid', title: 'No.', status: 422, code: 'input_invalid', instance: 'urn:uuid:1', requestId: '1', errors: [{pointer: '/contact/phone', code: 'not_a_phone', message: 'No.'}]};
      return new Response(JSON.stringify(problem), {status: 422, headers: {'content-type': 'application/problem+json'}});
    };
    form.intercept = refusedOnce;
    await form.fill('contact.phone', 'x');
    await form.fill('contact.lastName', 'Saved');
    await form.until(() => form.element.deal.keeper?.state === 'saved' && drafts(form)[0]?.contact.lastName === 'Saved');
    expect(form.errorOf('contact.phone')).to.equal('Write a phone number with figures.');
    expect(form.field('contact.phone').value).to.equal('x');
  });

  it('begins anew when asked, and leaves the draft in the list', async () => {
    const form = await DealRegistrationHarness.start();
    await form.fill('customer.name', 'Draft Eight Oy');
    await form.saved();
    await crash(form);
    const again = await DealRegistrationHarness.start({backend: form.backend});
    await again.click('[data-act=start-over]');
    await again.until(() => again.element.deal.status === 'form' && again.field('customer.name').value === '');
    expect(drafts(again)).to.have.length(1);
    await again.fill('customer.name', 'Draft Nine Oy');
    await again.saved();
    expect(drafts(again)).to.have.length(2);
  });
});
