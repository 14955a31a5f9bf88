import type {PrintOrder, PrintStock} from '@portico/contract';
import {printOrderTransitions, type PrintOrderEvent, type PrintOrderStatus} from '@portico/contract/print-order-transitions';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {LiveList} from '../../base/live-list.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {act} from '../../base/mutation.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WidgetClock} from '../../base/widget-clock.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon, inboxIcon} from '../../ui/icon/icons.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {renderOrder, type AskedStep, type Step} from './order.view.ts';
import {printStyles} from './print.styles.ts';

const statuses = Object.keys({requested: 0, backordered: 0, approved: 0, picked: 0, shipped: 0, delivered: 0, cancelled: 0} satisfies Record<PrintOrderStatus, 0>) as PrintOrderStatus[];
/** Of these somebody still has something to do. */
const open: readonly PrintOrderStatus[] = ['requested', 'backordered', 'approved', 'picked', 'shipped'];
type Shown = 'open' | 'all' | PrintOrderStatus;

/** Asset and orders of one that is being asked about before it moves on. */
interface Asking {
  readonly id: string;
  readonly step: AskedStep;
}

/**
 * Orders of printed copies: what each asks for, how many are in stock, and what is to be done next. Stays current. Inside the desk only.
 *
 * @tag portico-collateral-desk-print
 */
export class DeskPrint extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, printStyles];

  @state() private shown: Shown = 'open';
  @state() private asking: Asking | undefined;
  @state() private problem = '';

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #clock = new WidgetClock(this);
  readonly #orders = new LiveList<[Shown], PrintOrder>(this, {
    args: () => [this.shown],
    readPage: ({client}, [shown], cursor, signal) => client.printOrders.list({limit: 50, ...(shown === 'all' ? {} : {status: [...statusesOf(shown)]}), ...(cursor && {cursor})}, {signal}),
    readOne: ({client}, id, signal) => client.printOrders.get({id}, {signal}),
    belongs: ({status}, [shown]) => statusesOf(shown).includes(status),
    compare: (a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1),
    resource: 'print_order',
    isHeld: ({id}) => this.asking?.id === id,
  });
  /** In stock, of what somebody waits for. */
  readonly #stocks = new LiveQuery<[string], ReadonlyMap<string, PrintStock>>(this, {
    args: () => [[...new Set(this.#orders.items.flatMap(({asset, actions}) => (actions.includes('approve') ? [asset.id] : [])))].sort().slice(0, 50).join(' ')],
    read: async ({client}, [ids], signal) => {
      const found = await Promise.all(ids.split(' ').filter(Boolean).map(assetId => client.printOrders.stock({assetId}, {signal})));
      return new Map(found.map(stock => [stock.assetId, stock]));
    },
    refreshOn: ['print_order', 'asset'],
  });
  #stockKnown: ReadonlyMap<string, PrintStock> = new Map();

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {status, items, error, hasMore} = this.#orders;
    this.#stockKnown = this.#stocks.value ?? this.#stockKnown;
    const options = (['open', 'all', ...statuses] as const).map(value => ({value, label: value === 'open' || value === 'all' ? text.term(`print_${value}`) : text.term(`print_status_${value}`)}));
    return html`<div class="bar"><portico-ui-field kind="select" label=${text.term('print_show')} .options=${options} .value=${this.shown} @change=${(event: Event) => (this.shown = (event.target as UiField).value as Shown)}></portico-ui-field></div>
      ${
        status === 'failed'
          ? html`<portico-ui-empty-state tone="danger" heading=${text.term('print_failed')} text=${explainProblem(error, text)}><span slot="icon">${dangerIcon(20)}</span><button class="button" slot="actions" type="button" @click=${() => this.#orders.refresh()}>${text.term('retry')}</button></portico-ui-empty-state>`
          : status === 'pending' ? html`<portico-ui-skeleton class="pad" rows="4"></portico-ui-skeleton>`
          : items.length === 0 ? html`<portico-ui-empty-state heading=${text.term('print_none')} text=${text.term('print_noneText')}><span slot="icon">${inboxIcon(20)}</span></portico-ui-empty-state>`
          : html`<ul aria-label=${text.term('tab_print')}>
              ${repeat(
                items,
                ({id}) => id,
                order =>
                  renderOrder(order, {
                    text,
                    now: this.#clock.now,
                    inStock: this.#stockKnown.get(order.asset.id)?.inStock,
                    asking: this.asking?.id === order.id ? this.asking.step : undefined,
                    problem: this.problem,
                    begin: step => this.#begin(order, step),
                    keep: () => this.#keep(),
                    send: form => void this.#sendForm(order, form),
                  }),
              )}
            </ul>`
      }
      ${hasMore ? html`<p class="pad"><button class="button" type="button" data-variant="quiet" @click=${() => this.#orders.loadMore()}>${text.term('showMore')}</button></p>` : nothing}`;
  }

  #begin(order: PrintOrder, step: Step) {
    if (step === 'ship' || step === 'backorder' || step === 'cancel') {
      this.asking = {id: order.id, step};
      this.problem = '';
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('form portico-ui-field')?.focus());
    } else void this.#move(order, step, {});
  }

  /** Gives up what was asked about; the focus goes back to the order. */
  #keep() {
    const id = this.asking?.id;
    this.asking = undefined;
    this.#orders.settle();
    void this.updateComplete.then(() => this.#focus(id));
  }

  async #sendForm(order: PrintOrder, form: HTMLFormElement) {
    const {asking} = this;
    const fields = [...form.querySelectorAll('portico-ui-field')];
    for (const field of fields) if (!(await field.validate())) return field.focus();
    if (!asking) return;
    const value = (name: string) => fields.find(field => field.name === name)?.value.trim() ?? '';
    const input = asking.step === 'ship' ? {tracking: {carrier: value('carrier'), number: value('number'), url: value('url') || null}} : {reason: value('reason')};
    if (await this.#move(order, asking.step, input)) this.#keep();
  }

  /** Shown at once, and taken back with the reason when the server says no. */
  async #move(order: PrintOrder, step: Step, input: object): Promise<boolean> {
    const client = this.portal?.client;
    if (!client) return false;
    const {id, version} = order;
    const to = printOrderTransitions[step as PrintOrderEvent].to;
    const isAsked = this.asking?.id === id;
    const answer = await act<PrintOrder>(this, {
      show: () => this.#orders.begin(id, each => ({...each, status: to, actions: []})),
      send: () => client.printOrders[step]({id, version, ...input} as never) as Promise<PrintOrder>,
      explain: error => explainProblem(error, this.#text),
      tell: sentence => (isAsked ? (this.problem = sentence) : this.portal?.notify({tone: 'danger', text: sentence})),
    });
    if (!answer) this.#orders.refresh();
    else if (!isAsked) await this.updateComplete.then(() => this.#focus(id));
    return answer !== undefined;
  }

  /** The button that was pressed may be gone with what it did. */
  #focus(id: string | undefined) {
    if ((this.renderRoot as ShadowRoot).activeElement) return;
    const row = this.renderRoot.querySelector(`li[data-id="${id}"]`);
    (row?.querySelector<HTMLElement>('button') ?? row?.querySelector<HTMLElement>('summary') ?? this.renderRoot.querySelector<HTMLElement>('portico-ui-field'))?.focus();
  }
}

function statusesOf(shown: Shown): readonly PrintOrderStatus[] {
  return shown === 'all' ? statuses : shown === 'open' ? open : [shown];
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-print': DeskPrint;
  }
}
