import type {Lead} from '@portico/contract';
import {DeskController} from '../base/desk.controller.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {LeadDeskActs} from './lead-desk.acts.ts';
import {LeadDeskData} from './lead-desk.data.ts';
import {LeadSelectEvent} from './lead-desk.events.ts';
import {allLeads, type LeadDeskQuery} from './lead-desk.model.ts';
import type {Terms} from './lead-desk.words.ts';

/** The vendor's desk for leads without a view: the list, the counts above it, the open lead, a selection and all that can be done. */
export class LeadDeskController extends DeskController<Lead, LeadDeskQuery> {
  readonly data: LeadDeskData;
  readonly acts: LeadDeskActs;

  /** @param text - The words in which acts say what came of them. */
  constructor(host: WidgetHost, text: Terms) {
    super(host, allLeads);
    this.data = new LeadDeskData(host, () => ({filter: this.query, sort: this.query.sort, openId: this.openId}), ({id}) => this.holds(id));
    const {list, detail} = this.data;
    this.acts = new LeadDeskActs(host, {list, detail, text, noteOwn: () => {}});
  }

  protected override toSelectEvent(lead: Lead | null): Event {
    return new LeadSelectEvent(lead);
  }
}
