import {toJson} from '@portico/client';
import type {Challenge, ChallengeEntry, ChallengeEntryFields} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {Drafts} from '../base/drafts.ts';
import {toErrorEvent} from '../base/mutation.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {problemErrors} from '../base/problem-of.ts';
import {explain} from '../base/standing-text.ts';
import {acceptedEndings} from '../base/upload/file-types.ts';
import {challengesStrings} from '../strings/challenges.strings.ts';
import {Localize} from '../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../theme/shared.styles.ts';
import {DialogCloseEvent} from '../ui/dialog/dialog.events.ts';
import type {UiField} from '../ui/field/field.ts';
import type {FileActEvent, FilesEvent} from '../ui/file-picker/file-picker.events.ts';
import {proofStyles} from './challenges-later.styles.ts';
import type {ChallengesController} from './challenges.controller.ts';
import {ChallengeActionEvent} from './challenges.events.ts';
import {mostFiles, type KeptFile, ProofFiles} from './proof-files.ts';
import {pickedFiles} from './proof-files.view.ts';

/**
 * What a challenge asks a partner to send: words, a link, files. What is typed and what has arrived is kept until it is sent, also when the dialog is closed or the
 * page is left. Inside the widget only.
 *
 * @tag portico-challenges-proof
 * @csspart dialog - The dialog.
 */
export class ChallengeProofDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, proofStyles];

  @property({attribute: false}) challenges?: ChallengesController;
  @property({attribute: false}) challenge?: Challenge;
  @property({type: Boolean}) open = false;
  /** Told when a proof was kept or sent. */
  @property({attribute: false}) onDone: (action: 'save' | 'submit', challenge: Challenge) => void = () => {};

  @state() private busy = false;
  @state() private failure = '';
  @state() private fileError = '';
  @state() private linkError: string | undefined;
  /** What the vendor's side has of it. */
  @state() private entry: ChallengeEntry | undefined;

  readonly #text = new Localize(this, challengesStrings);
  readonly #drafts = new Drafts(this);
  /** Files go on while another proof is open. */
  readonly #files = new Map<string, ProofFiles>();
  #opened = '';

  protected override willUpdate(changed: PropertyValues<this>) {
    const id = this.open ? (this.challenge?.id ?? '') : '';
    if (!(changed.has('open') || changed.has('challenge')) || id === this.#opened) return;
    this.#opened = id;
    this.failure = this.fileError = '';
    this.linkError = this.entry = undefined;
    if (id) void this.#read(id);
  }

  protected override render() {
    const {challenge, busy, failure, entry} = this;
    if (!challenge) return nothing;
    const text = this.#text;
    const {proofs} = challenge;
    const reason = challenge.own?.entry?.status === 'rejected' ? challenge.own.entry.reason : null;
    const isReading = Boolean(challenge.own?.entry) && entry === undefined && failure === '';
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${text.term('proofTitle', challenge.name)} @portico-ui-dialog-close=${this.#onClose}>
      <form novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${challenge.description ? html`<p class="about" dir="auto" translate="no">${challenge.description}</p>` : nothing}
        ${reason === null ? nothing : html`<p class="note" data-tone="warning" dir="auto">${text.term('sentBack', reason)}</p>`}
        ${proofs.includes('text')
          ? html`<portico-ui-field name="text" kind="textarea" required label=${text.term('proofText')} max-length="4000" .value=${this.#value('text')} ?disabled=${busy || isReading} @input=${this.#onType} @change=${this.#onType}></portico-ui-field>`
          : nothing}
        ${proofs.includes('link')
          ? html`<portico-ui-field name="link" kind="url" required label=${text.term('proofLink')} help=${text.term('proofLinkHelp')} max-length="2000" keyboard="url" autocomplete="off" .error=${this.linkError} .value=${this.#value('link')} ?disabled=${busy || isReading} @input=${this.#onType} @change=${this.#onType}></portico-ui-field>`
          : nothing}
        ${proofs.includes('file') ? this.#picker(isReading) : nothing}
        <p class="small muted">${text.term('kept')}</p>
        ${failure ? html`<p class="note" data-tone="danger" role="alert">${failure}</p>` : nothing}
      </form>
      <button slot="actions" class="button" type="button" data-act="save" ?disabled=${busy || isReading} @click=${() => void this.#send('save')}>${text.term('save')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="send" ?disabled=${busy || isReading} @click=${() => void this.#send('submit')}>${text.term('send')}</button>
    </portico-ui-dialog>`;
  }

  #picker(isReading: boolean) {
    const text = this.#text;
    const files = this.#proofFiles;
    return html`<div class="files"><span class="label" aria-hidden="true">${text.term('proofFiles')}</span><portico-ui-file-picker
      label=${text.term('proofFiles')}
      choose=${text.term('chooseFiles')}
      drop=${text.term('dropFiles')}
      help=${text.term('proofFilesHelp', text.number(mostFiles))}
      accept=${acceptedEndings}
      error=${this.fileError || nothing}
      ?disabled=${this.busy || isReading}
      .files=${files ? pickedFiles(text, files) : []}
      @portico-ui-files=${(event: FilesEvent) => files?.add(event.files)}
      @portico-ui-file-act=${({id, act}: FileActEvent) => (act === 'retry' ? files?.retry(id) : files?.remove(id))}
    ></portico-ui-file-picker></div>`;
  }

  get #form(): string {
    return `challenge/${this.challenge?.id ?? ''}/${this.challenge?.own?.span?.key ?? ''}`;
  }

  /** What stands in a field: as it was typed, else as it was saved. */
  #value(name: 'text' | 'link'): string {
    return String(this.#drafts.read(this.#form)[name] ?? this.entry?.[name] ?? '');
  }

  /** Files that have arrived: of this draft, else those that were saved. */
  #kept(form: string): readonly KeptFile[] {
    const kept = this.#drafts.read(form)['files'];
    if (typeof kept === 'string') return JSON.parse(kept) as KeptFile[];
    return form === this.#form ? (this.entry?.files ?? []).map(({id, fileName, sizeBytes}) => ({id, name: fileName, bytes: sizeBytes})) : [];
  }

  get #proofFiles(): ProofFiles | undefined {
    const {portal} = this;
    const form = this.#form;
    let files = this.#files.get(form);
    if (!files && portal) {
      files = new ProofFiles({
        portal,
        kept: () => this.#kept(form),
        keep: kept => this.#drafts.write(form, {files: toJson(kept)}),
        changed: () => {
          this.fileError = '';
          this.requestUpdate();
        },
      });
      this.#files.set(form, files);
    }
    return files;
  }

  async #read(challengeId: string) {
    const {challenge, challenges} = this;
    const known = challenge?.own?.entry;
    if (!known || !challenges) return;
    try {
      const entry = await challenges.entry(known.id);
      if (this.#opened === challengeId) this.entry = entry;
    } catch (error) {
      if (this.#opened === challengeId) this.failure = explain(this.#text, error);
    }
  }

  readonly #onType = (event: Event) => {
    const {name, value} = event.target as UiField;
    this.#drafts.write(this.#form, {[name]: value});
    this.failure = '';
    if (name === 'link') this.linkError = undefined;
  };

  readonly #onClose = (event: DialogCloseEvent) => {
    if (this.busy) return event.preventDefault();
    this.dispatchEvent(new DialogCloseEvent(event.reason));
  };

  /** Checks what is asked for; the first thing that is missing gets the focus. */
  async #check(): Promise<boolean> {
    const fields = [...this.renderRoot.querySelectorAll<UiField>('portico-ui-field')];
    const right = await Promise.all(fields.map(field => field.validate()));
    const wrong = fields[right.indexOf(false)];
    const files = this.#proofFiles;
    if (this.challenge?.proofs.includes('file') && files) this.fileError = files.isBusy ? this.#text.term('fileUploading') : files.kept.length === 0 ? this.#text.term('fileMissing') : '';
    if (wrong) wrong.focus();
    else if (this.fileError) this.renderRoot.querySelector<HTMLElement>('portico-ui-file-picker')?.focus();
    return !wrong && this.fileError === '';
  }

  async #send(action: 'save' | 'submit') {
    const {challenge, challenges} = this;
    if (!challenge || !challenges || this.busy) return;
    if (action === 'submit' && !(await this.#check())) return;
    if (!this.dispatchEvent(new ChallengeActionEvent({action, id: challenge.id}))) return;
    this.busy = true;
    this.failure = '';
    const form = this.#form;
    const fields: ChallengeEntryFields = {text: this.#value('text').trim() || null, link: this.#value('link').trim() || null, fileIds: this.#kept(form).map(({id}) => id)};
    try {
      // Tried again, what was saved is gone on with.
      this.entry = await challenges.save(challenge.id, this.entry ?? challenge.own?.entry ?? null, fields);
      if (action === 'submit') this.entry = await challenges.submit(this.entry);
      this.#drafts.clear(form);
      this.onDone(action, challenge);
    } catch (error) {
      const sentence = explain(this.#text, error);
      this.linkError = problemErrors(error).find(({pointer}) => pointer === '/link')?.message;
      if (this.dispatchEvent(toErrorEvent(error, sentence))) this.failure = sentence;
      if (this.entry) void this.#read(challenge.id);
      challenges.retry();
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-challenges-proof': ChallengeProofDialog;
  }
}
