import {html, type TemplateResult} from 'lit';
import type {Localize} from '../strings/localize.ts';
import type {CollateralLibraryStrings} from '../strings/collateral-library.strings.ts';
import {offlineIcon} from '../ui/icon/icons.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import type {CollateralLibraryController} from './collateral-library.controller.ts';
import type {GridViews} from './collateral-library.view.ts';
import {countOf, type LibraryTab, libraryTabs} from './library.model.ts';

type Text = Localize<CollateralLibraryStrings>;

/** What the frame is drawn from. */
export interface Frame {
  readonly collateral: CollateralLibraryController;
  readonly text: Text;
  /** What shows the material, once it is there; whether it cannot be had now. */
  readonly grid: GridViews | undefined;
  readonly isGridMissing: boolean;
  /** Reads again what could not be read. */
  retry(): void;
}

/** The whole library: tabs with their tools, facets, and the grid, beside it what is open, or one over the other where it is narrow. */
export function libraryFrame({collateral, text, grid, isGridMissing, retry}: Frame): TemplateResult {
  const {counts} = collateral;
  const tabs = libraryTabs.map(id => ({id, label: text.term(`tab_${id}`), count: counts ? `${text.number(countOf(counts, id))}${id === 'all' && counts.isMore ? '+' : ''}` : ''}));
  const open = collateral.opened.id !== undefined;
  return html`<portico-ui-tabs
      .tabs=${tabs}
      selected=${collateral.query.tab}
      label=${text.term('library')}
      @portico-ui-tab-change=${(event: TabChangeEvent) => collateral.show({tab: event.id as LibraryTab})}
    >
      <div slot="tools" class="tools" ?data-open=${open}>${grid?.tools() ?? pendingTools(text)}</div>
      <div class="page">
        ${grid?.note()}
        <div class="panes" ?data-open=${open} ?data-single=${!open}>
          <div class="list-pane">${grid?.list() ?? html`<div class="facets"></div><div class="rows">${isGridMissing ? offlineState(text, retry) : pendingCards}</div>`}</div>
          <div class="detail-pane" part="detail">${grid?.detail()}</div>
        </div>
      </div>
    </portico-ui-tabs>
    ${grid?.dialogs()}`;
}

/** The places of search, filters, order and the rest: as wide as they will be, so that the bar breaks where it will. */
function pendingTools(text: Text) {
  const bone = html`<i class="icon"></i>`;
  return html`<span class="search button"></span>
    <span class="button tool" data-variant="quiet" aria-hidden="true">${bone}<span class="tool-label">${text.term('moreFilters')}</span></span>
    <span class="button tool" data-variant="quiet" aria-hidden="true">${bone}<span class="tool-label">${text.term('sort_newest')}</span>${bone}</span>
    <span class="button tool" data-variant="quiet" data-icon-only>${bone}</span>`;
}

const bones = html`<div class="piece"><span class="thumb"></span><div class="about"><i></i><i></i><i></i></div></div>`;

/** The places of the first cards; the skeleton without rows says so to those who do not see them. */
export const pendingCards = html`<slot name="pending"><portico-ui-skeleton rows="0"></portico-ui-skeleton><div class="grid bones" aria-hidden="true">${Array<unknown>(9).fill(bones)}</div></slot>`;

/** There is no connection and nothing to show from before. */
export function offlineState(text: Text, retry: () => void) {
  return html`<slot name="offline">
    <portico-ui-empty-state heading=${text.term('offline')} text=${text.term('offlineText')}>
      <span slot="icon">${offlineIcon(20)}</span>
      <button slot="actions" class="button" type="button" @click=${retry}>${text.term('retry')}</button>
    </portico-ui-empty-state>
  </slot>`;
}
