import {html, nothing} from 'lit';
import {toggleValue} from './asset.model.ts';
import {valueOf} from './asset-text.ts';
import type {LibraryView} from './collateral-library.view.ts';
import {type LibraryFacet, mainFacets, moreFacets, splitValues} from './library.model.ts';

/** What the list can be narrowed by: a menu each, with how many pieces a value would leave. */
export function facetBar(view: LibraryView) {
  const {collateral, text, filtersShown} = view;
  // Where nothing is, there is nothing to narrow.
  if (collateral.status === 'ready' && collateral.list.items.length === 0 && !collateral.isFiltered) return nothing;
  // Its place is there before it.
  if (!collateral.facets) return collateral.status === 'pending' ? html`<div class="facets"></div>` : nothing;
  return html`<div class="facets" part="filters" role="group" aria-label=${text.term('moreFilters')} ?data-shown=${filtersShown}>
    ${mainFacets.map(facet => facetMenu(view, facet))}
    <span class="more-facets" ?hidden=${!filtersShown}>${moreFacets.map(facet => facetMenu(view, facet))}</span>
    ${collateral.isFiltered ? html`<button class="button clear" data-variant="quiet" type="button" @click=${() => collateral.clearFilters()}>${text.term('clearFilters')}</button>` : nothing}
  </div>`;
}

function facetMenu({collateral, text}: LibraryView, facet: LibraryFacet) {
  const chosen = splitValues(collateral.query[facet]);
  const counted = collateral.facets?.[facet] ?? [];
  // A value that nothing has under the other filters can still be taken away.
  const values = [...counted, ...chosen.filter(value => !counted.some(each => each.value === value)).map(value => ({value, count: 0}))];
  if (values.length === 0) return nothing;
  const name = text.term(`facet_${facet}`);
  const stages = facet === 'salesStage' ? collateral.stages : [];
  const nameOf = (value: string) => stages.find(({key}) => key === value)?.name ?? valueOf(text, facet, value);
  const label = chosen.length === 0 ? name : `${name}${text.colon}${chosen.length === 1 ? nameOf(chosen[0] ?? '') : text.number(chosen.length)}`;
  return html`<portico-ui-menu
    class="facet"
    data-facet=${facet}
    variant=${chosen.length > 0 ? 'secondary' : 'quiet'}
    multiple
    .items=${values.map(({value, count}) => ({id: value, label: count === null ? nameOf(value) : `${nameOf(value)} (${text.number(count)})`, checked: chosen.includes(value)}))}
    @portico-ui-menu-select=${({id}: Event & {id: string}) => collateral.show({[facet]: toggleValue(collateral.query[facet], id)})}
    ><span class="facet-label">${label}</span></portico-ui-menu
  >`;
}
