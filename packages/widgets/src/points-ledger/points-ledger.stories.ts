import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {waitFor} from 'storybook/test';
import '../define/points-ledger.ts';
import type {PointsLedger} from './points-ledger.ts';

const standing = {prepare: ({act}: MockBackend) => act.standing()};

const meta: Meta<{period: PointsLedger['period']}> = {
  title: 'Points ledger',
  component: 'portico-points-ledger',
  args: {period: 'all'},
  argTypes: {period: {control: 'inline-radio', options: ['all', 'month', 'quarter', 'year']}},
  parameters: {portico: standing},
  render: ({period}) => html`<portico-points-ledger period=${period}></portico-points-ledger>`,
};

export default meta;

type Story = StoryObj<{period: PointsLedger['period']}>;
type Play = NonNullable<Story['play']>;

const shown =
  (selector: string): Play =>
  async ({canvasElement}) =>
    void (await waitFor(
      () => {
        if (!canvasElement.querySelector<PointsLedger>('portico-points-ledger')?.shadowRoot?.querySelector(selector)) throw new Error(`There is no ${selector}.`);
      },
      {timeout: 12_000},
    ));

/** There are no points yet; says how to get some. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty', prepare: () => {}}}, play: shown('portico-ui-empty-state')};

/** Rules, a limit that was reached, and a deal that came to nothing beside what took its points back. */
export const Many: Story = {play: shown('.entry[data-reversed]')};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: shown('.entry')};

/** As narrow as a page can make it, in the dark. */
export const Narrowest: Story = {parameters: {portico: {...standing, width: 280}}, globals: {locale: 'vi', theme: 'dark'}, play: shown('.entry')};
