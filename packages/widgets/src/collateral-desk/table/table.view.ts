import type {Asset} from '@portico/contract';
import {html} from 'lit';
import type {DirectiveResult} from 'lit/directive.js';
import {live} from 'lit/directives/live.js';
import {renderRow, type RowContext} from './row.view.ts';

/** What the list shows. */
export interface TableView extends RowContext {
  readonly assets: readonly Asset[];
  /** How many there are in all, read or not; -1 when unknown. */
  readonly total: number;
  readonly hasMore: boolean;
  /** Whether all that were read are selected, some, or none. */
  readonly selection: 'all' | 'some' | 'none';
  readonly onSelectAll: (selected: boolean) => void;
  readonly onNearEnd: () => void;
  readonly onFocusIn: (event: FocusEvent) => void;
}

const columns = ['asset', 'status', 'versions', 'languages', 'holders', 'stale', 'changed'] as const;
const keyOf = ({id}: Asset) => id;

/** The material as a grid: one header row, and a windowed body that scrolls. */
export function renderTable(view: TableView) {
  const {text, assets, total, hasMore, selection} = view;
  return html`<div
    class="grid"
    part="table"
    role="grid"
    aria-label=${text.term('assets')}
    aria-rowcount=${total < 0 ? -1 : total + 1}
    aria-colcount=${columns.length + 1}
    aria-multiselectable="true"
    @focusin=${view.onFocusIn}
  >
    <div class="head" role="rowgroup">
      <div class="row" role="row" aria-rowindex="1">
        <div class="cell select" role="columnheader" aria-colindex="1">
          <input
            type="checkbox"
            .checked=${live(selection === 'all')}
            .indeterminate=${live(selection === 'some')}
            aria-label=${text.term('selectAll')}
            @click=${(event: MouseEvent) => view.onSelectAll((event.target as HTMLInputElement).checked)}
          />
        </div>
        ${columns.map((column, at) => html`<div class="cell ${column}" role="columnheader" aria-colindex=${at + 2}>${text.term(`col_${column}`)}</div>`)}
      </div>
    </div>
    <div class="body" role="presentation">
      <portico-ui-windowed-list
        role="rowgroup"
        header-rows="1"
        .rows=${assets}
        .keyOf=${keyOf}
        .renderRow=${(asset: Asset, _index: number, place: DirectiveResult) => renderRow(asset, place, view)}
        total=${total < 0 ? -1 : total}
        ?has-more=${hasMore}
        row-height="36"
        @portico-ui-near-end=${view.onNearEnd}
      ></portico-ui-windowed-list>
    </div>
  </div>`;
}
