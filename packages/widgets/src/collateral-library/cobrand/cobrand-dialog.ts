import {toJson} from '@portico/client';
import type {Cobrand, CobrandTemplate, CobrandZone, PartnerBrand} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {LivePreview} from '../../base/cobrand-preview.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {chevronStartIcon} from '../../ui/icon/icons.ts';
import {load} from '../asset-calls.ts';
import {languageOf} from '../asset-text.ts';
import {LibraryDialog} from '../library-dialog.ts';
import {cobrandStyles} from './cobrand.styles.ts';
import {beginOf, byZone, openZones, toBrandWords, toValues} from './cobrand.model.ts';
import {actsOf, actWord, copyList, type CopyAct} from './copies.view.ts';
import {previewView} from './preview.view.ts';
import {largestLogoBytes, logoTypes, sendLogo} from './send-logo.ts';
import {type ZoneFields, zoneField} from './zone-field.view.ts';

/**
 * Makes a piece the partner's own: zones are filled in beside a picture of what comes of it, the file is made, approved where the vendor wants that, and
 * released; copies that the vendor's new template left behind are made anew with one act.
 *
 * @tag portico-collateral-cobrand-dialog
 */
export class CobrandDialog extends LibraryDialog {
  static override styles = [...LibraryDialog.styles, cobrandStyles];

  /** The copy that is edited, `new`, or the list of all. */
  @state() private editing: string | undefined;
  @state() private templateId = '';
  @state() private page = 1;
  @state() private sending = '';
  /** Somebody tried to make it: what is missing is said from then on. */
  @state() private tried = false;
  /** Pictures that were sent here, by the id of their file. */
  readonly #pictures = new Map<string, string>();

  readonly #templates = new LiveQuery<[string], readonly CobrandTemplate[]>(this, {
    args: () => (this.open && this.asset ? [this.asset.id] : null),
    read: async ({client}, [assetId], signal) => (await client.cobrandTemplates.list({assetId, status: ['published'], limit: 50}, {signal})).items,
    refreshOn: ['cobrand_template', 'asset'],
  });
  readonly #copies = new LiveQuery<[string], readonly Cobrand[]>(this, {
    args: () => (this.open && this.asset ? [this.asset.id] : null),
    read: async ({client}, [assetId], signal) => (await client.cobrands.list({assetId, limit: 50}, {signal})).items,
    refreshOn: ['cobrand', 'cobrand_template'],
  });
  readonly #brand = new LiveQuery<[string], PartnerBrand>(this, {
    args: () => (this.open && this.portal?.me?.partnerOrg ? [this.portal.me.partnerOrg.id] : null),
    read: ({client}, [id], signal) => client.partnerOrgs.getBrand({id}, {signal}),
    refreshOn: 'partner_org',
  });
  readonly #preview = new LivePreview(this, () => {
    const {template} = this;
    return this.open && this.isEditing && template ? {templateId: template.id, values: toValues(template, this.copy, this.draft), page: Math.min(this.page, template.pages)} : undefined;
  });

  protected override get form() {
    return `cobrand/${this.template?.id}/${this.copy?.id ?? 'new'}`;
  }

  /** The copy in hand. */
  private get copy(): Cobrand | undefined {
    return this.#copies.value?.find(({id}) => id === this.editing);
  }

  private get template(): CobrandTemplate | undefined {
    const templates = this.#templates.value ?? [];
    const wanted = this.copy?.nextTemplateId ?? this.copy?.templateId ?? this.templateId;
    return templates.find(({id}) => id === wanted) ?? templates.find(({language}) => language === this.text.lang()) ?? templates[0];
  }

  /** Without copies there is nothing to list; what is with the vendor or out is not edited. */
  private get isEditing(): boolean {
    const {copy} = this;
    return this.editing === 'new' || this.#copies.value?.length === 0 || (copy !== undefined && (copy.isMaking || copy.actions.includes('update')));
  }

  protected override willUpdate() {
    if (!this.open) {
      this.editing = undefined;
      this.tried = false;
    }
  }

  protected override render() {
    const {text, asset, open} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" heading=${text.term('cobrand_heading')} .open=${open} @portico-ui-dialog-close=${this.onClose}>
      ${open && asset ? html`<p class="subject muted" dir="auto">${asset.title}</p>${this.renderFailure()}${this.#body()}` : nothing} ${open ? this.#actions() : nothing}
    </portico-ui-dialog>`;
  }

  #body() {
    const {text, template} = this;
    const error = this.#templates.error ?? this.#copies.error;
    if (!this.#templates.value || !this.#copies.value) return error === undefined ? html`<portico-ui-skeleton rows="5"></portico-ui-skeleton>` : html`<div class="note" data-tone="danger" role="alert">${text.term('problem_network_error')}</div>`;
    if (!this.isEditing) return copyList(text, this.#copies.value, (act, copy) => void this.#run(act, copy));
    if (!template) return html`<div class="note">${text.term('cobrand_noTemplate')}</div>`;
    const {copy} = this;
    return html`${this.#copies.value.length > 0 ? html`<button class="button back" data-variant="quiet" data-act="copies" type="button" @click=${() => (this.editing = undefined)}>${chevronStartIcon()}${text.term('cobrand_copies')}</button>` : nothing}
      <div class="split">
        <div class="form">${this.#fields(template, copy)}</div>
        ${previewView({text, preview: this.#preview, template, page: this.page, turnTo: page => (this.page = page)})}
      </div>`;
  }

  #fields(template: CobrandTemplate, copy: Cobrand | undefined) {
    const {text} = this;
    const languages = this.#templates.value ?? [];
    const findings = byZone([...this.#preview.findings, ...(copy?.status === 'draft' ? copy.findings : [])]);
    const brand = this.#brand.value && toBrandWords(this.#brand.value);
    const fields: ZoneFields = {
      text,
      field: (name, label, begin, options) => this.field(name, label, begin, options),
      begin: (zone, part) => copy?.values[zone.id]?.[part] ?? beginOf(zone, part, brand),
      valueIn: (name, begin) => this.valueIn(name, copy?.values[name.split('/')[0] ?? '']?.color ?? begin),
      type: (name, value) => this.type(name, value),
      findings: zone => (findings.get(zone.id) ?? []).filter(({code}) => this.tried || code !== 'required_missing'),
      logoOf: zone => this.#logoOf(zone, copy),
      isSending: zone => this.sending === zone.id,
      sendLogo: (zone, file) => void this.#sendLogo(zone, file),
    };
    return html`${languages.length > 1 && !copy
      ? html`<portico-ui-field kind="select" label=${text.term('facet_language')} .value=${template.id} .options=${languages.map(({id, language}) => ({value: id, label: languageOf(text, language)}))} @change=${(event: Event) => (this.templateId = (event.target as HTMLInputElement).value)}></portico-ui-field>`
      : nothing}
    ${this.field('name', text.term('cobrand_name'), copy?.name ?? template.assetTitle, {required: true, maxLength: 200, help: text.term('cobrand_nameHelp')})} ${openZones(template).map(zone => zoneField(fields, zone))}`;
  }

  #actions() {
    const {text, template, copy} = this;
    if (!this.isEditing) return html`<button slot="actions" class="button" data-variant="primary" data-act="new" type="button" @click=${() => (this.editing = 'new')}>${text.term('cobrand_new')}</button>`;
    if (!template) return nothing;
    const [next] = copy && this.#isUntouched(copy, template) ? actsOf(copy).filter(act => act === 'release' || act === 'download') : [];
    const busy = this.busy || copy?.isMaking === true;
    return html`<span slot="actions" class="muted" role="status">${copy?.isMaking ? text.term('cobrand_making') : nothing}</span>
      ${next && copy
        ? html`<button slot="actions" class="button" data-variant="primary" data-act=${next} type="button" aria-disabled=${busy} @click=${() => this.#run(next, copy)}>${actWord(text, next, copy)}</button>`
        : html`<button slot="actions" class="button" data-variant="primary" data-act="make" type="button" aria-disabled=${busy} @click=${() => this.#make()}>${text.term('cobrand_make')}</button>`}`;
  }

  /** Whether what was made is what the fields say. */
  #isUntouched(copy: Cobrand, template: CobrandTemplate): boolean {
    return copy.status !== 'draft' && toJson(toValues(template, copy, this.draft)) === toJson(toValues(template, copy, {})) && this.valueIn('name', copy.name) === copy.name;
  }

  #logoOf({id, placeholder}: CobrandZone, copy: Cobrand | undefined): string | undefined {
    const fileId = this.valueIn(`${id}/storedFileId`, copy?.values[id]?.storedFileId);
    if (fileId) return this.#pictures.get(fileId);
    return placeholder?.includes('level_badge') ? undefined : this.#brand.value?.logo?.previews.at(-1)?.url;
  }

  async #sendLogo({id}: CobrandZone, file: File) {
    const {portal, text} = this;
    if (!portal || this.sending) return;
    if (!(logoTypes as readonly string[]).includes(file.type) || file.size > largestLogoBytes) return void (this.failure = text.term('cobrand_logoRefused'));
    this.sending = id;
    const stored = await this.send(() => sendLogo(portal.client, file));
    this.sending = '';
    if (!stored) return;
    if (stored.status !== 'ready') return void (this.failure = text.term('cobrand_logoRefused'));
    const url = stored.previews.at(-1)?.url;
    if (url) this.#pictures.set(stored.id, url);
    this.type(`${id}/storedFileId`, stored.id);
  }

  /** Has the file made: of a new copy, or of one that was changed. */
  async #make() {
    const {portal, template} = this;
    this.tried = true;
    if (!portal || !template || this.copy?.isMaking || !(await this.check()) || this.#isFaulty()) return;
    const before = this.copy;
    const draft = this.form;
    const values = toValues(template, before, this.draft);
    const name = this.valueIn('name', before?.name ?? template.assetTitle).trim();
    const {cobrands} = portal.client;
    const made = await this.send(async () => {
      const copy = before ? await cobrands.update({id: before.id, version: before.version, name, values}) : await cobrands.create({templateId: template.id, name, values});
      // What is kept already is not made twice when only the making fails.
      this.#take(copy);
      return cobrands.generate({id: copy.id, version: copy.version});
    });
    this.#zoneErrors();
    if (!made) return;
    this.drafts.clear(draft);
    this.#take(made);
  }

  /** Whether the picture has shown errors; the first one's zone gets the focus. */
  #isFaulty(): boolean {
    const fault = this.#preview.findings.find(({severity}) => severity === 'error');
    if (!fault) return false;
    this.failure = this.text.term('problem_input_invalid');
    this.renderRoot.querySelector<HTMLElement>(`[data-zone="${CSS.escape(fault.zoneId)}"] :is(portico-ui-field, input)`)?.focus();
    return true;
  }

  /** What the server says of a zone stands at its field. */
  #zoneErrors() {
    this.errors = Object.fromEntries(Object.entries(this.errors).map(([pointer, message]) => [pointer.replace(/^values\/([^/]+)(\/.*)?$/, (_, id: string, part?: string) => `${id}${part ?? '/text'}`), message]));
  }

  async #run(act: CopyAct, copy: Cobrand) {
    const {portal} = this;
    if (!portal) return;
    if (act === 'edit') return void (this.editing = copy.id);
    const {cobrands} = portal.client;
    const {id, version} = copy;
    if (act === 'download') {
      const download = await this.send(() => cobrands.download({id}));
      return download && load(download);
    }
    if (act === 'delete') {
      if ((await this.send(async () => (await cobrands.delete({id, version}), true))) !== undefined) this.#copies.refresh();
      return;
    }
    const after = await this.send(async () => {
      if (act === 'remake') return cobrands.remake({id, version});
      const submitted = copy.actions.includes('submit') ? await cobrands.submit({id, version}) : copy;
      this.#take(submitted);
      return submitted.actions.includes('publish') ? cobrands.publish({id, version: submitted.version}) : submitted;
    });
    if (!after) return this.#copies.refresh();
    this.#take(after);
    // It goes on without this person: among the others it is seen how.
    this.editing = undefined;
  }

  #take(copy: Cobrand) {
    const others = (this.#copies.value ?? []).filter(({id}) => id !== copy.id);
    this.#copies.value = [copy, ...others];
    if (this.editing !== undefined || others.length === 0) this.editing = copy.id;
  }
}
