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
  argTypes: {tab: {control: 'inline-radio', options: ['decide', 'rules', 'boards']}},
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

/** Boards with who is in front, as narrow as a page can make it, from right to left in the dark. */
export const Narrowest: Story = {args: {tab: 'boards'}, parameters: {portico: {as: 'vendor', prepare, width: 280}}, globals: {locale: 'ar', theme: 'dark'}, play: shown('.row')};
