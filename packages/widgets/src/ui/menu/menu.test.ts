import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import type {MenuSelectEvent} from './menu.events.ts';
import {MenuHarness} from './menu.harness.ts';
import {type MenuItem, UiMenu} from './menu.ts';

defineElement('portico-ui-menu', UiMenu);

const items: MenuItem[] = [
  {id: 'reassign', label: 'Reassign…'},
  {id: 'return', label: 'Return lead', danger: true},
  {id: 'convert', label: 'Convert to deal', disabled: true},
  {id: 'call', label: 'Log a call'},
];

async function shown(onSelect = (_event: MenuSelectEvent) => {}) {
  const element = await fixture<UiMenu>(
    html`<portico-ui-menu .items=${items} @portico-ui-menu-select=${onSelect}></portico-ui-menu>`,
  );
  return new MenuHarness(element);
}

describe('portico-ui-menu', () => {
  it('opens with the focus on the first choice, and gives it back on Escape', async () => {
    const menu = await shown();
    expect(menu.trigger.ariaExpanded).to.equal('false');
    await menu.open();
    expect(menu.shown).to.equal(true);
    expect(menu.trigger.ariaExpanded).to.equal('true');
    expect(menu.current).to.equal('Reassign…');
    await expect(menu.element).to.be.accessible();
    await menu.press('Escape');
    expect(menu.shown).to.equal(false);
    expect(menu.focused).to.equal(menu.trigger);
  });

  it('moves with arrows round the ends, with Home, End and letters', async () => {
    const menu = await shown();
    menu.trigger.focus();
    await menu.press('ArrowUp');
    expect(menu.current).to.equal('Log a call');
    await menu.press('ArrowDown');
    expect(menu.current).to.equal('Reassign…');
    await menu.press('End');
    expect(menu.current).to.equal('Log a call');
    await menu.press('Home');
    await menu.press('r');
    expect(menu.current).to.equal('Return lead');
    await menu.press('e');
    expect(menu.current).to.equal('Return lead');
  });

  it('tells of a choice once, and does nothing for a disabled one', async () => {
    const ids: string[] = [];
    const menu = await shown(event => ids.push(event.id));
    await menu.choose('Convert to deal');
    expect(menu.shown).to.equal(true);
    await menu.press('Escape');
    await menu.open();
    await menu.press('End');
    await menu.press('Enter');
    expect(ids).to.deep.equal(['call']);
    expect(menu.shown).to.equal(false);
    expect(menu.focused).to.equal(menu.trigger);
  });

  it('begins on the choice in force', async () => {
    const menu = await shown();
    menu.element.items = [
      {id: 'deadline', label: 'Deadline', checked: false},
      {id: 'score', label: 'Score', checked: true},
    ];
    await menu.open();
    expect(menu.current).to.equal('Score');
    await expect(menu.element).to.be.accessible();
  });

  it('stays inside the window at its edges', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><portico-ui-menu .items=${items}></portico-ui-menu></div>`,
    );
    page.style.cssText = 'position: fixed; inset-block-end: 0; inset-inline-end: 0';
    const menu = new MenuHarness(page.querySelector('portico-ui-menu')!);
    await menu.open();
    const {left, right, top, bottom} = menu.find('[role=menu]').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(top).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    expect(bottom).to.be.at.most(innerHeight);
  });
});
