import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {allInside, inside, shown} from '../base/story.harness.ts';
import '../define/lead-inbox.ts';
import type {LeadInbox} from './lead-inbox.ts';

interface Args {
  tab: LeadInbox['tab'];
  sort: LeadInbox['sort'];
  shortcuts: LeadInbox['shortcuts'];
  density: 'comfortable' | 'compact';
}

const meta: Meta<Args> = {
  title: 'Lead inbox',
  component: 'portico-lead-inbox',
  args: {tab: 'new', sort: 'deadline', shortcuts: 'on', density: 'comfortable'},
  argTypes: {
    tab: {control: 'inline-radio', options: ['new', 'working', 'closed']},
    sort: {control: 'inline-radio', options: ['deadline', 'score', 'age']},
    shortcuts: {control: 'inline-radio', options: ['on', 'off']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
  },
  render: ({tab, sort, shortcuts, density}) =>
    html`<portico-lead-inbox tab=${tab} sort=${sort} shortcuts=${shortcuts} density=${density === 'compact' ? density : nothing}></portico-lead-inbox>`,
};

export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const inboxIn = (canvas: HTMLElement) => canvas.querySelector('portico-lead-inbox') as LeadInbox;
const find = (canvas: HTMLElement, selector: string) => shown(() => inside<HTMLElement>(inboxIn(canvas), selector));

const rowsShown: Play = async ({canvasElement}) => void (await find(canvasElement, '[role=row]'));
const stateShown: Play = async ({canvasElement}) => void (await find(canvasElement, 'portico-ui-empty-state'));

/** Opens the first lead of the list. */
const open: Play = async ({canvasElement}) => {
  await userEvent.click(await find(canvasElement, '[role=row]'));
  await find(canvasElement, '#detail-title');
};

/** The first leads are on their way: the place they will take, and nothing jumps when they come. */
export const Pending: Story = {parameters: {portico: {scenario: 'slow'}}};

/** Nothing has been sent yet; says what will come. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty'}}, play: stateShown};

/** Nothing has been accepted yet. */
export const NoneInWork: Story = {...Empty, args: {tab: 'working'}};

/** Nothing has come to its end yet. */
export const NoneClosed: Story = {...Empty, args: {tab: 'closed'}};

export const One: Story = {parameters: {portico: {scenario: 'one'}}, play: rowsShown};

/** Something under each tab; nothing is open. */
export const Leads: Story = {play: rowsShown};

export const Many: Story = {parameters: {portico: {scenario: 'many'}}, play: rowsShown};

/** A hundred thousand leads: only those in view are drawn. */
export const Huge: Story = {parameters: {portico: {scenario: 'huge'}}, play: rowsShown};

/** A lead before acceptance: enough to decide by, and who stands behind it stays hidden. */
export const Teaser: Story = {play: open};

/** Accepted a moment ago: name and contact are shown, the row stays until another is opened. */
export const Accepted: Story = {
  play: async context => {
    await open(context);
    await userEvent.click(await find(context.canvasElement, '[data-act=accept]'));
    await find(context.canvasElement, '.ways a');
  },
};

/** A lead in work: contact, next step, and the story of what was done. */
export const Working: Story = {
  args: {tab: 'working'},
  play: async context => {
    await open(context);
    await find(context.canvasElement, '.entry');
  },
};

/** What became of leads, and why. */
export const Closed: Story = {args: {tab: 'closed'}, play: open};

/** Declining asks for a reason. */
export const Declining: Story = {
  play: async context => {
    await open(context);
    await userEvent.click(await find(context.canvasElement, '[data-act=decline]'));
    await find(context.canvasElement, 'portico-ui-dialog[open] portico-ui-field');
  },
};

/** Converting is filled in from the lead. */
export const Converting: Story = {
  args: {tab: 'working'},
  play: async context => {
    await open(context);
    await userEvent.click(await find(context.canvasElement, '[data-act=convert]'));
    await find(context.canvasElement, 'portico-ui-dialog[open] portico-ui-field');
  },
};

/** Several are selected, to be accepted or declined in one go. */
export const Selected: Story = {
  parameters: {portico: {scenario: 'many'}},
  play: async context => {
    await rowsShown(context);
    inboxIn(context.canvasElement).inbox.selection.set(inboxIn(context.canvasElement).inbox.list.items.slice(0, 3));
    await find(context.canvasElement, '.bulk');
  },
};

/** Filters stand above the list, and are counted when they are put away. */
export const Filtered: Story = {
  play: async context => {
    await rowsShown(context);
    await userEvent.click(await find(context.canvasElement, '.tool'));
    await waitFor(() => expect(allInside(inboxIn(context.canvasElement), '.filters portico-ui-field')).toHaveLength(3));
  },
};

/** The open lead was withdrawn by the vendor: it stays in its place, with a note. */
export const Withdrawn: Story = {
  play: async context => {
    await open(context);
    (context.loaded as {backend: MockBackend}).backend.act.withdraw(inboxIn(context.canvasElement).offerId);
    await find(context.canvasElement, '.note');
  },
};

/** An act that did not take effect: the row is back, with the reason. */
export const Refused: Story = {
  play: async context => {
    await open(context);
    const {behaviour} = (context.loaded as {backend: MockBackend}).backend;
    behaviour.refusal = 'forbidden';
    await userEvent.click(await find(context.canvasElement, '[data-act=accept]'));
    await find(context.canvasElement, '.note[data-tone=danger]');
    behaviour.refusal = null;
  },
};

/** The server fails; nothing is lost, and one can try again. */
export const Failing: Story = {parameters: {portico: {scenario: 'failing'}}, play: stateShown};

/** There is no connection, and nothing from before to show. */
export const Offline: Story = {parameters: {portico: {scenario: 'offline'}}, play: stateShown};

/** The person may not see leads. */
export const Forbidden: Story = {parameters: {portico: {scenario: 'forbidden'}}, play: stateShown};

/** The page's own words in place of ours. */
export const OwnStates: Story = {
  parameters: {portico: {scenario: 'empty'}},
  render: () => html`<portico-lead-inbox><p slot="empty">Nothing today. Time for the leads you have.</p></portico-lead-inbox>`,
  play: async ({canvasElement}) => waitFor(() => expect(canvasElement.querySelector('[slot=empty]')?.checkVisibility()).toBe(true)),
};

export const LongNames: Story = {parameters: {portico: {scenario: 'longNames'}}, play: open};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: open};

export const Dark: Story = {globals: {theme: 'dark'}, args: {tab: 'working'}, play: open};

export const Compact: Story = {args: {density: 'compact'}, parameters: {portico: {scenario: 'many'}}, play: rowsShown};

/** Where there is room for one pane, panes are pages. */
export const Narrow: Story = {parameters: {portico: {width: 360}}, play: rowsShown};

export const NarrowOpen: Story = {parameters: {portico: {width: 360}}, play: open};

/** As narrow as a page can make it. */
export const Narrowest: Story = {parameters: {portico: {width: 280}}, args: {tab: 'working'}, play: open};

/** What the keys do. */
export const Shortcuts: Story = {
  play: async context => {
    await rowsShown(context);
    (await find(context.canvasElement, '[role=row]')).focus();
    await userEvent.keyboard('?');
    await find(context.canvasElement, 'kbd');
  },
};
