import type {LeadImport} from '@portico/contract';
import {html, nothing} from 'lit';
import {dangerIcon, uploadIcon} from '../../ui/icon/icons.ts';
import {download} from './download.ts';
import type {ImportFlow} from './import-flow.ts';
import {exampleCsv} from './import.model.ts';
import type {ImportWords} from './import-words.ts';

/** The first step: a file by choice or by drop, what can be taken, and the imports before. */
export function renderChoose(flow: ImportFlow, earlier: readonly LeadImport[], text: ImportWords) {
  const onChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void flow.choose(file);
    // The same file can be chosen again after it was mended.
    input.value = '';
  };
  return html`<label class="drop">
      ${uploadIcon(20)}
      <span><span class="choose">${text.term('chooseFile')}</span> ${text.term('orDrop')}</span>
      <input class="visually-hidden" autofocus type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values" @change=${onChange} />
    </label>
    ${
      flow.fault
        ? html`<p class="problem" role="alert">
            ${dangerIcon()}<span>${flow.fault.kind === 'too_large' ? text.term('tooLarge', text.number(flow.fault.megabytes, {maximumFractionDigits: 1})) : text.term('notText')}</span>
          </p>`
        : nothing
    }
    <p class="muted" role="status">${flow.busy ? text.term('reading') : nothing}</p>
    <p class="muted small">${text.term('limits')}</p>
    <p><button class="link" type="button" @click=${() => download('leads-example.csv', exampleCsv)}>${text.term('exampleFile')}</button></p>
    ${
      earlier.length === 0
        ? nothing
        : html`<section aria-labelledby="earlier">
            <h3 id="earlier">${text.term('earlierImports')}</h3>
            <ul class="earlier">
              ${earlier.map(
                each => html`<li>
                  <button class="link" type="button" @click=${() => flow.show(each)}>
                    ${each.status === 'running' ? text.term('running', each.fileName) : text.term('importLine', each.fileName, text.number(each.created), text.number(each.failed))}
                  </button>
                  <time class="muted small" datetime=${each.createdAt}>${text.date(each.createdAt, 'dayTime')}</time>
                </li>`,
              )}
            </ul>
          </section>`
    }`;
}
