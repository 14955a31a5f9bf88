import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {click, inside, press, rowsOf, shown, stateOf} from '../base/story.harness.ts';
import '../define/lead-desk.ts';
import type {LeadDesk} from './lead-desk.ts';

interface Args {
  group: LeadDesk['group'];
  sort: LeadDesk['sort'];
  shortcuts: LeadDesk['shortcuts'];
  density: 'comfortable' | 'compact';
}

const meta: Meta<Args> = {
  title: 'Lead desk',
  component: 'portico-lead-desk',
  args: {group: 'all', sort: 'newest', shortcuts: 'on', density: 'compact'},
  argTypes: {
    group: {control: 'inline-radio', options: ['all', 'unplaced', 'offered', 'working', 'ended', 'aside']},
    sort: {control: 'inline-radio', options: ['newest', 'deadline', 'score']},
    shortcuts: {control: 'inline-radio', options: ['on', 'off']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
  },
  render: ({group, sort, shortcuts, density}) =>
    html`<portico-lead-desk group=${group} sort=${sort} shortcuts=${shortcuts} density=${density}></portico-lead-desk>`,
  parameters: {portico: {as: 'vendor'}},
};

export default meta;

type Story = StoryObj<Args>;

const deskIn = (canvas: HTMLElement) => canvas.querySelector('portico-lead-desk') as LeadDesk;
const rows = (canvas: HTMLElement) => rowsOf(deskIn(canvas));
const rowsShown: Story['play'] = async ({canvasElement}) => void (await shown(() => rows(canvasElement)[0]));
const stateShown: Story['play'] = async ({canvasElement}) => void (await shown(() => stateOf(deskIn(canvasElement))));

/** Opens the first lead of the list and waits until it is there in full. */
async function openFirst(canvas: HTMLElement): Promise<HTMLElement> {
  await click(() => rows(canvas)[0]);
  const detail = () => inside(deskIn(canvas), 'portico-lead-desk-detail');
  await shown(() => inside(detail(), 'h3'));
  return shown(detail);
}

/** Presses a key in the list; what it opens has a part that is waited for. */
const pressKey =
  (key: string, opened: (desk: LeadDesk) => Element | null): NonNullable<Story['play']> =>
  async context => {
    (await shown(() => rows(context.canvasElement)[0])).focus();
    await userEvent.keyboard(key);
    await shown(() => opened(deskIn(context.canvasElement)));
  };

/** Something under each tab. */
export const Leads: Story = {play: rowsShown};

/** The first leads are on their way. */
export const Pending: Story = {parameters: {portico: {as: 'vendor', scenario: 'slow'}}};

/** No lead was ever sent. */
export const Empty: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'empty'}},
  play: stateShown,
};

export const One: Story = {parameters: {portico: {as: 'vendor', scenario: 'one'}}, play: rowsShown};

export const Many: Story = {parameters: {portico: {as: 'vendor', scenario: 'many'}}, play: rowsShown};

/** What runs out first, first. */
export const ByDeadline: Story = {args: {sort: 'deadline'}, play: rowsShown};

/** A lead in work, with its story. */
export const Open: Story = {args: {group: 'working'}, play: async ({canvasElement}) => void (await openFirst(canvasElement))};

/** A lead that no rule could place. */
export const Unplaced: Story = {args: {group: 'unplaced'}, play: async ({canvasElement}) => void (await openFirst(canvasElement))};

/** Choosing a partner by hand; one whom the rules would pass over needs a second yes. */
export const Offering: Story = {
  args: {group: 'unplaced'},
  play: async ({canvasElement}) => {
    await press(await openFirst(canvasElement), 'Offer');
    const dialog = () => inside(deskIn(canvasElement), 'portico-lead-desk-offer-dialog');
    const picker = await shown(() => inside(dialog(), 'portico-lead-desk-partner-picker'));
    await click(() => inside(picker, '.option:has(.fails) input[type=radio]'));
    await shown(() => inside(dialog(), '.override'));
  },
};

/** Several leads at once. */
export const Selected: Story = {
  play: async context => {
    await rowsShown(context);
    for (const row of rows(context.canvasElement).slice(1, 4)) row.querySelector('input')?.click();
    await shown(() => inside(deskIn(context.canvasElement), '.bulk'));
  },
};

/** A lead is written down by hand. */
export const New: Story = {play: pressKey('n', desk => inside(inside(desk, 'portico-lead-desk-new-lead'), 'portico-ui-dialog[open] portico-ui-field'))};

/** Before a file is chosen: what it should look like. */
export const ImportingNothing: Story = {play: pressKey('i', desk => inside(inside(desk, 'portico-lead-desk-import'), 'input[type=file]'))};

/** A file with errors, before anything is written. */
export const Importing: Story = {
  play: async context => {
    await rowsShown(context);
    const desk = deskIn(context.canvasElement);
    await click(() => inside(desk, '.tools button'));
    const dialog = await shown(() => inside(desk, 'portico-lead-desk-import'));
    const input = await shown(() => inside<HTMLInputElement>(dialog, 'input[type=file]'));
    const file = new File(['id,company,country,mail\n1,Acme Oy,FI,aino@acme.example\n2,Fjord AS,Norway,not-a-mail\n'], 'fair.csv', {type: 'text/csv'});
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event('change', {bubbles: true}));
    await shown(() => inside(dialog, '.issues td.what'));
  },
};

/** What a partner does shows at once, marked for a moment. */
export const PartnerActs: Story = {
  play: async context => {
    await rowsShown(context);
    const {backend} = context.loaded as {backend: MockBackend};
    const id = backend.act.accept();
    const {leadId} = backend.store.data.offers.get(id) ?? {};
    await waitFor(() => expect(rows(context.canvasElement).find(row => row.dataset['id'] === leadId)?.textContent).toContain('Accepted'));
  },
};

/** The server cannot answer. */
export const Failing: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'failing'}},
  play: async ({canvasElement}) => void (await shown(() => inside(deskIn(canvasElement), 'portico-ui-empty-state[tone=danger]'))),
};

/** There was no connection from the beginning. */
export const Offline: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'offline'}},
  play: stateShown,
};

/** The session is not for this. */
export const Forbidden: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'forbidden'}},
  play: stateShown,
};

export const LongNames: Story = {parameters: {portico: {as: 'vendor', scenario: 'longNames'}}, play: rowsShown};

export const Dark: Story = {args: {group: 'working'}, globals: {theme: 'dark'}, play: async ({canvasElement}) => void (await openFirst(canvasElement))};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: rowsShown};

/** As narrow as a page may make it. */
export const Narrow: Story = {parameters: {portico: {as: 'vendor', width: 280}}, play: rowsShown};

export const NarrowOpen: Story = {args: {group: 'working'}, parameters: {portico: {as: 'vendor', width: 360}}, play: async ({canvasElement}) => void (await openFirst(canvasElement))};

/** What the keys do. */
export const Shortcuts: Story = {play: pressKey('?', desk => inside(desk, 'portico-ui-dialog[open] kbd'))};
