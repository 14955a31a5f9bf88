import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {onStage} from '../stage.ts';
import {UiCheckbox} from './checkbox.ts';

defineElement('portico-ui-checkbox', UiCheckbox);

const meta: Meta = {
  title: 'Parts/Checkbox',
  component: 'portico-ui-checkbox',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

export const Off: Story = {render: () => html`<portico-ui-checkbox label="Only mine"></portico-ui-checkbox>`};
export const On: Story = {render: () => html`<portico-ui-checkbox label="Only mine" checked></portico-ui-checkbox>`};
export const Some: Story = {
  render: () => html`<portico-ui-checkbox label="Select all leads" indeterminate></portico-ui-checkbox>`,
};
export const Disabled: Story = {
  render: () => html`<portico-ui-checkbox label="Only mine" checked disabled></portico-ui-checkbox>`,
};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><portico-ui-checkbox label="عملائي فقط" checked></portico-ui-checkbox></div>`,
};
