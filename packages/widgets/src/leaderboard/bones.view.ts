import {html} from 'lit';

/**
 * The places of what comes, as high as it will be.
 *
 * @param hasTabs - With that of the tabs, which are not read yet.
 */
export function bones(hasTabs: boolean) {
  const places = html`<p class="head"></p>
    <div>${[2, 1, 3].map(place => html`<i data-step=${place}></i>`)}</div>
    ${Array<unknown>(11).fill(html`<p></p>`)}`;
  // Two templates: where there are no tabs after all, the places below are others and have not moved.
  return html`${hasTabs ? html`<div class="bones" aria-hidden="true"><p class="tabs"></p>${places}</div>` : html`<div class="bones" aria-hidden="true">${places}</div>`}
    <portico-ui-skeleton rows="0"></portico-ui-skeleton>`;
}
