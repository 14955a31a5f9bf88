import {expect} from '@open-wc/testing';
import {CollateralDeskHarness} from './collateral-desk.harness.ts';
import {barsOf, spanOf, toCsv} from './report/report.model.ts';

type Field = HTMLElement & {label: string; value: string; name: string};

const now = Date.UTC(2026, 10, 21, 12);

/** What stands on a tab without a list. */
function placeOf(desk: CollateralDeskHarness, name: 'print' | 'report') {
  const root = () => desk.element.renderRoot.querySelector(`portico-collateral-desk-${name}`)?.shadowRoot;
  const all = <T extends HTMLElement>(selector: string) => [...(root()?.querySelectorAll<T>(selector) ?? [])];
  const choose = async (label: string, value: string) => {
    const field = all<Field>('portico-ui-field').find(each => each.label === label);
    if (!field) throw new Error(`There is no field ${label}.`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
    await desk.rest();
  };
  const press = (words: string, within: ParentNode | undefined = root() ?? undefined) => [...(within?.querySelectorAll<HTMLElement>('button') ?? [])].find(each => each.textContent?.trim() === words)?.click();
  return {all, choose, press, text: () => desk.textOf(desk.element.renderRoot.querySelector(`portico-collateral-desk-${name}`)), rows: () => all('[role=region] tbody tr').map(row => desk.textOf(row))};
}

describe('the report of the collateral desk', () => {
  it('tells who did what, by whatever is counted, and is narrowed by a press', async () => {
    const desk = await CollateralDeskHarness.start({tab: 'report'});
    const report = placeOf(desk, 'report');
    await desk.until(() => report.rows().length > 0);
    expect(desk.textOf(report.all('.sums')[0])).to.contain('22 Viewed').and.contain('4 Downloaded').and.contain('1 Enquired');
    expect(report.all('rect').length).to.equal(30);
    expect(report.rows().find(row => row.startsWith('Aurora Vision datasheet'))).to.match(/Aurora Vision datasheet 14 2 1 5 – 2/);
    await report.choose('Count by', 'version');
    await desk.until(() => report.rows().some(row => row.startsWith('Aurora Vision datasheet · v2 · English')));
    await report.choose('Count by', 'partner_org');
    await desk.until(() => report.rows().some(row => row.startsWith('Ourselves')));
    report.press('Bergmann Systemhaus GmbH');
    await desk.until(() => desk.textOf(report.all('.only')[0]).includes('Bergmann') && report.rows().some(row => row.startsWith('Jonas Bergmann')));
    expect((desk.find('portico-collateral-desk-report').shadowRoot as ShadowRoot).activeElement?.getAttribute('aria-label')).to.equal('Remove the filter Bergmann Systemhaus GmbH');
    report.all('.sums button').find(button => desk.textOf(button).includes('Downloaded'))?.click();
    await desk.until(() => report.rows().join() === 'Jonas Bergmann 2' && report.all('.events li').length === 2);
    await report.choose('Period', '365');
    await desk.until(() => report.all('rect').length === 53 && report.rows().join() === 'Jonas Bergmann 3');
    expect(report.text()).to.contain('Week by week');
  });

  it('keeps the figures as CSV, and every event', async () => {
    const desk = await CollateralDeskHarness.start({tab: 'report'});
    const report = placeOf(desk, 'report');
    await desk.until(() => report.rows().length > 0);
    const kept: Promise<string>[] = [];
    const {createObjectURL} = URL;
    URL.createObjectURL = blob => {
      kept.push((blob as Blob).text());
      return createObjectURL(blob);
    };
    document.addEventListener('click', event => (event.target as Element).matches('a[download]') && event.preventDefault(), {once: true, capture: true});
    try {
      report.press('Export as CSV');
      report.press('Export every event');
      await desk.until(() => kept.length === 2);
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const [table, events] = await Promise.all(kept);
    expect(table?.split('\r\n')[1]).to.equal('Aurora Vision datasheet,14,2,1,5,0,2,0,0,24');
    expect(events?.trim().split('\r\n').length).to.equal(45);
    expect(toCsv([['=1+1', 'a"b', -2]])).to.equal('\uFEFF\'=1+1,"a""b",-2\r\n');
  });

  it('counts days from midnight to midnight, weeks where there are many, and no more than the server tells of', () => {
    const own = {from: '2020-01-01', until: '2026-11-20'};
    expect(spanOf('7', own, now, 'America/New_York')).to.include({from: '2026-11-15', until: '2026-11-21', since: '2026-11-15T05:00:00.000Z', before: '2026-11-22T05:00:00.000Z'});
    expect(spanOf('7', own, now, 'Pacific/Auckland').until, 'where it is tomorrow already').to.equal('2026-11-22');
    expect(spanOf('own', own, now, 'UTC')).to.include({from: '2025-10-17', until: '2026-11-20'});
    const row = (key: string, total: number) => ({key, name: null, version: null, counts: {view: total}, total});
    const {bars, isByWeek} = barsOf([row('2026-11-20', 3), row('2026-11-21', 4)], spanOf('365', own, now, 'UTC'), undefined);
    expect([isByWeek, bars.length, bars.reduce((sum, {count}) => sum + count, 0)]).to.deep.equal([true, 53, 7]);
  });

  it('is led to from a piece, which shows its own', async () => {
    const desk = await CollateralDeskHarness.start();
    await desk.open('Aurora Edge deck');
    const tracking = () => desk.detail?.shadowRoot?.querySelector('portico-collateral-desk-tracking');
    await desk.until(() => desk.textOf(tracking()).includes('Viewed 4, Downloaded 1, and Co-branded 1'));
    tracking()?.shadowRoot?.querySelector('button')?.click();
    const report = placeOf(desk, 'report');
    await desk.until(() => desk.element.tab === 'report' && desk.textOf(report.all('.only')[0]) === 'Aurora Edge deck' && report.rows().join() === 'Bergmann Systemhaus GmbH 4 1 1 6');
  });
});

describe('printed copies on the collateral desk', () => {
  it('are approved while there is stock, packed, and shipped with a number; what others do shows at once', async () => {
    const desk = await CollateralDeskHarness.start({tab: 'print'});
    const print = placeOf(desk, 'print');
    await desk.until(() => print.all('li').length === 5 && desk.textOf(print.all('li')[0]).includes('120 in stock'));
    expect(desk.textOf(desk.find('portico-ui-tabs'))).to.contain('Print orders 3');
    const [small, large] = print.all('li');
    expect(desk.textOf(small)).to.contain('40 copies').and.contain('Ordered by Jonas Bergmann').and.contain('Stuttgart');
    print.press('Approve', large);
    await desk.until(() => desk.notices.includes('There are not enough copies in stock.'));
    expect(desk.textOf(large)).to.contain('Requested');
    print.press('Approve', small);
    await desk.until(() => desk.textOf(small).includes('Approved') && desk.textOf(large).includes('80 in stock'));
    print.press('Packed', small);
    await desk.until(() => desk.textOf(small).includes('Ship…'));
    print.press('Ship…', small);
    await desk.until(() => print.all('form').length === 1);
    print.press('Ship', small);
    await desk.until(() => print.text().includes('This field is required') || print.all('form portico-ui-field').length === 3);
    await print.choose('Carrier', 'Posti');
    await print.choose('Tracking number', 'JJFI6000');
    print.press('Ship', small);
    await desk.until(() => desk.textOf(small).includes('On its way') && desk.textOf(small).includes('JJFI6000'));
    const {store} = desk.backend;
    const order = [...store.data.collateral.printOrders.values()].find(({quantity}) => quantity === 150);
    await desk.elsewhere(`/print-orders/${order?.id}/backorder`, {reason: 'A new edition comes.'}, order?.version);
    await desk.until(() => desk.textOf(large).includes('Waits for stock') && desk.textOf(large).includes('A new edition comes.'));
    await print.choose('Show', 'delivered');
    await desk.until(() => print.all('li').length === 1);
  });

  it('have stock and limits, saved on top of what orders took meanwhile', async () => {
    const desk = await CollateralDeskHarness.start();
    await desk.open('Aurora Vision datasheet');
    const root = () => desk.detail?.shadowRoot?.querySelector('portico-collateral-desk-stock')?.shadowRoot;
    const press = (words: string) => [...(root()?.querySelectorAll('button') ?? [])].find(each => each.textContent?.trim() === words)?.click();
    const field = (label: string) => [...(root()?.querySelectorAll<Field>('portico-ui-field') ?? [])].find(each => each.label === label);
    const fill = (label: string, value: string) => {
      const each = field(label);
      if (each) each.value = value;
      each?.dispatchEvent(new Event('input'));
    };
    await desk.until(() => desk.textOf(root()?.querySelector('section')).includes('120 in stock · 590 wanted by open orders'));
    press('Stock and limits…');
    await desk.until(() => field('Gold') !== undefined);
    fill('Copies in stock', '900');
    fill('Gold', '250');
    const {collateral} = desk.backend.store.data;
    const id = desk.element.assetId ?? '';
    const print = collateral.prints.get(id);
    if (print) collateral.prints.set(id, {...print, inStock: 100, version: print.version + 1});
    press('Save');
    await desk.until(() => desk.textOf(root()?.querySelector('section')).includes('Somebody changed this meanwhile.'));
    expect([field('Copies in stock')?.value, field('Gold')?.value]).to.deep.equal(['100', '250']);
    fill('Copies in stock', '880');
    press('Save');
    await desk.until(() => desk.textOf(root()?.querySelector('section')).includes('880 in stock'));
    expect(collateral.prints.get(id)?.perLevel.map(({quantity}) => quantity)).to.deep.equal([250]);
  });
});

describe('on the collateral desk', () => {
  it('a piece is replaced by another that is published, which it leads to from then on', async () => {
    const desk = await CollateralDeskHarness.start();
    await desk.open('Aurora Vision datasheet');
    desk.detail?.shadowRoot?.querySelector('.actions portico-ui-menu')?.dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id: 'supersede'}));
    await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-supersede' && desk.textOf(desk.dialog).includes('Factory tour'));
    await desk.press('Replace');
    expect(desk.textOf(desk.dialog)).to.contain('Choose what takes its place.').and.not.contain('Aurora Vision datasheet Datasheet');
    await desk.fill('Search published material', 'edge deck');
    const choices = () => [...(desk.dialog?.shadowRoot?.querySelectorAll<HTMLElement>('.choice') ?? [])];
    await desk.until(() => choices().length === 2);
    choices()[0]?.querySelector('input')?.click();
    await desk.press('Replace');
    await desk.until(() => desk.dialog === undefined && desk.textOf(desk.detail).includes('Replaced by: Aurora Edge deck'));
    await desk.press('Aurora Edge deck');
    await desk.until(() => desk.textOf(desk.detail?.shadowRoot?.querySelector('h3')) === 'Aurora Edge deck');
  });

  it('holders and versions are read on page by page, to the last', async () => {
    const desk = await CollateralDeskHarness.start();
    const {collateral} = desk.backend.store.data;
    const [holding] = collateral.holdings.values();
    for (let copy = 0; copy < 140; copy++) if (holding) collateral.holdings.set({...holding, id: `0193b000-0000-7000-8018-${String(1000 + copy).padStart(12, '0')}`, downloadedAt: new Date(Date.parse(holding.downloadedAt) - copy * 60_000).toISOString()});
    await desk.open('Aurora Vision datasheet');
    const rows = () => desk.detail?.shadowRoot?.querySelectorAll('.holders li').length ?? 0;
    for (const shown of [25, 50, 75, 100, 125]) {
      await desk.until(() => rows() === shown);
      await desk.press('Show more');
    }
    await desk.until(() => rows() === 142);
    expect(desk.requests.filter(line => line.endsWith('/holders')).length).to.equal(6);
  });
});
