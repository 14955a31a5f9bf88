import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, waitFor} from 'storybook/test';
import {allInside, click, inside, press, rowWith, rowsOf, shown, stateOf} from '../base/story.harness.ts';
import '../define/deal-review.ts';
import type {DealReview} from './deal-review.ts';

interface Args {
  tab: DealReview['tab'];
  sort: DealReview['sort'];
  shortcuts: DealReview['shortcuts'];
  density: 'comfortable' | 'compact';
}

const meta: Meta<Args> = {
  title: 'Deal review',
  component: 'portico-deal-review',
  args: {tab: 'in_review', sort: 'deadline', shortcuts: 'on', density: 'compact'},
  argTypes: {
    tab: {control: 'inline-radio', options: ['in_review', 'protected', 'closed', 'all']},
    sort: {control: 'inline-radio', options: ['deadline', 'newest', 'amount']},
    shortcuts: {control: 'inline-radio', options: ['on', 'off']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
  },
  render: ({tab, sort, shortcuts, density}) => html`<portico-deal-review tab=${tab} sort=${sort} shortcuts=${shortcuts} density=${density}></portico-deal-review>`,
  parameters: {portico: {as: 'vendor'}},
};

export default meta;

type Story = StoryObj<Args>;

const reviewIn = (canvas: HTMLElement) => canvas.querySelector('portico-deal-review') as DealReview;
const rows = (canvas: HTMLElement) => rowsOf(reviewIn(canvas));
const rowsShown: Story['play'] = async ({canvasElement}) => void (await shown(() => rows(canvasElement)[0]));
const stateShown: Story['play'] = async ({canvasElement}) => void (await shown(() => stateOf(reviewIn(canvasElement))));

/** Opens the registration of a customer and waits until it is there in full. */
async function openDeal(canvas: HTMLElement, customer: string): Promise<HTMLElement> {
  (await rowWith(reviewIn(canvas), customer)).click();
  const detail = () => inside(reviewIn(canvas), 'portico-deal-review-detail');
  await shown(() => inside(detail(), '.story'));
  return shown(detail);
}

const dialogShown = (canvas: HTMLElement) => shown(() => inside(inside(reviewIn(canvas), 'portico-deal-review-act'), 'portico-ui-dialog'));

/** What waits for a decision, the overdue first. */
export const Queue: Story = {play: rowsShown};

/** The first registrations are on their way. */
export const Pending: Story = {parameters: {portico: {as: 'vendor', scenario: 'slow'}}};

/** Nothing waits. */
export const Empty: Story = {parameters: {portico: {as: 'vendor', scenario: 'empty'}}, play: stateShown};

export const Many: Story = {args: {tab: 'all'}, parameters: {portico: {as: 'vendor', scenario: 'many'}}, play: rowsShown};

/** One that a protected registration stands in the way of, both side by side, with their case. */
export const SideBySide: Story = {
  play: async ({canvasElement}) => {
    const detail = await openDeal(canvasElement, 'Đóng tàu');
    await shown(() => allInside(detail, '.side').length === 2);
  },
};

/** Others have to approve, in order. */
export const Approval: Story = {play: async ({canvasElement}) => void (await openDeal(canvasElement, 'Kymi'))};

/** A partner asks for a longer protection. */
export const Extension: Story = {args: {tab: 'protected'}, play: async ({canvasElement}) => void (await openDeal(canvasElement, 'Östgöta'))};

/** Asking the partner for named fields. */
export const AskingForInformation: Story = {
  play: async ({canvasElement}) => {
    await press(await openDeal(canvasElement, 'Vänern'), 'Ask for information');
    await dialogShown(canvasElement);
  },
};

/** Turning one down, with a reason that the partner reads. */
export const Rejecting: Story = {
  play: async ({canvasElement}) => {
    await press(await openDeal(canvasElement, 'Vänern'), 'Reject');
    await dialogShown(canvasElement);
  },
};

/** All that are loaded are selected. */
export const Selected: Story = {
  play: async context => {
    await rowsShown(context);
    await click(() => inside(reviewIn(context.canvasElement), '.head input'));
    await shown(() => inside(reviewIn(context.canvasElement), '.bulk'));
  },
};

/** What somebody else does shows at once. */
export const OthersAct: Story = {
  play: async context => {
    await rowsShown(context);
    const {backend} = context.loaded as {backend: MockBackend};
    const {store} = backend;
    const id = rows(context.canvasElement)[0]?.dataset['id'] ?? '';
    const deal = store.data.deals.get(id);
    store.act(() => {
      if (deal) store.update(store.data.deals, deal, {name: 'Renamed by the partner'});
      store.change('deal_registration', id);
    });
    await waitFor(() => expect(rows(context.canvasElement)[0]?.textContent).toContain('Renamed by the partner'));
  },
};

/** The server cannot answer. */
export const Failing: Story = {parameters: {portico: {as: 'vendor', scenario: 'failing'}}, play: stateShown};

/** There was no connection from the beginning. */
export const Offline: Story = {parameters: {portico: {as: 'vendor', scenario: 'offline'}}, play: stateShown};

/** The session is not for this. */
export const Forbidden: Story = {parameters: {portico: {as: 'vendor', scenario: 'forbidden'}}, play: stateShown};

export const LongNames: Story = {parameters: {portico: {as: 'vendor', scenario: 'longNames'}}, play: rowsShown};

export const Dark: Story = {globals: {theme: 'dark'}, play: async ({canvasElement}) => void (await openDeal(canvasElement, 'Đóng tàu'))};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: async ({canvasElement}) => void (await openDeal(canvasElement, 'Đóng tàu'))};

/** As narrow as a page may make it. */
export const Narrow: Story = {parameters: {portico: {as: 'vendor', width: 280}}, play: rowsShown};

export const NarrowOpen: Story = {parameters: {portico: {as: 'vendor', width: 360}}, play: async ({canvasElement}) => void (await openDeal(canvasElement, 'Đóng tàu'))};
