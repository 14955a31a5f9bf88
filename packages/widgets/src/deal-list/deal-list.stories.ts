import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {allInside, inside, shown} from '../base/story.harness.ts';
import '../define/deal-list.ts';
import type {DealList} from './deal-list.ts';

interface Args {
  tab: DealList['tab'];
  sort: DealList['sort'];
  shortcuts: DealList['shortcuts'];
  density: 'comfortable' | 'compact';
}

const meta: Meta<Args> = {
  title: 'Deal list',
  component: 'portico-deal-list',
  args: {tab: undefined, sort: 'deadline', shortcuts: 'on', density: 'comfortable'},
  argTypes: {
    tab: {control: 'inline-radio', options: ['attention', 'draft', 'in_review', 'protected', 'closed']},
    sort: {control: 'inline-radio', options: ['deadline', 'newest', 'amount']},
    shortcuts: {control: 'inline-radio', options: ['on', 'off']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
  },
  render: ({tab, sort, shortcuts, density}) =>
    html`<portico-deal-list tab=${tab ?? nothing} sort=${sort} shortcuts=${shortcuts} density=${density === 'compact' ? density : nothing}></portico-deal-list>`,
};

export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const listIn = (canvas: HTMLElement) => canvas.querySelector('portico-deal-list') as DealList;
const find = (canvas: HTMLElement, selector: string) => shown(() => inside<HTMLElement>(listIn(canvas), selector));

const rowsShown: Play = async ({canvasElement}) => void (await find(canvasElement, '[role=row]'));
const stateShown: Play = async ({canvasElement}) => void (await find(canvasElement, 'portico-ui-empty-state'));

/** Opens the first deal of the list. */
const open: Play = async ({canvasElement}) => {
  await userEvent.click(await find(canvasElement, '[role=row]'));
  await find(canvasElement, '#detail-title');
  await find(canvasElement, '.entry');
};

/** Opens the first deal of a status. */
const openOf =
  (status: string): Play =>
  async ({canvasElement}) => {
    await find(canvasElement, '[role=row]');
    const {deals} = listIn(canvasElement);
    const deal = deals.list.items.find(each => each.status === status);
    if (!deal) throw new Error(`There is no deal that is ${status}.`);
    deals.open(deal);
    await find(canvasElement, '#detail-title');
  };

/** The first deals are on their way: the place they will take, and nothing jumps when they come. */
export const Pending: Story = {parameters: {portico: {scenario: 'slow'}}};

/** Nothing has been registered yet; says what will come. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty'}}, play: stateShown};

export const EmptyDrafts: Story = {parameters: {portico: {scenario: 'empty'}}, args: {tab: 'draft'}, play: stateShown};

export const One: Story = {parameters: {portico: {scenario: 'one'}}, play: rowsShown};

/** What needs the person comes first. */
export const NeedsYou: Story = {play: rowsShown};

export const Protected: Story = {args: {tab: 'protected'}, play: rowsShown};

/** A hundred thousand deals: only those in view are drawn. */
export const Huge: Story = {parameters: {portico: {scenario: 'huge'}}, args: {tab: 'protected'}, play: rowsShown};

/** The vendor asks for information: what, until when, and the way to the form. */
export const Asked: Story = {play: openOf('action_required')};

/** A deal in work: stage, next step, protection, products, receipt and story. */
export const Working: Story = {args: {tab: 'protected'}, play: open};

/** Sent and not decided: the receipt stands with its place in the queue. */
export const InReview: Story = {
  args: {tab: 'in_review'},
  play: async context => {
    await openOf('submitted')(context);
    await userEvent.click(await find(context.canvasElement, '[data-act=check]'));
    await find(context.canvasElement, '.verdict');
  },
};

/** Rejected with a reason, to be improved. */
export const Rejected: Story = {args: {tab: 'closed'}, play: openOf('rejected')};

/** Setting the stage asks for probability, day and next step. */
export const SettingStage: Story = {
  args: {tab: 'protected'},
  play: async context => {
    await open(context);
    await userEvent.click(await find(context.canvasElement, '[data-act=set_stage]'));
    await find(context.canvasElement, 'portico-ui-dialog[open] portico-ui-field');
  },
};

/** A change of amount, day and products is asked for in one go. */
export const Amending: Story = {
  args: {tab: 'protected'},
  play: async context => {
    await open(context);
    const menu = await find(context.canvasElement, '.actions portico-ui-menu');
    menu.dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id: 'request_amendment'}));
    await find(context.canvasElement, 'portico-ui-dialog[open] .line-form');
  },
};

/** Filters stand above the list, and are counted when they are put away. */
export const Filtered: Story = {
  args: {tab: 'protected'},
  play: async context => {
    await rowsShown(context);
    await userEvent.click(await find(context.canvasElement, '.tool'));
    await waitFor(() => expect(allInside(listIn(context.canvasElement), '.filters portico-ui-field')).toHaveLength(2));
  },
};

/** An act that did not take effect: the deal is as it was, with the reason. */
export const Refused: Story = {
  args: {tab: 'in_review'},
  play: async context => {
    await openOf('submitted')(context);
    const {behaviour} = (context.loaded as {backend: MockBackend}).backend;
    behaviour.refusal = 'forbidden';
    const menu = await find(context.canvasElement, '.actions portico-ui-menu');
    menu.dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id: 'recall'}));
    await find(context.canvasElement, '.row .failure');
    behaviour.refusal = null;
  },
};

/** The server fails; nothing is lost, and one can try again. */
export const Failing: Story = {parameters: {portico: {scenario: 'failing'}}, play: stateShown};

/** There is no connection, and nothing from before to show. */
export const Offline: Story = {parameters: {portico: {scenario: 'offline'}}, play: stateShown};

/** The person may not see deals. */
export const Forbidden: Story = {parameters: {portico: {scenario: 'forbidden'}}, play: stateShown};

/** The page's own words in place of ours. */
export const OwnStates: Story = {
  parameters: {portico: {scenario: 'empty'}},
  render: () => html`<portico-deal-list><p slot="empty">Nothing to do. Register the deal you are working on.</p></portico-deal-list>`,
  play: async ({canvasElement}) => waitFor(() => expect(canvasElement.querySelector('[slot=empty]')?.checkVisibility()).toBe(true)),
};

export const LongNames: Story = {parameters: {portico: {scenario: 'longNames'}}, args: {tab: 'protected'}, play: open};

export const RightToLeft: Story = {globals: {locale: 'ar'}, args: {tab: 'protected'}, play: open};

export const Dark: Story = {globals: {theme: 'dark'}, args: {tab: 'protected'}, play: open};

export const Compact: Story = {args: {density: 'compact', tab: 'protected'}, parameters: {portico: {scenario: 'many'}}, play: rowsShown};

/** Where there is room for one pane, panes are pages. */
export const Narrow: Story = {parameters: {portico: {width: 360}}, play: rowsShown};

/** As narrow as a page can make it. */
export const Narrowest: Story = {parameters: {portico: {width: 280}}, args: {tab: 'protected'}, play: open};

/** What the keys do. */
export const Shortcuts: Story = {
  play: async context => {
    await rowsShown(context);
    (await find(context.canvasElement, '[role=row]')).focus();
    await userEvent.keyboard('?');
    await find(context.canvasElement, 'kbd');
  },
};
