import type {Lead} from '@portico/contract';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import {actionsOf, type LeadDeskAction} from '../lead-desk.model.ts';
import type {Words} from '../lead-desk.words.ts';
import {loadDialog, renderDialog, type DeskDialog, type DialogContext} from './dialogs.view.ts';

interface Desk extends Pick<DialogContext, 'filterPartner' | 'openLead'> {
  readonly acts: LeadDeskActs;
  readonly text: Words;
}

/** What lies over the desk: opens it, loading what it is made of, and closes it. */
export class DeskDialogs {
  readonly #host: PortalWidget & {shortcuts: 'on' | 'off'};
  readonly #desk: Desk;
  #open: DeskDialog | undefined;

  constructor(host: PortalWidget & {shortcuts: 'on' | 'off'}, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  async show(dialog: DeskDialog): Promise<void> {
    try {
      await loadDialog(dialog.kind);
      this.#enter(dialog);
    } catch {
      this.#host.portal?.notify({tone: 'danger', text: this.#desk.text.term('problem_network_error')});
    }
  }

  /** Begins an act: at once where nothing is left to say, else with a dialog. */
  begin(action: LeadDeskAction, leads: readonly Lead[]): void {
    const [lead] = leads;
    if (!lead || action === 'create' || action === 'note' || !leads.some(each => actionsOf(each).has(action))) return;
    if (leads.length === 1 && (action === 'route' || action === 'recycle')) void this.#desk.acts.now(action, lead);
    else void this.show({kind: action, leads});
  }

  render() {
    const host = this.#host;
    return renderDialog(this.#open, {
      ...this.#desk,
      portal: host.portal,
      letters: host.shortcuts !== 'off',
      setLetters: on => (host.shortcuts = on ? 'on' : 'off'),
      close: () => this.#enter(undefined),
    });
  }

  #enter(dialog: DeskDialog | undefined) {
    this.#open = dialog;
    this.#host.requestUpdate();
  }
}
