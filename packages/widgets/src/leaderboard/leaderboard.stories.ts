import {mockBoardIds, type MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {waitFor} from 'storybook/test';
import '../define/leaderboard.ts';
import type {Leaderboard} from './leaderboard.ts';

interface Args {
  boardId: string;
  ledgerHref: string;
}

const {revenue, points, contact} = mockBoardIds;
const standing = {prepare: ({act}: MockBackend) => act.standing()};

const meta: Meta<Args> = {
  title: 'Leaderboard',
  component: 'portico-leaderboard',
  args: {boardId: revenue, ledgerHref: ''},
  argTypes: {boardId: {control: 'inline-radio', options: [revenue, points, contact]}},
  parameters: {portico: standing},
  render: ({boardId, ledgerHref}) => html`<portico-leaderboard board-id=${boardId || nothing} ledger-href=${ledgerHref || nothing}></portico-leaderboard>`,
};

export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const shown =
  (selector: string): Play =>
  async ({canvasElement}) =>
    void (await waitFor(
      () => {
        const board = canvasElement.querySelector<Leaderboard>('portico-leaderboard');
        if (!board?.shadowRoot?.querySelector(selector)) throw new Error(`There is no ${selector}.`);
      },
      {timeout: 12_000},
    ));

/** The first standings are on their way. */
export const Pending: Story = {parameters: {portico: {scenario: 'slow'}}};

/** No board on which the partner competes. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty', prepare: () => {}}}, play: shown('portico-ui-empty-state')};

/** Names, movement since the quarter before, and the way to the next rank. */
export const Many: Story = {play: shown('tr.own')};

/** Others have no names, and nothing tells who they are. */
export const Aliases: Story = {args: {boardId: points, ledgerHref: '#points'}, play: shown('tr.own')};

/** Too few have a result: the partner sees its own, and why. */
export const Few: Story = {parameters: {portico: {prepare: ({act}: MockBackend) => act.standing({partners: 2})}}, play: shown('.alone')};

/** A long board with long names: the partner's own row stays in view. */
export const LongNames: Story = {parameters: {portico: {prepare: ({act}: MockBackend) => act.standing({partners: 80, longNames: true})}}, play: shown('tr.own')};

/** The server fails; one can try again. */
export const Failing: Story = {parameters: {portico: {scenario: 'failing', prepare: () => {}}}, play: shown('portico-ui-empty-state')};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: shown('tr.own')};

/** As narrow as a page can make it, in the dark. */
export const Narrowest: Story = {parameters: {portico: {...standing, width: 280}}, globals: {locale: 'fi', theme: 'dark'}, play: shown('tr.own')};
