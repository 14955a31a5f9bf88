import type {Asset} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {closeIcon} from '../../ui/icon/icons.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {type Text, wordOf} from '../asset-text.ts';
import type {FieldOptions} from '../library-dialog.ts';

/** A piece that an embed shows, or could. */
export type Pickable = Pick<Asset, 'id' | 'title' | 'type'>;

export interface EmbedForm {
  readonly text: Text;
  /** In the order in which they are shown. */
  readonly chosen: readonly Pickable[];
  /** What was found to choose from; `undefined` while it is looked for. */
  readonly found: readonly Pickable[] | undefined;
  readonly enquiries: boolean;
  readonly picking: string;
  field(name: string, label: string, begin?: string, options?: FieldOptions): TemplateResult;
  valueOf(name: 'name' | 'campaign' | 'privacyUrl' | 'sites'): string;
  choose(piece: Pickable): void;
  remove(piece: Pickable): void;
  move(piece: Pickable, by: number): void;
  search(words: string): void;
  setEnquiries(wanted: boolean): void;
}

/** What an embed is called, what it shows, and whether visitors can ask. */
export function embedForm(form: EmbedForm): TemplateResult {
  const {text, chosen, found, picking, enquiries} = form;
  const others = found?.filter(({id}) => !chosen.some(each => each.id === id));
  return html`<div class="form">
    ${form.field('name', text.term('embed_name'), form.valueOf('name'), {required: true, maxLength: 120, help: text.term('embed_nameHelp')})}
    <div class="picker" role="group" aria-label=${text.term('embed_pieces')}>
      <h3 class="heading">${text.term('embed_pieces')}</h3>
      ${chosen.length === 0 ? html`<p class="muted">${text.term('embed_chooseSome')}</p>` : nothing}
      <ol class="mine">
        ${chosen.map((piece, index) => chosenRow(form, piece, index))}
      </ol>
      <portico-ui-field kind="search" label=${text.term('embed_find')} .value=${picking} @input=${(event: Event) => form.search((event.target as HTMLInputElement).value)}></portico-ui-field>
      <ul class="mine found" aria-label=${text.term('embed_find')}>
        ${(others ?? []).map(
          piece => html`<li class="entry" data-id=${piece.id}>
            <span><bdi>${piece.title}</bdi> · <span class="muted">${wordOf(text, `type_${piece.type}`) ?? piece.type}</span></span>
            <button class="button" data-variant="quiet" data-act="choose" type="button" aria-label=${`${text.term('embed_add')}${text.colon}${piece.title}`} @click=${() => form.choose(piece)}>${text.term('embed_add')}</button>
          </li>`,
        )}
      </ul>
      ${others?.length === 0 ? html`<p class="muted" role="status">${text.term(picking || chosen.length > 0 ? 'embed_noMore' : 'embed_nonePublic')}</p>` : nothing}
    </div>
    ${form.field('sites', text.term('embed_sites'), form.valueOf('sites'), {kind: 'textarea', optional: true, maxLength: 5000, placeholder: 'https://', help: text.term('embed_sitesHelp')})}
    <portico-ui-checkbox label=${text.term('embed_enquiries')} .checked=${enquiries} @change=${(event: Event) => form.setEnquiries((event.target as UiCheckbox).checked)}></portico-ui-checkbox>
    <div class="pair">
      ${form.field('privacyUrl', text.term('embed_privacy'), form.valueOf('privacyUrl'), {kind: 'url', optional: true, maxLength: 2000})}
      ${form.field('campaign', text.term('embed_campaign'), form.valueOf('campaign'), {optional: true, maxLength: 120, help: text.term('embed_campaignHelp')})}
    </div>
  </div>`;
}

function chosenRow({text, chosen, move, remove}: EmbedForm, piece: Pickable, index: number) {
  const {title} = piece;
  const button = (act: string, word: string, isOff: boolean, label: unknown, run: () => void) =>
    html`<button class="button" data-variant="quiet" data-icon-only data-act=${act} type="button" ?disabled=${isOff} aria-label=${`${word}${text.colon}${title}`} title=${word} @click=${run}>${label}</button>`;
  return html`<li class="entry" data-id=${piece.id}>
    <bdi>${title}</bdi>
    <span class="acts">${chosen.length > 1 ? html`${button('up', text.term('embed_up'), index === 0, '↑', () => move(piece, -1))}${button('down', text.term('embed_down'), index === chosen.length - 1, '↓', () => move(piece, 1))}` : nothing}${button('remove', text.term('embed_remove'), false, closeIcon(), () => remove(piece))}</span>
  </li>`;
}
