import type {DealRegistration} from '@portico/contract';
import {LaterPart} from '../../base/later-part.ts';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {TableController} from '../../base/table.controller.ts';
import type {DealReviewActs} from '../deal-review.acts.ts';
import type {ReviewInput} from '../deal-review.input.ts';
import type {DealReviewAction, Reader} from '../deal-review.model.ts';
import type {Words} from '../deal-review.words.ts';
import type {DialogViews} from './dialogs.later.ts';
import type {DialogContext, ReviewDialog} from './dialogs.view.ts';

interface Desk extends Pick<DialogContext, 'filterPartner' | 'latest'> {
  readonly acts: DealReviewActs;
  readonly text: Words;
  readonly table: TableController<DealRegistration>;
  /** Lets go of rows that no longer belong on the queue. */
  readonly settle: () => void;
  /** Whether the queue stands. */
  readonly stands: () => boolean;
}

/** Acts on one registration that leave nothing to ask. */
const atOnce = ['take', 'send_for_approval', 'confirm_win'] as const satisfies readonly DealReviewAction[];

/** What lies over the desk: opens it, loading what it is made of, and closes it. */
export class ReviewDialogs {
  readonly #host: PortalWidget & {shortcuts: 'on' | 'off'};
  readonly #desk: Desk;
  readonly #later: LaterPart<DialogViews>;
  #open: ReviewDialog | undefined;
  /** Where the focus was when a dialog opened: in the open registration, or on this row of the queue. */
  #from: 'detail' | number = 0;

  constructor(host: PortalWidget & {shortcuts: 'on' | 'off'}, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
    const {text, stands} = desk;
    this.#later = new LaterPart<DialogViews>(host, {load: async () => (await import('./dialogs.later.ts')).dialogsPart, text, stands});
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  async show(dialog: ReviewDialog): Promise<void> {
    if (await this.#later.load()) this.#enter(dialog);
    else this.#host.portal?.notify({tone: 'danger', text: this.#desk.text.term('problem_network_error')});
  }

  /** Begins an act: at once where nothing is left to say, else with a dialog. */
  begin(action: DealReviewAction, deals: readonly DealRegistration[], reader: Reader, input: ReviewInput = {}): void {
    const [deal] = deals;
    if (!deal || action === 'note') return;
    const simple = atOnce.find(each => each === action);
    if (simple && deals.length === 1) void this.#desk.acts.now(simple, deal);
    else void this.show({kind: 'act', action, deals, reader, input});
  }

  render() {
    const host = this.#host;
    return this.#later.views?.renderDialog(this.#open, {
      ...this.#desk,
      portal: host.portal,
      letters: host.shortcuts !== 'off',
      setLetters: on => (host.shortcuts = on ? 'on' : 'off'),
      finished: ids => this.#finish(ids),
      close: () => this.#enter(undefined),
    });
  }

  #enter(dialog: ReviewDialog | undefined) {
    if (dialog) this.#from = this.#detail?.matches(':focus-within') ? 'detail' : this.#desk.table.activeIndex;
    this.#open = dialog;
    this.#host.requestUpdate();
    if (!dialog) void this.#giveFocusBack();
  }

  /** What had the focus may be gone with what was done: then it goes to the title, or to the row that moved up. */
  async #giveFocusBack() {
    await this.#host.updateComplete;
    await new Promise(resolve => requestAnimationFrame(resolve));
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    if (this.#from === 'detail') this.#detail?.focus();
    else this.#desk.table.focusAt(this.#from);
  }

  #finish(ids: readonly string[]) {
    const {table, settle} = this.#desk;
    for (const id of ids) if (table.selection.has(id)) table.selection.toggle(id, false);
    settle();
  }

  get #detail(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('portico-deal-review-detail');
  }
}
