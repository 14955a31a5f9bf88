import type {Cobrand} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {dangerIcon, warningIcon} from '../../ui/icon/icons.ts';
import {languageOf, type Text, wordOf} from '../asset-text.ts';
import {findingWords} from '../cobrand/zone-field.view.ts';
import {remakeStateOf, type RemakeState} from './mine.model.ts';

const tones = {draft: 'neutral', generated: 'info', submitted: 'waiting', approved: 'success', rejected: 'danger', published: 'success', stale: 'warning', recalled: 'danger'} as const;
const stateTones = {waits: 'warning', making: 'waiting', made: 'success', failed: 'danger', cannot: 'neutral'} as const satisfies Record<RemakeState, string>;

export interface OldCopies {
  readonly text: Text;
  readonly copies: readonly Cobrand[];
  /** Ids of the copies that were asked for with the one act. */
  readonly asked: ReadonlySet<string>;
  readonly busy: boolean;
  remakeAll(): void;
  download(copy: Cobrand): void;
}

/** Every copy of the organisation, the old ones first: how each stands, and the one act that makes all of the old ones anew. */
export function oldCopies({text, copies, asked, busy, remakeAll, download}: OldCopies): TemplateResult {
  const states = copies.map(copy => remakeStateOf(copy, asked.has(copy.id)));
  const waiting = states.filter(state => state === 'waits').length;
  const failed = states.filter(state => state === 'failed').length;
  const making = states.filter(state => state === 'making').length;
  return html`${waiting > 0
      ? html`<div class="note old">${warningIcon()}<span class="grow">${text.term('staleCopies', waiting)}</span><button class="button" data-variant="primary" data-act="remake-all" type="button" aria-disabled=${busy} @click=${remakeAll}>${text.term('mine_remakeAll', waiting)}</button></div>`
      : nothing}
    <div role="status">${making > 0 ? html`<div class="note">${text.term('mine_making', making)}</div>` : asked.size > 0 && failed === 0 ? html`<div class="note">${text.term('mine_allMade')}</div>` : nothing}</div>
    ${failed > 0 ? html`<div class="note" data-tone="danger" role="alert">${dangerIcon()}<span>${text.term('mine_failed', failed)}</span></div>` : nothing}
    <ul class="mine">
      ${copies.map((copy, index) => {
        const {id, name, assetTitle, language, status, isMaking, reason, actions, findings} = copy;
        const state = states[index];
        const finding = state === 'failed' ? findings.find(({severity}) => severity === 'error') : undefined;
        const why = state === 'cannot' ? text.term('mine_noTemplate') : (reason ?? (finding && findingWords(text, finding)) ?? (state === 'failed' ? text.term('mine_needsHand') : undefined));
        return html`<li class="entry" data-id=${id} data-status=${status} data-state=${state ?? nothing}>
          <span><bdi class="strong">${name}</bdi> · ${name === assetTitle ? nothing : html`<bdi>${assetTitle}</bdi> · `}${languageOf(text, language)}</span>
          <portico-ui-badge tone=${state ? stateTones[state] : isMaking ? 'waiting' : tones[status]}>${state && state !== 'waits' ? text.term(`remake_${state}`) : isMaking ? text.term('cobrand_making') : (wordOf(text, `cobrand_${status}`) ?? status)}</portico-ui-badge>
          ${actions.includes('download') ? html`<button class="button" data-variant="quiet" data-act="download" type="button" aria-label=${text.term('downloadOf', name)} @click=${() => download(copy)}>${text.term('download')}</button>` : nothing}
          ${why ? html`<span class="wide muted" dir="auto">${why}</span>` : nothing}
        </li>`;
      })}
    </ul>`;
}
