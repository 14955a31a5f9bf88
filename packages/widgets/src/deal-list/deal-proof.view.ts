import type {DealRegistration, Receipt} from '@portico/contract';
import {html, nothing} from 'lit';
import {dangerIcon, downloadIcon, infoIcon, successIcon} from '../ui/icon/icons.ts';
import type {DealsView, ReceiptCheck} from './deal-list.view.ts';
import {wordOf} from './deal-text.ts';
import {checkReceipt, keepEvidence, keepReceipt} from './files.ts';

/** The files that show that the deal is real. */
export function evidence(view: DealsView, {evidence: files}: DealRegistration) {
  const {text} = view;
  const ready = files.filter(({status}) => status === 'ready');
  if (ready.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="evidence-title">
    <h3 class="part-title" id="evidence-title">${text.term('field_evidence')}</h3>
    <ul class="files">
      ${ready.map(
        file => html`<li class="file">
          <bdi>${file.fileName}</bdi><span class="muted figures">${sizeOf(view, file.sizeBytes)}</span>
          <button class="button" data-variant="quiet" data-icon-only type="button" aria-label=${text.term('downloadFile', file.fileName)} title=${text.term('download')} @click=${() => keepEvidence(view, file)}>${downloadIcon()}</button>
        </li>`,
      )}
    </ul>
  </section>`;
}

function sizeOf({text}: DealsView, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return text.number(value, {style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0});
}

/** The proofs of its submissions, to be kept and checked without the server. */
export function receipts(view: DealsView, {number}: DealRegistration) {
  const {deals, text} = view;
  const items = deals.opened.receipts ?? [];
  if (!number || items.length === 0) return nothing;
  return html`<section class="part" part="receipt" aria-labelledby="receipt-title">
    <h3 class="part-title" id="receipt-title">${text.term('receipt')}</h3>
    ${items.map(receipt => one(view, receipt))}
  </section>`;
}

function one(view: DealsView, receipt: Receipt) {
  const {text, checks} = view;
  const {number, submittedAt, standing} = receipt.statement;
  const check = checks.get(receipt.id);
  return html`<div class="receipt" data-receipt=${receipt.id}>
    <p class="request">
      <span class="words">${text.term('receiptAt', number, text.date(submittedAt, 'dayTime'))}<span class="muted"> · ${text.term(`standing_${standing}`)}</span></span>
      <button class="button" data-variant="quiet" type="button" data-act="keep" @click=${() => keepReceipt(receipt)}>${downloadIcon()}${text.term('download')}</button>
      <button class="button" type="button" data-act="check" aria-disabled=${check === 'checking' ? 'true' : nothing} @click=${() => check !== 'checking' && checkReceipt(view, receipt)}>${text.term(check === 'checking' ? 'checking' : 'check')}</button>
    </p>
    <div role="status">${verdict(view, check)}</div>
  </div>`;
}

function verdict({text}: DealsView, check: ReceiptCheck | undefined) {
  if (check === undefined || check === 'checking') return nothing;
  if (check === 'unchecked') return html`<p class="verdict muted">${infoIcon()}<span>${text.term('receiptUnchecked')}</span></p>`;
  if (check.findings.length === 0) return html`<p class="verdict" data-tone="success">${successIcon()}<span>${text.term('receiptGood')}</span></p>`;
  return html`<p class="verdict" data-tone="danger">${dangerIcon()}<span>${text.term('receiptBad')}</span></p>
    <ul class="findings">${check.findings.map(code => html`<li>${wordOf(text, 'finding', code) ?? code}</li>`)}</ul>`;
}
