import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {click} from '../base/story.harness.ts';
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

const patience = {timeout: 12_000};
const libraryIn = (canvas: HTMLElement) => canvas.querySelector('portico-collateral-library') as CollateralLibrary;
const findAll = (canvas: HTMLElement, selector: string) => [...(libraryIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const find = (canvas: HTMLElement, selector: string) =>
  waitFor(() => {
    const [found] = findAll(canvas, selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  }, patience);

const cardsShown: Play = async ({canvasElement}) => void (await find(canvasElement, '.piece[role]'));
const stateShown: Play = async ({canvasElement}) => void (await find(canvasElement, 'portico-ui-empty-state'));

/** Opens the piece whose title has these words. */
const open =
  (words: string, shown = '#detail-title'): Play =>
  async ({canvasElement}) => {
    await find(canvasElement, '.piece[role]');
    const card = findAll(canvasElement, '.piece[role]').find(each => each.textContent?.includes(words));
    const button = card?.querySelector<HTMLElement>('.open');
    if (!button) throw new Error(`There is no card of ${words}.`);
    await userEvent.click(button);
    await find(canvasElement, '#detail-title');
    await find(canvasElement, shown);
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
    await waitFor(() => expect(findAll(context.canvasElement, '.clear')).toHaveLength(1), patience);
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
    await waitFor(() => expect(findAll(context.canvasElement, 'portico-collateral-share-dialog')[0]?.shadowRoot?.querySelectorAll('portico-ui-field').length).toBeGreaterThan(1), patience);
  },
};

/** A copy under the partner's own logo, drawn while it is typed. */
export const Cobranding: Story = {
  play: async context => {
    await open('Aurora Vision datasheet', '.actions [data-act=cobrand]')(context);
    await userEvent.click(await find(context.canvasElement, '.actions [data-act=cobrand]'));
    const within = (selector: string) => findAll(context.canvasElement, 'portico-collateral-cobrand-dialog')[0]?.shadowRoot?.querySelector<HTMLElement>(selector);
    await click(() => within('[data-act=new]'));
    await waitFor(() => expect(within('.sheet')).toBeTruthy(), patience);
  },
};

/** Printed copies: how many may be had, and where they go. */
export const Ordering: Story = {
  globals: {locale: 'vi', theme: 'dark'},
  play: async context => {
    await open('Aurora Vision datasheet', '.actions [data-act=print]')(context);
    await userEvent.click(await find(context.canvasElement, '.actions [data-act=print]'));
    await waitFor(() => expect(findAll(context.canvasElement, 'portico-collateral-print-dialog')[0]?.shadowRoot?.querySelectorAll('portico-ui-field').length).toBeGreaterThan(4), patience);
  },
};

/** Material on the partner's own website: which pieces, whether visitors can ask, and the code to paste. */
export const Embedding: Story = {
  play: async context => {
    await open('Aurora Vision datasheet', '.actions [data-act=embed]')(context);
    await userEvent.click(await find(context.canvasElement, '.actions [data-act=embed]'));
    await waitFor(() => expect(findAll(context.canvasElement, 'portico-collateral-mine-dialog')[0]?.shadowRoot?.querySelectorAll('[data-act=choose]').length).toBeGreaterThan(0), patience);
  },
};

/** Copies under the partner's logo that the vendor's changes left behind, and the one act that makes all of them anew. */
export const Renewing: Story = {
  args: {tab: 'outdated'},
  play: async context => {
    await userEvent.click(await find(context.canvasElement, '[data-act=mine]'));
    await waitFor(() => expect(findAll(context.canvasElement, 'portico-collateral-mine-dialog')[0]?.shadowRoot?.querySelectorAll('[data-act=remake-all]')).toHaveLength(1), patience);
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
