import {ApiError} from '@portico/client';
import type {Asset, AssetVersion, CobrandTemplate, CobrandTemplateStatus} from '@portico/contract';
import {css, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {space, token} from '../../theme/tokens.ts';
import type {Tone} from '../../ui/badge/badge.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {explainProblem, toLanguageName} from '../collateral-desk.words.ts';
import {ZonesEvent} from './cobrand-templates.events.ts';

const tones: Readonly<Record<CobrandTemplateStatus, Tone>> = {draft: 'neutral', published: 'success', superseded: 'neutral', retired: 'neutral'};
const brandable = /^(application\/pdf|text\/html|image\/(png|jpeg|webp))$/;

/**
 * How partners make a piece their own: its templates, and the versions that have none yet. Inside the desk only.
 *
 * @tag portico-collateral-desk-templates
 * @fires {ZonesEvent} portico-collateral-desk-open-zones - Somebody wants to see or change zones.
 */
export class CobrandTemplates extends PortalWidget {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      section {
        padding: 0 ${space(4)} ${space(4)};
      }
      h4 {
        margin-block-end: ${space(2)};
        color: ${token('color-text-muted')};
        font-size: ${token('font-size-small')};
        line-height: ${token('line-height-small')};
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: ${space(1)} ${space(2)};
        padding-block: ${space(2)};
        border-block-end: 1px solid ${token('color-border')};
      }
      strong {
        font-weight: ${token('font-weight-strong')};
      }
      .button {
        margin-inline-start: auto;
      }
      .small {
        font-size: ${token('font-size-small')};
      }
    `,
  ];

  @property({attribute: false}) asset?: Asset | undefined;
  /** Those of the piece that are read so far, latest first. */
  @property({attribute: false}) versions: readonly AssetVersion[] = [];
  @property({attribute: false}) acts?: CollateralDeskActs | undefined;

  @state() private busy = '';

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #templates = new LiveQuery<readonly [string], readonly CobrandTemplate[]>(this, {
    args: () => (this.asset ? [this.asset.id] : null),
    read: async ({client}, [assetId], signal) => (await client.cobrandTemplates.list({assetId, status: ['draft', 'published', 'retired'], limit: 50}, {signal})).items,
    refreshOn: ['cobrand_template', 'cobrand'],
  });

  protected override render() {
    const {asset, versions} = this;
    const templates = this.#templates.value;
    if (!asset || !this.#ready.done || !templates) return nothing;
    const isOver = asset.status === 'recalled' || asset.status === 'archived';
    const bare = isOver ? [] : versions.filter(version => isBrandable(version) && !templates.some(({assetVersionId, status}) => assetVersionId === version.id && status !== 'retired'));
    if (templates.length === 0 && bare.length === 0) return nothing;
    const text = this.#text;
    return html`<section aria-labelledby="templates">
      <h4 id="templates">${text.term('templates')}</h4>
      ${templates.some(({status}) => status === 'published') ? nothing : html`<p class="muted">${text.term('templatesNone')}</p>`}
      <ul>
        ${repeat(templates, ({id}) => id, template => this.#renderTemplate(template, isOver))} ${repeat(bare, ({id}) => id, version => this.#renderBare(version, templates))}
      </ul>
    </section>`;
  }

  #renderTemplate(template: CobrandTemplate, isOver: boolean) {
    const text = this.#text;
    const {number, language, status, zones, copies, actions} = template;
    return html`<li>
      <strong class="figures">${text.term('templateNumber', text.number(number))}</strong>
      <span>${toLanguageName(language, text.lang())}</span>
      <portico-ui-badge tone=${tones[status]}>${text.term(`template_${status}`)}</portico-ui-badge>
      <span class="muted small">${text.term('templateZones', zones.length)}${copies > 0 ? html` · ${text.term('templateCopies', copies)}` : nothing}</span>
      <button class="button" type="button" @click=${() => this.#open(template)}>${text.term(actions.includes('update') && !isOver ? 'templateEdit' : 'templateLook')}</button>
    </li>`;
  }

  #renderBare(version: AssetVersion, templates: readonly CobrandTemplate[]) {
    const text = this.#text;
    return html`<li>
      <span class="muted">${text.term('templateOf', text.number(version.number), toLanguageName(version.language, text.lang()))}</span>
      <button class="button" type="button" ?disabled=${this.busy !== ''} aria-busy=${this.busy === version.id} @click=${() => void this.#create(version, templates)}>${text.term('templateNew')}</button>
    </li>`;
  }

  /** Starts a draft; what the piece's template in that language has is a good beginning, else that of any. */
  async #create(version: AssetVersion, templates: readonly CobrandTemplate[]) {
    const {acts} = this;
    if (!acts || this.busy !== '') return;
    this.busy = version.id;
    const model = templates.find(({language, status}) => language === version.language && status === 'published');
    try {
      const create = (copyOfId?: string) => acts.client.cobrandTemplates.create({assetVersionId: version.id, ...(copyOfId && {copyOfId})});
      // Zones that do not lie on the new version's pages are no beginning.
      const template = await create(model?.id).catch((error: unknown) => (model && error instanceof ApiError && error.code === 'input_invalid' ? create() : Promise.reject(error)));
      this.#templates.value = [template, ...templates];
      this.#open(template);
    } catch (error) {
      acts.tell('danger', explainProblem(error, this.#text));
    } finally {
      this.busy = '';
    }
  }

  #open(template: CobrandTemplate) {
    const newest = this.versions.find(version => version.language === template.language && version.status === 'current') ?? this.versions.find(version => version.language === template.language && isBrandable(version));
    this.dispatchEvent(new ZonesEvent(template, newest?.id));
  }
}

/** Whether partners can put their brand on this version, now or once it is published. */
function isBrandable({status, storedFile}: AssetVersion): boolean {
  return (status === 'draft' || status === 'scheduled' || status === 'current') && storedFile.status === 'ready' && brandable.test(storedFile.mediaType);
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-templates': CobrandTemplates;
  }
}
