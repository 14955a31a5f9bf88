import {defineElement} from '@portico/widgets';
import '@portico/widgets/define';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, fireEvent, userEvent, waitFor, within} from 'storybook/test';
import {ThemeStudio} from './theme-studio.ts';

defineElement('theme-studio', ThemeStudio);

const meta: Meta = {
  title: 'Theme studio',
  render: () => html`<theme-studio></theme-studio>`,
};

export default meta;

/** Pick colours, a typeface and a logo, see every widget wear them, and copy the theme. */
export const Studio: StoryObj = {
  play: async ({canvasElement}) => {
    const studio = canvasElement.querySelector('theme-studio') as ThemeStudio;
    const canvas = within(studio.renderRoot as unknown as HTMLElement);
    const accent = () => getComputedStyle(studio.shadowRoot?.querySelector('preview-pane')?.shadowRoot?.querySelector('portico-portal') ?? studio).getPropertyValue('--portico-color-accent');
    const field = await canvas.findByLabelText('Brand colour');
    await fireEvent.input(field, {target: {value: 'oklch(0.7 0.2'}});
    await canvas.findByText(/No colour yet/);
    await fireEvent.input(field, {target: {value: 'oklch(0.7 0.2 330)'}});
    await waitFor(() => expect(accent()).toContain('light-dark(#'), {timeout: 12_000});
    await canvas.findByText(/^All \d+ pairs hold/);
    const [logo] = [studio.renderRoot.querySelector<HTMLInputElement>('input[type=file]')];
    if (!logo) throw new Error('There is no place for a logo.');
    await userEvent.upload(logo, new File(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#b91c1c" d="M0 0h24v20H0z"/><path fill="#1e3a8a" d="M28 0h8v20h-8z"/></svg>'], 'mark.svg', {type: 'image/svg+xml'}));
    await canvas.findByRole('button', {name: 'Take #b91c1c as the brand colour'}, {timeout: 12_000});
    await waitFor(() => expect(canvas.getByLabelText(/^Code: HTML/).textContent).toContain('brand="#b91c1c; second-color: #1e3a8a; logo: /your-logo.svg"'), {timeout: 12_000});
    await waitFor(() => expect(accent()).toContain('#b91c1c'), {timeout: 12_000});
    await userEvent.click(canvas.getByRole('button', {name: 'Design tokens'}));
    await expect(canvas.getByLabelText(/^Code: Design tokens/).textContent).toContain('"hex": "#b91c1c"');
  },
};
