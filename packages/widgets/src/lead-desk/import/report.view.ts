import {html, nothing} from 'lit';
import {downloadIcon} from '../../ui/icon/icons.ts';
import {download} from './download.ts';
import type {ImportFlow} from './import-flow.ts';
import {toIssuesCsv} from './import.model.ts';
import type {ImportWords} from './import-words.ts';
import {renderIssues} from './issues.view.ts';

const shownIssues = 1000;

/** The last step: how far the import is, then its report. */
export function renderReport({leadImport}: ImportFlow, text: ImportWords) {
  if (!leadImport) return nothing;
  const {fileName, status, rows, rowsDone, issues} = leadImport;
  const heading = status === 'running' ? 'running' : status === 'done' ? 'done' : 'failed';
  return html`<section aria-labelledby="report">
    <h3 id="report" role="status">${text.term(heading, fileName)}</h3>
    ${
      status === 'running'
        ? html`<progress max=${Math.max(1, rows)} .value=${rowsDone} aria-labelledby="report"></progress>
            <p class="figures">${text.term('progress', text.number(rowsDone), text.number(rows))}</p>
            <p class="muted">${text.term('goesOn')}</p>`
        : nothing
    }
    ${status === 'failed' ? html`<p>${text.term('failedText')}</p>` : nothing}
    <dl class="totals figures">
      ${(['created', 'updated', 'unchanged', 'failed', 'warnings'] as const).map(
        name => html`<div>
          <dt>${text.term(name === 'failed' ? 'leftOut' : name)}</dt>
          <dd>${text.number(leadImport[name])}</dd>
        </div>`,
      )}
    </dl>
    ${renderIssues(issues, issues.length >= shownIssues ? shownIssues : undefined, text)}
    ${
      issues.length > 0 && status !== 'running'
        ? html`<button class="button" type="button" @click=${() => save(leadImport.fileName, issues, text)}>${downloadIcon()}${text.term('downloadIssues')}</button>`
        : nothing
    }
  </section>`;
}

function save(fileName: string, issues: Parameters<typeof toIssuesCsv>[0], text: ImportWords) {
  const header = [text.term('line'), text.term('inColumn'), '', text.term('whatIsWrong')];
  download(`${fileName.replace(/\.\w+$/, '')}-issues.csv`, toIssuesCsv(issues, header, {error: text.term('error'), warning: text.term('warning')}));
}
