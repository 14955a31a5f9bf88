import {expect} from '@open-wc/testing';
import {personExamples} from '@portico/contract/examples';
import {defineElement} from '../base/define-element.ts';
import {StandingHarness, type StartOptions} from '../base/standing.harness.ts';
import type {UiDialog} from '../ui/dialog/dialog.ts';
import type {UiField} from '../ui/field/field.ts';
import {ProgramDesk} from './program-desk.ts';

defineElement('portico-program-desk', ProgramDesk);

const startDesk = (options: StartOptions) => StandingHarness.start<ProgramDesk>('portico-program-desk', options);

describe('the programme’s desk', () => {
  const {tomas, priya} = personExamples;
  it('lets those who decide approve and reject with a reason, and others put forward', async () => {
    const desk = await startDesk({personId: tomas.id});
    desk.backend.act.reachLevel();
    desk.backend.act.riskLevel();
    await desk.until(() => desk.findAll('.row').length === 2);
    expect(desk.texts('.row .what')[0]).to.match(/^Kaleva Systems no level to Silver Proposed since /);
    expect(desk.texts('.row .what')[1]).to.match(/^Lumen Automation Oy Gold to Silver Keeps Gold until /);
    await desk.click('[data-act=reject]');
    await desk.until(() => desk.findAll('portico-ui-dialog[open] portico-ui-field').length === 1);
    await desk.click('[data-act=do-reject]');
    expect(desk.findAll('.row')).to.have.length(2);
    desk.find<UiField>('portico-ui-field').value = 'Two more months, please.';
    await desk.click('[data-act=do-reject]');
    await desk.until(() => desk.findAll('.row').length === 1);
    const other = await startDesk({personId: priya.id});
    other.backend.act.reachLevel();
    await other.until(() => other.findAll('.row').length === 1);
    expect(other.findAll('.acts')).to.have.length(0);
    desk.portal.remove();
    const third = await startDesk({personId: tomas.id});
    third.backend.act.reachLevel();
    await third.until(() => third.findAll('[data-act=approve]').length === 1);
    await third.click('[data-act=approve]');
    await third.until(() => third.findAll('.row').length === 0);
  });

  it('names what makes points wait, and gives or denies them', async () => {
    const desk = await startDesk({personId: tomas.id});
    desk.backend.act.burst();
    await desk.until(() => desk.findAll('[data-act=release]').length === 1);
    expect(desk.texts('.row .what')[0]).to.match(/^Nordhavn IT Lead accepted .* Many at once: 3 in a short time, at most 2 are usual\.$/);
    await desk.click('[data-act=release]');
    await desk.until(() => desk.findAll('.row').length === 0);
  });

  it('shows whose points publishing changes, and publishes', async () => {
    const desk = await startDesk({personId: tomas.id, attributes: {tab: 'rules'}});
    desk.backend.act.draftRule();
    desk.element.desk.retry();
    await desk.until(() => desk.findAll('[data-act=preview]').length === 1);
    await desk.click('[data-act=preview]');
    await desk.until(() => desk.findAll('.replay tbody tr').length === 1);
    expect(desk.texts('.replay tbody tr')[0]?.replaceAll(' ', '')).to.equal('LumenAutomationOy100160+60');
    await desk.click('[data-act=publish]');
    await desk.until(() => desk.texts('.row').some(row => row.includes('Courses Version 2 in force')));
    desk.element.tab = 'boards';
    expect(desk.element.desk.tab).to.equal('boards');
    await desk.until(() => desk.findAll('.row').length >= 3);
    expect(desk.texts('.row')[1]).to.contain('In front: Vega Integrators, Baltic Robotics, and Saimaa Engineering');
    desk.backend.act.freezeBoard('revenue', '2026-08-01T00:00:00.000Z');
    await desk.until(() => desk.findAll('[data-act=verify]').length > 0);
    await desk.click('[data-act=verify]');
    await desk.until(() => desk.findAll('[data-act=award]').length > 0);
    await desk.click('[data-act=award]');
    await desk.until(() => desk.findAll('portico-ui-dialog[open] portico-ui-field').length === 3);
    desk.find<UiField>('portico-ui-field').value = 'A day with the engineers';
    await desk.click('[data-act=do-award]');
    await desk.until(() => desk.texts('.row').some(row => row.includes('2026-Q3 Awarded')));
  });
});

describe('what the vendor changes on the desk', () => {
  const admin = {personId: personExamples.tomas.id};
  /** What is inside an element of the desk. */
  const inside = (desk: StandingHarness<ProgramDesk>, tag: string) => {
    const root = () => desk.findAll(tag)[0]?.shadowRoot;
    return {
      all: (selector: string) => [...(root()?.querySelectorAll<HTMLElement>(selector) ?? [])],
      field: (name: string) => root()?.querySelector<UiField>(`portico-ui-field[name='${name}']`) ?? null,
      text: () => (root()?.textContent ?? '').replace(/\s+/g, ' '),
      dialog: () => root()?.querySelector<UiDialog>('portico-ui-dialog[open]') ?? null,
      type(name: string, value: string) {
        const field = this.field(name);
        if (!field) throw new Error(`There is no ${name}.`);
        field.value = value;
        field.dispatchEvent(new Event('change', {bubbles: true}));
      },
    };
  };

  it('keeps what was typed into a rule, says at its field what is wrong, and shows the difference before it is published', async () => {
    const desk = await startDesk({...admin, attributes: {tab: 'rules'}});
    const editor = inside(desk, 'portico-program-desk-rule');
    const open = async () => {
      await desk.click('[data-act=change-rule]');
      await desk.until(() => editor.field('formula/points') !== null && editor.dialog() !== null);
    };
    await open();
    editor.type('formula/points', '70');
    editor.dialog()?.close('escape');
    await desk.until(() => editor.dialog() === null);
    await open();
    expect(editor.field('formula/points')?.value).to.equal('70');
    editor.type('eventKind', '*');
    await desk.until(() => editor.field('event') !== null);
    editor.type('event', 'Course Passed');
    await desk.until(() => editor.all('.said').length === 1);
    editor.all('[data-act=save-and-preview]')[0]?.click();
    await desk.until(() => editor.field('event')?.error !== undefined);
    editor.type('eventKind', 'course_passed');
    await desk.rest();
    editor.all('[data-act=save-and-preview]')[0]?.click();
    await desk.until(() => desk.texts('.replay tbody tr').length === 1);
    expect(desk.texts('.replay tbody tr')[0]?.replaceAll(' ', '')).to.equal('LumenAutomationOy100140+40');
    await desk.click('[data-act=publish]');
    await desk.until(() => desk.texts('.row').some(row => row.includes('Courses Version 2 in force')));
  });

  it('adds a board and takes it away again', async () => {
    const desk = await startDesk({...admin, attributes: {tab: 'boards'}});
    const editor = inside(desk, 'portico-program-desk-board');
    await desk.click('[data-act=add-board]');
    await desk.until(() => editor.field('name') !== null && editor.dialog() !== null);
    editor.type('name', 'A sprint');
    editor.type('within', 'cohort');
    editor.all('[data-act=save-board]')[0]?.click();
    await desk.until(() => desk.texts('.row').some(row => row.startsWith('A sprint Points, by quarter')));
    await desk.click('[data-act=change-board]');
    await desk.until(() => editor.text().includes('Points · Each quarter') && editor.field('within')?.value === 'cohort');
    editor.all('[data-act=remove]')[0]?.click();
    await desk.until(() => editor.all('[data-act=do-remove]').length === 1);
    editor.all('[data-act=do-remove]')[0]?.click();
    await desk.until(() => desk.texts('.row').every(row => !row.startsWith('A sprint')));
  });

  it('announces terms after a look at who would reach another level', async () => {
    const desk = await startDesk(admin);
    desk.element.tab = 'levels';
    const levels = inside(desk, 'portico-program-desk-levels');
    await desk.until(() => levels.text().includes('Revenue at least €50,000 in the last 12 months'));
    levels.all('[data-act=change-terms]')[0]?.click();
    const root = () => levels.all('portico-program-desk-terms')[0]?.shadowRoot;
    const target = () => root()?.querySelector<UiField>("portico-ui-field[name='requirements/1/criteria/0/target']");
    await desk.until(() => target() !== null && target() !== undefined);
    for (const [name, value] of [['requirements/1/criteria/0/target', '200000'], ['requirements/1/minScore', '100']] as const) {
      const field = root()?.querySelector<UiField>(`portico-ui-field[name='${name}']`);
      if (!field) throw new Error(`There is no ${name}.`);
      field.value = value;
      field.dispatchEvent(new Event('change', {bubbles: true}));
      await desk.settled();
    }
    root()?.querySelector<HTMLElement>('[data-act=preview-terms]')?.click();
    await desk.until(() => /\d+ of \d+ partners would reach another level/.test(root()?.textContent ?? ''));
    root()?.querySelector<HTMLElement>('[data-act=announce]')?.click();
    await desk.until(() => levels.text().includes('Version 2, in effect since') && levels.text().includes('Revenue at least €200,000'));
  });

  it('shows who brings the turnover, as a curve with its sentence and as a table', async () => {
    const desk = await startDesk(admin);
    desk.element.tab = 'pareto';
    const pareto = inside(desk, 'portico-program-desk-pareto');
    await desk.until(() => pareto.all('tbody tr').length === 13);
    expect(pareto.text()).to.match(/9 of 13 partners \(69\.2%\) bring 80% of the turnover\./);
    expect(pareto.all('svg[role=img] desc')[0]?.textContent).to.contain('bring 80%');
    const cumulative = pareto.all('tbody td:last-child').map(cell => Number.parseFloat(cell.textContent ?? ''));
    expect(cumulative).to.deep.equal(cumulative.toSorted((a, b) => a - b));
    expect([pareto.all('.tag').length, cumulative.at(-1)]).to.deep.equal([9, 100]);
    await expect(desk.element).to.be.accessible();
  });
});
