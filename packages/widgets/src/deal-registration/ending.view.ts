import {toJson} from '@portico/client';
import type {Receipt} from '@portico/contract';
import {html, nothing} from 'lit';
import {downloadIcon, infoIcon, successIcon} from '../ui/icon/icons.ts';
import type {DealView} from './deal-registration.view.ts';

/** After the submission: the receipt. Or that nothing can be changed here any more, and why. */
export function endingView(view: DealView) {
  const {deal, text} = view;
  const {receipt, registration} = deal;
  if (receipt) return receiptView(view, receipt);
  return html`<portico-ui-empty-state heading=${text.term('closed')} text=${registration ? text.term('closedText', text.term(`status_${registration.status}`)) : nothing}>
    <span slot="icon">${infoIcon(20)}</span>
    <button slot="actions" class="button" type="button" data-act="start-over" @click=${view.startOver}>${text.term('another')}</button>
  </portico-ui-empty-state>`;
}

function receiptView(view: DealView, receipt: Receipt) {
  const {deal, text} = view;
  const {registration} = deal;
  const {number, submittedAt, standing, dealRegistrationId} = receipt.statement;
  const pair = (label: string, value: unknown) => html`<div class="pair"><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<section class="receipt" part="receipt" aria-labelledby="receipt-title">
    <header>
      <span class="mark">${successIcon(20)}</span>
      <h2 id="receipt-title" tabindex="-1">${text.term('registered')}</h2>
    </header>
    <p class="standing">${text.term(`standingText_${standing}`)}</p>
    <dl>
      ${pair(text.term('number'), html`<strong class="figures" translate="no">${number}</strong>`)}
      ${pair(text.term('receivedAt'), text.date(submittedAt, {day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short'}))}
      ${pair(text.term('place'), text.term(`standing_${standing}`))}
      ${registration?.reviewDueAt && registration.id === dealRegistrationId ? pair(text.term('reviewBy'), text.date(registration.reviewDueAt, 'dayTime')) : nothing}
    </dl>
    <p class="muted small">${text.term('receiptHelp')}</p>
    <footer class="actions">
      <button class="button" type="button" data-act="download" @click=${() => download(receipt)}>${downloadIcon()}${text.term('download')}</button>
      <button class="button" data-variant="primary" type="button" data-act="start-over" @click=${view.startOver}>${text.term('another')}</button>
    </footer>
  </section>`;
}

/** As a file that can be checked without the server. */
function download(receipt: Receipt): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toJson(receipt)], {type: 'application/json'}));
  link.download = `${receipt.statement.number}.receipt.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
