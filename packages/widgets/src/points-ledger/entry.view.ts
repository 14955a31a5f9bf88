import type {PointsEntry, PointsRule} from '@portico/contract';
import {html, nothing} from 'lit';
import {capWords, formulaWords} from '../base/rule-text.ts';
import {eventWords} from '../base/standing-text.ts';
import type {AllPointsLedgerStrings} from '../strings/points-ledger.strings.ts';
import type {Localize} from '../strings/localize.ts';
import {returnIcon} from '../ui/icon/icons.ts';
import {worthOf} from './points-ledger.model.ts';

/** The words of the ledger in the reader's language. */
export type Text = Localize<AllPointsLedgerStrings>;

/** What an entry needs besides itself. */
export interface EntryView {
  readonly text: Text;
  readonly rules: readonly PointsRule[];
  readonly now: number;
  /** Entries that are on the page, by id. */
  readonly known: ReadonlyMap<string, PointsEntry>;
  /** Leads the reader to an entry. */
  go(id: string): void;
}

/** An expiry is said when there is little time left. */
const soonMs = 92 * 86_400_000;
const dayStyle = {day: 'numeric', month: 'short'} as const;
const fullDay = {...dayStyle, year: 'numeric'} as const;

/** Points with their sign, so that a reversal is seen as one. */
export function signed(text: Text, points: number): string {
  return text.number(points, {signDisplay: 'exceptZero'});
}

/** One entry: when, for what, by which rule, and why so many. */
export function entryRow(view: EntryView, entry: PointsEntry) {
  const {text} = view;
  const {id, event, challenge, redemption, points, person, occurredAt, reversedById, reversesId} = entry;
  const isReversed = reversedById !== null;
  return html`<li class="entry" part="item" id=${`entry-${id}`} tabindex="-1" data-reversed=${isReversed || nothing} data-reversal=${reversesId !== null || nothing}>
    <time class="day small muted figures" datetime=${occurredAt}>${text.date(occurredAt, dayStyle)}</time>
    <div class="what">
      <p><strong>${event ? eventWords(text, event.event) : (challenge?.name ?? redemption?.rewardName)}</strong>${event?.amount ? html` <span class="figures">${text.money(event.amount)}</span>` : nothing}${person ? html` <span class="muted">${text.term('by', person.name)}</span>` : nothing}</p>
      <p class="small muted">${why(view, entry)}</p>
      ${isReversed ? reversed(view, entry) : nothing}${expiry(view, entry)}
    </div>
    <span class="points figures">${isReversed ? html`<s>${signed(text, points)}</s>` : signed(text, points)}</span>
  </li>`;
}

/** Why these points: of a reversal, what it takes back; else the rule, how it reckons, and the limit where one was reached. */
function why(view: EntryView, entry: PointsEntry) {
  const {text, rules, known} = view;
  const {rule, points, reason, reversesId} = entry;
  if (reversesId !== null) {
    return html`${returnIcon()} ${text.term(points < 0 ? 'reverses' : 'givesBack', text.term('points', Math.abs(points)))}${text.colon}${text.term(`reason_${reason}`)} ${known.has(reversesId) ? html`<button class="link" type="button" @click=${() => view.go(reversesId)}>${text.term('toReversed')}</button>` : nothing}`;
  }
  if (!rule) return text.term(`reason_${reason}`);
  const name = text.term('rule', rule.name, text.number(rule.number));
  const reckoned = worthOf(entry, rules);
  if (!reckoned) return name;
  const {terms, worth, isCapped} = reckoned;
  return html`${name} · ${formulaWords(text, terms)}${isCapped ? html`<br /><span class="capped">${text.term('capped', text.term('points', worth), capWords(text, terms))}</span>` : nothing}`;
}

function reversed(view: EntryView, {reversedById}: PointsEntry) {
  const {text, known} = view;
  const reversal = known.get(reversedById ?? '');
  if (!reversal) return nothing;
  return html`<p class="small muted">
    ${text.term('reversedOn', text.date(reversal.recordedAt, fullDay))} <button class="link" type="button" @click=${() => view.go(reversal.id)}>${text.term('toReversal')}</button>
  </p>`;
}

function expiry({text, now}: EntryView, {expiresAt, redemption, reversedById, reversesId}: PointsEntry) {
  if (expiresAt === null || redemption !== null || reversedById !== null || reversesId !== null) return nothing;
  const left = Date.parse(expiresAt) - now;
  return left > soonMs ? nothing : html`<p class="small muted">${text.term(left <= 0 ? 'expired' : 'expires', text.date(expiresAt, fullDay))}</p>`;
}
