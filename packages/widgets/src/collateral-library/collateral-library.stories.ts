import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {userEvent} from 'storybook/test';
import {allInside, click, inside, shown} from '../base/story.harness.ts';
import '../define/collateral-library.ts';
import type {CollateralLibrary} from './collateral-library.ts';

interface Args {
  tab: CollateralLibrary['tab'];
  sort: CollateralLibrary['sort'];
  q: string;
  shortcuts: CollateralLibrary['shortcuts'];
}

const meta: Meta<Args> = {
  title: 'Collateral library',
  component: 'portico-collateral-library',
  args: {tab: 'all', sort: '', q: '', shortcuts: 'on'},
  argTypes: {
    tab: {control: 'inline-radio', options: ['all', 'new', 'favourites', 'outdated']},
    sort: {control: 'inline-radio', options: ['', 'relevance', 'newest', 'title', 'expiring']},
    shortcuts: {control: 'inline-radio', options: ['on', 'off']},
  },
  render: ({tab, sort, q, shortcuts}) => html`<portico-collateral-library tab=${tab} sort=${sort || nothing} q=${q || nothing} shortcuts=${shortcuts}></portico-collateral-library>`,
};

export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const libraryIn = (canvas: HTMLElement) => canvas.querySelector('portico-collateral-library') as CollateralLibrary;
const find = (canvas: HTMLElement, selector: string) => shown(() => inside(libraryIn(canvas), selector));
/** What stands in one of the library's dialogs. */
const findInDialog = (canvas: HTMLElement, dialog: string, selector: string) => allInside(inside(libraryIn(canvas), `portico-collateral-${dialog}-dialog`), selector);

const cardsShown: Play = async ({canvasElement}) => void (await find(canvasElement, '.piece[role]'));
const stateShown: Play = async ({canvasElement}) => void (await find(canvasElement, 'portico-ui-empty-state'));

/** Opens the piece whose title has these words. */
const open =
  (words: string, part = '#detail-title'): Play =>
  async ({canvasElement}) => {
    const pieces = () => allInside(libraryIn(canvasElement), '.piece[role]');
    await userEvent.click(await shown(() => pieces().find(({textContent}) => textContent.includes(words))?.querySelector<HTMLElement>('.open')));
    await find(canvasElement, '#detail-title');
    await find(canvasElement, part);
  };

/** The first material is on its way: the place it will take, and nothing jumps when it comes. */
export const Pending: Story = {parameters: {portico: {scenario: 'slow'}}};

/** Nothing has been published yet; says what will come. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty'}}, play: stateShown};

/** Everything the partner may have, what is locked, and copies that are out of date. */
export const Many: Story = {play: cardsShown};

/** Thousands of pieces: only those in view are drawn. */
export const Huge: Story = {parameters: {portico: {scenario: 'huge'}}, play: cardsShown};

/** What was published since the last visit. */
export const New: Story = {args: {tab: 'new'}, play: cardsShown};

/** Copies that were replaced or recalled since they were downloaded. */
export const OutOfDate: Story = {args: {tab: 'outdated'}, play: cardsShown};

/** Words that nothing has. */
export const NothingFound: Story = {args: {q: 'zeppelin'}, play: stateShown};

/** Found by words, narrowed by values. */
export const Found: Story = {
  args: {q: 'camera'},
  play: async context => {
    await cardsShown(context);
    libraryIn(context.canvasElement).type = 'datasheet';
    await find(context.canvasElement, '.clear');
  },
};

/** A piece with its pages, its versions, and the note that the partner's copy is old. */
export const Opened: Story = {play: open('Aurora Vision datasheet', '.version')};

/** What is missing before a piece may be had, in words. */
export const Locked: Story = {play: open('Why Aurora wins', '.unlocks')};

/** The vendor has taken a piece back while somebody read it. */
export const Recalled: Story = {
  play: async context => {
    await open('Tampere Paper Works', '.version')(context);
    const {backend} = context.loaded as {backend: MockBackend};
    const {id = '', version = 0} = libraryIn(context.canvasElement).collateral.opened.asset ?? {};
    const {token} = await backend.fetchSessionAs('vendor')();
    await backend.fetch(`http://mock.test/v1/assets/${id}/recall`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'recall-of-this-story', 'if-match': `"${version}"`},
      body: JSON.stringify({reason: 'The figures on page 2 are those of last year.'}),
    });
    await find(context.canvasElement, '.piece[data-gone]');
  },
};

/** A link for customers: until when, for whom, and the links that are out. */
export const Sharing: Story = {
  play: async context => {
    await open('Aurora Vision datasheet', '.actions [data-act=share]')(context);
    await userEvent.click(await find(context.canvasElement, '.actions [data-act=share]'));
    await shown(() => findInDialog(context.canvasElement, 'share', 'portico-ui-field').length > 1);
  },
};

/** A copy under the partner's own logo, drawn while it is typed. */
export const Cobranding: Story = {
  play: async context => {
    await open('Aurora Vision datasheet', '.actions [data-act=cobrand]')(context);
    await userEvent.click(await find(context.canvasElement, '.actions [data-act=cobrand]'));
    await click(() => findInDialog(context.canvasElement, 'cobrand', '[data-act=new]')[0]);
    await shown(() => findInDialog(context.canvasElement, 'cobrand', '.sheet')[0]);
  },
};

/** Printed copies: how many may be had, and where they go. */
export const Ordering: Story = {
  globals: {locale: 'vi', theme: 'dark'},
  play: async context => {
    await open('Aurora Vision datasheet', '.actions [data-act=print]')(context);
    await userEvent.click(await find(context.canvasElement, '.actions [data-act=print]'));
    await shown(() => findInDialog(context.canvasElement, 'print', 'portico-ui-field').length > 4);
  },
};

/** Material on the partner's own website: which pieces, whether visitors can ask, and the code to paste. */
export const Embedding: Story = {
  play: async context => {
    await open('Aurora Vision datasheet', '.actions [data-act=embed]')(context);
    await userEvent.click(await find(context.canvasElement, '.actions [data-act=embed]'));
    await shown(() => findInDialog(context.canvasElement, 'mine', '[data-act=choose]').length > 0);
  },
};

/** Copies under the partner's logo that the vendor's changes left behind, and the one act that makes all of them anew. */
export const Renewing: Story = {
  args: {tab: 'outdated'},
  play: async context => {
    await userEvent.click(await find(context.canvasElement, '[data-act=mine]'));
    await shown(() => findInDialog(context.canvasElement, 'mine', '[data-act=remake-all]').length === 1);
  },
};

/** The server fails; nothing is lost, and one can try again. */
export const Failing: Story = {parameters: {portico: {scenario: 'failing'}}, play: stateShown};

/** There is no connection, and nothing from before to show. */
export const Offline: Story = {parameters: {portico: {scenario: 'offline'}}, play: stateShown};

/** The person may not see material. */
export const Forbidden: Story = {parameters: {portico: {scenario: 'forbidden'}}, play: stateShown};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: open('Aurora Vision datasheet', '.version')};

export const Dark: Story = {globals: {theme: 'dark'}, play: open('Aurora Vision datasheet', '.version')};

/** As narrow as a page can make it: panes are pages. */
export const Narrowest: Story = {parameters: {portico: {width: 280}}, globals: {locale: 'fi'}, play: open('Aurora Vision datasheet', '.version')};
