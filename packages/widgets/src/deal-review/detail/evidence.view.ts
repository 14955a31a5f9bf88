import type {DealRegistration, EvidenceFile, Receipt} from '@portico/contract';
import {html, nothing} from 'lit';
import {downloadIcon, successIcon} from '../../ui/icon/icons.ts';
import {noteIcon} from '../../ui/icon/lead-icons.ts';
import type {Words} from '../deal-review.words.ts';
import {isViewable, type EvidenceFetch} from './evidence.controller.ts';

/** The files that show that the deal is real. */
export function renderEvidence({evidence}: DealRegistration, files: Pick<EvidenceFetch, 'isFetching'>, open: (file: EvidenceFile, how: 'view' | 'download') => void, text: Words) {
  return html`<section aria-labelledby="evidence">
    <h4 id="evidence">${text.term('evidence')}</h4>
    ${
      evidence.length === 0
        ? html`<p class="muted">${text.term('noEvidence')}</p>`
        : html`<ul class="files">
            ${evidence.map(
              file => html`<li>
                ${noteIcon()}<span class="file"><bdi>${file.fileName}</bdi> <span class="muted small">${toSize(file.sizeBytes, text)}</span></span>
                ${
                  file.status !== 'ready' || file.isWithheld
                    ? html`<span class="muted small">${text.term(file.isWithheld ? 'fileWithheld' : file.problem === 'infected' ? 'fileInfected' : 'fileNotThere')}</span>`
                    : files.isFetching(file.id)
                      ? html`<span class="muted small" role="status">${text.term('fetching')}</span>`
                      : html`${isViewable(file) ? html`<button class="button" type="button" data-variant="quiet" @click=${() => open(file, 'view')}>${text.term('view')}<span class="visually-hidden">: ${file.fileName}</span></button>` : nothing}
                          <button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${`${text.term('download')}${text.colon}${file.fileName}`} title=${text.term('download')} @click=${() => open(file, 'download')}>${downloadIcon()}</button>`
                }
              </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function toSize(bytes: number, text: Words): string {
  if (bytes < 1_000_000) return text.number(Math.max(1, Math.round(bytes / 1000)), {style: 'unit', unit: 'kilobyte'});
  return text.number(bytes / 1_000_000, {style: 'unit', unit: 'megabyte', maximumFractionDigits: 1});
}

/** The proofs of its submissions, newest first. */
export function renderReceipts(receipts: readonly Receipt[] | undefined, text: Words) {
  if (!receipts || receipts.length === 0) return nothing;
  return html`<section aria-labelledby="receipts">
    <h4 id="receipts">${text.term('receipts')}</h4>
    <ul class="files">
      ${receipts.map(
        ({statement: {number, submittedAt, sequence, standing, contentHash}}) => html`<li>
          ${successIcon()}<span class="file"
            ><span class="figures">${number}</span> · <time datetime=${submittedAt}>${text.date(submittedAt, {dateStyle: 'medium', timeStyle: 'medium'})}</time> · ${text.term('receiptLine', text.number(sequence))} ·
            ${text.term(`standing_${standing}`)}<br /><code class="muted small" translate="no" title=${contentHash}>SHA-256 ${contentHash.slice(0, 16)}…</code></span
          >
        </li>`,
      )}
    </ul>
  </section>`;
}
