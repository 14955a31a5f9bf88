import {html, nothing} from 'lit';
import {connectionNote, stateOf} from '../ui/states/states.view.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import type {ProgramDeskTab} from './program-desk.controller.ts';
import {shownTabs} from './desk-tabs.ts';
import {editorOf} from './editors.view.ts';
import type {DeskView} from './program-desk.view.ts';

/** The whole desk. */
export function deskPage(view: DeskView) {
  const {desk, portal, text} = view;
  const states = {status: desk.status, error: desk.error, portal, text, retry: () => desk.retry()};
  const state = stateOf(states, html`<portico-ui-skeleton kind="list" rows="6"></portico-ui-skeleton>`);
  if (desk.status === 'forbidden') return state;
  const tabs = shownTabs(view);
  const open = tabs.find(({id}) => id === view.tab) ?? tabs[0];
  return html`<portico-ui-tabs
      label=${text.term('desk')}
      .tabs=${tabs.map(({id, count}) => {
        const waiting = count?.(view) ?? 0;
        return {id, label: text.term(`tab_${id}`), ...(waiting > 0 ? {count: text.number(waiting)} : {})};
      })}
      .selected=${open?.id ?? ''}
      @portico-ui-tab-change=${(event: TabChangeEvent) => view.turn(event.id as ProgramDeskTab)}
    >
      ${desk.status === 'ready' ? connectionNote(states) : nothing}${state ?? (open && view.drawTab(open))}
    </portico-ui-tabs>
    ${view.dialog && view.later ? view.later.deskDialog(view, view.dialog) : nothing} ${editorOf(view, view.edit)}`;
}
