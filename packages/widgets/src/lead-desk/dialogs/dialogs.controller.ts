import type {Lead} from '@portico/contract';
import {LaterPart} from '../../base/later-part.ts';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import {actionsOf, type LeadDeskAction} from '../lead-desk.model.ts';
import type {Words} from '../lead-desk.words.ts';
import type {DialogViews} from './dialogs.later.ts';
import type {DeskDialog, DialogContext} from './dialogs.view.ts';

interface Desk extends Pick<DialogContext, 'filterPartner' | 'openLead'> {
  readonly acts: LeadDeskActs;
  readonly text: Words;
  /** Whether the list stands. */
  readonly stands: () => boolean;
}

/** What lies over the desk: opens it, loading what it is made of, and closes it. */
export class DeskDialogs {
  readonly #host: PortalWidget & {shortcuts: 'on' | 'off'};
  readonly #desk: Desk;
  readonly #later: LaterPart<DialogViews>;
  #open: DeskDialog | undefined;

  constructor(host: PortalWidget & {shortcuts: 'on' | 'off'}, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
    const {text, stands} = desk;
    this.#later = new LaterPart<DialogViews>(host, {load: async () => (await import('./dialogs.later.ts')).dialogsPart, text, stands});
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  async show(dialog: DeskDialog): Promise<void> {
    const more = dialog.kind === 'import' ? import('../import/define-import.ts').then(() => true, () => false) : true;
    const [views, isThere] = await Promise.all([this.#later.load(), more]);
    if (views && isThere) this.#enter(dialog);
    else this.#host.portal?.notify({tone: 'danger', text: this.#desk.text.term('problem_network_error')});
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
    return this.#later.views?.renderDialog(this.#open, {
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
