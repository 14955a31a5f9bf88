import type {CobrandTemplate, CobrandZone, CobrandZoneType, PartnerOrg} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LivePreview} from '../../base/cobrand-preview.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {DoneEvent} from '../dialogs/dialog.events.ts';
import type {Editing} from './editing.ts';
import {renderActions, renderSide} from './side.view.ts';
import {renderStage} from './stage.view.ts';
import {TemplateDraft, type TemplateFields} from './template-draft.ts';
import {TypedForm} from './typed-form.ts';
import {zoneEditorStyles} from './zone-editor.styles.ts';
import {freshName, freshZone, leastSide, moveBox, resizeBox, sheetOf, toZoneKey, type Box, type Edge, type Sheet} from './zone-place.model.ts';
import {ZonePull} from './zone-pull.controller.ts';
import {zoneSideStyles} from './zone-side.styles.ts';

/**
 * The zones of a template: drawn over the page and moved there by mouse, finger and keys, and said in fields beside it; what goes for all copies; and, on demand,
 * how it looks with a partner's brand. Every change is saved by itself. Inside the desk only.
 *
 * @tag portico-collateral-desk-zones
 */
export class ZoneEditor extends PortalWidget implements Editing {
  static override styles = [sharedStyles, buttonStyles, zoneEditorStyles, zoneSideStyles];

  /** What is opened. */
  @property({attribute: false}) template?: CobrandTemplate;
  @property({attribute: false}) acts?: CollateralDeskActs;
  /** Id of the version that a new draft is made for; that of the template unless said. */
  @property({attribute: false}) newestVersionId?: string | undefined;

  /** The draft that was made from it, or what became of it. */
  @state() private made: CobrandTemplate | undefined;
  @state() page = 1;
  /** Index of the zone in hand. */
  @state() selected: number | undefined;
  @state() withBrand = false;
  @state() partnerOrgId = '';
  /** Taking it out of use is asked about once more. */
  @state() asksToRetire = false;
  @state() busy = false;
  @state() problem = '';
  /** What was done last, for those who do not see it. */
  @state() said = '';

  readonly text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.text);
  readonly draft = new TemplateDraft(this);
  readonly form = new TypedForm();
  readonly pull = new ZonePull(this, (index, box) => this.#place(index, box, ''));
  readonly preview = new LivePreview(this, () => {
    const {template} = this.draft;
    return template && this.isDrawn ? {templateId: template.id, version: template.version, values: {}, page: this.page, partnerOrgId: this.partnerOrgId || undefined} : undefined;
  });
  readonly #live = new LiveQuery<readonly [string], CobrandTemplate>(this, {
    args: () => (this.opened ? [this.opened.id] : null),
    read: ({client}, [id], signal) => client.cobrandTemplates.get({id}, {signal}),
    refreshOn: ['cobrand_template', 'asset'],
    concerns: ({resourceId}) => resourceId === this.opened?.id || resourceId === this.opened?.assetId,
  });
  readonly #partners = new LiveQuery<readonly [], readonly PartnerOrg[]>(this, {
    args: () => (this.isDrawn ? [] : null),
    read: async ({client}, _, signal) => (await client.partnerOrgs.list({limit: 100}, {signal})).items,
    refreshOn: 'partner_org',
  });
  readonly #runOut = new Set<string>();
  #error: unknown;

  /** The one in hand. */
  get opened(): CobrandTemplate | undefined {
    return this.made ?? this.template;
  }

  /** Pages for the web have no picture: what is drawn is all there is to see. */
  get isDrawn(): boolean {
    return this.withBrand || this.template?.format === 'html';
  }

  get partners(): readonly PartnerOrg[] {
    return this.#partners.value ?? [];
  }

  get sheet(): Sheet | undefined {
    const {template} = this.draft;
    return template && sheetOf(template, this.page);
  }

  get zones(): readonly CobrandZone[] {
    return this.draft.fields?.zones ?? [];
  }

  protected override willUpdate() {
    const {opened} = this;
    if (opened) this.draft.take(opened);
    const read = this.#live.value;
    if (read && read.id === opened?.id) this.draft.take(read);
    const {error} = this.draft;
    if (error !== this.#error) {
      this.#error = error;
      this.form.refuse(this.draft.state === 'refused' ? error : undefined, this.text);
    }
    if (this.selected !== undefined && this.selected >= this.zones.length) this.selected = undefined;
  }

  protected override render() {
    const {template} = this.draft;
    if (!this.#ready.done || !template) return nothing;
    return html`<portico-ui-dialog open size="full" heading=${this.text.term('zonesHeading', template.assetTitle)} @portico-ui-dialog-close=${this.#onClose}>
      <div class="body">
        <div class="editor">${renderStage(this, template)} ${renderSide(this, template)}</div>
        <p class="visually-hidden" role="status">${this.said}</p>
      </div>
      ${renderActions(this, template)}
    </portico-ui-dialog>`;
  }

  /** Takes a zone in hand, and turns to its page. */
  select(index: number | undefined): void {
    this.selected = index;
    const zone = index === undefined ? undefined : this.zones[index];
    if (zone) this.page = Math.min(zone.page, this.draft.template?.pages ?? 1);
  }

  turn(page: number): void {
    this.page = page;
    this.selected = undefined;
  }

  setZone(index: number, change: Partial<CobrandZone>, of: string): void {
    this.#put(this.zones.map((zone, at) => (at === index ? {...zone, ...change} : zone)), of);
    if (change.page !== undefined) this.page = change.page;
  }

  set(change: Partial<TemplateFields>, of: string): void {
    this.problem = '';
    this.draft.change(change, of);
  }

  addZone(type: CobrandZoneType): void {
    const {template} = this.draft;
    if (!template) return;
    const zone = freshZone(type, this.text.term(`zoneType_${type}`), {zones: this.zones, format: template.format}, template.format === 'html' ? 1 : this.page, this.sheet);
    this.#append(zone);
  }

  duplicateZone(index: number): void {
    const [zone, sheet] = [this.zones[index], this.sheet];
    if (!zone) return;
    const shift = sheet ? Math.round(sheet.width / 40) : 0;
    this.#append({...zone, ...(sheet && moveBox(zone, shift, shift, sheet)), id: freshName(zone.id, this.zones)});
  }

  removeZone(index: number): void {
    const zone = this.zones[index];
    if (!zone || !this.draft.canEdit) return;
    this.form.clear();
    this.#put(this.zones.filter((_, at) => at !== index), '');
    this.said = this.text.term('zoneRemoved', zone.label);
    // The next one on the page is at hand then.
    const next = this.zones.findIndex((each, at) => at >= index && each.page === this.page);
    this.selected = next === -1 ? undefined : next;
    void this.#focus(next === -1 ? '.add' : `.zone[data-index="${next}"], .entry[data-index="${next}"]`);
  }

  undo(): void {
    this.form.clear();
    this.draft.undo();
  }

  beginPull(event: PointerEvent, index: number, edge: Edge | undefined): void {
    const [zone, sheet, template] = [this.zones[index], this.sheet, this.draft.template];
    if (!zone || !sheet || !template || !this.draft.canEdit) return;
    this.select(index);
    this.pull.begin(event, index, edge, zone, {sheet, least: leastSide(zone.type, template.format, sheet)});
  }

  pressKey(event: KeyboardEvent, index: number): void {
    const [zone, sheet, template] = [this.zones[index], this.sheet, this.draft.template];
    const key = sheet && toZoneKey(event, sheet);
    if (!key || !zone || !template) return;
    // The list under the dialog and the dialog's own scrolling have no part in it.
    event.preventDefault();
    event.stopPropagation();
    if (key.kind === 'remove') return this.removeZone(index);
    if (key.kind === 'undo') return this.undo();
    const box = key.kind === 'move' ? moveBox(zone, key.dx, key.dy, sheet) : resizeBox(zone, 'se', key.dx, key.dy, sheet, leastSide(zone.type, template.format, sheet));
    this.#place(index, box, `keys/${index}`);
  }

  /** The address of a picture has run out, most likely: each is a reason to ask once for another. */
  freshen(url: string): void {
    this.preview.drawn(url);
    if (this.#runOut.has(url)) return;
    this.#runOut.add(url);
    if (url === this.preview.url) this.preview.again();
    else this.#live.refresh();
  }

  async publish(): Promise<void> {
    await this.#act(async ({client}, {id, version}) => client.cobrandTemplates.publish({id, version}));
  }

  async retire(): Promise<void> {
    await this.#act(async ({client}, {id, version}) => client.cobrandTemplates.retire({id, version}));
    this.asksToRetire = false;
  }

  /** Goes on with a new draft that begins as this one is. */
  async copy(): Promise<void> {
    await this.#act(async ({client}, {id, assetVersionId}) => client.cobrandTemplates.create({assetVersionId: this.newestVersionId ?? assetVersionId, copyOfId: id}));
  }

  close(): void {
    this.dispatchEvent(new DoneEvent());
  }

  async #act(send: (acts: CollateralDeskActs, template: CobrandTemplate) => Promise<CobrandTemplate>): Promise<void> {
    const {acts, text} = this;
    if (!acts || this.busy) return;
    this.problem = '';
    if (this.form.isWrong || !(await this.draft.flush())) return void (this.problem = this.draft.state === 'failed' ? '' : text.term('zonesRefused'));
    const {template} = this.draft;
    if (!template) return;
    this.busy = true;
    try {
      this.made = await send(acts, template);
      this.selected = undefined;
    } catch (error) {
      this.problem = explainProblem(error, text);
    } finally {
      this.busy = false;
    }
  }

  #append(zone: CobrandZone) {
    this.form.clear();
    this.#put([...this.zones, zone], '');
    const index = this.zones.length - 1;
    this.select(index);
    void this.#focus(`.zone[data-index="${index}"], [name="zones/${index}/label"]`);
  }

  #place(index: number, box: Box, of: string) {
    this.form.clear();
    this.setZone(index, box, of);
  }

  #put(zones: CobrandZone[], of: string) {
    this.set({zones}, of);
  }

  async #focus(selector: string) {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onClose = (event: Event & {reason?: string}) => {
    // Beside it is where a zone that was pulled too far is let go of.
    if (this.busy || event.reason === 'backdrop') event.preventDefault();
    else this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-zones': ZoneEditor;
  }
}
