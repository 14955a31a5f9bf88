import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {checkIcon, moreIcon} from '../icon/icons.ts';
import {onStage} from '../stage.ts';
import {UiButton} from './button.ts';

defineElement('portico-ui-button', UiButton);

const meta: Meta = {
  title: 'Parts/Button',
  component: 'portico-ui-button',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

export const Primary: Story = {
  render: () => html`<portico-ui-button variant="primary">Accept lead</portico-ui-button>`,
};
export const Secondary: Story = {render: () => html`<portico-ui-button>Decline…</portico-ui-button>`};
export const Quiet: Story = {render: () => html`<portico-ui-button variant="quiet">Cancel</portico-ui-button>`};
export const Danger: Story = {
  render: () => html`<portico-ui-button variant="danger">Withdraw lead</portico-ui-button>`,
};
export const Busy: Story = {
  render: () => html`<portico-ui-button variant="primary" busy>Accept lead</portico-ui-button>`,
};
export const Disabled: Story = {render: () => html`<portico-ui-button disabled>Accept lead</portico-ui-button>`};
export const WithIcon: Story = {
  render: () => html`<portico-ui-button>${checkIcon()}Mark as done</portico-ui-button>`,
};
export const IconOnly: Story = {
  render: () => html`<portico-ui-button variant="quiet" label="More actions">${moreIcon(20)}</portico-ui-button>`,
};
export const LongNames: Story = {
  render: () => html`<portico-ui-button>Palauta liidi myyjälle ja kerro miksi se ei sovi teille</portico-ui-button>`,
};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><portico-ui-button variant="primary">${checkIcon()}قبول العميل</portico-ui-button></div>`,
};
