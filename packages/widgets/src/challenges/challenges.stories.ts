import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {waitFor} from 'storybook/test';
import '../define/challenges.ts';
import type {Challenges} from './challenges.ts';

const prepare = ({act}: MockBackend) => {
  act.standing();
  act.challenges();
};

const meta: Meta<{tab: Challenges['tab']}> = {
  title: 'Challenges',
  component: 'portico-challenges',
  args: {tab: 'challenges'},
  argTypes: {tab: {control: 'inline-radio', options: ['challenges', 'badges', 'rewards']}},
  parameters: {portico: {prepare}},
  render: ({tab}) => html`<portico-challenges tab=${tab}></portico-challenges>`,
};

export default meta;

type Story = StoryObj<{tab: Challenges['tab']}>;
type Play = NonNullable<Story['play']>;

const find = (canvas: HTMLElement, selector: string) =>
  waitFor(
    () => {
      const found = canvas.querySelector<Challenges>('portico-challenges')?.shadowRoot?.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`There is no ${selector}.`);
      return found;
    },
    {timeout: 12_000},
  );

const shown =
  (selector: string): Play =>
  async ({canvasElement}) =>
    void (await find(canvasElement, selector));

/** The vendor has started none. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty', prepare: () => {}}}, play: shown('portico-ui-empty-state')};

/** What waits for the partner, what counts by itself, what comes, and what is over. */
export const Many: Story = {play: shown('.challenge')};

/** A proof that the vendor sent back, with the reason. */
export const Proof: Story = {
  play: async ({canvasElement}) => {
    (await find(canvasElement, '[data-act=resend]')).click();
    await find(canvasElement, 'portico-challenges-proof');
  },
};

/** Badges with their validity, and those that can be earned, from right to left. */
export const Badges: Story = {args: {tab: 'badges'}, globals: {locale: 'ar'}, play: shown('.tile')};

/** What points can be redeemed for, as narrow as a page can make it, in the dark. */
export const Narrowest: Story = {args: {tab: 'rewards'}, parameters: {portico: {prepare, width: 280}}, globals: {locale: 'de', theme: 'dark'}, play: shown('.tile')};
