import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {onStage} from '../stage.ts';
import * as icons from './icons.ts';

const meta: Meta = {title: 'Parts/Icons', decorators: [story => onStage(story())]};
export default meta;

type Story = StoryObj;

export const Small: Story = {render: () => html`${Object.values(icons).map(icon => icon(16))}`};
export const Large: Story = {render: () => html`${Object.values(icons).map(icon => icon(20))}`};
