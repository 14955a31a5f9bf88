import {expect} from '@open-wc/testing';
import type axeCore from 'axe-core';
import 'axe-core/axe.min.js';
import {html} from 'lit';
import '../strings/collateral-desk-later.strings.ts';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import {CollateralDeskHarness, type StartOptions} from './collateral-desk.harness.ts';

// A script of the old kind: it puts itself into the page.
const {axe} = globalThis as unknown as {axe: typeof axeCore};
const rules: axeCore.RunOptions = {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {'page-has-heading-one': {enabled: false}, region: {enabled: false}}};

async function findings(desk: CollateralDeskHarness): Promise<string[]> {
  const {violations} = await axe.run({include: [desk.portal]}, rules);
  return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
}

const looks: readonly (StartOptions & {name: string})[] = [{name: 'dark, right to left, narrow', theme: 'dark', locale: 'ar', width: 360}];

describe('the collateral desk', () => {
  // Dialogs and states are looked at in their stories, and the desk in light in test/looks.
  for (const {name, ...look} of looks) {
    it(`has nothing that axe finds, ${name}`, async () => {
      const desk = await CollateralDeskHarness.start(look);
      document.documentElement.style.colorScheme = look.theme ?? 'light';
      await desk.open('Aurora Vision datasheet');
      expect(await findings(desk)).to.deep.equal([]);
    });
  }

  it('says how it stands where there is no list, and lets a page say it instead', async () => {
    for (const [scenario, words] of [['empty', 'No material yet'], ['forbidden', 'You cannot see the desk'], ['offline', 'You are offline']] as const) {
      const desk = await CollateralDeskHarness.start({scenario, tab: 'all'});
      await desk.until(() => desk.textOf(desk.element).includes(words));
    }
    const own = await CollateralDeskHarness.start({scenario: 'empty', tab: 'all', content: html`<p slot="empty">Ask marketing.</p>`});
    await own.until(() => (own.element.renderRoot.querySelector<HTMLSlotElement>('slot[name=empty]')?.assignedElements().length ?? 0) > 0);
  }).timeout(40_000);

  it('is not for partners, who are told so without a request for material', async () => {
    const desk = await CollateralDeskHarness.start({as: 'partner'});
    await desk.until(() => desk.textOf(desk.element).includes('You cannot see the desk'));
    expect(desk.requests.filter(each => each.includes('/assets'))).to.deep.equal([]);
  });

  it('has all of its words in its tables', async () => {
    const restore = usePseudoLocale();
    const desk = await CollateralDeskHarness.start({locale: pseudoLocale});
    const {collateral, program, partnerOrgs, people} = desk.backend.store.data;
    const records = [collateral.assets, collateral.folders, collateral.files, collateral.versions, collateral.printOrders, collateral.events, partnerOrgs, people].flatMap(table => [...table.values()].flatMap(textsOf));
    const names = new Intl.DisplayNames(pseudoLocale, {type: 'language'});
    const languages = ['en', 'fi', 'de', 'vi', 'zh-Hans', 'ar', ...(await import('./dialogs/languages.data.ts')).languages].map(code => names.of(code) ?? '');
    const known = [...new Set([...records, ...textsOf(program), ...languages])].sort((a, b) => b.length - a.length);
    const forgotten = () => forgottenWords(desk.element, {data: [...known, /\b[a-z]{2}\b( · [a-z]{2}(-Hans)?\b)*/, /\d+ (kB|MB)/, /v\d+/]});
    expect(forgotten()).to.deep.equal([]);
    await desk.open('Aurora Vision datasheet');
    expect(forgotten()).to.deep.equal([]);
    for (const button of [0, 1]) {
      desk.detail?.shadowRoot?.querySelectorAll<HTMLElement>('.actions .button')[button]?.click();
      await desk.until(() => desk.dialog !== undefined);
      expect(forgotten(), desk.dialog?.localName ?? '').to.deep.equal([]);
      desk.dialog?.dispatchEvent(new Event('portico-collateral-desk-done'));
      await desk.until(() => desk.dialog === undefined);
    }
    for (const tab of ['print', 'report'] as const) {
      desk.element.tab = tab;
      await desk.until(() => Boolean(desk.find(`portico-collateral-desk-${tab}`).shadowRoot?.querySelector(tab === 'print' ? 'li' : '.events li')));
      expect(forgotten(), tab).to.deep.equal([]);
    }
    restore();
  });
});

/** Every text that a record holds, whatever its field: it is shown as it is. */
function textsOf(value: unknown): string[] {
  // Codes of two letters are in every word.
  if (typeof value === 'string') return value.length > 2 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
