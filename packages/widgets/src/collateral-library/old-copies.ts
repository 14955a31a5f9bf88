import type {Cobrand} from '@portico/contract';
import {html, nothing} from 'lit';
import {LiveQuery} from '../base/live-query.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import {warningIcon} from '../ui/icon/icons.ts';
import type {CollateralLibraryController} from './collateral-library.controller.ts';
import type {LibraryView} from './collateral-library.view.ts';

/** The most that is told by number. */
const most = 100;

/** The copies under the partner's logo that the vendor has left behind: read when somebody looks at what is out of date. */
export function oldCopiesNoteOf(host: PortalWidget, collateral: CollateralLibraryController): (view: LibraryView) => ReturnType<typeof html> | typeof nothing {
  const old = new LiveQuery<[], readonly Cobrand[]>(host, {
    args: () => (collateral.query.tab === 'outdated' && collateral.may('cobrand:write') ? [] : null),
    read: async ({client}, _, signal) => (await client.cobrands.list({status: ['stale'], limit: most}, {signal})).items,
    refreshOn: 'cobrand',
  });
  return ({text, askMine}) => {
    const count = old.value?.length ?? 0;
    if (count === 0) return nothing;
    return html`<div class="note news" part="note">
      ${warningIcon()}<span class="note-text">${text.term('staleCopies', count)}</span>
      <button class="button" data-act="mine" data-variant="quiet" type="button" aria-haspopup="dialog" @click=${askMine}>${text.term('show')}</button>
    </div>`;
  };
}
