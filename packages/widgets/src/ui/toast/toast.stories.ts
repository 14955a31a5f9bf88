import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {onStage} from '../stage.ts';
import {type ToastMessage, UiToast} from './toast.ts';

defineElement('portico-ui-toast', UiToast);

const meta: Meta = {
  title: 'Parts/Toast',
  component: 'portico-ui-toast',
  decorators: [story => onStage(story())],
  render: () => html`<portico-ui-toast hide-after-ms="600000"></portico-ui-toast>`,
  parameters: {docs: {story: {inline: false, height: '240px'}}},
};
export default meta;

type Story = StoryObj;

const showing = (...messages: ToastMessage[]): NonNullable<Story['play']> => async ({canvasElement}) => {
  const toast = canvasElement.querySelector<UiToast>('portico-ui-toast');
  await toast?.updateComplete;
  for (const message of messages) toast?.show(message);
  await toast?.updateComplete;
};

export const Success: Story = {
  play: showing({text: 'Lead accepted. Kaleva Systems expects your call.', tone: 'success'}),
};
export const Failing: Story = {
  play: showing({
    text: 'The lead was not declined: Acme had withdrawn it.',
    tone: 'danger',
    action: {label: 'Show', run() {}},
  }),
};
export const Many: Story = {
  play: showing({text: 'Call logged.'}, {text: 'Lead returned.', action: {label: 'Undo', run() {}}}, {text: 'Saved.', tone: 'success'}),
};
