import type {Cobrand, CobrandTemplate} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {LiveQuery} from '../../base/live-query.ts';
import {act} from '../../base/mutation.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon, downloadIcon, inboxIcon, successIcon} from '../../ui/icon/icons.ts';
import {explainProblem, toLanguageName} from '../collateral-desk.words.ts';
import {renderCopyPicture, renderFindings} from './cobrand-findings.view.ts';
import {copiesStyles} from './desk-copies.styles.ts';

/**
 * Copies that partners made under their own brand and handed in: what each looks like, which rules it does not keep, and whether it may go out. Inside the desk only.
 *
 * @tag portico-collateral-desk-copies
 */
export class DeskCopies extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, copiesStyles];

  /** `undefined` while they are read. */
  @property({attribute: false}) copies?: readonly Cobrand[] | undefined;
  @property({attribute: false}) error?: unknown;
  /** The time now, in milliseconds since 1970. */
  @property({attribute: false}) now = 0;
  @property({attribute: false}) reload: () => void = () => {};

  /** Those that were decided a moment ago and are on their way out. */
  @state() private decided: ReadonlySet<string> = new Set();
  /** The one that is being sent back, and what is said about it. */
  @state() private rejecting: string | undefined;
  @state() private reason = '';

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #runOut = new Set<string>();
  /** Of copies with findings: what their zones are called, and where they are. */
  readonly #templates = new LiveQuery<readonly [ids: string], readonly CobrandTemplate[]>(this, {
    args: () => [[...new Set((this.copies ?? []).filter(({findings}) => findings.length > 0).map(({templateId}) => templateId))].sort().join()],
    // One that is gone leaves the others: findings then name zones by their ids.
    read: async ({client}, [ids], signal) => (await Promise.all(ids.split(',').filter(Boolean).map(id => client.cobrandTemplates.get({id}, {signal}).catch(() => undefined)))).filter(template => template !== undefined),
    refreshOn: 'cobrand_template',
  });

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {copies, error} = this;
    if (!copies) {
      return error === undefined
        ? html`<portico-ui-skeleton class="pad" rows="4"></portico-ui-skeleton>`
        : html`<portico-ui-empty-state tone="danger" heading=${explainProblem(error, text)}><span slot="icon">${dangerIcon(20)}</span><button class="button" slot="actions" type="button" @click=${this.reload}>${text.term('retry')}</button></portico-ui-empty-state>`;
    }
    const waiting = copies.filter(({id, version}) => !this.decided.has(`${id} ${version}`));
    if (waiting.length === 0) return html`<portico-ui-empty-state heading=${text.term('copiesNone')} text=${text.term('copiesNoneText')}><span slot="icon">${inboxIcon(20)}</span></portico-ui-empty-state>`;
    return html`<ul class="copies" aria-label=${text.term('copies')}>${repeat(waiting, ({id}) => id, copy => this.#renderCopy(copy))}</ul>`;
  }

  #renderCopy(copy: Cobrand) {
    const text = this.#text;
    const {id, name, partnerOrg, assetTitle, language, output, findings, submittedAt, actions} = copy;
    const template = this.#templates.value?.find(each => each.id === copy.templateId);
    return html`<li>
      ${renderCopyPicture(copy, template, text, ({url}) => this.#freshen(url))}
      <div class="about">
        <h3 dir="auto" translate="no">${name}</h3>
        <p><strong dir="auto" translate="no">${partnerOrg.name}</strong></p>
        <p class="muted"><span dir="auto" translate="no">${text.term('copyOf', assetTitle, text.number(output?.templateNumber ?? 1))}</span> · ${toLanguageName(language, text.lang())}${submittedAt ? html` · <time datetime=${submittedAt}>${text.relativeTo(submittedAt, this.now)}</time>` : nothing}</p>
        ${findings.length > 0 ? html`<p class="attention">${text.term('warnings', findings.length)}</p>${renderFindings(findings, template?.zones, text)}` : html`<p class="kept">${successIcon()}<span>${text.term('foundNothing')}</span></p>`}
        ${this.rejecting === id ? this.#renderReason(copy) : nothing}
      </div>
      ${
        this.rejecting === id
          ? nothing
          : html`<div class="acts">
              ${actions.includes('approve') ? html`<button class="button" type="button" @click=${() => this.#decide(copy, 'approve')}>${text.term('approveCopy')}</button>` : nothing}
              ${actions.includes('reject') ? html`<button class="button" type="button" data-variant="quiet" @click=${() => void this.#beginReject(id)}>${text.term('rejectCopy')}</button>` : nothing}
              ${actions.includes('download') ? html`<button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('openFile', name)} title=${text.term('openFile', name)} @click=${() => void this.#download(copy)}>${downloadIcon()}</button>` : nothing}
            </div>`
      }
    </li>`;
  }

  #renderReason(copy: Cobrand) {
    const text = this.#text;
    return html`<form novalidate @submit=${(event: Event) => void this.#onReject(event, copy)}>
      <portico-ui-field class="reason" kind="textarea" required label=${text.term('rejectReason')} max-length="1000" .value=${this.reason} @input=${(event: Event) => (this.reason = (event.target as UiField).value)}></portico-ui-field>
      <p class="acts">
        <button class="button" type="submit">${text.term('rejectConfirm')}</button>
        <button class="button" type="button" data-variant="quiet" @click=${() => (this.rejecting = undefined)}>${text.term('cancelDialog')}</button>
      </p>
    </form>`;
  }

  async #beginReject(id: string) {
    this.rejecting = id;
    this.reason = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.reason')?.focus();
  }

  async #onReject(event: Event, copy: Cobrand) {
    event.preventDefault();
    const field = this.renderRoot.querySelector<UiField>('.reason');
    if (!field || !(await field.validate())) return field?.focus();
    await this.#decide(copy, 'reject', this.reason.trim());
  }

  /** Takes it off the list at once, and puts it back with the reason when the server says no; what was typed stays. */
  async #decide(copy: Cobrand, decision: 'approve' | 'reject', reason = ''): Promise<void> {
    const client = this.portal?.client;
    if (!client) return;
    const {id, version} = copy;
    const key = `${id} ${version}`;
    const answer = await act<Cobrand>(this, {
      show: () => {
        this.decided = new Set([...this.decided, key]);
        return done => {
          if (!done) this.decided = new Set([...this.decided].filter(each => each !== key));
        };
      },
      send: () => (decision === 'approve' ? client.cobrands.approve({id, version}) : client.cobrands.reject({id, version, reason})),
      explain: error => explainProblem(error, this.#text),
      tell: sentence => this.portal?.notify({tone: 'danger', text: sentence}),
    });
    if (answer && this.rejecting === id) this.rejecting = undefined;
    if (!answer) this.reload();
  }

  async #download({id}: Cobrand) {
    try {
      const {url} = (await this.portal?.client.cobrands.download({id})) ?? {};
      // Served as a download: the page stays.
      if (url) location.assign(url);
    } catch (error) {
      this.portal?.notify({tone: 'danger', text: explainProblem(error, this.#text)});
    }
  }

  /** The address of a picture has run out. */
  #freshen(url: string) {
    if (this.#runOut.has(url)) return;
    this.#runOut.add(url);
    this.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-copies': DeskCopies;
  }
}
