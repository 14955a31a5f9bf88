import {expect} from '@open-wc/testing';
import type axeCore from 'axe-core';
import 'axe-core/axe.min.js';
import {LeadDeskHarness, type StartOptions} from './lead-desk.harness.ts';

// A script of the old kind: it puts itself into the page.
const {axe} = globalThis as unknown as {axe: typeof axeCore};

/** Every rule of WCAG 2.2 A and AA, and the good practices that need no whole page. */
const rules: axeCore.RunOptions = {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {'page-has-heading-one': {enabled: false}, region: {enabled: false}}};

/** What axe finds in the desk; `checked` is left out where nothing changed in it since it was looked at. */
async function findings(desk: LeadDeskHarness, checked: Element[] = []): Promise<string[]> {
  const {violations} = await axe.run({include: [desk.portal], exclude: checked}, rules);
  return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
}

/** From left to right, light and wide the desk is looked at in its stories; in states without a table, in test/looks. */
const looks: readonly (StartOptions & {name: string})[] = [{name: 'right to left, dark, narrow', locale: 'ar', theme: 'dark', width: 320}];

describe('axe finds nothing in the lead desk', () => {
  for (const {name, ...look} of looks) {
    it(`${name}: the table, and a lead in work`, async () => {
      const desk = await LeadDeskHarness.start({...look, group: 'working'});
      document.documentElement.style.colorScheme = look.theme ?? 'light';
      expect(await findings(desk)).to.deep.equal([]);
      await desk.open(desk.ids[0] ?? '');
      await desk.until(() => (desk.detail?.shadowRoot?.querySelectorAll('.story li').length ?? 0) > 0);
      expect(await findings(desk)).to.deep.equal([]);
    });

    it(`${name}: a selection and each dialog`, async () => {
      const desk = await LeadDeskHarness.start({...look, group: 'unplaced'});
      document.documentElement.style.colorScheme = look.theme ?? 'light';
      desk.rows[0]?.querySelector('input')?.click();
      await desk.rest();
      expect(await findings(desk)).to.deep.equal([]);
      desk.rows[0]?.focus();
      for (const key of ['o', 'n', 'i', '?']) {
        await desk.keys(key);
        await desk.dialogOpen();
        await desk.rest();
        // The rows below it were checked above, and are as they were.
        expect(await findings(desk, desk.rows), key).to.deep.equal([]);
        await desk.keys('Escape');
        await desk.until(() => desk.dialog === undefined);
      }
    }).timeout(40_000);
  }

  it('and would find something if it were there', async () => {
    const desk = await LeadDeskHarness.start();
    desk.rows[0]?.querySelector('input')?.removeAttribute('aria-label');
    expect((await findings(desk)).join()).to.contain('label');
  });
});
