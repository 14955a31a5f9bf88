import type {Asset} from '@portico/contract';
import {DeskController} from '../base/desk.controller.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {CollateralDeskActs} from './collateral-desk.acts.ts';
import {CollateralDeskData} from './collateral-desk.data.ts';
import {CollateralDeskSelectEvent} from './collateral-desk.events.ts';
import {type CollateralDeskSort, type DeskFilter, noFilters} from './collateral-desk.model.ts';
import type {Terms} from './collateral-desk.words.ts';

/** What the desk is narrowed to, and its order. */
export interface CollateralDeskQuery extends DeskFilter {
  readonly sort: CollateralDeskSort;
}

const beginning: CollateralDeskQuery = {...noFilters, tab: 'all', folderIds: null, sort: 'newest'};

/** The vendor's desk for material without a view: the list, counts, folders, what waits, the open piece, a selection and the acts that change its status. */
export class CollateralDeskController extends DeskController<Asset, CollateralDeskQuery> {
  readonly data: CollateralDeskData;
  readonly acts: CollateralDeskActs;

  /** @param text - The words in which acts say what came of them. */
  constructor(host: WidgetHost, text: Terms) {
    super(host, beginning);
    this.data = new CollateralDeskData(host, () => ({filter: this.#filter, sort: this.query.sort, openId: this.openId, showsFolders: true}), ({id}) => this.holds(id));
    const {list, detail} = this.data;
    this.acts = new CollateralDeskActs(host, {list, detail, text, noteOwn: () => {}});
  }

  override retry(): void {
    super.retry();
    if (!this.host.portal?.ready) return;
    const {folders, copies, prints} = this.data;
    for (const reading of [folders, copies, prints]) reading.refresh();
  }

  protected override toSelectEvent(asset: Asset | null): Event {
    return new CollateralDeskSelectEvent(asset);
  }

  /** The filters alone: what the list is read for. */
  get #filter(): DeskFilter {
    const {sort: _, ...filter} = this.query;
    return filter;
  }
}
