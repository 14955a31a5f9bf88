import type {Program} from '@portico/contract';
import {html, nothing} from 'lit';
import type {TierProgressView} from './tier-progress.view.ts';
import {percentWords, type Text} from './tier-text.ts';

type Benefit = Program['dealPolicy']['levelBenefits'][number];

/** What the partner's own level brings, and the one that is looked at; where more would reach another one, that one. */
export function benefits(view: TierProgressView) {
  const {tiers, text, levelId, outcome} = view;
  const all = tiers.program?.dealPolicy.levelBenefits ?? [];
  if (all.length === 0) return nothing;
  const ownId = tiers.standing?.levelId ?? null;
  const otherId = outcome ? (outcome.reachedLevelId ?? levelId) : levelId;
  const ids = otherId === ownId ? [ownId] : [ownId, otherId];
  const benefitOf = (id: string | null) => all.find(benefit => benefit.levelId === id);
  const rows: readonly (readonly [label: string, words: (benefit: Benefit | undefined) => string])[] = [
    [text.term('margin'), benefit => shareOf(text, benefit?.marginPercent)],
    [text.term('priceList'), benefit => benefit?.priceList ?? text.term('none')],
    [text.term('capacity'), benefit => capacityOf(text, benefit)],
    ...(all.some(({mdfPercent}) => mdfPercent !== null) ? [[text.term('mdfFunds'), (benefit: Benefit | undefined) => shareOf(text, benefit?.mdfPercent)] as const] : []),
  ];
  return html`<section class="part" part="benefits">
    <h3 class="title">${text.term('benefits')}</h3>
    <table class="benefits">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${text.term('benefit')}</span></th>
          ${ids.map(id => html`<th scope="col"><bdi translate="no">${tiers.findLevel(id)?.name ?? text.term('noLevel')}</bdi></th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(([label, words]) => {
          const [own = '', other] = ids.map(id => words(benefitOf(id)));
          return html`<tr>
            <th scope="row">${label}</th>
            <td class="figures">${own}</td>
            ${other === undefined ? nothing : html`<td class="figures" data-better=${other !== own || nothing}>${other}</td>`}
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

function shareOf(text: Text, percent: number | null | undefined): string {
  return percent === null || percent === undefined ? text.term('none') : percentWords(text, percent);
}

function capacityOf(text: Text, benefit: Benefit | undefined): string {
  const capacity = benefit?.capacity ?? null;
  return capacity === null ? text.term('noLimit') : text.number(capacity);
}
