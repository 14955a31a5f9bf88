import {expect} from '@open-wc/testing';
import type {CobrandTemplate, CobrandZone} from '@portico/contract';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {CollateralDeskHarness} from '../collateral-desk.harness.ts';
import {freshName, freshZone, moveBox, resizeBox, sheetOf, toZoneKey} from './zone-place.model.ts';
import type {ZoneEditor} from './zone-editor.ts';

const a4 = {width: 595, height: 842};

async function chord(held: string, press: string) {
  await sendKeys({down: held});
  await sendKeys({press});
  await sendKeys({up: held});
}

/** Opens a fresh draft of the datasheet's template. */
async function start() {
  const desk = await CollateralDeskHarness.start();
  await desk.open('Aurora Vision datasheet');
  const section = desk.detail?.shadowRoot?.querySelector('portico-collateral-desk-templates');
  await desk.until(() => desk.textOf(section).includes('Template 2'));
  [...(section?.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])].find(({textContent}) => textContent === 'Look at zones…')?.click();
  await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-zones' && desk.textOf(desk.dialog).includes('This is no draft any more.'));
  await desk.press('New draft from this');
  await desk.until(() => desk.textOf(desk.dialog).includes('Saved'));
  const editor = desk.dialog as ZoneEditor;
  const {templates} = desk.backend.store.data.collateral;
  const kept = () => templates.get(editor.opened?.id ?? '') as unknown as CobrandTemplate;
  return {
    desk, editor, section, kept,
    zone: (index: number) => editor.shadowRoot?.querySelector<HTMLElement>(`.zone[data-index="${index}"]`) as HTMLElement,
    saved: () => desk.until(() => editor.draft.state === 'saved', 'saved'),
    zoneOf: (index: number) => kept().zones[index] as CobrandZone,
    elsewhere: (change: Partial<CobrandTemplate>) => {
      const row = templates.get(editor.opened?.id ?? '');
      if (row) desk.backend.store.act(() => void templates.set({...row, ...change, version: row.version + 1}));
    },
  };
}

describe('the editor of zones', () => {
  it('moves, resizes, removes and brings back a zone by keys, and saves by itself', async () => {
    const {desk, zone, zoneOf, kept, saved} = await start();
    const {x, y, w, h} = zoneOf(1);
    zone(1).focus();
    await sendKeys({press: 'ArrowRight'});
    await chord('Control', 'ArrowDown');
    await chord('Shift', 'ArrowLeft');
    await saved();
    expect([zoneOf(1).x, zoneOf(1).y, zoneOf(1).w, zoneOf(1).h]).to.deep.equal([x + 1, y + 10, w - 1, h]);
    expect(zone(1).getAttribute('aria-label')).to.equal('Headline, Text, 514 × 60 at 41, 130');
    await sendKeys({press: 'Delete'});
    await saved();
    expect(kept().zones.map(({id}) => id)).to.deep.equal(['logo', 'check']);
    expect(desk.textOf(desk.dialog)).to.contain('Headline was removed. Undo brings it back.');
    await chord('Control', 'z');
    await saved();
    expect(kept().zones.map(({id}) => id)).to.deep.equal(['logo', 'headline', 'check']);
  });

  it('moves and resizes by mouse, gives up on Escape, and adds zones in the middle of the page', async () => {
    const {desk, editor, zone, zoneOf, saved, kept} = await start();
    const before = zoneOf(0);
    const drag = async ([x, y]: [number, number], end: 'drop' | 'escape') => {
      await sendMouse({type: 'move', position: [x, y]});
      await sendMouse({type: 'down'});
      await sendMouse({type: 'move', position: [x + 20, y + 10]});
      if (end === 'escape') await sendKeys({press: 'Escape'});
      await sendMouse({type: 'up'});
    };
    const place = (element: Element): [number, number] => {
      const {x, y, width, height} = element.getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];
    };
    const scale = 595 / (editor.shadowRoot?.querySelector('.sheet')?.getBoundingClientRect().width ?? 0);
    await drag(place(zone(0)), 'drop');
    await saved();
    expect(zoneOf(0).x).to.be.closeTo(before.x + 20 * scale, 1);
    expect(zoneOf(0).y).to.be.closeTo(before.y + 10 * scale, 1);
    await drag(place(zone(0).querySelector('[data-edge=e]') as Element), 'drop');
    await saved();
    expect(zoneOf(0).w).to.be.closeTo(before.w + 20 * scale, 1);
    const moved = zoneOf(0);
    await drag(place(zone(0)), 'escape');
    await desk.rest();
    expect(editor.isConnected && editor.zones[0] === moved, 'the dialog stays, and so does the zone').to.equal(false);
    expect({...editor.zones[0]}).to.deep.equal({...moved});
    editor.addZone('cta_link');
    await saved();
    expect(kept().zones.at(-1)).to.include({id: 'button', type: 'cta_link', link: '{{partner.website}}', page: 1});
    expect((editor.shadowRoot?.activeElement as HTMLElement | null)?.dataset['index']).to.equal('3');
  });

  it('says what is wrong at its field, keeps what was typed, and goes on where it was when it is opened again', async () => {
    const {desk, editor, section, kept} = await start();
    editor.select(1);
    await desk.rest();
    const field = (name: string) => editor.shadowRoot?.querySelector<HTMLElement & {value: string; error?: string}>(`[name="zones/1/${name}"]`) as HTMLElement & {value: string; error?: string};
    const type = async (name: string, value: string) => {
      field(name).value = value;
      field(name).dispatchEvent(new Event('input'));
      await desk.rest();
    };
    await type('w', 'wide');
    expect(field('w').error).to.equal('A number from 0 to 30,000.');
    await type('w', '12.5');
    expect([field('w').value, field('w').error ?? '']).to.deep.equal(['12.5', '']);
    await type('placeholder', 'By {{partner.iban}}');
    await desk.until(() => field('placeholder').error === 'There is no such placeholder between {{ and }}.');
    expect(desk.textOf(desk.dialog)).to.contain('Not saved yet. Correct what is marked.');
    await desk.press('Close');
    await desk.until(() => desk.dialog === undefined);
    [...(section?.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])].find(({textContent}) => textContent === 'Edit zones…')?.click();
    await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-zones');
    const again = desk.dialog as ZoneEditor;
    await desk.until(() => again.zones[1]?.placeholder === 'By {{partner.iban}}' && again.draft.state === 'refused');
    again.setZone(1, {placeholder: 'By {{partner.name}}'}, '');
    await desk.until(() => again.draft.state === 'saved');
    expect(kept().zones[1]).to.include({placeholder: 'By {{partner.name}}', w: 12.5});
  });

  it('asks when somebody else was faster, shows a partner’s brand, and puts the template into use', async () => {
    const {desk, editor, saved, kept, elsewhere} = await start();
    elsewhere({approval: 'none'});
    editor.setZone(0, {label: 'Logo of the partner'}, '');
    await desk.until(() => desk.textOf(desk.dialog).includes('Somebody else changed this template meanwhile.'));
    expect(kept().zones[0]?.label).to.equal('Your logo');
    await desk.press('Keep mine');
    await saved();
    expect(kept().zones[0]?.label).to.equal('Logo of the partner');
    const read = () => desk.requests.filter(each => each === `GET /v1/cobrand-templates/${editor.opened?.id}`).length;
    // What the change by others made it read is read by now.
    await desk.rest();
    const before = read();
    for (const _ of [1, 2]) editor.freshen('https://files.example/run-out.webp');
    await desk.until(() => read() > before, 'a picture whose address has run out is asked for once more');
    await desk.rest();
    expect(read()).to.equal(before + 1);
    await desk.press('With a partner’s brand');
    await desk.until(() => editor.shadowRoot?.querySelector<HTMLImageElement>('.sheet[data-drawn] img')?.src.includes('By%20Partner%20Ltd.') ?? false);
    editor.partnerOrgId = editor.partners.find(({name}) => name.startsWith('Lumen'))?.id ?? '';
    await desk.until(() => editor.shadowRoot?.querySelector<HTMLImageElement>('.sheet[data-drawn] img')?.src.includes('By%20Lumen') ?? false);
    await desk.press('Put into use');
    await desk.until(() => kept().status === 'published' && desk.textOf(desk.dialog).includes('This is no draft any more.'));
  });
});

describe('places of zones', () => {
  it('stay on the page and as large as they must be', () => {
    expect(moveBox({x: 10, y: 10, w: 100, h: 20}, -50, 5000, a4)).to.deep.equal({x: 0, y: 822, w: 100, h: 20});
    expect(resizeBox({x: 10, y: 10, w: 100, h: 100}, 'nw', 95, -50, a4, 48)).to.deep.equal({x: 62, y: 0, w: 48, h: 110});
    expect(resizeBox({x: 500, y: 10, w: 50, h: 50}, 'e', 500, 7, a4, 48)).to.deep.equal({x: 500, y: 10, w: 95, h: 50});
  });

  it('are moved by keys in steps that can be seen', () => {
    const key = (key: string, more: object = {}, width = 595) => toZoneKey({key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more}, {width, height: 1});
    expect(key('ArrowUp')).to.deep.equal({kind: 'move', dx: 0, dy: -1});
    expect(key('ArrowLeft', {shiftKey: true, metaKey: true}, 4000)).to.deep.equal({kind: 'resize', dx: -40, dy: 0});
    expect([key('Backspace')?.kind, key('z', {ctrlKey: true})?.kind, key('z'), key('Enter')]).to.deep.equal(['remove', 'undo', undefined, undefined]);
  });

  it('of fresh zones are free, and their names are', () => {
    const one = freshZone('qr', 'Code', {zones: [], format: 'pdf'}, 2, a4);
    const two = freshZone('qr', 'Code', {zones: [one], format: 'pdf'}, 2, a4);
    expect([one.id, two.id, one.page, one.x === two.x, one.w >= 48]).to.deep.equal(['code', 'code-2', 2, false, true]);
    expect(freshName('text-2', [{id: 'text'}, {id: 'text-2'}])).to.equal('text-3');
    expect(sheetOf({...a4, previews: [{page: 2, width: 1280, height: 905, url: ''}]}, 2)).to.deep.equal({width: 595, height: 421});
  });
});
