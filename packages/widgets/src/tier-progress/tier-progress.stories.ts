import type {MockBackend} from '@portico/mocks';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {waitFor} from 'storybook/test';
import '../define/tier-progress.ts';
import type {TierProgress} from './tier-progress.ts';

const standing = {prepare: ({act}: MockBackend) => act.standing()};

const meta: Meta = {
  title: 'Tier progress',
  component: 'portico-tier-progress',
  parameters: {portico: standing},
  render: () => html`<portico-tier-progress></portico-tier-progress>`,
};

export default meta;

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const findAll = (canvas: HTMLElement, selector: string) => [...(canvas.querySelector<TierProgress>('portico-tier-progress')?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

const shown =
  (selector: string): Play =>
  async ({canvasElement}) =>
    void (await waitFor(
      () => {
        if (findAll(canvasElement, selector).length === 0) throw new Error(`There is no ${selector}.`);
      },
      {timeout: 12_000},
    ));

/** The vendor has not said what levels ask for. */
export const Empty: Story = {parameters: {portico: {scenario: 'empty', prepare: () => {}}}, play: shown('portico-ui-empty-state')};

/** Silver, and what Gold asks for. */
export const Many: Story = {play: shown('.knob')};

/** Enough of everything: the level and its benefits change at once. */
export const WhatIf: Story = {
  play: async context => {
    await shown('.knob')(context);
    const inputs = findAll(context.canvasElement, '.knob input') as HTMLInputElement[];
    for (const [index, value] of ['12000000', '2', '3'].entries()) {
      const input = inputs[index];
      if (!input) continue;
      input.value = value;
      input.dispatchEvent(new Event('input', {bubbles: true}));
    }
    await shown('.result[data-better]')(context);
  },
};

/** The partner's level is at risk. */
export const AtRisk: Story = {
  parameters: {
    portico: {
      prepare: ({act}: MockBackend) => {
        act.standing();
        act.riskLevel();
      },
    },
  },
  play: shown('.notice[data-tone=warning]'),
};

export const RightToLeft: Story = {globals: {locale: 'ar'}, play: shown('.knob')};

/** As narrow as a page can make it, in the dark. */
export const Narrowest: Story = {parameters: {portico: {...standing, width: 280}}, globals: {locale: 'de', theme: 'dark'}, play: shown('.knob')};
