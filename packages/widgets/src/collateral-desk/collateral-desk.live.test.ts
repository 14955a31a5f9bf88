import {expect} from '@open-wc/testing';
import type {Asset} from '@portico/contract';
import {sendKeys} from '@web/test-runner-commands';
import {CollateralDeskHarness} from './collateral-desk.harness.ts';
import {describeEntitlement} from './entitlement.words.ts';
import {anybody, toEntitlement, toFields, toList, toTerritories, toValues} from './dialogs/edit.model.ts';
import type {Words} from './collateral-desk.words.ts';

describe('the collateral desk beside others', () => {
  it('shows what somebody else does, in the list and in what is open', async () => {
    const desk = await CollateralDeskHarness.start();
    await desk.open('Aurora Edge deck');
    const id = desk.rowOf('Aurora Edge deck').dataset['id'] ?? '';
    const version = desk.backend.store.data.collateral.assets.get(id)?.version;
    await desk.elsewhere(`/assets/${id}/recall`, {reason: 'Wrong figures on page 4.'}, version);
    await desk.until(() => desk.textOf(desk.detail).includes('Wrong figures on page 4.'));
    expect(desk.textOf(desk.detail)).to.contain('Recalled').and.not.contain('New version…');
  });

  it('takes an act back with its reason when the server says no', async () => {
    const desk = await CollateralDeskHarness.start({tab: 'work'});
    await desk.open('Aurora Care service levels');
    desk.instead = request => (request.url.endsWith('/approve') ? problemOf('forbidden', 403) : undefined);
    await desk.press('Approve');
    await desk.until(() => desk.notices.includes('Your role does not allow this.'));
    expect(desk.textOf(desk.rowOf('Aurora Care service levels'))).to.contain('In review');
    desk.element.addEventListener('portico-collateral-desk-action', event => event.preventDefault());
    const before = desk.requests.length;
    await desk.press('Approve');
    expect(desk.requests.slice(before).filter(each => each.startsWith('POST'))).to.deep.equal([]);
  });

  it('keeps what was typed when somebody was faster, and saves it on top', async () => {
    const desk = await CollateralDeskHarness.start();
    await desk.open('Aurora Edge deck');
    await desk.press('Edit…');
    await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-edit');
    await desk.fill('Title', 'Aurora Edge slides');
    const {collateral} = desk.backend.store.data;
    const row = collateral.assets.get(desk.element.assetId ?? '');
    if (row) desk.backend.store.update(collateral.assets, row, {summary: 'Changed meanwhile.'});
    await desk.press('Save');
    await desk.until(() => desk.textOf(desk.dialog).includes('Somebody changed this meanwhile.') && !desk.dialog?.shadowRoot?.querySelector('portico-ui-button')?.busy);
    await desk.press('Save');
    await desk.until(() => desk.dialog === undefined && desk.titles.includes('Aurora Edge slides'));
  });
});

describe('copies of partners on the collateral desk', () => {
  it('are approved or sent back with what has to change, and stay where the server says no', async () => {
    const desk = await CollateralDeskHarness.start();
    const {store} = desk.backend;
    const {collateral} = store.data;
    const waiting = [...collateral.cobrands.values()].find(({status}) => status === 'submitted');
    store.act(() => {
      const id = store.newId('cobrand');
      if (waiting) collateral.cobrands.set({...waiting, id, name: 'Sheet for the web'});
      store.change('cobrand', id);
    });
    await desk.until(() => desk.textOf(desk.find('portico-ui-tabs')).includes('Partners’ copies 2'));
    desk.element.tab = 'copies';
    const shown = () => desk.textOf(desk.find('portico-collateral-desk-copies'));
    await desk.until(() => shown().includes(waiting?.name ?? '–') && shown().includes('Sheet for the web'));
    await desk.until(() => shown().includes('Your logo The logo stands out too little from what is under it: contrast 1.8, at least 3 is asked for.'));
    expect(desk.find('portico-collateral-desk-copies').shadowRoot?.querySelectorAll('.frames rect').length, 'framed on the picture').to.equal(2);
    const buttons = (words: string) => [...(desk.find('portico-collateral-desk-copies').shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])].filter(each => each.textContent?.trim() === words);
    desk.instead = request => (request.url.endsWith('/approve') ? problemOf('cobrand_status_conflict', 409) : undefined);
    buttons('Approve')[0]?.click();
    await desk.until(() => desk.notices.includes('The copy is no longer in a status that allows this.'));
    expect(buttons('Approve').length).to.equal(2);
    desk.instead = () => undefined;
    buttons('Approve')[0]?.click();
    await desk.until(() => buttons('Approve').length === 1 && [...collateral.cobrands.values()].some(({status}) => status === 'approved'));
    buttons('Send back…')[0]?.click();
    await desk.rest();
    const field = desk.find('portico-collateral-desk-copies').shadowRoot?.querySelector<HTMLElement & {value: string}>('.reason');
    if (field) field.value = 'The logo is too small.';
    field?.dispatchEvent(new Event('input'));
    buttons('Send back')[0]?.click();
    await desk.until(() => shown().includes('No copy waits') && [...collateral.cobrands.values()].some(({reason}) => reason === 'The logo is too small.'));
  });
});

describe('folders on the collateral desk', () => {
  it('narrow the list with all below them, by mouse and keys', async () => {
    const {desk, row, tree, keys} = await openFolders();
    expect(row('Library').getAttribute('aria-label')).to.equal('Library, 24');
    row('Aurora Edge').click();
    await desk.until(() => desk.titles.includes('Aurora Edge deck') && !desk.titles.includes('Aurora Vision datasheet'), 'the folder alone');
    expect(desk.textOf(desk.find('[data-act=folders]'))).to.match(/^Folder ?: Aurora Edge$/);
    row('Aurora Edge').focus();
    await keys('ArrowLeft', 'Enter');
    await desk.until(() => desk.titles.includes('Aurora Vision datasheet'), 'the folder above and all in it');
    await keys('ArrowLeft');
    await desk.until(() => !desk.textOf(tree()).includes('Aurora Edge'));
    await keys('ArrowRight', 'ArrowRight');
    expect((tree().shadowRoot?.activeElement as HTMLElement | null)?.getAttribute('aria-label')).to.equal('Aurora Edge, 4');
  });

  it('are made, renamed, moved and deleted, and a name that is taken is said at its field', async () => {
    const {desk, row, tree, keys, fill} = await openFolders();
    const press = (words: string) => [...(tree().shadowRoot?.querySelectorAll<HTMLElement>('button, portico-ui-button') ?? [])].find(each => each.textContent?.trim() === words)?.click();
    press('New folder');
    await fill('name', 'Selling');
    await fill('parent', row('Library').dataset['id'] ?? '');
    press('Make folder');
    await desk.until(() => desk.textOf(tree()).includes('There is a folder of this name there already.'));
    await fill('name', 'Campaigns 2027');
    press('Make folder');
    await desk.until(() => row('Campaigns 2027')?.getAttribute('aria-level') === '2');
    row('Campaigns 2027').focus();
    await keys('F2');
    await fill('name', 'Campaigns');
    await keys('Enter');
    await desk.until(() => row('Campaigns') !== undefined && desk.textOf(tree()).includes('Save') === false);
    const asset = desk.rowOf('Partner terms');
    asset.querySelector<HTMLElement>('input')?.click();
    await desk.press('Move to folder…');
    await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-move');
    await desk.fill('Folder', row('Campaigns').dataset['id'] ?? '');
    await desk.press('Move');
    await desk.until(() => desk.dialog === undefined && row('Campaigns').getAttribute('aria-label') === 'Campaigns, 1');
    row('Campaigns').focus();
    await keys('Delete');
    await desk.until(() => desk.textOf(tree()).includes('There is material or a folder in it. Move that first.'));
    press('Cancel');
    const {collateral} = desk.backend.store.data;
    desk.backend.store.act(() => {
      for (const each of collateral.assets.values()) if (each.folderId === row('Campaigns').dataset['id']) desk.backend.store.update(collateral.assets, each, {folderId: null});
      desk.backend.store.change('asset', asset.dataset['id'] ?? '');
    });
    await desk.until(() => row('Campaigns').getAttribute('aria-label') === 'Campaigns, 0');
    row('Campaigns').focus();
    await keys('Delete');
    await desk.rest();
    press('Delete');
    await desk.until(() => row('Campaigns') === undefined);
  });
});

/** Shows the folders beside the list. */
async function openFolders() {
  const desk = await CollateralDeskHarness.start();
  desk.find('[data-act=folders]').click();
  const tree = () => desk.find('portico-collateral-desk-folders');
  await desk.until(() => desk.textOf(desk.findAll('portico-collateral-desk-folders')[0]).includes('Selling'));
  return {
    desk, tree,
    row: (name: string) => [...(tree().shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? [])].find(each => each.querySelector('.name')?.textContent === name) as HTMLElement,
    keys: async (...pressed: string[]) => {
      for (const press of pressed) await sendKeys({press});
      await desk.rest();
    },
    fill: async (name: string, value: string) => {
      await desk.until(() => tree().shadowRoot?.querySelector(`[name=${name}]`) !== null, `a field ${name}`);
      const field = tree().shadowRoot?.querySelector<HTMLElement & {value: string}>(`[name=${name}]`);
      if (field) field.value = value;
      field?.dispatchEvent(new Event('input'));
      field?.dispatchEvent(new Event('change'));
      await desk.settled();
    },
  };
}

describe('the form of the collateral desk', () => {
  it('reads lists, places and days, and leaves untouched instants as they were', () => {
    expect(toList('a, b，c;a\nd')).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(toTerritories('fi, DE/Bayern')).to.deep.equal([{country: 'FI', region: null}, {country: 'DE', region: 'Bayern'}]);
    const before = {...anybody, until: '2027-03-01T11:22:33.000Z', partnerTypes: ['si' as const], certifications: ['x']};
    const values = {...toValues(null), until: '', minLevelId: ''};
    expect(toEntitlement(values, before).until).to.equal(null);
    const kept = toValues({entitlement: before} as Asset, 'Asia/Tokyo');
    expect([kept['until'], toEntitlement(kept, before, 'Asia/Tokyo').until]).to.deep.equal(['2027-03-01', before.until]);
    expect(toEntitlement({...kept, until: '2027-03-02'}, before, 'Asia/Tokyo').until).to.equal('2027-03-01T15:00:00.000Z');
    expect(toFields({...toValues(null), title: ' T ', type: 'link', linkUrl: 'https://a.example'}, null)).to.include({title: 'T', linkUrl: 'https://a.example', folderId: null, summary: null});
  });

  it('says in plain words who gets it', () => {
    const text = {term: (key: string, ...values: unknown[]) => [key, ...values].join(' '), lang: () => 'en', list: (items: string[]) => items.join(' and '), date: () => 'day'} as unknown as Words;
    const told = (entitlement: Partial<typeof anybody>, classification: 'partner' | 'confidential' = 'partner') => describeEntitlement({...anybody, ...entitlement}, {classification, products: ['P'], program: undefined, text});
    expect(told({})).to.deep.equal(['everyPartner']);
    expect(told({groups: ['nordic', 'baltic'], territories: [{country: 'FI', region: null}], whenDenied: 'locked'})).to.deep.equal(['needsGroup nordic or baltic', 'needsTerritory Finland', 'othersLocked']);
    expect(told({until: '2027-01-01T00:00:00.000Z'})).to.deep.equal(['everyPartner', 'notAfter day', 'othersHidden']);
    expect(told({groups: ['nordic']}, 'confidential')).to.deep.equal(['onlyStaff']);
  });
});

function problemOf(code: string, status: number): Response {
  return new Response(JSON.stringify({type: `urn:portico:problem:${code}`, title: code, status, code}), {status, headers: {'content-type': 'application/problem+json'}});
}
