import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {onStage} from '../stage.ts';
import {UiField} from './field.ts';

defineElement('portico-ui-field', UiField);

const meta: Meta = {
  title: 'Parts/Field',
  component: 'portico-ui-field',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

const reasons = [
  {value: 'no_capacity', label: 'We have no capacity'},
  {value: 'outside_territory', label: 'Outside our territory'},
  {value: 'other', label: 'Another reason'},
];

export const Text: Story = {
  render: () => html`<portico-ui-field label="Company" value="Kaleva Systems Oy"></portico-ui-field>`,
};
export const WithHelp: Story = {
  render: () => html`<portico-ui-field label="E-mail" kind="email" optional placeholder="name@example.com"
    help="We write to this address only about this lead."></portico-ui-field>`,
};
export const Failing: Story = {
  render: () => html`<portico-ui-field label="Company" value="Acme" error="This company is registered by another partner."></portico-ui-field>`,
};
export const Select: Story = {
  render: () => html`<portico-ui-field label="Reason" kind="select" .options=${reasons}></portico-ui-field>`,
};
export const Textarea: Story = {
  render: () => html`<portico-ui-field label="Note" kind="textarea" max-length="60"
    value="Called them; they want a demo in their warehouse."></portico-ui-field>`,
};
export const DateOfNextStep: Story = {
  render: () => html`<portico-ui-field label="Next step" kind="date" value="2026-03-02"></portico-ui-field>`,
};
export const Search: Story = {
  render: () => html`<portico-ui-field label="Search leads" label-hidden kind="search" placeholder="Search"></portico-ui-field>`,
};
export const Disabled: Story = {
  render: () => html`<portico-ui-field label="Company" value="Kaleva Systems Oy" disabled></portico-ui-field>`,
};
export const LongNames: Story = {
  render: () => html`<portico-ui-field lang="vi" label="Lý do từ chối khách hàng tiềm năng này và thông tin bổ sung cho nhà cung cấp" optional></portico-ui-field>`,
};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><portico-ui-field label="سبب الرفض" kind="select" .options=${reasons}></portico-ui-field></div>`,
};
