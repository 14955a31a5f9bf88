import {expect} from '@open-wc/testing';
import type {DealStatus} from '@portico/contract';
import {DealListHarness} from './deal-list.harness.ts';

const start = DealListHarness.start;
const rowOf = (list: DealListHarness, id: string) => list.backend.store.data.deals.get(id);

/** Opens the first deal of a status, under its tab. */
async function open(status: DealStatus, tab: 'draft' | 'in_review' | 'protected' | 'closed', fits: (deal: {openChanges: readonly unknown[]}) => boolean = () => true) {
  const list = await start({tab});
  const at = list.element.deals.list.items.findIndex(deal => deal.status === status && fits(deal));
  await list.clickRow(at);
  const id = list.element.dealId ?? '';
  return {list, id};
}

async function choose(list: DealListHarness, words: string) {
  const menu = list.find('.actions portico-ui-menu');
  menu.shadowRoot?.querySelector<HTMLElement>('.trigger')?.click();
  await list.rest();
  const item = [...(menu.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])].find(each => each.textContent?.trim() === words);
  if (!item) throw new Error(`There is no "${words}".`);
  item.click();
  await list.rest();
}

describe('acts on a deal', () => {
  it('sets stage, probability, day and next step at once, before the server answers', async () => {
    const {list, id} = await open('approved', 'protected');
    await list.click('[data-act=set_stage]');
    await list.fill('[name=stage]', 'verbal');
    expect(list.field('[name=probability]').value, 'the stage’s own').to.equal('90');
    await list.fill('[name=probability]', '80');
    await list.fill('[name=expectedCloseOn]', '2031-04-05');
    await list.fill('[name=nextStep]', 'Send the contract');
    await list.fill('[name=nextStepOn]', '2031-04-01');
    list.backend.behaviour.latencyMs = 300;
    await list.pressButton('Save', 'portico-ui-dialog');
    expect(rowOf(list, id)?.stage, 'not yet').to.not.equal('verbal');
    expect(list.text('[aria-labelledby=progress-title]')).to.contain('Verbal yes · 80%').and.to.contain('Send the contract');
    await list.until(() => rowOf(list, id)?.stage === 'verbal');
    list.backend.behaviour.latencyMs = 0;
    expect(rowOf(list, id)).to.deep.include({probability: 80, expectedCloseOn: '2031-04-05', nextStep: {text: 'Send the contract', dueOn: '2031-04-01'}});
    await list.until(() => list.notices.includes('Stage set'));
    expect(list.findAll('.note'), 'one’s own change is no news').to.have.length(0);
  });

  it('takes an act back with the reason when the server refuses', async () => {
    const {list, id} = await open('approved', 'protected');
    const before = rowOf(list, id)?.stage;
    await list.click('[data-act=set_stage]');
    await list.fill('[name=stage]', 'verbal');
    list.backend.behaviour.refusal = 'forbidden';
    await list.pressButton('Save', 'portico-ui-dialog');
    await list.until(() => list.findAll('.note[data-tone=danger]').length > 0);
    list.backend.behaviour.refusal = null;
    expect(list.text('.note[data-tone=danger]')).to.contain('Your role does not allow this.');
    expect(list.element.deals.opened.deal?.stage).to.equal(before);
    expect(list.text(`[data-id="${id}"] .failure`)).to.contain('Your role does not allow this.');
    await list.pressButton('Try again', '.note');
    expect(list.field('[name=stage]').value, 'what was chosen is kept').to.equal('verbal');
    await list.pressButton('Save', 'portico-ui-dialog');
    await list.until(() => rowOf(list, id)?.stage === 'verbal');
  });

  it('does nothing when the page forbids it', async () => {
    const {list, id} = await open('approved', 'protected');
    list.element.addEventListener('portico-deal-action', event => event.preventDefault());
    const before = rowOf(list, id)?.version;
    await list.click('[data-act=set_stage]');
    await list.fill('[name=stage]', 'verbal');
    await list.pressButton('Save', 'portico-ui-dialog');
    expect(rowOf(list, id)?.version).to.equal(before);
  });

  it('asks for a longer protection with a day and what was done; the request stands on the deal and can be taken back', async () => {
    const {list, id} = await open('approved', 'protected', ({openChanges}) => openChanges.length === 0);
    const extendable = list.element.deals.list.items.find(({actions}) => actions.includes('request_extension'));
    if (extendable && extendable.id !== id) await list.clickRow(list.element.deals.list.items.indexOf(extendable));
    const dealId = list.element.dealId ?? '';
    await choose(list, 'Ask for longer protection…');
    await list.pressButton('Ask', 'portico-ui-dialog');
    expect(list.find('portico-ui-dialog').hasAttribute('open'), 'stays open without day and words').to.equal(true);
    const until = new Date(Date.parse(rowOf(list, dealId)?.protectedUntil ?? '') + 20 * 86_400_000).toISOString().slice(0, 10);
    await list.fill('[name=protectedUntilOn]', until);
    await list.fill('[name=note]', 'Two visits and an offer.');
    await list.pressButton('Ask', 'portico-ui-dialog');
    await list.until(() => list.backend.store.data.dealChanges.values().some(change => change.dealRegistrationId === dealId && change.protectedUntilOn === until));
    await list.until(() => list.text('[data-change=extension]').includes('Two visits'));
    await list.pressButton('Take back', '[data-change=extension]');
    await list.until(() => list.findAll('[data-change=extension]').length === 0);
    await list.until(() => list.backend.store.data.dealChanges.values().every(change => change.dealRegistrationId !== dealId || change.status !== 'requested'));
  });

  it('asks for another amount, day and products; only what differs is sent', async () => {
    const {list} = await open('approved', 'protected', ({openChanges}) => openChanges.length === 0);
    const inputs: Record<string, unknown>[] = [];
    list.element.addEventListener('portico-deal-action', ({detail}) => inputs.push({...detail.input}));
    await choose(list, 'Ask for a change…');
    const quantity = Number(list.field('[name=quantity-0]').value);
    await list.fill('[name=quantity-0]', String(quantity + 2));
    await list.fill('[name=note]', 'They want two more.');
    await list.pressButton('Ask', 'portico-ui-dialog');
    await list.until(() => list.text('[data-change=amendment]').includes('They want two more.'));
    expect(inputs[0]?.['amount']).to.equal(undefined);
    expect(inputs[0]?.['expectedCloseOn']).to.equal(undefined);
    expect((inputs[0]?.['lines'] as {quantity: number}[] | undefined)?.[0]?.quantity).to.equal(quantity + 2);
    const {lines} = list.backend.store.data.dealChanges.values().find(({note}) => note === 'They want two more.')?.amendment ?? {};
    expect(lines?.[0]?.quantity).to.equal(quantity + 2);
  });

  for (const [words, button, status, reason] of [
    ['Withdraw…', 'Withdraw', 'withdrawn', 'no_budget'],
    ['Lost…', 'Lost', 'lost', 'competitor'],
  ] as const) {
    it(`needs a reason to be ${status}, and the focus goes to the next deal`, async () => {
      const {list, id} = await (status === 'lost' ? open('approved', 'protected') : open('submitted', 'in_review'));
      const next = list.ids[list.ids.indexOf(id) + 1] ?? list.ids.at(-2);
      await choose(list, words);
      await list.pressButton(button, 'portico-ui-dialog');
      expect(list.find('portico-ui-dialog').hasAttribute('open')).to.equal(true);
      await list.fill('[name=reason]', reason);
      await list.pressButton(button, 'portico-ui-dialog');
      await list.until(() => rowOf(list, id)?.status === status);
      expect(rowOf(list, id)?.endReason).to.equal(reason);
      expect(list.ids).not.to.contain(id);
      expect(list.focusedRow).to.equal(next);
    });
  }

  it('wins with an amount in minor units', async () => {
    const {list, id} = await open('approved', 'protected');
    await choose(list, 'Won…');
    await list.fill('[name=amount]', '1234.5');
    await list.fill('[name=currency]', 'EUR');
    await list.pressButton('Won', 'portico-ui-dialog');
    await list.until(() => rowOf(list, id)?.status === 'won');
    expect(rowOf(list, id)?.estimatedAmount).to.deep.equal({amountMinor: 123_450, currency: 'EUR'});
  });

  it('takes a submission back, and takes a rejected one up again', async () => {
    const {list, id} = await open('submitted', 'in_review');
    await choose(list, 'Take back to a draft');
    await list.until(() => rowOf(list, id)?.status === 'draft');
    const rejected = await open('rejected', 'closed');
    expect(rejected.list.text('.scroll')).to.contain('May be improved and sent again').and.to.contain('Too little information');
    await rejected.list.click('[data-act=revise]');
    await rejected.list.until(() => rowOf(rejected.list, rejected.id)?.status === 'draft');
  });

  it('hands a deal to a colleague', async () => {
    const {list, id} = await open('approved', 'protected');
    await choose(list, 'Hand to a colleague…');
    await list.until(() => list.field('[name=owner]').options.length > 1);
    const [colleague] = list.field('[name=owner]').options;
    await list.fill('[name=owner]', colleague?.value ?? '');
    await list.pressButton('Hand over', 'portico-ui-dialog');
    await list.until(() => rowOf(list, id)?.ownerId === colleague?.value);
    expect(list.text('.tags')).to.contain(colleague?.label.replace(/ \(.*/, '') ?? '?');
  });

  it('agrees to take over a deal that is offered, and takes it back from the screen when that fails', async () => {
    const list = await start({tab: 'attention'});
    await list.until(() => list.findAll('[data-offer]').length > 0);
    const id = list.find('[data-offer]').dataset['offer'] ?? '';
    list.backend.behaviour.refusal = 'forbidden';
    list.find('[data-offer] [data-act=agree]').click();
    await list.until(() => list.notices.includes('Your role does not allow this.'));
    list.backend.behaviour.refusal = null;
    expect(list.findAll('[data-offer]')).to.have.length(1);
    list.find('[data-offer] [data-act=agree]').click();
    await list.until(() => list.backend.store.data.dealChanges.get(id)?.status === 'approved');
    expect(list.findAll('[data-offer]')).to.have.length(0);
    const dealId = list.backend.store.data.dealChanges.get(id)?.dealRegistrationId ?? '';
    await list.chooseTab('protected');
    await list.until(() => list.ids.includes(dealId) || list.element.deals.find(dealId) !== undefined);
  });

  it('logs a call that is seen at once, and keeps the words of one that fails', async () => {
    const {list, id} = await open('approved', 'protected');
    await list.until(() => list.findAll('.entry').length > 0);
    list.backend.behaviour.refusal = 'forbidden';
    await list.fill('[kind=textarea]', 'She wants a visit.');
    await list.pressButton('Log call', '.composer');
    await list.until(() => list.findAll('[data-unsent] .failure').length === 1);
    list.backend.behaviour.refusal = null;
    await list.pressButton('Try again', '[data-unsent]');
    await list.until(() => list.findAll('[data-unsent]').length === 0);
    expect(list.backend.store.dealStory(id).filter(({body, kind}) => body === 'She wants a visit.' && kind === 'call')).to.have.length(1);
  });

  it('checks a receipt on this device, and finds one that was changed', async () => {
    const {list} = await open('submitted', 'in_review');
    await list.until(() => list.findAll('[data-receipt]').length > 0);
    list.backend.behaviour.refusal = 'forbidden';
    await list.click('[data-act=check]');
    await list.until(() => list.notices.includes('Your role does not allow this.'));
    expect(list.findAll('.verdict'), 'the keys did not come').to.have.length(0);
    list.backend.behaviour.refusal = null;
    await list.click('[data-act=check]');
    await list.until(() => list.findAll('.verdict').length > 0);
    expect(list.text('.verdict')).to.contain('Genuine');
    const [receipt] = list.element.deals.opened.receipts ?? [];
    Object.assign(receipt?.content ?? {}, {name: 'Somebody else’s deal'});
    await list.click('[data-act=check]');
    await list.until(() => list.findAll('.findings').length > 0);
    expect(list.text('.findings')).to.contain('What was submitted is not what was signed.');
  });
});
