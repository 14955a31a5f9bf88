import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {UiButton} from '../button/button.ts';
import {UiField} from '../field/field.ts';
import {onStage} from '../stage.ts';
import {UiDialog} from './dialog.ts';

defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-button', UiButton);
defineElement('portico-ui-field', UiField);

const meta: Meta = {
  title: 'Parts/Dialog',
  component: 'portico-ui-dialog',
  decorators: [story => onStage(story())],
  parameters: {docs: {story: {inline: false, height: '480px'}}},
};
export default meta;

type Story = StoryObj;

const reasons = [{value: 'no_capacity', label: 'We have no capacity'}];

export const Form: Story = {
  render: () => html`<portico-ui-dialog open heading="Decline this lead?">
    <p class="muted">It goes back to Acme, and is not offered to you again.</p>
    <portico-ui-field autofocus label="Reason" kind="select" .options=${reasons}></portico-ui-field>
    <portico-ui-button slot="actions" variant="quiet">Cancel</portico-ui-button>
    <portico-ui-button slot="actions" variant="primary">Decline lead</portico-ui-button>
  </portico-ui-dialog>`,
};
export const Message: Story = {
  render: () => html`<portico-ui-dialog open heading="This lead was withdrawn">
    <p>Acme took it back at 14:02 and gave a reason: the customer chose another product.</p>
  </portico-ui-dialog>`,
};
export const LongNames: Story = {
  render: () => html`<portico-ui-dialog open heading="Palautetaanko Logistiikkakeskusosuuskuntien toiminnanohjausjärjestelmä­hankinta?">
    ${Array(12).fill(html`<p>Kun palautat liidin, myyjä näkee syyn ja tarjoaa liidin toiselle kumppanille.</p>`)}
    <portico-ui-button slot="actions" variant="quiet">Peruuta</portico-ui-button>
    <portico-ui-button slot="actions" variant="danger">Palauta liidi myyjälle</portico-ui-button>
  </portico-ui-dialog>`,
};
