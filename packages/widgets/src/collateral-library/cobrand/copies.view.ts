import type {Cobrand} from '@portico/contract';
import {html, nothing} from 'lit';
import {languageOf, type Text, wordOf} from '../asset-text.ts';

/** What can be done with a copy, in the order in which it is offered. */
export type CopyAct = 'release' | 'remake' | 'download' | 'edit' | 'delete';

const tones = {draft: 'neutral', generated: 'info', submitted: 'waiting', approved: 'success', rejected: 'danger', published: 'success', stale: 'warning', recalled: 'danger'} as const;

/** The acts that a copy allows now. */
export function actsOf({actions, isMaking, nextTemplateId}: Cobrand): readonly CopyAct[] {
  if (isMaking) return [];
  const may = (action: Cobrand['actions'][number]) => actions.includes(action);
  return [
    ...(may('submit') || may('publish') ? (['release'] as const) : []),
    ...(may('remake') && nextTemplateId !== null ? (['remake'] as const) : []),
    ...(may('download') ? (['download'] as const) : []),
    ...(may('update') ? (['edit'] as const) : []),
    ...(may('delete') ? (['delete'] as const) : []),
  ];
}

/** The copies of a piece that the organisation has: how each stands, why, and what can be done with it. */
export function copyList(text: Text, copies: readonly Cobrand[], run: (act: CopyAct, copy: Cobrand) => void) {
  return html`<ul>
    ${copies.map(copy => {
      const [first, ...others] = actsOf(copy);
      const {name, status, language, isMaking, reason, updatedAt} = copy;
      const button = (act: CopyAct, variant: string) => html`<button class="button" data-variant=${variant} data-act=${act} type="button" aria-label=${`${actWord(text, act, copy)}${text.colon}${name}`} @click=${() => run(act, copy)}>${actWord(text, act, copy)}</button>`;
      return html`<li class="entry" data-status=${status} data-id=${copy.id}>
        <span><bdi class="strong">${name}</bdi> · ${languageOf(text, language)}</span>
        <portico-ui-badge tone=${isMaking ? 'waiting' : tones[status]}>${isMaking ? text.term('cobrand_making') : (wordOf(text, `cobrand_${status}`) ?? status)}</portico-ui-badge>
        <span class="acts">${first ? button(first, 'secondary') : nothing}${others.map(act => button(act, 'quiet'))}</span>
        <span class="wide muted">${text.term('cobrand_changedOn', text.date(updatedAt))}${status === 'stale' ? html` · ${text.term('cobrand_staleText')}` : nothing}${reason ? html` · <bdi>${reason}</bdi>` : nothing}</span>
      </li>`;
    })}
  </ul>`;
}

/** What an act is called; a release waits for the vendor where the template says so. */
export function actWord(text: Text, act: CopyAct, copy: Pick<Cobrand, 'approval' | 'actions'>): string {
  if (act === 'release') return text.term(copy.actions.includes('submit') && copy.approval === 'vendor_approves' ? 'cobrand_doSubmit' : 'cobrand_doRelease');
  return act === 'download' ? text.term('download') : text.term(({remake: 'cobrand_doRemake', edit: 'cobrand_doEdit', delete: 'cobrand_doDelete'} as const)[act]);
}
