import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import type {TabChangeEvent} from './tabs.events.ts';
import {TabsHarness} from './tabs.harness.ts';
import {UiTabs} from './tabs.ts';

defineElement('portico-ui-tabs', UiTabs);

const tabs = [
  {id: 'new', label: 'New', count: '7'},
  {id: 'working', label: 'Working', count: '12'},
  {id: 'closed', label: 'Closed'},
];

async function shown(onChange = (_event: TabChangeEvent) => {}, dir = 'ltr') {
  const page = await fixture<HTMLElement>(html`<div dir=${dir}>
    <portico-ui-tabs label="Leads" selected="new" .tabs=${tabs} @portico-ui-tab-change=${onChange}>
      <p>Seven new leads</p>
    </portico-ui-tabs>
  </div>`);
  return new TabsHarness(page.querySelector('portico-ui-tabs')!);
}

describe('portico-ui-tabs', () => {
  it('shows the counts it was given and is accessible', async () => {
    const harness = await shown();
    expect(harness.labels).to.deep.equal(['New 7', 'Working 12', 'Closed']);
    await expect(harness.element).to.be.accessible();
  });

  it('moves with the arrow keys, round the ends, and jumps with Home and End', async () => {
    const ids: string[] = [];
    const harness = await shown(event => ids.push(event.id));
    harness.element.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) await harness.press(key);
    expect(ids).to.deep.equal(['working', 'closed', 'new', 'closed', 'new', 'closed']);
    expect(harness.focused?.id).to.equal('tab-closed');
  });

  it('moves the other way where the text runs the other way', async () => {
    const harness = await shown(undefined, 'rtl');
    harness.element.focus();
    await harness.press('ArrowLeft');
    expect(harness.selected).to.equal('Working 12');
  });

  it('stays when the page says so', async () => {
    const harness = await shown(event => event.preventDefault());
    await harness.choose('closed');
    expect(harness.selected).to.equal('New 7');
  });

  it('moves nothing when another tab is chosen', async () => {
    const harness = await shown();
    const left = () => harness.find('#tab-closed').getBoundingClientRect().left;
    const before = left();
    await harness.choose('working');
    expect(left()).to.be.closeTo(before, 0.5);
  });
});
