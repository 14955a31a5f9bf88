import {ApiError} from '@portico/client';
import type {LeadImport, Page} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {toErrorEvent} from '../../base/mutation.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {en} from '../../strings/en/lead-import.ts';
import {leadImportStrings} from '../../strings/lead-import.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import {DoneEvent} from '../dialogs/dialog.events.ts';
import {LeadImportDoneEvent} from '../lead-desk.events.ts';
import {renderCheck} from './check.view.ts';
import {renderChoose} from './choose.view.ts';
import {ImportFlow} from './import-flow.ts';
import {importStyles} from './import.styles.ts';
import type {ImportWords} from './import-words.ts';
import {renderReport} from './report.view.ts';

/** The imports of each desk, so that closing the dialog loses nothing. */
const flows = new WeakMap<object, ImportFlow>();
const steps = ['choose', 'check', 'run'] as const;


/**
 * Brings leads in from a CSV file: choose it, say where its columns go, see what would happen, run it and read the report. Inside the desk only.
 *
 * @tag portico-lead-desk-import
 * @fires {LeadImportDoneEvent} portico-lead-import-done - The import came to its end.
 */
export class ImportDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, importStyles];

  /** Whose import this is: the same object finds the same file and mapping again. */
  @property({attribute: false}) owner: object = this;

  @state() private dragging = false;

  readonly #text: ImportWords = new Localize(this, leadImportStrings);
  readonly #ready = new WordsReady(this, this.#text);
  #flow: ImportFlow | undefined;
  #stop: (() => void) | undefined;

  readonly #earlier = new LiveQuery<readonly [], Page<LeadImport>>(this, {
    args: () => [],
    read: ({client}, _, signal) => client.leadImports.list({limit: 5}, {signal}),
    refreshOn: 'lead_import',
  });

  readonly #running = new LiveQuery<readonly [string], LeadImport>(this, {
    args: () => {
      const id = this.#flow?.leadImport?.id;
      return id === undefined ? null : [id];
    },
    read: async ({client}, [id], signal) => {
      const found = await client.leadImports.get({id}, {signal});
      if (this.#flow?.follow(found)) this.dispatchEvent(new LeadImportDoneEvent(found));
      return found;
    },
    refreshOn: 'lead_import',
    concerns: ({resourceId}) => resourceId === this.#flow?.leadImport?.id,
  });

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
    this.#flow = undefined;
  }

  protected override willUpdate() {
    if (!this.#flow) {
      const flow = flows.get(this.owner) ?? new ImportFlow();
      flows.set(this.owner, flow);
      // A report that was read is not shown again.
      if (flow.leadImport && flow.leadImport.status !== 'running') flow.reset();
      this.#flow = flow;
      this.#stop = flow.watch(() => this.requestUpdate());
    }
    this.#flow.portal = this.portal;
  }

  protected override render() {
    const flow = this.#flow;
    if (!flow || !this.#ready.done) return nothing;
    const text = this.#text;
    const at = steps.indexOf(flow.step) + 1;
    // Subscribed as long as the dialog is open.
    void this.#running.value;
    return html`<portico-ui-dialog open size="wide" heading=${text.term('title')} @portico-ui-dialog-close=${this.#onClose}>
      <div
        class="import"
        ?data-dragging=${this.dragging}
        @dragover=${(event: DragEvent) => this.#onDrag(event, true)}
        @dragleave=${(event: DragEvent) => this.#onDrag(event, false)}
        @drop=${(event: DragEvent) => this.#onDrop(event, flow)}
      >
        <p class="muted step" role="status">${text.term('step', text.number(at), text.number(steps.length), text.term(`step_${flow.step}`))}</p>
        ${this.#renderError(flow.error, flow)}
        ${
          flow.step === 'choose' ? renderChoose(flow, this.#earlier.value?.items ?? [], text)
          : flow.step === 'check' ? renderCheck(flow, text)
          : renderReport(flow, text)
        }
      </div>
      ${this.#renderActions(flow)}
    </portico-ui-dialog>`;
  }

  #renderActions(flow: ImportFlow) {
    const text = this.#text;
    const leave = () => this.dispatchEvent(new DoneEvent());
    if (flow.step === 'run') {
      return html`${flow.leadImport?.status === 'running' ? nothing : html`<button class="button" slot="actions" type="button" @click=${() => flow.reset()}>${text.term('another')}</button>`}
        <button class="button" slot="actions" type="button" data-variant="primary" @click=${leave}>${text.term('close')}</button>`;
    }
    const rows = (flow.preview?.toCreate ?? 0) + (flow.preview?.toUpdate ?? 0);
    return html`<button class="button" slot="actions" type="button" @click=${leave}>${text.term('cancel')}</button>
      ${
        flow.step === 'check'
          ? html`<portico-ui-button slot="actions" variant="primary" ?busy=${flow.busy} ?disabled=${!flow.mapping || (rows === 0 && !flow.busy)} @click=${() => void this.#run(flow)}>
              ${text.term('run', rows)}
            </portico-ui-button>`
          : nothing
      }`;
  }

  #renderError(error: unknown, flow: ImportFlow) {
    if (error === undefined) return nothing;
    const problem = error instanceof ApiError ? error.problem : undefined;
    return html`<div class="problem" role="alert">
      ${dangerIcon()}
      <div>
        <p>${this.#explain(error)}</p>
        ${problem?.errors ? html`<ul>${problem.errors.slice(0, 5).map(({message}) => html`<li>${message}</li>`)}</ul>` : nothing}
      </div>
      ${
        error instanceof ApiError && error.isRetryable
          ? html`<button class="button" type="button" @click=${() => void (flow.step === 'choose' || !flow.preview ? flow.look() : flow.run())}>${this.#text.term('retry')}</button>`
          : nothing
      }
    </div>`;
  }

  #explain(error: unknown): string {
    if (!(error instanceof ApiError)) return this.#text.term('problem_unknown');
    const key = `problem_${error.code}` as keyof typeof en;
    return typeof en[key] === 'string' ? this.#text.term(key as 'problem_unknown') : error.problem.title;
  }

  async #run(flow: ImportFlow) {
    await flow.run();
    if (flow.error !== undefined) this.dispatchEvent(toErrorEvent(flow.error, this.#explain(flow.error)));
    // A short one may have ended before the feed was asked about it.
    else this.#running.refresh();
  }

  readonly #onClose = () => this.dispatchEvent(new DoneEvent());

  #onDrag(event: DragEvent, over: boolean) {
    if (!event.dataTransfer?.types.includes('Files') || this.#flow?.step !== 'choose') return;
    event.preventDefault();
    this.dragging = over;
  }

  #onDrop(event: DragEvent, flow: ImportFlow) {
    this.dragging = false;
    const file = event.dataTransfer?.files[0];
    if (!file || flow.step !== 'choose') return;
    event.preventDefault();
    void flow.choose(file);
  }
}
