import type {Program, TierPreview} from '@portico/contract';
import {html, nothing} from 'lit';
import type {AllLevelsStrings} from '../../strings/program-desk-levels.strings.ts';
import type {Localize} from '../../strings/localize.ts';

/** How many would be of each level, and who would reach another one. */
export function previewTable(text: Localize<AllLevelsStrings>, {partners, changed, levels, rows}: TierPreview, program: Program | undefined) {
  const nameOf = (id: string | null) => program?.levels.find(level => level.id === id)?.name ?? text.term('noLevel');
  const difference = (value: number) => text.number(value, {signDisplay: 'exceptZero'});
  return html`<p role="status"><strong>${changed === 0 ? text.term('nobodyChanges', partners) : text.term('changes', changed, text.number(partners))}</strong> ${changed === 0 ? nothing : text.term('notAtOnce')}</p>
    <table>
      <caption class="visually-hidden">${text.term('byLevel')}</caption>
      <thead>
        <tr><th scope="col">${text.term('level')}</th>${(['nowCount', 'thenCount', 'difference'] as const).map(word => html`<th scope="col" class="number">${text.term(word)}</th>`)}</tr>
      </thead>
      <tbody>
        ${levels.map(
          ({levelId, before, after}) => html`<tr><th scope="row"><bdi translate="no">${nameOf(levelId)}</bdi></th><td class="number figures">${text.number(before)}</td><td class="number figures">${text.number(after)}</td><td class="number figures">${difference(after - before)}</td></tr>`,
        )}
      </tbody>
    </table>
    ${rows.length === 0
      ? nothing
      : html`<table>
          <caption class="visually-hidden">${text.term('whoChanges')}</caption>
          <thead>
            <tr>${(['partner', 'reachesNow', 'reachesThen', 'has'] as const).map(word => html`<th scope="col">${text.term(word)}</th>`)}</tr>
          </thead>
          <tbody>
            ${rows.map(
              ({partnerOrg, levelId, before, after}) => html`<tr><th scope="row"><bdi translate="no">${partnerOrg.name}</bdi></th>${[before, after, levelId].map(id => html`<td><bdi translate="no">${nameOf(id)}</bdi></td>`)}</tr>`,
            )}
          </tbody>
        </table>`}
    ${rows.length < changed ? html`<p class="small muted">${text.term('moreChange', changed - rows.length)}</p>` : nothing}`;
}
