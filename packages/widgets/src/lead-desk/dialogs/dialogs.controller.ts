import type {Lead} from '@portico/contract';
import {LaterPart} from '../../base/later-part.ts';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import type {LeadDeskAction} from '../lead-desk.model.ts';
import type {Words} from '../lead-desk.words.ts';
import type {DialogViews} from './dialogs.later.ts';
import type {DeskDialog, DialogContext} from './dialogs.view.ts';

interface Desk extends Pick<DialogContext, 'filterPartner' | 'openLead'> {
  /** Loads what carries acts out. */
  readonly acts: () => Promise<LeadDeskActs>;
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
    const {acts, text, stands} = desk;
    this.#later = new LaterPart<DialogViews>(host, {
      load: async () => {
        const [{dialogsPart}, found] = await Promise.all([import('./dialogs.later.ts'), acts()]);
        return dialogsPart(found);
      },
      text,
      stands,
    });
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  async show(dialog: DeskDialog): Promise<void> {
    const more = dialog.kind === 'import' ? import('../import/define-import.ts').then(() => true, () => false) : true;
    const [views, isThere] = await Promise.all([this.#later.load(), more]);
    if (views && isThere) this.#enter(dialog);
    else this.#sayMissing();
  }

  /** Begins an act: at once where nothing is left to say, else with a dialog. */
  async begin(action: LeadDeskAction, leads: readonly Lead[]): Promise<void> {
    const views = await this.#later.load();
    if (!views) return this.#sayMissing();
    const dialog = views.begin(action, leads);
    if (dialog) await this.show(dialog);
  }

  /** What can be done with the selected leads, once it is there. */
  renderBulkBar(selected: readonly Lead[], clear: () => void) {
    const later = this.#later;
    // Not over and over while it cannot come.
    if (!later.isMissing) void later.load();
    return later.views?.renderBulkBar(this.#desk.text, selected, action => void this.begin(action, selected), clear);
  }

  render() {
    const host = this.#host;
    const {views} = this.#later;
    return views?.renderDialog(this.#open, {
      ...this.#desk,
      acts: views.acts,
      portal: host.portal,
      letters: host.shortcuts !== 'off',
      setLetters: on => (host.shortcuts = on ? 'on' : 'off'),
      close: () => this.#enter(undefined),
    });
  }

  #sayMissing() {
    this.#host.portal?.notify({tone: 'danger', text: this.#desk.text.term('problem_network_error')});
  }

  #enter(dialog: DeskDialog | undefined) {
    this.#open = dialog;
    this.#host.requestUpdate();
  }
}
