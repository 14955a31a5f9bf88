import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {onStage} from '../stage.ts';
import {UiSkeleton} from './skeleton.ts';

defineElement('portico-ui-skeleton', UiSkeleton);

const meta: Meta = {
  title: 'Parts/Skeleton',
  component: 'portico-ui-skeleton',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

export const Text: Story = {render: () => html`<portico-ui-skeleton></portico-ui-skeleton>`};
export const List: Story = {render: () => html`<portico-ui-skeleton kind="list" rows="5"></portico-ui-skeleton>`};
export const Detail: Story = {render: () => html`<portico-ui-skeleton kind="detail" rows="4"></portico-ui-skeleton>`};
