import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {CollateralDeskHarness} from './collateral-desk.harness.ts';

describe('the collateral desk', () => {
  it('lists what there is with status, version, languages, holders and old copies; tabs and facets narrow it', async () => {
    const desk = await CollateralDeskHarness.start();
    const row = desk.rowOf('Aurora Vision datasheet');
    expect(desk.textOf(row)).to.contain('Datasheet').and.contain('Published').and.contain('v4').and.contain('de · en · fi');
    expect(row.querySelector('.stale')?.textContent?.trim()).to.match(/1$/);
    expect(row.querySelector('.holders')?.textContent?.trim()).to.equal('2');
    expect(desk.textOf(desk.rowOf('Nordic autumn campaign mail'))).to.match(/Runs out in 1[12] days/);
    const press = (label: string) => desk.findAll<HTMLElement>('.filter').find(each => each.textContent?.includes(label))?.click();
    press('Out of date');
    await desk.until(() => desk.titles.join() === 'Aurora Vision datasheet');
    press('Out of date');
    desk.element.tab = 'ended';
    await desk.until(() => desk.titles.length > 0 && !desk.titles.includes('Aurora Vision datasheet'));
    expect(desk.titles).to.have.members(['Mounting guide', 'Aurora One flyer', 'Summer offer']);
    desk.element.tab = 'published';
    await desk.until(() => desk.titles.includes('Aurora Vision datasheet'));
    const search = desk.find<HTMLElement & {value: string}>('.search');
    search.value = '相机';
    search.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await desk.until(() => desk.titles.join() === '智能相机产品手册');
  });

  it('takes a draft to the partners: a file, a version, submit, approve, publish', async () => {
    const desk = await CollateralDeskHarness.start({tab: 'all', sort: 'newest'});
    await desk.press('New material');
    await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-edit');
    await desk.fill('Title', 'Gripper datasheet');
    await desk.fill('Certifications, all of them', 'edge-basic, vision-pro');
    await desk.fill('What everybody else gets', 'locked');
    expect(desk.textOf(desk.dialog)).to.contain('Certified: edge-basic').and.contain('Everybody else sees that it exists and what unlocks it.');
    await desk.press('Save and add a file');
    await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-version');
    await desk.choose(new File([new Uint8Array(2000)], 'gripper.pdf'));
    await desk.until(() => desk.textOf(desk.dialog).includes('Ready'));
    await desk.press('Add version');
    await desk.until(() => desk.dialog === undefined);
    for (const [words, status] of [['Submit', 'In review'], ['Approve', 'Approved'], ['Publish', 'Published']] as const) {
      await desk.press(words);
      await desk.until(() => desk.textOf(desk.rowOf('Gripper datasheet')).includes(status));
    }
    expect(desk.textOf(desk.detail)).to.contain('gripper.pdf').and.contain('Certified: edge-basic and vision-pro');
  });

  it('recalls for good, and says first how many hold a copy', async () => {
    const desk = await CollateralDeskHarness.start();
    await desk.open('Aurora Vision datasheet');
    const menu = desk.detail?.shadowRoot?.querySelector('.actions portico-ui-menu');
    menu?.dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id: 'recall'}));
    await desk.until(() => desk.dialog !== undefined);
    expect(desk.textOf(desk.dialog)).to.contain('2 partners hold a copy and are told at once.');
    await desk.press('Recall');
    expect(desk.textOf(desk.dialog), 'without a reason nothing happens').to.contain('Reason');
    await desk.fill('Reason', 'The sizes are wrong.');
    await desk.press('Recall');
    await desk.until(() => desk.textOf(desk.rowOf('Aurora Vision datasheet')).includes('Recalled'));
    expect(desk.textOf(desk.detail)).to.contain('The sizes are wrong.');
  });

  it('shows two versions side by side with what they differ in, and who holds an old one', async () => {
    const desk = await CollateralDeskHarness.start();
    await desk.open('Aurora Vision datasheet');
    const root = desk.detail?.shadowRoot;
    expect(root?.querySelectorAll('.side img').length).to.equal(2);
    const rows = [...(root?.querySelectorAll('tbody tr') ?? [])].map(row => desk.textOf(row));
    expect(rows.join('; ')).to.contain('What is new – New figures on the second page.');
    expect(desk.textOf(root?.querySelector('.holders'))).to.contain('Out of date').and.contain('v1 · English');
    const [, second] = root?.querySelectorAll<HTMLElement & {value: string}>('.side portico-ui-field') ?? [];
    const before = second?.value;
    if (second) second.value = [...(root?.querySelectorAll<HTMLElement & {value: string}>('.side portico-ui-field') ?? [])][0]?.value ?? '';
    second?.dispatchEvent(new Event('change'));
    await desk.rest();
    expect(before === second?.value).to.equal(false);
    expect(desk.textOf(root?.querySelector('article'))).to.contain('do not differ');
  });

  it('is worked by keys, and acts on all that are selected', async () => {
    const desk = await CollateralDeskHarness.start({tab: 'work'});
    desk.rows[0]?.focus();
    await sendKeys({press: 'j'});
    await sendKeys({press: 'k'});
    await sendKeys({down: 'Control'});
    await sendKeys({press: 'a'});
    await sendKeys({up: 'Control'});
    await desk.rest();
    expect(desk.textOf(desk.find('.bulk'))).to.contain('2 selected');
    await desk.press('Archive…');
    await desk.until(() => desk.dialog !== undefined);
    expect(desk.textOf(desk.dialog), 'of what is in review nothing can be put away').to.contain('Trade fair wall');
    await sendKeys({press: 'Escape'});
    await desk.until(() => desk.dialog === undefined);
    await sendKeys({press: '?'});
    await desk.until(() => desk.textOf(desk.dialog).includes('Single-letter shortcuts'));
  });
});
