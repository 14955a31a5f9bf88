import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {onStage} from '../stage.ts';
import {type Tone, UiBadge} from './badge.ts';

defineElement('portico-ui-badge', UiBadge);

const meta: Meta = {
  title: 'Parts/Badge',
  component: 'portico-ui-badge',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

const words: [Tone, string][] = [
  ['neutral', 'Closed'],
  ['accent', 'New'],
  ['waiting', 'Waiting for Acme'],
  ['info', 'Reassigned'],
  ['success', 'Won'],
  ['warning', 'Due today'],
  ['danger', 'Overdue'],
];

export const Tones: Story = {
  render: () => html`${words.map(([tone, word]) => html`<portico-ui-badge tone=${tone}>${word}</portico-ui-badge> `)}`,
};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><portico-ui-badge tone="success">تم الفوز</portico-ui-badge></div>`,
};
