import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {userEvent, waitFor} from 'storybook/test';
import {inside, shown} from '../base/story.harness.ts';
import '../define/deal-registration.ts';
import type {DealRegistrationForm} from './deal-registration.ts';

interface Args {
  domain?: string;
  company?: string;
  country?: string;
  density: 'comfortable' | 'compact';
}

const meta: Meta<Args> = {
  title: 'Deal registration',
  component: 'portico-deal-registration',
  args: {density: 'comfortable'},
  argTypes: {density: {control: 'inline-radio', options: ['comfortable', 'compact']}},
  render: ({domain, company, country, density}) =>
    html`<portico-deal-registration domain=${domain ?? nothing} company=${company ?? nothing} country=${country ?? nothing} density=${density === 'compact' ? density : nothing}></portico-deal-registration>`,
  // What one story kept on this device is none of the next one's.
  beforeEach: () => async () => {
    for (const form of document.querySelectorAll('portico-deal-registration')) await form.deal.keeper?.forget();
  },
};

export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const formIn = (canvas: HTMLElement) => canvas.querySelector('portico-deal-registration') as DealRegistrationForm;
const find = <E extends HTMLElement>(canvas: HTMLElement, selector: string) => shown(() => inside<E>(formIn(canvas), selector));

const formShown: Play = async ({canvasElement}) => void (await find(canvasElement, '.root[data-complete] .step'));
const stateShown: Play = async ({canvasElement}) => void (await find(canvasElement, 'portico-ui-empty-state'));

/** Fills fields in as a page would. */
const fill = (canvas: HTMLElement, values: Record<string, string | boolean>) => {
  for (const [path, value] of Object.entries(values)) formIn(canvas).deal.set(path, value);
};
const customer = {'customer.website': 'fresh-customer.example', 'customer.name': 'Fresh Customer Oy', 'customer.country': 'FI', 'contact.lastName': 'Virta', 'contact.email': 'virta@fresh-customer.example'};
const lines = JSON.stringify([
  {product: 'Aurora Vision', quantity: '3', price: '8500', discount: '5', currency: 'EUR'},
  {product: 'Aurora Care', quantity: '1', price: '1200', discount: '', currency: 'EUR'},
]);
const deal = {name: 'Cameras for line 2', lines, expectedCloseOn: '2027-03-31', 'answers.budget_approved': true, 'answers.budget_from': 'production'};

const at =
  (step: 'deal' | 'evidence' | 'review'): Play =>
  async context => {
    await formShown(context);
    const {canvasElement} = context;
    fill(canvasElement, {...customer, ...deal});
    formIn(canvasElement).deal.goTo(step);
    await waitFor(() => {
      if (formIn(canvasElement).deal.keeper?.state !== 'saved') throw new Error('It is not saved yet.');
    });
  };

/** The form is on its way, in the shape that it will have. */
export const Pending: Story = {parameters: {portico: {scenario: 'slow'}}};

/** Before anything is typed: seven fields. */
export const Empty: Story = {play: formShown};

/** The customer is free. */
export const Free: Story = {
  args: {domain: 'fresh-customer.example', company: 'Fresh Customer Oy', country: 'FI'},
  play: async ({canvasElement}) => void (await find(canvasElement, '.claim portico-ui-badge[tone=success]')),
};

/** Somebody else is protected there; no more is told. */
export const Taken: Story = {
  args: {domain: 'nksteel.example'},
  play: async ({canvasElement}) => void (await find(canvasElement, '.claim portico-ui-badge[tone=danger]')),
};

/** Continue was pressed too early: what is missing, above and beside the fields. */
export const Incomplete: Story = {
  play: async context => {
    await formShown(context);
    await userEvent.click(await find(context.canvasElement, '.next'));
    await find(context.canvasElement, 'portico-ui-error-summary');
  },
};

/** Products, amounts, and the vendor's own questions. */
export const Deal: Story = {play: at('deal')};

/** A file that is not taken, before it is sent. */
export const Evidence: Story = {
  play: async context => {
    await at('evidence')(context);
    formIn(context.canvasElement).deal.evidence?.add([new File(['a;b'], 'Enquiry 2026-118.csv', {type: 'text/csv'}), new File(['x'], 'notes.exe')]);
    await waitFor(() => {
      if (formIn(context.canvasElement).deal.registration?.evidence[0]?.status !== 'ready') throw new Error('It is not there yet.');
    });
  },
};

/** Everything in view, and the terms. */
export const Review: Story = {play: at('review')};

/** The receipt. */
export const Submitted: Story = {
  play: async context => {
    await at('review')(context);
    const form = formIn(context.canvasElement);
    form.deal.acceptTerms('2026-1');
    await form.submit();
    await find(context.canvasElement, '.receipt');
  },
};

/** Where the vendor asks something, only that can be changed. */
export const Asked: Story = {
  render: (_, {loaded}) => html`<portico-deal-registration deal-registration-id=${requestIn((loaded as {backend: MockBackend}).backend)}></portico-deal-registration>`,
  play: async ({canvasElement}) => void (await find(canvasElement, '.request')),
};

/** What was submitted elsewhere cannot be changed here. */
export const Closed: Story = {
  render: (_, {loaded}) => html`<portico-deal-registration deal-registration-id=${withdrawnIn((loaded as {backend: MockBackend}).backend)}></portico-deal-registration>`,
  play: async ({canvasElement}) => void (await find(canvasElement, 'portico-ui-empty-state, .receipt')),
};

/** No more registrations fit the level. */
export const Full: Story = {
  parameters: {
    portico: {
      prepare: ({store}: MockBackend) => {
        const {program} = store.data;
        store.data.program = {...program, dealPolicy: {...program.dealPolicy, levelBenefits: program.levels.map(({id}) => ({levelId: id, marginPercent: null, priceList: null, capacity: 0, mdfPercent: null}))}};
      },
    },
  },
  play: async ({canvasElement}) => void (await find(canvasElement, '.note[data-tone=warning]')),
};

/** The service is gone while somebody types: what is typed is on this device. */
export const Disconnected: Story = {
  play: async context => {
    await formShown(context);
    (context.loaded as {backend: MockBackend}).backend.behaviour.refusal = 'unavailable';
    fill(context.canvasElement, customer);
    await waitFor(async () => {
      if (!['device', 'memory'].includes(formIn(context.canvasElement).deal.keeper?.state ?? '')) throw new Error('It does not know yet.');
    }, {timeout: 20_000});
  },
};

export const Failing: Story = {parameters: {portico: {scenario: 'failing'}}, play: stateShown};
export const Offline: Story = {parameters: {portico: {scenario: 'offline'}}, play: stateShown};
export const Forbidden: Story = {parameters: {portico: {scenario: 'forbidden'}}, play: stateShown};

/** The page's own words in place of ours. */
export const OwnStates: Story = {
  parameters: {portico: {scenario: 'forbidden'}},
  render: () => html`<portico-deal-registration><p slot="forbidden">Ask Kaisa for the right to register deals.</p></portico-deal-registration>`,
};

export const Dark: Story = {globals: {theme: 'dark'}, play: at('deal')};
export const RightToLeft: Story = {globals: {locale: 'ar'}, play: at('deal')};
export const Compact: Story = {args: {density: 'compact'}, play: at('deal')};
export const Narrow: Story = {parameters: {portico: {width: 360}}, play: at('deal')};
export const Narrowest: Story = {parameters: {portico: {width: 280}}, play: at('review')};

function requestIn({store}: MockBackend): string {
  return store.data.deals.values().find(({infoRequest, status}) => status === 'action_required' && infoRequest?.fields.includes('evidence'))?.id ?? '';
}

function withdrawnIn({store}: MockBackend): string {
  return store.data.deals.values().find(({status, submittedAt}) => status === 'withdrawn' || submittedAt !== null)?.id ?? '';
}
