/** What is done at the desk, by hand or by key: a chunk of its own, that comes when the list stands or somebody needs it first. */
import type {Lead} from '@portico/contract';
import {DeskKeyboard, type KeyedDesk} from '../base/desk-keyboard.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {TableController} from '../base/table.controller.ts';
import {addDeskStrings} from '../strings/lead-desk-later.strings.ts';
import type {DeskDialogs} from './dialogs/dialogs.controller.ts';
import {actionsOf} from './lead-desk.actions.ts';
import {LeadDeskActs} from './lead-desk.acts.ts';
import type {LeadDeskData} from './lead-desk.data.ts';
import {letterKeys, type LeadDeskCommand} from './lead-desk.keys.ts';
import type {Words} from './lead-desk.words.ts';

/** What is acted on. */
export interface HandledDesk extends Pick<KeyedDesk<Lead, LeadDeskCommand>, 'openRow' | 'follow' | 'leave' | 'clearSearch'> {
  readonly data: LeadDeskData;
  readonly table: TableController<Lead>;
  readonly dialogs: DeskDialogs;
  readonly text: Words;
}

/** Carries out what is done at the desk, and listens to its keys. Adds the words of acts to those of the desk. */
export class DeskHands {
  readonly acts: LeadDeskActs;
  readonly keyboard: DeskKeyboard<Lead, LeadDeskCommand>;

  constructor(host: PortalWidget & {shortcuts: 'on' | 'off'}, {data, table, dialogs, text, ...ways}: HandledDesk) {
    const {list, detail} = data;
    addDeskStrings();
    this.acts = new LeadDeskActs(host, {list, detail, text, noteOwn: lead => table.noteOwn(lead)});
    this.keyboard = new DeskKeyboard(host, {
      ...ways,
      table,
      rows: () => list.items,
      open: () => data.open,
      isCovered: () => dialogs.isOpen,
      help: () => void dialogs.show({kind: 'help'}),
      letters: letterKeys,
      act: (command, leads) => {
        if (command === 'create' || command === 'import') void dialogs.show({kind: command});
        else if (leads.some(lead => actionsOf(lead).has(command))) void dialogs.begin(command, leads);
        else return false;
        return true;
      },
    });
  }
}
