import type {ImportIssue} from '@portico/contract';
import {html, nothing} from 'lit';
import {dangerIcon, warningIcon} from '../../ui/icon/icons.ts';
import type {ImportWords} from './import-words.ts';

/**
 * What is wrong in a file, by line and column.
 *
 * @param cut - How many are shown, when there are more.
 */
export function renderIssues(issues: readonly ImportIssue[], cut: number | undefined, text: ImportWords) {
  if (issues.length === 0) return nothing;
  return html`<div class="scroll issues" tabindex="0" role="group" aria-label=${text.term('issues')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${text.term('line')}</th>
            <th scope="col">${text.term('inColumn')}</th>
            <th scope="col">${text.term('whatIsWrong')}</th>
          </tr>
        </thead>
        <tbody>
          ${issues.map(
            ({line, column, message, severity}) => html`<tr>
              <td class="figures">${text.number(line)}</td>
              <td>${column ?? html`<span class="muted">${text.term('wholeRow')}</span>`}</td>
              <td class="what" data-severity=${severity}>
                <span class="fault">${severity === 'error' ? dangerIcon() : warningIcon()}<span><span class="visually-hidden">${text.term(severity)}${text.colon}</span>${message}</span></span>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${cut === undefined ? nothing : html`<p class="muted small">${text.term('firstIssues', text.number(cut))}</p>`}`;
}
