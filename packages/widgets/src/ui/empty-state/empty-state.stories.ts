import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {UiButton} from '../button/button.ts';
import {dangerIcon, inboxIcon, lockIcon, offlineIcon, retryIcon} from '../icon/icons.ts';
import {onStage} from '../stage.ts';
import {UiEmptyState} from './empty-state.ts';

defineElement('portico-ui-empty-state', UiEmptyState);
defineElement('portico-ui-button', UiButton);

const meta: Meta = {
  title: 'Parts/Empty state',
  component: 'portico-ui-empty-state',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {
  render: () => html`<portico-ui-empty-state heading="No new leads"
    text="Leads that Acme sends you appear here the moment they come. Meanwhile, 12 leads wait for your next step.">
    <span slot="icon">${inboxIcon(20)}</span>
    <portico-ui-button slot="actions">Show leads in work</portico-ui-button>
  </portico-ui-empty-state>`,
};
export const Failing: Story = {
  render: () => html`<portico-ui-empty-state tone="danger" heading="The leads could not be loaded"
    text="Nothing you did is lost. The connection to Acme failed.">
    <span slot="icon">${dangerIcon(20)}</span>
    <portico-ui-button slot="actions">${retryIcon()}Try again</portico-ui-button>
  </portico-ui-empty-state>`,
};
export const Offline: Story = {
  render: () => html`<portico-ui-empty-state heading="You are offline"
    text="What you see is from 14:02. What you do now is sent as soon as you are back.">
    <span slot="icon">${offlineIcon(20)}</span>
  </portico-ui-empty-state>`,
};
export const Forbidden: Story = {
  render: () => html`<portico-ui-empty-state heading="Leads are not open to you yet"
    text="Mika Virtanen of your company manages access.">
    <span slot="icon">${lockIcon(20)}</span>
  </portico-ui-empty-state>`,
};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><portico-ui-empty-state heading="لا يوجد عملاء جدد"
    text="يظهر العملاء هنا فور إرسالهم إليك."><span slot="icon">${inboxIcon(20)}</span></portico-ui-empty-state></div>`,
};
