import {ApiError, toJson} from '@portico/client';
import type {Asset, AssetFolder, Program} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {explainProblem, wordFor} from '../collateral-desk.words.ts';
import {describeEntitlement} from '../entitlement.words.ts';
import {toPlaces} from '../folders/folder-tree.model.ts';
import {DoneEvent} from './dialog.events.ts';
import {dialogStyles} from './dialog.styles.ts';
import {assetTypes, classifications, deliveries, partnerTypes, toEntitlement, toFields, toList, toValues, type FormValues} from './edit.model.ts';

type Option = {readonly value: string; readonly label: string};

/** What was typed for a new piece on each desk, so that closing the form loses nothing. */
const drafts = new WeakMap<object, FormValues>();

/**
 * What is said about a piece of material, and who gets it, which it repeats in plain words while it is filled in. Inside the desk only.
 *
 * @tag portico-collateral-desk-edit
 */
export class EditDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, dialogStyles];

  /** `null` for a new one. */
  @property({attribute: false}) asset: Asset | null = null;
  @property({attribute: false}) folders: readonly AssetFolder[] = [];
  @property({attribute: false}) acts?: CollateralDeskActs;
  /** Goes on with a new piece. */
  @property({attribute: false}) created: (asset: Asset) => void = () => {};

  @state() private values: FormValues = {};
  @state() private busy = false;
  @state() private problem = '';
  /** What the server said about fields, by their names. */
  @state() private errors: ReadonlyMap<string, string> = new Map();

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #program = new LiveQuery<readonly [], Program>(this, {args: () => [], read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: 'program'});
  /** As it was when the form was opened: a transcript is read with it alone. */
  #before: Asset | null = null;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('asset')) return;
    this.#before = this.asset;
    this.values = (this.asset === null && this.acts && drafts.get(this.acts)) || toValues(this.asset, this.#text.timeZone);
    if (this.asset?.type === 'video') void this.#readWhole(this.asset.id);
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {values, asset, busy} = this;
    const isLink = values['type'] === 'link';
    const words = (prefix: string, codes: readonly string[]): Option[] => codes.map(value => ({value, label: wordFor(text, prefix, value) ?? value}));
    return html`<portico-ui-dialog open size="wide" heading=${text.term(asset ? 'title_edit' : 'newAsset')} @portico-ui-dialog-close=${(event: Event & {reason?: string}) => this.#onClose(event)}>
      <form id="form" novalidate @submit=${this.#onSubmit}>
        ${this.#field('title', 'f_title', {isFirst: true, required: true, max: 200})} ${this.#field('summary', 'f_summary', {kind: 'textarea', max: 2000})}
        <div class="pair">
          ${this.#select('type', 'facet_type', words('type_', assetTypes))} ${this.#select('folderId', 'facet_folderId', [{value: '', label: text.term('noFolder')}, ...toPlaces(this.folders, text.lang())])}
        </div>
        ${isLink ? this.#field('linkUrl', 'f_linkUrl', {kind: 'url', required: true, max: 2000}) : nothing}
        ${values['type'] === 'image' || values['type'] === 'logo' ? this.#field('altText', 'f_altText', {max: 1000, help: 'f_altTextHelp'}) : nothing}
        ${values['type'] === 'video' ? this.#field('transcript', 'f_transcript', {kind: 'textarea', max: 50_000}) : nothing}
        ${this.#choices('products', 'facet_product', (this.#program.value?.products ?? []).map(({name}) => ({value: name, label: name})))}
        ${this.#choices('salesStages', 'f_salesStages', (this.#program.value?.dealPolicy.stages ?? []).map(({key, name}) => ({value: key, label: name})))}
        <div class="pair">${this.#field('tags', 'f_tags', {help: 'listHelp'})} ${this.#field('industries', 'f_industries')} ${this.#field('personas', 'f_personas')}</div>
        <fieldset>
          <legend>${text.term('whoGetsIt')}</legend>
          <div class="pair">${this.#select('classification', 'f_classification', words('classification_', classifications))} ${this.#select('delivery', 'f_delivery', words('delivery_', deliveries))}</div>
          ${this.#check('watermark', text.term('f_watermark'))}
          ${values['classification'] === 'confidential' ? nothing : this.#renderEntitlement()}
          <div class="said" role="status">
            <p class="muted">${text.term('inWords')}</p>
            <ul>
              ${describeEntitlement(toEntitlement(values, this.#before?.entitlement ?? undefined, this.#text.timeZone), {classification: (values['classification'] ?? 'partner') as Asset['classification'], products: toList(values['products']), program: this.#program.value, text}).map(line => html`<li>${line}</li>`)}
            </ul>
          </div>
        </fieldset>
        <p class="problem" aria-live="assertive">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
      </form>
      <button class="button" slot="actions" type="button" @click=${() => this.dispatchEvent(new DoneEvent())}>${text.term('cancelDialog')}</button>
      <portico-ui-button slot="actions" variant="primary" ?busy=${busy} @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}>${text.term(asset ? 'confirm_save' : isLink ? 'confirm_create' : 'confirm_create_file')}</portico-ui-button>
    </portico-ui-dialog>`;
  }

  #renderEntitlement() {
    const text = this.#text;
    const levels = this.#program.value?.levels ?? [];
    return html`<div class="pair">
        ${this.#select('minLevelId', 'e_level', [{value: '', label: text.term('anyLevel')}, ...levels.map(({id, name}) => ({value: id, label: name}))])}
        ${this.#field('certifications', 'e_certifications', {help: 'listHelp'})} ${this.#field('groups', 'e_groups')} ${this.#field('territories', 'e_territories', {help: 'e_territoriesHelp'})}
        ${this.#field('termsVersion', 'e_terms', {max: 40})} ${this.#select('whenDenied', 'e_denied', ['hidden', 'locked'].map(value => ({value, label: wordFor(text, 'denied_', value) ?? value})))}
        ${this.#field('from', 'e_from', {kind: 'date'})} ${this.#field('until', 'e_until', {kind: 'date'})}
      </div>
      <div>
        <p class="muted">${text.term('e_types')}</p>
        <div class="checks">${partnerTypes.map(type => this.#check(`partnerType.${type}`, wordFor(text, 'partnerType_', type) ?? type))}</div>
      </div>
      ${this.#check('authorised', text.term('e_products'))}`;
  }

  #field(name: string, label: FieldTerm, {kind = 'text', required = false, isFirst = false, max, help}: {kind?: UiField['kind']; required?: boolean; isFirst?: boolean; max?: number; help?: FieldTerm} = {}) {
    const text = this.#text;
    return html`<portico-ui-field
      ?autofocus=${isFirst}
      name=${name}
      kind=${kind}
      label=${text.term(label)}
      ?required=${required}
      max-length=${max ?? nothing}
      help=${help ? text.term(help) : nothing}
      autocomplete="off"
      .value=${this.values[name] ?? ''}
      error=${this.errors.get(name) ?? nothing}
      @input=${(event: Event) => this.#set(name, (event.target as UiField).value)}
      @change=${(event: Event) => this.#set(name, (event.target as UiField).value)}
    ></portico-ui-field>`;
  }

  #select(name: string, label: FieldTerm, options: readonly Option[]) {
    return html`<portico-ui-field name=${name} kind="select" label=${this.#text.term(label)} .options=${options} .value=${this.values[name] ?? ''} error=${this.errors.get(name) ?? nothing} @change=${(event: Event) => this.#set(name, (event.target as UiField).value)}></portico-ui-field>`;
  }

  /** What the programme knows of, to be chosen from; what the piece has besides stays. */
  #choices(name: 'products' | 'salesStages', label: FieldTerm, options: readonly Option[]) {
    const chosen = toList(this.values[name]);
    const others = chosen.filter(value => !options.some(option => option.value === value)).map(value => ({value, label: value}));
    const toggle = (value: string, isOn: boolean) => this.#set(name, toJson(isOn ? [...chosen, value] : chosen.filter(each => each !== value)));
    return html`<fieldset>
      <legend>${this.#text.term(label)}</legend>
      <div class="checks" translate="no">
        ${[...options, ...others].map(option => html`<portico-ui-checkbox label=${option.label} .checked=${chosen.includes(option.value)} @change=${(event: Event) => toggle(option.value, (event.target as UiCheckbox).checked)}></portico-ui-checkbox>`)}
      </div>
    </fieldset>`;
  }

  #check(name: string, label: string) {
    return html`<portico-ui-checkbox name=${name} label=${label} .checked=${Boolean(this.values[name])} @change=${(event: Event) => this.#set(name, (event.target as UiCheckbox).checked ? 'on' : '')}></portico-ui-checkbox>`;
  }

  #set(name: string, value: string) {
    this.values = {...this.values, [name]: value};
    if (this.asset === null && this.acts) drafts.set(this.acts, this.values);
  }

  /** Lists go without what is long. */
  async #readWhole(id: string) {
    const whole = await this.acts?.client.assets.get({id}).catch(() => undefined);
    if (whole && this.values['transcript'] === '') this.values = {...this.values, transcript: whole.transcript ?? ''};
  }

  /** A press beside a form that was begun is most likely a slip. */
  #onClose(event: Event & {reason?: string}) {
    if (this.busy || (event.reason === 'backdrop' && toJson(this.values) !== toJson(toValues(this.asset, this.#text.timeZone)))) event.preventDefault();
    else this.dispatchEvent(new DoneEvent());
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {acts, asset} = this;
    if (!acts || this.busy) return;
    for (const field of this.renderRoot.querySelectorAll<UiField>('portico-ui-field')) {
      if (await field.validate()) continue;
      field.focus();
      return;
    }
    const fields = toFields(this.values, this.#before, this.#text.timeZone);
    if (!acts.allow(asset ? 'edit' : 'create', asset ? [asset] : [], fields)) return;
    this.busy = true;
    this.problem = '';
    this.errors = new Map();
    try {
      const answer = asset ? await acts.client.assets.update({id: asset.id, version: asset.version, ...fields}) : await acts.client.assets.create(fields);
      acts.take(asset ? 'edit' : 'create', answer);
      drafts.delete(acts);
      this.dispatchEvent(new DoneEvent());
      if (!asset) this.created(answer);
    } catch (error) {
      await this.#refuse(error);
    } finally {
      this.busy = false;
    }
  };

  async #refuse(error: unknown) {
    this.problem = explainProblem(error, this.#text);
    const faults = error instanceof ApiError ? (error.problem.errors ?? []) : [];
    this.errors = new Map(faults.map(({pointer, message}) => [pointer.slice(1).replace(/^entitlement\//, '').replace(/\/.*/, ''), message]));
    const {asset, acts} = this;
    // What was typed stays; saved again, it goes on top of what somebody else changed.
    if (asset && acts && error instanceof ApiError && error.code === 'version_conflict') {
      const values = this.values;
      this.asset = await acts.client.assets.get({id: asset.id}).catch(() => asset);
      await this.updateComplete;
      this.values = values;
    }
  }
}

type FieldTerm = 'facet_type' | 'facet_folderId' | 'facet_product' | 'listHelp' | `f_${'title' | 'summary' | 'linkUrl' | 'altText' | 'altTextHelp' | 'transcript' | 'tags' | 'salesStages' | 'industries' | 'personas' | 'classification' | 'delivery'}` | `e_${'level' | 'certifications' | 'groups' | 'territories' | 'territoriesHelp' | 'terms' | 'denied' | 'from' | 'until'}`;

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-edit': EditDialog;
  }
}
