import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {waitFor} from 'storybook/test';
import '../define/program-desk.ts';
import type {ProgramDesk} from './program-desk.ts';

const prepare = ({act}: MockBackend) => {
  act.standing();
  act.reachLevel();
  act.riskLevel();
  act.burst();
  act.draftRule();
};

const meta: Meta<{tab: ProgramDesk['tab']}> = {
  title: 'Program desk',
  component: 'portico-program-desk',
  args: {tab: 'decide'},
  argTypes: {tab: {control: 'inline-radio', options: ['decide', 'rules', 'boards', 'levels', 'pareto', 'challenges', 'badges', 'rewards']}},
  parameters: {portico: {as: 'vendor', prepare}},
  render: ({tab}) => html`<portico-program-desk tab=${tab}></portico-program-desk>`,
};

export default meta;

type Story = StoryObj<{tab: ProgramDesk['tab']}>;
type Play = NonNullable<Story['play']>;

const find = (canvas: HTMLElement, selector: string) =>
  waitFor(
    () => {
      const found = canvas.querySelector<ProgramDesk>('portico-program-desk')?.shadowRoot?.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`There is no ${selector}.`);
      return found;
    },
    {timeout: 12_000},
  );

const shown =
  (selector: string): Play =>
  async ({canvasElement}) =>
    void (await find(canvasElement, selector));

/** Nothing is to be decided. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty', prepare: () => {}}}, play: shown('portico-ui-empty-state')};

/** A promotion that waits, and a level that is at risk. */
export const Many: Story = {play: shown('.row')};

/** What publishing a draft would change, before it is published. */
export const Preview: Story = {
  args: {tab: 'rules'},
  play: async ({canvasElement}) => {
    (await find(canvasElement, '[data-act=preview]')).click();
    await find(canvasElement, 'portico-ui-dialog[open] .replay');
  },
};

/** A proof to review, and challenges in all phases. */
export const Proofs: Story = {
  args: {tab: 'challenges'},
  parameters: {
    portico: {
      as: 'vendor',
      prepare: (backend: MockBackend) => {
        prepare(backend);
        backend.act.challenges();
      },
    },
  },
  play: shown('portico-program-desk-challenges'),
};

/** Boards with who is in front, as narrow as a page can make it, from right to left in the dark. */
export const Narrowest: Story = {args: {tab: 'boards'}, parameters: {portico: {as: 'vendor', prepare, width: 280}}, globals: {locale: 'ar', theme: 'dark'}, play: shown('.row')};

/** What is inside an element of the desk. */
const findIn = (canvas: HTMLElement, tag: string, selector: string) =>
  waitFor(
    async () => {
      const found = (await find(canvas, tag)).shadowRoot?.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`There is no ${selector}.`);
      return found;
    },
    {timeout: 12_000},
  );

/** Who brings the turnover: the curve, and the table beside it. */
export const Turnover: Story = {args: {tab: 'pareto'}, play: async ({canvasElement}) => void (await findIn(canvasElement, 'portico-program-desk-pareto', 'tbody tr'))};

/** What levels ask for, being changed in the dark. */
export const Terms: Story = {
  args: {tab: 'levels'},
  globals: {theme: 'dark'},
  play: async ({canvasElement}) => {
    (await findIn(canvasElement, 'portico-program-desk-levels', '[data-act=change-terms]')).click();
    const levels = await find(canvasElement, 'portico-program-desk-levels');
    await waitFor(() => {
      if (!levels.shadowRoot?.querySelector('portico-program-desk-terms')?.shadowRoot?.querySelector('portico-ui-dialog[open] .criterion')) throw new Error('The dialog is not open.');
    });
  },
};

/** A new rule, on a telephone. */
export const NewRule: Story = {
  args: {tab: 'rules'},
  parameters: {portico: {as: 'vendor', prepare, width: 360}},
  play: async ({canvasElement}) => {
    (await find(canvasElement, '[data-act=add-rule]')).click();
    await findIn(canvasElement, 'portico-program-desk-rule', 'portico-ui-dialog[open] portico-ui-field');
  },
};
