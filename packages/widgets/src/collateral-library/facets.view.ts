import {html, nothing} from 'lit';
import {valueOf} from './asset-text.ts';
import type {LibraryView} from './collateral-library.view.ts';
import {type LibraryFacet, mainFacets, moreFacets, splitValues, toggleValue} from './library.model.ts';

/** What the list can be narrowed by: a menu each, with how many pieces a value would leave. */
export function facetBar(view: LibraryView) {
  const {library, text, filtersShown} = view;
  // Its place is there before it.
  if (!library.facets) return library.status === 'pending' ? html`<div class="facets"></div>` : nothing;
  return html`<div class="facets" part="filters" role="group" aria-label=${text.term('filter')} ?data-shown=${filtersShown}>
    ${mainFacets.map(facet => facetMenu(view, facet))}
    <span class="more-facets" ?hidden=${!filtersShown}>${moreFacets.map(facet => facetMenu(view, facet))}</span>
    ${library.isFiltered ? html`<button class="button clear" data-variant="quiet" type="button" @click=${() => library.clearFilters()}>${text.term('clearFilters')}</button>` : nothing}
  </div>`;
}

function facetMenu({library, text}: LibraryView, facet: LibraryFacet) {
  const chosen = splitValues(library.query[facet]);
  const counted = library.facets?.[facet] ?? [];
  // A value that nothing has under the other filters can still be taken away.
  const values = [...counted, ...chosen.filter(value => !counted.some(each => each.value === value)).map(value => ({value, count: 0}))];
  if (values.length === 0) return nothing;
  const name = text.term(`facet_${facet}`);
  const stages = facet === 'salesStage' ? library.stages : [];
  const nameOf = (value: string) => stages.find(({key}) => key === value)?.name ?? valueOf(text, facet, value);
  const label = chosen.length === 0 ? name : `${name}: ${chosen.length === 1 ? nameOf(chosen[0] ?? '') : text.number(chosen.length)}`;
  return html`<portico-ui-menu
    class="facet"
    data-facet=${facet}
    variant=${chosen.length > 0 ? 'secondary' : 'quiet'}
    multiple
    .items=${values.map(({value, count}) => ({id: value, label: count === null ? nameOf(value) : `${nameOf(value)} (${text.number(count)})`, checked: chosen.includes(value)}))}
    @portico-ui-menu-select=${({id}: Event & {id: string}) => library.show({[facet]: toggleValue(library.query[facet], id)})}
    ><span class="facet-label">${label}</span></portico-ui-menu
  >`;
}
