import type {EmbeddedCollateral} from '@portico/contract';
import {embeddedCollateralExample} from '@portico/contract/examples';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, waitFor} from 'storybook/test';
import {click} from '../base/story.harness.ts';
import '../define/collateral.ts';

interface Args {
  locale: string;
  token: string;
}

const [piece] = embeddedCollateralExample.items;
if (!piece) throw new Error('The example shows nothing.');
const pieces = ['Aurora Vision datasheet', 'Warehouse rollout', 'Kamerajärjestelmän käyttöönotto paperitehtaan laadunvalvonnassa', 'Hướng dẫn lắp đặt', '仓库改造案例'].map((title, index) => ({...piece, id: `${piece.id.slice(0, -1)}${index}`, title, preview: null}));
const shown: EmbeddedCollateral = {...embeddedCollateralExample, partner: {...embeddedCollateralExample.partner, logoUrl: null}, items: pieces};

/** What each token of these stories shows; `null`: there is no network. */
const embeds: Readonly<Record<string, EmbeddedCollateral | null>> = {many: shown, one: {...shown, items: pieces.slice(0, 1)}, empty: {...shown, items: []}, offline: null};

const meta: Meta<Args> = {
  title: 'Collateral on a public page',
  component: 'portico-collateral',
  args: {locale: 'en', token: 'many'},
  beforeEach: () => {
    const {fetch} = globalThis;
    globalThis.fetch = async (input, init) => {
      const url = new Request(input, init).url;
      const embed = embeds[/\/v1\/embed\/collateral\/(\w+)/.exec(url)?.[1] ?? ''];
      if (embed === undefined) return fetch(input, init);
      if (embed === null) throw new TypeError('Failed to fetch');
      return url.endsWith('/enquiries') ? Response.json({status: 'received'}, {status: 202}) : Response.json(embed);
    };
    return () => {
      globalThis.fetch = fetch;
    };
  },
  render: ({locale, token}) => html`<portico-collateral token=${token} api-url="https://portico.example" locale=${locale}><a href="https://lumen.example/">Our material</a></portico-collateral>`,
};

export default meta;

type Story = StoryObj<Args>;

const rootOf = (canvas: HTMLElement) => canvas.querySelector('portico-collateral')?.shadowRoot;
const see = (count: number) => async ({canvasElement}: {canvasElement: HTMLElement}) => {
  await waitFor(() => expect(rootOf(canvasElement)?.querySelectorAll('[part=item]').length).toBe(count));
};

export const Many: Story = {play: see(5)};
export const One: Story = {args: {token: 'one'}, play: see(1)};
/** What stands inside the element is shown. */
export const Empty: Story = {args: {token: 'empty'}, play: see(0)};
export const Failing: Story = {args: {token: 'offline'}, play: see(0)};
export const RightToLeft: Story = {args: {locale: 'ar'}, play: see(5)};
export const Narrow: Story = {
  render: () => html`<div class="narrow"><style>.narrow{inline-size:320px}</style><portico-collateral token="many" api-url="https://portico.example" locale="fi"></portico-collateral></div>`,
  play: see(5),
};
export const Asking: Story = {
  args: {token: 'one'},
  play: async ({canvasElement}) => {
    await see(1)({canvasElement});
    await click(() => rootOf(canvasElement)?.querySelector<HTMLElement>('[part=ask]'));
    await waitFor(() => expect(rootOf(canvasElement)?.querySelector('dialog')?.open).toBe(true));
  },
};
