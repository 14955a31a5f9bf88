import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, waitFor} from 'storybook/test';
import {allInside, choose, click, inside, press, rowWith, rowsOf, shown, stateOf} from '../base/story.harness.ts';
import '../define/collateral-desk.ts';
import type {CollateralDesk} from './collateral-desk.ts';

interface Args {
  tab: CollateralDesk['tab'];
  sort: CollateralDesk['sort'];
  shortcuts: CollateralDesk['shortcuts'];
  density: 'comfortable' | 'compact';
}

const meta: Meta<Args> = {
  title: 'Collateral desk',
  component: 'portico-collateral-desk',
  args: {tab: 'all', sort: 'newest', shortcuts: 'on', density: 'compact'},
  argTypes: {
    tab: {control: 'inline-radio', options: ['work', 'published', 'ended', 'all', 'copies', 'print', 'report']},
    sort: {control: 'inline-radio', options: ['newest', 'title', 'expiring']},
    shortcuts: {control: 'inline-radio', options: ['on', 'off']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
  },
  render: ({tab, sort, shortcuts, density}) => html`<portico-collateral-desk tab=${tab} sort=${sort} shortcuts=${shortcuts} density=${density}></portico-collateral-desk>`,
  parameters: {portico: {as: 'vendor'}},
};

export default meta;

type Story = StoryObj<Args>;

const deskIn = (canvas: HTMLElement) => canvas.querySelector('portico-collateral-desk') as CollateralDesk;
const rows = (canvas: HTMLElement) => rowsOf(deskIn(canvas));
const rowsShown: Story['play'] = async ({canvasElement}) => void (await shown(() => rows(canvasElement)[0]));
const stateShown: Story['play'] = async ({canvasElement}) => void (await shown(() => stateOf(deskIn(canvasElement))));

/** Opens a piece and waits until it is there in full. */
async function open(canvas: HTMLElement, title: string): Promise<HTMLElement> {
  (await rowWith(deskIn(canvas), title)).click();
  const detail = () => inside(deskIn(canvas), 'portico-collateral-desk-detail');
  await shown(() => inside(detail(), '.versions li'));
  return shown(detail);
}

const dialogShown = (canvas: HTMLElement, tag: string) => shown(() => inside(inside(deskIn(canvas), tag), 'portico-ui-dialog'));

/** Everything there is, newest first. */
export const List: Story = {play: rowsShown};

/** The first rows are on their way. */
export const Pending: Story = {parameters: {portico: {as: 'vendor', scenario: 'slow'}}};

export const Empty: Story = {parameters: {portico: {as: 'vendor', scenario: 'empty'}}, play: stateShown};

export const Many: Story = {parameters: {portico: {as: 'vendor', scenario: 'many'}}, play: rowsShown};

/** What it is, who gets it, two versions side by side, and who holds an old one. */
export const Open: Story = {args: {tab: 'published', sort: 'title'}, play: async ({canvasElement}) => void (await open(canvasElement, 'Aurora Vision datasheet'))};

/** What is said about a piece, and who gets it in plain words. */
export const New: Story = {
  play: async context => {
    await rowsShown(context);
    await press(deskIn(context.canvasElement), 'New material');
    await dialogShown(context.canvasElement, 'portico-collateral-desk-edit');
  },
};

/** A file is chosen, and sent while the rest is filled in. */
export const NewVersion: Story = {
  args: {tab: 'published', sort: 'title'},
  play: async ({canvasElement}) => {
    await press(await open(canvasElement, 'Aurora Edge deck'), 'New version');
    await dialogShown(canvasElement, 'portico-collateral-desk-version');
  },
};

/** How many hold a copy, and why they have to throw it away. */
export const Recalling: Story = {
  args: {tab: 'published', sort: 'title'},
  play: async ({canvasElement}) => {
    const detail = await open(canvasElement, 'Aurora Vision datasheet');
    await choose(() => inside(detail, '.actions portico-ui-menu'), 'recall');
    await dialogShown(canvasElement, 'portico-collateral-desk-act');
  },
};

/** All that are loaded are selected. */
export const Selected: Story = {
  play: async context => {
    await rowsShown(context);
    await click(() => inside(deskIn(context.canvasElement), '.head input'));
    await shown(() => inside(deskIn(context.canvasElement), '.bulk'));
  },
};

/** What somebody else does shows at once. */
export const OthersAct: Story = {
  play: async context => {
    await rowsShown(context);
    const {backend} = context.loaded as {backend: MockBackend};
    const {store} = backend;
    const id = rows(context.canvasElement)[0]?.dataset['id'] ?? '';
    const asset = store.data.collateral.assets.get(id);
    store.act(() => {
      if (asset) store.update(store.data.collateral.assets, asset, {title: 'Renamed by a colleague'});
      store.change('asset', id);
    });
    await waitFor(() => expect(rows(context.canvasElement)[0]?.textContent).toContain('Renamed by a colleague'));
  },
};

/** The server cannot answer. */
export const Failing: Story = {parameters: {portico: {as: 'vendor', scenario: 'failing'}}, play: stateShown};

/** There was no connection from the beginning. */
export const Offline: Story = {parameters: {portico: {as: 'vendor', scenario: 'offline'}}, play: stateShown};

/** The session is not for this. */
export const Forbidden: Story = {parameters: {portico: {as: 'vendor', scenario: 'forbidden'}}, play: stateShown};

export const Dark: Story = {globals: {theme: 'dark'}, args: {tab: 'published', sort: 'title'}, play: async ({canvasElement}) => void (await open(canvasElement, 'Aurora Vision datasheet'))};

export const RightToLeft: Story = {globals: {locale: 'ar'}, args: {tab: 'published', sort: 'title'}, play: async ({canvasElement}) => void (await open(canvasElement, 'Aurora Vision datasheet'))};

/** As narrow as a page may make it. */
export const Narrow: Story = {parameters: {portico: {as: 'vendor', width: 280}}, play: rowsShown};

export const NarrowOpen: Story = {args: {tab: 'published', sort: 'title'}, parameters: {portico: {as: 'vendor', width: 360}}, play: async ({canvasElement}) => void (await open(canvasElement, 'Aurora Vision datasheet'))};

/** Who did what with material: figures, bars, a table. */
export const Report: Story = {args: {tab: 'report'}, play: async ({canvasElement}) => void (await shown(() => inside(inside(deskIn(canvasElement), 'portico-collateral-desk-report'), 'tbody tr')))};

/** Orders of printed copies, one of which is about to be sent. */
export const PrintOrders: Story = {
  args: {tab: 'print'},
  play: async ({canvasElement}) => {
    const orders = () => inside(deskIn(canvasElement), 'portico-collateral-desk-print');
    await shown(() => inside(orders(), '[data-status=picked]'));
    await press(orders(), 'Ship');
    await shown(() => inside(orders(), 'form'));
  },
};

/** What takes the place of a piece is chosen from what is published. */
export const Replacing: Story = {
  args: {tab: 'published', sort: 'title'},
  play: async ({canvasElement}) => {
    const detail = await open(canvasElement, 'Aurora Vision datasheet');
    await choose(() => inside(detail, '.actions portico-ui-menu'), 'supersede');
    await dialogShown(canvasElement, 'portico-collateral-desk-supersede');
  },
};

/** What partners made under their own brand and handed in. */
export const Copies: Story = {args: {tab: 'copies'}, play: async ({canvasElement}) => void (await shown(() => inside(inside(deskIn(canvasElement), 'portico-collateral-desk-copies'), 'li')))};

/** The zones of a template over the page, one of them in hand. */
export const Zones: Story = {
  args: {tab: 'published', sort: 'title'},
  play: async ({canvasElement}) => {
    const detail = await open(canvasElement, 'Aurora Vision datasheet');
    await press(await shown(() => inside(detail, 'portico-collateral-desk-templates')), 'Look at zones');
    const editor = () => inside(deskIn(canvasElement), 'portico-collateral-desk-zones');
    await click(() => allInside(editor(), 'portico-ui-button').find(({textContent}) => textContent === 'New draft from this'));
    await shown(() => inside(editor(), '.add'));
    await click(() => inside(editor(), '.zone[data-index="1"]'));
    await shown(() => inside(editor(), '.handle'));
  },
};

/** Folders as a tree beside the list, narrowed to one of them. */
export const Folders: Story = {
  args: {tab: 'published', sort: 'title'},
  play: async context => {
    await rowsShown(context);
    const desk = deskIn(context.canvasElement);
    const tree = () => inside(desk, 'portico-collateral-desk-folders');
    await click(() => inside(desk, '[data-act=folders]'));
    await click(() => inside(tree(), '.row[aria-level="2"]'));
    await shown(() => inside(tree(), 'portico-ui-menu'));
  },
};
