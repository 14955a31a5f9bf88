import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {onStage} from '../stage.ts';
import {UiDeadlineMeter} from './deadline-meter.ts';

defineElement('portico-ui-deadline-meter', UiDeadlineMeter);

const hour = 3_600_000;
const meter = (hoursIn: number, sentence: string) =>
  html`<portico-ui-deadline-meter start-at="0" due-at=${100 * hour} now=${hoursIn * hour}>${sentence}</portico-ui-deadline-meter>`;

const meta: Meta = {
  title: 'Parts/Deadline meter',
  component: 'portico-ui-deadline-meter',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

export const Calm: Story = {render: () => meter(20, 'Respond by Mon 09:00 · 3 days left')};
export const Soon: Story = {render: () => meter(80, 'Respond by Fri 14:00 · 20 h left')};
export const Urgent: Story = {render: () => meter(99, 'Respond by Fri 14:00 · 1 h left')};
export const Over: Story = {render: () => meter(101, 'Was due Fri 14:00')};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">${meter(80, 'الرد قبل الجمعة 14:00 · متبقٍ 20 ساعة')}</div>`,
};
