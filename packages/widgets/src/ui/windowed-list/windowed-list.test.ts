import {expect, fixture} from '@open-wc/testing';
import {html, render} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {WindowedListHarness} from './windowed-list.harness.ts';
import {type RenderRow, UiWindowedList} from './windowed-list.ts';
import {windowedListStyles} from './windowed-list.styles.ts';

defineElement('portico-ui-windowed-list', UiWindowedList);
document.adoptedStyleSheets.push(windowedListStyles.styleSheet!);

interface Lead {
  readonly id: string;
}

const rowHeight = 40;
const viewHeight = 400;
const leads = (count: number, prefix = 'lead'): Lead[] =>
  Array<undefined>(count).fill(undefined).map((_, index) => ({id: `${prefix}-${index}`}));

const renderRow: RenderRow<Lead> = (lead, _index, place) =>
  html`<div class="test-row" role="option" aria-selected="false" tabindex="-1" ${place}>${lead.id}</div>`;

async function shown(rows: readonly Lead[], options: {role?: string; hasMore?: boolean; total?: number} = {}) {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  page.style.blockSize = `${viewHeight}px`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.test-row { block-size: ${rowHeight}px }`);
  document.adoptedStyleSheets.push(sheet);
  render(
    html`<portico-ui-windowed-list
      role=${options.role ?? 'listbox'}
      aria-label="Leads"
      tabindex="0"
      .rows=${rows}
      .keyOf=${(lead: Lead) => lead.id}
      .renderRow=${renderRow}
      .hasMore=${options.hasMore ?? false}
      .total=${options.total ?? -1}
    ></portico-ui-windowed-list>`,
    page,
  );
  const list = new WindowedListHarness(page.querySelector<UiWindowedList<Lead>>('portico-ui-windowed-list')!);
  await list.frame();
  return list;
}

describe('portico-ui-windowed-list', () => {
  it('draws the rows in view and a few more, of 100,000', async () => {
    const list = await shown(leads(100_000));
    expect(list.seen).to.have.length(viewHeight / rowHeight);
    expect(list.seen[0]).to.equal('lead-0');
    expect(list.rows.length).to.be.below(20);
    expect(list.element.scrollHeight).to.equal(100_000 * rowHeight);
    await list.scrollTo(50_000 * rowHeight);
    expect(list.seen[0]).to.equal('lead-50000');
    await list.scrollTo(100_000 * rowHeight);
    expect(list.seen.at(-1)).to.equal('lead-99999');
    expect(list.rows.length).to.be.below(30);
    await expect(list.element).to.be.accessible();
  });

  it('reuses the nodes of rows that leave, and keeps the reading order', async () => {
    const list = await shown(leads(1000));
    await list.scrollTo(100);
    const nodes = new Set(list.rows);
    for (let top = 100; top < 4000; top += 90) {
      await list.scrollTo(top);
      for (const row of list.rows) expect(nodes.has(row)).to.equal(true);
      const positions = list.rows.map(row => Number(row.ariaPosInSet));
      expect(positions).to.deep.equal([...positions].sort((a, b) => a - b));
    }
  });

  it('leaves no gap while it is scrolled up and down', async () => {
    const list = await shown(leads(500));
    for (const top of [35, 410, 4000, 3990, 3700, 12000, 11000, 0, 19600]) {
      await list.scrollTo(top);
      const first = Math.floor(list.element.scrollTop / rowHeight);
      const last = Math.ceil((list.element.scrollTop + viewHeight) / rowHeight);
      const wanted = leads(500).slice(first, last).map(lead => lead.id);
      expect(list.seen).to.deep.equal(wanted);
    }
  });

  it('counts its rows for assistive technology, read or not', async () => {
    const list = await shown(leads(50), {hasMore: true, total: 1234});
    expect([list.rows[0]?.ariaPosInSet, list.rows[0]?.ariaSetSize]).to.deep.equal(['1', '1234']);
    list.element.hasMore = false;
    await list.frame();
    expect(list.rows[0]?.ariaSetSize).to.equal('50');
    const grid = await shown(leads(50), {role: 'grid'});
    expect(grid.element.getAttribute('aria-rowcount')).to.equal('50');
    expect(grid.rows[3]?.getAttribute('aria-rowindex')).to.equal('4');
  });

  it('holds the view still when rows come or go above it', async () => {
    const rows = leads(1000);
    const list = await shown(rows);
    await list.scrollTo(500 * rowHeight + 15);
    const before = list.seen;
    await list.show([...leads(3, 'new'), ...rows]);
    expect(list.seen).to.deep.equal(before);
    await list.show(rows.slice(7));
    expect(list.seen).to.deep.equal(before);
    await list.show(rows.slice(7).filter(lead => lead.id !== before[0]));
    expect(list.seen.slice(1)).to.deep.equal(before.slice(1));
  });

  it('shows new rows when it stands at the top', async () => {
    const rows = leads(100);
    const list = await shown(rows);
    await list.show([...leads(2, 'new'), ...rows]);
    expect(list.seen.slice(0, 3)).to.deep.equal(['new-0', 'new-1', 'lead-0']);
  });

  it('begins at the top again when all rows are others', async () => {
    const list = await shown(leads(1000));
    await list.scrollTo(9000);
    await list.show(leads(500, 'closed'));
    expect(list.seen[0]).to.equal('closed-0');
  });

  it('keeps the focus on its row, when rows come above it and when it is scrolled away', async () => {
    const rows = leads(1000);
    const list = await shown(rows);
    await list.element.focusRow(5);
    const node = document.activeElement;
    expect(list.focusedRow).to.equal('lead-5');
    await list.show([...leads(4, 'new'), ...rows]);
    expect(document.activeElement === node).to.equal(true);
    expect(list.focusedRow).to.equal('lead-5');
    await list.scrollTo(20_000);
    expect(document.activeElement === node).to.equal(true);
    expect(list.focusedRow).to.equal('lead-5');
    await list.scrollTo(0);
    expect(document.activeElement === node).to.equal(true);
  });

  it('gives the focus to the next row when its row goes, to the last when there is none, to itself when it is empty', async () => {
    const rows = leads(6);
    const list = await shown(rows);
    await list.element.focusRow(2);
    await list.show(rows.filter(lead => lead.id !== 'lead-2'));
    expect(list.focusedRow).to.equal('lead-3');
    await list.element.focusRow(4);
    await list.show(rows.slice(0, 3));
    expect(list.focusedRow).to.equal('lead-2');
    await list.show([]);
    expect(document.activeElement === list.element).to.equal(true);
  });

  it('brings a row into view with as little movement as possible', async () => {
    const list = await shown(leads(1000));
    list.element.scrollToRow(4);
    expect(list.element.scrollTop).to.equal(0);
    list.element.scrollToRow(12);
    expect(list.element.scrollTop).to.equal(13 * rowHeight - viewHeight);
    await list.element.focusRow(900);
    expect(list.focusedRow).to.equal('lead-900');
    await list.frame();
    expect(list.seen).to.contain('lead-900');
  });

  it('asks for more near its end, once for each number of rows', async () => {
    const list = await shown(leads(100), {hasMore: true});
    let asked = 0;
    list.element.addEventListener('portico-ui-near-end', () => asked++);
    await list.scrollTo(100);
    expect(asked).to.equal(0);
    await list.scrollTo(80 * rowHeight);
    await list.scrollTo(90 * rowHeight);
    expect(asked).to.equal(1);
    await list.show(leads(200));
    await list.scrollTo(190 * rowHeight);
    expect(asked).to.equal(2);
    list.element.hasMore = false;
    await list.show(leads(230));
    expect(asked).to.equal(2);
  });

  it('follows rows that change their height, with the same row on top', async () => {
    const list = await shown(leads(1000));
    await list.scrollTo(300 * rowHeight);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.test-row { block-size: 60px !important }');
    document.adoptedStyleSheets.push(sheet);
    try {
      await list.frame();
      expect(list.element.rowHeight).to.equal(60);
      expect(list.seen[0]).to.equal('lead-300');
      expect(list.element.scrollHeight).to.equal(60_000);
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });
});
