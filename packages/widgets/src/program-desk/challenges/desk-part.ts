import type {Program} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LiveQuery} from '../../base/live-query.ts';
import {act} from '../../base/mutation.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {explain, type StandingText} from '../../base/standing-text.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {standingStyles} from '../../theme/standing.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {type ProgramActionDetail, ProgramActionEvent} from '../program-desk.events.ts';
import {programDeskStyles} from '../program-desk.styles.ts';
import {deskPartStyles} from './desk-part.styles.ts';

/** What is asked before something is done: a reason, words for the partner, or only whether. */
export interface AskedWords {
  readonly heading: string;
  /** Said above the field. */
  readonly text?: string;
  /** Without a label there is no field. */
  readonly label?: string;
  readonly help?: string;
  readonly optional?: boolean;
  readonly danger?: boolean;
  /** Name of the act, for the button. */
  readonly act: string;
  readonly button: string;
  readonly cancel: string;
  send(words: string): void;
}

/** A reading that a tab waits for. */
export type Reading = Pick<LiveQuery<readonly unknown[], unknown>, 'value' | 'error' | 'refresh'>;

/** What stands in a tab of the desk and does something: readings of its own, acts, and the dialogs that ask before. */
export abstract class DeskPart extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, standingStyles, programDeskStyles, deskPartStyles];

  @property({attribute: false}) program?: Program | undefined;
  /** In which the programme counts, for what is new. */
  @property() currency = 'EUR';

  @state() protected busy = false;
  @state() private asked: AskedWords | undefined;
  @state() private askedOpen = false;

  /** The words of the tab in the reader's language. */
  protected abstract get words(): StandingText;
  /** What the tab shows. */
  protected abstract get readings(): readonly Reading[];

  /** Whether this session may do something that a scope stands for. */
  protected may(scope: string): boolean {
    return this.portal?.me?.scopes.includes(scope) ?? false;
  }

  /** The same, for what channel managers leave to others. */
  protected decides(scope: string): boolean {
    return this.may(scope) && (this.portal?.me?.roles ?? []).some(role => role !== 'channel_manager');
  }

  /** Reads everything again. */
  protected refresh() {
    for (const reading of this.readings) reading.refresh();
  }

  /** Does something that a page may cancel, and says how it went. */
  protected async act(detail: ProgramActionDetail, send: () => Promise<unknown> | undefined, done: string) {
    if (this.busy || !this.dispatchEvent(new ProgramActionEvent(detail))) return;
    const answer = await act<{readonly ok: true}>(this, {
      show: () => {
        this.busy = true;
        return () => (this.busy = false);
      },
      send: async () => {
        await send();
        return {ok: true};
      },
      explain: error => explain(this.words, error),
      tell: sentence => this.portal?.notify({tone: 'danger', text: sentence}),
    });
    this.refresh();
    if (answer) this.say(done);
  }

  /** Says what was done; a dialog that asked for it closes. */
  protected say(sentence: string) {
    this.askedOpen = false;
    this.portal?.notify({tone: 'success', text: sentence});
  }

  /** Asks before something is done. */
  protected ask(asked: AskedWords) {
    this.asked = asked;
    this.askedOpen = true;
  }

  /** What stands where the content would be while it cannot; `undefined` when there is content. */
  protected renderState(): TemplateResult | undefined {
    const {readings, words} = this;
    if (readings.every(({value}) => value !== undefined)) return undefined;
    const error = readings.find(reading => reading.value === undefined && reading.error !== undefined)?.error;
    if (error === undefined) return html`<portico-ui-skeleton kind="list" rows="6"></portico-ui-skeleton>`;
    return html`<portico-ui-empty-state tone="danger" heading=${words.term('failed')} text=${explain(words, error)}>
      <button slot="actions" class="button" type="button" @click=${() => this.refresh()}>${words.term('retry')}</button>
    </portico-ui-empty-state>`;
  }

  /** A button at the end of a row. */
  protected button(act: string, words: string, name: string, run: () => void, isQuiet = false): TemplateResult {
    return html`<button class="button" type="button" data-act=${act} data-variant=${isQuiet ? 'quiet' : nothing} aria-label=${name} ?disabled=${this.busy} @click=${run}>${words}</button>`;
  }

  protected renderAsked() {
    const {asked, busy} = this;
    if (!asked) return nothing;
    const close = () => (this.askedOpen = false);
    const send = async (event: Event) => {
      const field = (event.currentTarget as HTMLElement).closest('portico-ui-dialog')?.querySelector<UiField>('portico-ui-field');
      if (!field || (await field.validate())) asked.send(field?.value.trim() ?? '');
    };
    return html`<portico-ui-dialog part="dialog" ?open=${this.askedOpen} heading=${asked.heading} @portico-ui-dialog-close=${close}>
      <div class="form">
        ${asked.text ? html`<p>${asked.text}</p>` : nothing}
        ${asked.label && this.askedOpen ? html`<portico-ui-field kind="textarea" label=${asked.label} help=${asked.help ?? nothing} max-length=${asked.optional ? 1000 : 500} ?required=${!asked.optional} ?optional=${asked.optional ?? false} autofocus></portico-ui-field>` : nothing}
      </div>
      <button slot="actions" class="button" type="button" @click=${close}>${asked.cancel}</button>
      <button slot="actions" class="button" type="button" data-variant=${asked.danger ? 'danger' : 'primary'} data-act=${asked.act} ?disabled=${busy} @click=${send}>${asked.button}</button>
    </portico-ui-dialog>`;
  }
}
