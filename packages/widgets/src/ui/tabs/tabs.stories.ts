import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {UiField} from '../field/field.ts';
import {onStage} from '../stage.ts';
import {UiTabs} from './tabs.ts';

defineElement('portico-ui-tabs', UiTabs);
defineElement('portico-ui-field', UiField);

const meta: Meta = {
  title: 'Parts/Tabs',
  component: 'portico-ui-tabs',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

const tabs = [
  {id: 'new', label: 'New', count: '7'},
  {id: 'working', label: 'Working', count: '12'},
  {id: 'closed', label: 'Closed'},
];

export const WithCounts: Story = {
  render: () => html`<portico-ui-tabs label="Leads" selected="new" .tabs=${tabs}><p>Seven new leads</p></portico-ui-tabs>`,
};
export const WithTools: Story = {
  render: () => html`<portico-ui-tabs label="Leads" selected="working" .tabs=${tabs}>
    <portico-ui-field slot="tools" label="Search leads" label-hidden kind="search" placeholder="Search"></portico-ui-field>
    <p>Twelve leads in work</p>
  </portico-ui-tabs>`,
};
export const LongNames: Story = {
  render: () => html`<portico-ui-tabs label="Liidit" selected="a" .tabs=${[
    {id: 'a', label: 'Vastausta odottavat', count: '1 204'},
    {id: 'b', label: 'Työn alla olevat', count: '12'},
    {id: 'c', label: 'Päättyneet ja palautetut'},
  ]}></portico-ui-tabs>`,
};
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><portico-ui-tabs label="العملاء" selected="a" .tabs=${[
    {id: 'a', label: 'جديد', count: '٧'},
    {id: 'b', label: 'قيد العمل', count: '١٢'},
  ]}></portico-ui-tabs></div>`,
};
