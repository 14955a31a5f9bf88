import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../base/define-element.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {type Tone, UiBadge} from './badge/badge.ts';
import {UiCheckbox} from './checkbox/checkbox.ts';
import {UiDialog} from './dialog/dialog.ts';
import {UiEmptyState} from './empty-state/empty-state.ts';
import {UiField} from './field/field.ts';
import {inboxIcon} from './icon/icons.ts';
import {UiMenu} from './menu/menu.ts';
import {UiSkeleton} from './skeleton/skeleton.ts';
import {onStage} from './stage.ts';
import {UiTabs} from './tabs/tabs.ts';
import {UiToast} from './toast/toast.ts';

const parts = {UiBadge, UiCheckbox, UiDialog, UiEmptyState, UiField, UiMenu, UiSkeleton, UiTabs, UiToast};
for (const [name, part] of Object.entries(parts)) {
  defineElement(`portico-ui-${name.slice(2).replace(/(?<=.)[A-Z]/g, letter => `-${letter}`).toLowerCase()}`, part);
}

const tones: Tone[] = ['neutral', 'accent', 'waiting', 'info', 'success', 'warning', 'danger'];

describe('parts without behaviour', () => {
  for (const theme of ['light', 'dark']) {
    it(`are readable in ${theme}`, async () => {
      const page = await fixture<HTMLElement>(onStage(html`
        ${tones.map(tone => html`<portico-ui-badge tone=${tone}>Due today</portico-ui-badge>`)}
        <portico-ui-empty-state heading="No new leads" text="They appear here the moment they come.">
          <span slot="icon">${inboxIcon(20)}</span>
        </portico-ui-empty-state>
        <portico-ui-empty-state tone="danger" heading="The leads could not be loaded"></portico-ui-empty-state>
        <portico-ui-skeleton kind="list"></portico-ui-skeleton>
        <portico-ui-skeleton kind="detail"></portico-ui-skeleton>
      `));
      page.setAttribute('theme', theme);
      await expect(page).to.be.accessible();
    });
  }

  it('tell a status by a shape as well as by a colour, wherever it is not neutral', async () => {
    for (const tone of tones) {
      const badge = await fixture<UiBadge>(html`<portico-ui-badge tone=${tone}>Won</portico-ui-badge>`);
      expect(badge.renderRoot.querySelector('svg, .dot') !== null, tone).to.equal(tone !== 'neutral');
    }
  });

  it('say "Loading…" once, however many rows are drawn', async () => {
    const skeleton = await fixture<UiSkeleton>(html`<portico-ui-skeleton kind="list" rows="6"></portico-ui-skeleton>`);
    expect(skeleton.renderRoot.querySelectorAll('.row').length).to.equal(6);
    expect(skeleton.renderRoot.querySelector('[role=status]')?.textContent).to.equal('Loading…');
  });
});

describe('the words of the parts', () => {
  it('stand in the table, all of them', async () => {
    const restore = usePseudoLocale();
    try {
      const page = await fixture<HTMLElement>(html`<div lang=${pseudoLocale}>
        <portico-ui-field kind="select"></portico-ui-field>
        <portico-ui-field kind="textarea" max-length="3" optional></portico-ui-field>
        <portico-ui-field id="missing" required></portico-ui-field>
        <portico-ui-menu></portico-ui-menu>
        <portico-ui-skeleton></portico-ui-skeleton>
        <portico-ui-dialog open></portico-ui-dialog>
        <portico-ui-toast></portico-ui-toast>
      </div>`);
      const toast = page.querySelector<UiToast>('portico-ui-toast')!;
      toast.show({text: 'Lead 7'});
      const missing = page.querySelector<UiField>('#missing')!;
      await missing.validate();
      await Promise.all([missing.updateComplete, toast.updateComplete]);
      expect(missing.renderRoot.querySelector('.error')?.textContent).to.contain('⟦');
      expect(forgottenWords(page, {data: ['Lead 7']})).to.deep.equal([]);
    } finally {
      restore();
    }
  });
});
