import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
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
const inside = <T extends Element = HTMLElement>(element: Element | null, selector: string) => element?.shadowRoot?.querySelector<T>(selector) ?? null;
const rows = (canvas: HTMLElement) => [...(deskIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>('.body [role=row]') ?? [])];
const rowsShown: Story['play'] = ({canvasElement}) => waitFor(() => expect(rows(canvasElement).length).toBeGreaterThan(0), {timeout: 8000});

/** Opens the first lead of the list and waits until it is there in full. */
async function openFirst(canvas: HTMLElement): Promise<HTMLElement> {
  await waitFor(() => expect(rows(canvas).length).toBeGreaterThan(0), {timeout: 8000});
  rows(canvas)[0]?.click();
  return waitFor(() => {
    const detail = inside(deskIn(canvas), 'portico-lead-desk-detail');
    expect(inside(detail, 'h3')).toBeTruthy();
    return detail as HTMLElement;
  });
}

/** Presses a key in the list; what it opens has a part that is waited for. */
const press =
  (key: string, opened: (desk: LeadDesk) => Element | null): NonNullable<Story['play']> =>
  async context => {
    await rowsShown(context);
    rows(context.canvasElement)[0]?.focus();
    await userEvent.keyboard(key);
    await waitFor(() => expect(opened(deskIn(context.canvasElement))).toBeTruthy(), {timeout: 8000});
  };

/** Something under each tab. */
export const Leads: Story = {play: rowsShown};

/** The first leads are on their way. */
export const Pending: Story = {parameters: {portico: {as: 'vendor', scenario: 'slow'}}};

/** No lead was ever sent. */
export const Empty: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'empty'}},
  play: ({canvasElement}) => waitFor(() => expect(inside(deskIn(canvasElement), 'portico-ui-empty-state')).toBeTruthy(), {timeout: 8000}),
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
    const detail = await openFirst(canvasElement);
    [...(detail.shadowRoot?.querySelectorAll('button') ?? [])].find(button => button.textContent?.startsWith('Offer'))?.click();
    const desk = deskIn(canvasElement);
    const picker = await waitFor(() => {
      const found = inside(inside(desk, 'portico-lead-desk-offer-dialog'), 'portico-lead-desk-partner-picker');
      expect(found && inside(found, 'input[type=radio]')).toBeTruthy();
      return found as HTMLElement;
    });
    const options = [...(picker.shadowRoot?.querySelectorAll('.option') ?? [])];
    options.find(option => option.querySelector('.fails'))?.querySelector('input')?.click();
    await waitFor(() => expect(inside(inside(desk, 'portico-lead-desk-offer-dialog'), '.override')).toBeTruthy());
  },
};

/** Several leads at once. */
export const Selected: Story = {
  play: async context => {
    await rowsShown(context);
    for (const row of rows(context.canvasElement).slice(1, 4)) row.querySelector('input')?.click();
    await waitFor(() => expect(inside(deskIn(context.canvasElement), '.bulk')).toBeTruthy());
  },
};

/** A lead is written down by hand. */
export const New: Story = {play: press('n', desk => inside(inside(desk, 'portico-lead-desk-new-lead'), 'portico-ui-dialog[open] portico-ui-field'))};

/** Before a file is chosen: what it should look like. */
export const ImportingNothing: Story = {play: press('i', desk => inside(inside(desk, 'portico-lead-desk-import'), 'input[type=file]'))};

/** A file with errors, before anything is written. */
export const Importing: Story = {
  play: async context => {
    await rowsShown(context);
    const desk = deskIn(context.canvasElement);
    inside<HTMLButtonElement>(desk, '.tools button')?.click();
    const dialog = await waitFor(() => {
      const found = inside(desk, 'portico-lead-desk-import');
      expect(found && inside(found, 'input[type=file]')).toBeTruthy();
      return found as HTMLElement;
    });
    const file = new File(['id,company,country,mail\n1,Acme Oy,FI,aino@acme.example\n2,Fjord AS,Norway,not-a-mail\n'], 'fair.csv', {type: 'text/csv'});
    const files = new DataTransfer();
    files.items.add(file);
    const input = inside<HTMLInputElement>(dialog, 'input[type=file]');
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change', {bubbles: true}));
    await waitFor(() => expect(inside(dialog, '.issues td.what')).toBeTruthy());
  },
};

/** What a partner does shows at once, marked for a moment. */
export const PartnerActs: Story = {
  play: async context => {
    await rowsShown(context);
    const {backend} = context.loaded as {backend: MockBackend};
    const id = backend.act.accept();
    const {leadId} = backend.store.data.offers.get(id) ?? {};
    await waitFor(() => expect(rows(context.canvasElement).find(row => row.dataset['id'] === leadId)?.textContent).toContain('Accepted'), {timeout: 3000});
  },
};

/** The server cannot answer. */
export const Failing: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'failing'}},
  play: ({canvasElement}) => waitFor(() => expect(inside(deskIn(canvasElement), 'portico-ui-empty-state')?.getAttribute('tone')).toBe('danger'), {timeout: 20_000}),
};

/** There was no connection from the beginning. */
export const Offline: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'offline'}},
  play: ({canvasElement}) => waitFor(() => expect(inside(deskIn(canvasElement), 'portico-ui-empty-state')).toBeTruthy(), {timeout: 20_000}),
};

/** The session is not for this. */
export const Forbidden: Story = {
  parameters: {portico: {as: 'vendor', scenario: 'forbidden'}},
  play: ({canvasElement}) => waitFor(() => expect(inside(deskIn(canvasElement), 'portico-ui-empty-state')).toBeTruthy(), {timeout: 8000}),
};

export const LongNames: Story = {parameters: {portico: {as: 'vendor', scenario: 'longNames'}}, play: rowsShown};

export const Dark: Story = {args: {group: 'working'}, globals: {theme: 'dark'}, play: async ({canvasElement}) => void (await openFirst(canvasElement))};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: rowsShown};

/** As narrow as a page may make it. */
export const Narrow: Story = {parameters: {portico: {as: 'vendor', width: 280}}, play: rowsShown};

export const NarrowOpen: Story = {args: {group: 'working'}, parameters: {portico: {as: 'vendor', width: 360}}, play: async ({canvasElement}) => void (await openFirst(canvasElement))};

/** What the keys do. */
export const Shortcuts: Story = {play: press('?', desk => inside(desk, 'portico-ui-dialog[open] kbd'))};
