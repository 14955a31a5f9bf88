import {ApiError, toJson} from '@portico/client';
import type {CobrandTemplate} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {Drafts} from '../../base/drafts.ts';
import type {PortalWidget} from '../../base/portal-widget.ts';

/** What of a template is edited. */
export type TemplateFields = Pick<CobrandTemplate, 'zones' | 'logoRules' | 'approval' | 'smallPrint'>;

/** How what is on screen stands to what the server has. */
export type DraftState = 'saved' | 'waiting' | 'saving' | 'refused' | 'conflict' | 'failed';

/** Milliseconds without a change until it is saved. */
const restMs = 600;
/** Changes of the same thing within this time are undone together. */
const togetherMs = 1500;
const mostSteps = 100;

/**
 * A template while it is edited: every change is saved by itself when the hand rests, can be undone, and is kept on the side until the server has it, so that
 * neither a refusal, nor a lost connection, nor closing the page loses it. What others changed meanwhile is asked about, never overwritten.
 */
export class TemplateDraft implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #kept: Drafts;
  #template: CobrandTemplate | undefined;
  #fields: TemplateFields | undefined;
  #steps: TemplateFields[] = [];
  #lastStep = {of: '', at: 0};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  state: DraftState = 'saved';
  /** Why it was not saved. */
  error: unknown;

  constructor(host: PortalWidget) {
    this.#host = host;
    this.#kept = new Drafts(host);
    host.addController(this);
  }

  /** What was typed when the editor or the page was closed before the server had it, on the version that it was typed on. */
  hostUpdate() {
    const template = this.#template;
    if (!template || this.state !== 'saved' || !this.canEdit) return;
    const {fields, version} = this.#kept.read(this.#form);
    if (typeof fields !== 'string' || typeof version !== 'number') return;
    this.#template = {...template, version};
    this.#show(JSON.parse(fields) as TemplateFields);
  }

  hostDisconnected() {
    // Without the element it is sent at once; what cannot be sent is kept.
    if (this.#timer !== undefined) void this.flush();
  }

  /** As the server last said it. */
  get template(): CobrandTemplate | undefined {
    return this.#template;
  }

  /** As it is on screen. */
  get fields(): TemplateFields | undefined {
    return this.#fields;
  }

  get canEdit(): boolean {
    return this.#template?.actions.includes('update') ?? false;
  }

  get canUndo(): boolean {
    return this.#steps.length > 0 && this.canEdit;
  }

  /** Takes what the server has: at the beginning, and whenever it has changed there. What was typed and not saved stays. */
  take(template: CobrandTemplate): void {
    const before = this.#template;
    const isOther = before?.id !== template.id;
    if (!isOther && before && template.version <= before.version) {
      // The same with fresh addresses of its pictures.
      if (template.version === before.version) this.#template = template;
      return;
    }
    if (!isOther && this.state !== 'saved') {
      // Saving will meet the other version and ask. A template that is no draft any more has nothing to save.
      if (!template.actions.includes('update')) this.#enter(template);
      return;
    }
    this.#enter(template);
  }

  /** Shows a change and saves it when the hand rests. @param of - What is changed: several changes of it in a row are undone together. */
  change(change: Partial<TemplateFields>, of = ''): void {
    const before = this.#fields;
    if (!before || !this.canEdit) return;
    const at = performance.now();
    const isSame = of !== '' && of === this.#lastStep.of && at - this.#lastStep.at < togetherMs;
    if (!isSame) this.#steps = [...this.#steps.slice(1 - mostSteps), before];
    this.#lastStep = {of, at};
    this.#show({...before, ...change});
  }

  undo(): void {
    const before = this.#steps.at(-1);
    if (!before || !this.canEdit) return;
    this.#steps = this.#steps.slice(0, -1);
    this.#lastStep = {of: '', at: 0};
    this.#show(before);
  }

  /** Saves now what is not saved yet. @returns Whether the server has it all. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
    // What is changed while it is being saved is saved after it.
    for (let round = 0; this.state === 'waiting' || (round === 0 && this.state === 'failed'); round++) {
      this.#saving = this.#save();
      await this.#saving;
      this.#saving = undefined;
    }
    return this.state === 'saved';
  }

  /** After a conflict: saves on top of what somebody else did. */
  async keepMine(): Promise<void> {
    const theirs = await this.#read();
    if (!theirs) return;
    this.#template = theirs;
    this.state = 'waiting';
    await this.flush();
  }

  /** After a conflict: gives up what was not saved; undoing brings it back. */
  async takeTheirs(): Promise<void> {
    const [theirs, mine] = [await this.#read(), this.#fields];
    if (!theirs) return;
    this.#kept.clear(this.#form);
    this.#enter(theirs);
    if (mine) this.#steps = [...this.#steps, mine];
  }

  #show(fields: TemplateFields) {
    this.#fields = fields;
    if (this.state !== 'conflict') {
      this.state = 'waiting';
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.flush(), restMs);
    }
    this.#keep(fields);
    this.#host.requestUpdate();
  }

  async #save(): Promise<void> {
    const {portal} = this.#host;
    const [template, fields] = [this.#template, this.#fields];
    if (!portal || !template || !fields) return;
    this.#say('saving');
    try {
      const answer = await portal.client.cobrandTemplates.update({id: template.id, version: template.version, ...fields});
      this.#template = answer;
      // What was changed meanwhile waits for its own turn.
      if (fields !== this.#fields) return this.#say('waiting');
      this.#kept.clear(this.#form);
      this.#say('saved');
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      this.#say(code === 'version_conflict' || code === 'cobrand_template_status_conflict' ? 'conflict' : code === 'input_invalid' ? 'refused' : 'failed', error);
    }
  }

  #say(state: DraftState, error?: unknown) {
    this.state = state;
    this.error = error;
    this.#host.requestUpdate();
  }

  #enter(template: CobrandTemplate) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#template?.id !== template.id) this.#steps = [];
    this.#template = template;
    const {zones, logoRules, approval, smallPrint} = template;
    this.#fields = {zones, logoRules, approval, smallPrint};
    this.#say('saved');
  }

  async #read(): Promise<CobrandTemplate | undefined> {
    const id = this.#template?.id;
    try {
      return id === undefined ? undefined : await this.#host.portal?.client.cobrandTemplates.get({id});
    } catch (error) {
      this.#say('conflict', error);
      return undefined;
    }
  }

  get #form(): string {
    return `cobrand-template/${this.#template?.id}`;
  }

  #keep(fields: TemplateFields) {
    this.#kept.write(this.#form, {fields: toJson(fields), version: this.#template?.version ?? 0});
  }

}
