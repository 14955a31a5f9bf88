import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {onStage} from '../stage.ts';
import * as common from './icons.ts';
import * as lead from './lead-icons.ts';

const icons = {...common, ...lead};

const meta: Meta = {title: 'Parts/Icons', decorators: [story => onStage(story())]};
export default meta;

type Story = StoryObj;

export const Small: Story = {render: () => html`${Object.values(icons).map(icon => icon(16))}`};
export const Large: Story = {render: () => html`${Object.values(icons).map(icon => icon(20))}`};
