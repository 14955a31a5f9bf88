import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {defineElement} from '../../base/define-element.ts';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {space, token} from '../../theme/tokens.ts';
import {onStage} from '../stage.ts';
import {type RenderRow, UiWindowedList} from './windowed-list.ts';
import {windowedListStyles} from './windowed-list.styles.ts';

interface Row {
  readonly id: string;
  readonly title: string;
}

const renderRow: RenderRow<Row> = (row, index, place) =>
  html`<div class="row" role="option" aria-selected=${index === 0} tabindex=${index === 0 ? 0 : -1} ${place}>${row.title}</div>`;

/** A widget with a windowed list in it, as widgets have it. */
class ListStage extends LitElement {
  static parts = {'portico-ui-windowed-list': UiWindowedList};
  static override styles = [
    sharedStyles,
    windowedListStyles,
    css`
      :host {
        display: block;
        block-size: 320px;
      }
      .row {
        block-size: ${token('row-height')};
        padding: ${space(3)} ${space(4)};
        border-block-end: 1px solid ${token('color-border')};
      }
    `,
  ];

  /** How many rows it shows. */
  @property({type: Number}) count = 0;

  protected override render() {
    const rows = Array<undefined>(this.count).fill(undefined).map((_, at) => ({id: `${at}`, title: `Lead ${at + 1}`}));
    return html`<portico-ui-windowed-list
      role="listbox"
      aria-label="Leads"
      .rows=${rows}
      .keyOf=${(row: Row) => row.id}
      .renderRow=${renderRow}
    ></portico-ui-windowed-list>`;
  }
}

defineElement('portico-ui-list-stage', ListStage);

const meta: Meta = {
  title: 'Parts/Windowed list',
  component: 'portico-ui-windowed-list',
  decorators: [story => onStage(story())],
};
export default meta;

type Story = StoryObj;

export const Few: Story = {render: () => html`<portico-ui-list-stage count="3"></portico-ui-list-stage>`};
export const Many: Story = {render: () => html`<portico-ui-list-stage count="100000"></portico-ui-list-stage>`};
