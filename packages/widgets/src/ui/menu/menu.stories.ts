import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {forwardIcon, returnIcon} from '../icon/icons.ts';
import {personIcon, phoneIcon} from '../icon/lead-icons.ts';
import {onStage} from '../stage.ts';
import {type MenuItem, UiMenu} from './menu.ts';

defineElement('portico-ui-menu', UiMenu);

const meta: Meta = {
  title: 'Parts/Menu',
  component: 'portico-ui-menu',
  decorators: [story => onStage(story())],
  parameters: {docs: {story: {inline: false, height: '280px'}}},
};
export default meta;

type Story = StoryObj;

const actions: MenuItem[] = [
  {id: 'reassign', label: 'Reassign…', icon: personIcon},
  {id: 'call', label: 'Log a call', icon: phoneIcon},
  {id: 'convert', label: 'Convert to deal', icon: forwardIcon, disabled: true},
  {id: 'return', label: 'Return lead…', icon: returnIcon, danger: true, separated: true},
];
const orders: MenuItem[] = [
  {id: 'deadline', label: 'Deadline', checked: true},
  {id: 'score', label: 'Score', checked: false},
  {id: 'age', label: 'Age', checked: false},
];

const open = async ({canvasElement}: {canvasElement: HTMLElement}) => {
  const menu = canvasElement.querySelector<UiMenu>('portico-ui-menu');
  await menu?.updateComplete;
  menu?.renderRoot.querySelector<HTMLElement>('.trigger')?.click();
};

export const Closed: Story = {render: () => html`<portico-ui-menu .items=${actions}></portico-ui-menu>`};
export const Actions: Story = {render: () => html`<portico-ui-menu .items=${actions}></portico-ui-menu>`, play: open};
export const Choices: Story = {
  render: () => html`<portico-ui-menu variant="secondary" .items=${orders}>Sort: deadline</portico-ui-menu>`,
  play: open,
};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><portico-ui-menu .items=${actions}></portico-ui-menu></div>`,
  play: open,
};
