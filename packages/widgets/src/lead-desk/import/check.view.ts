import type {LeadImportField, LeadImportMapping, LeadImportPreview} from '@portico/contract';
import {html, nothing} from 'lit';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {UiField} from '../../ui/field/field.ts';
import {successIcon, warningIcon} from '../../ui/icon/icons.ts';
import type {ImportFlow} from './import-flow.ts';
import {adjustColumn, dateOrders, fieldOf, importFields, importStages, isDateField, mapColumn, needsConsent, needsCurrency, setDefault} from './import.model.ts';
import type {ImportWords} from './import-words.ts';
import {renderIssues} from './issues.view.ts';

const shownIssues = 200;
/** What is noted as the text of a consent that was confirmed here. */
const consentNote = 'confirmed-at-import';
const currencies: readonly string[] = Intl.supportedValuesOf('currency');

/** The second step: where each column goes, and what would happen. */
export function renderCheck(flow: ImportFlow, text: ImportWords) {
  const {preview, mapping} = flow;
  if (!preview) return nothing;
  return html`<p class="file">
      <strong>${flow.fileName}</strong> <span class="muted">${text.term('rowsAndColumns', preview.rows, text.number(preview.columns.length))}</span>
      <button class="link" type="button" @click=${() => flow.reset()}>${text.term('otherFile')}</button>
    </p>
    ${renderCounts(flow, preview, text)}
    ${flow.encoding === 'windows-1252' ? html`<p class="hint">${warningIcon()}${text.term('oldEncoding')}</p>` : nothing}
    <div class="scroll columns" tabindex="0" role="group" aria-label=${text.term('step_check')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${text.term('column')}</th>
            <th scope="col">${text.term('samples')}</th>
            <th scope="col">${text.term('goesTo')}</th>
          </tr>
        </thead>
        <tbody>
          ${preview.columns.map(column => renderColumn(column, flow, text))}
        </tbody>
      </table>
    </div>
    ${mapping ? renderSettings(mapping, flow, text) : nothing} ${renderDryRun(flow, preview, text)}`;
}

function renderColumn({name, samples, suggested}: LeadImportPreview['columns'][number], flow: ImportFlow, text: ImportWords) {
  const field = fieldOf(flow.mapping, name);
  const onChange = (event: Event) => {
    const value = (event.target as UiField).value as LeadImportField | '';
    flow.remap(mapColumn(flow.mapping, name, value || null, flow.preview?.columns ?? []));
  };
  const suggestion = (each: LeadImportField) => (each === suggested && each !== field ? ` (${text.term('suggested')})` : '');
  const options = [{value: '', label: text.term('nowhere')}, ...importFields.map(each => ({value: each as string, label: `${text.term(`field_${each}`)}${suggestion(each)}`}))];
  return html`<tr ?data-out=${!field}>
    <th scope="row">${name}</th>
    <td class="samples">${samples.slice(0, 3).join(' · ')}</td>
    <td>
      <portico-ui-field kind="select" label-hidden label=${text.term('goesToOf', name)} .value=${field ?? ''} .options=${options} @change=${onChange}></portico-ui-field>
    </td>
  </tr>`;
}

/** What columns alone do not say: currency, order of dates, the meaning of stages, consent. */
function renderSettings(mapping: LeadImportMapping, flow: ImportFlow, text: ImportWords) {
  const samplesOf = (column: string) => flow.preview?.columns.find(({name}) => name === column)?.samples ?? [];
  const dates = mapping.columns.filter(({field}) => isDateField(field));
  const stage = mapping.columns.find(({field}) => field === 'stage');
  const stages = stage ? [...new Set([...Object.keys(stage.values ?? {}), ...samplesOf(stage.column)])].filter(value => !(importStages as readonly string[]).includes(value)) : [];
  const select = (label: string, value: string, options: readonly {value: string; label: string}[], set: (value: string) => void) =>
    html`<portico-ui-field kind="select" label=${label} .value=${value} .options=${options} @change=${(event: Event) => set((event.target as UiField).value)}></portico-ui-field>`;
  return html`<div class="settings">
    ${
      needsCurrency(mapping)
        ? select(
            text.term('currency'),
            mapping.currency ?? '',
            currencies.map(value => ({value, label: value})),
            currency => flow.remap({...mapping, currency}),
          )
        : nothing
    }
    ${dates.map(({column, dateOrder}) =>
      select(
        text.term('dateOrder', column),
        dateOrder ?? '',
        [{value: '', label: text.term('dateOrder_auto')}, ...dateOrders.map(value => ({value, label: text.term(`dateOrder_${value}`)}))],
        value => flow.remap(adjustColumn(mapping, column, {dateOrder: (value || undefined) as 'ymd'})),
      ),
    )}
    ${stages.map(value =>
      select(
        text.term('stageOf', value),
        stage?.values?.[value] ?? '',
        [{value: '', label: text.term('stageAsIs')}, ...importStages.map(each => ({value: each, label: text.term(`stage_${each}`)}))],
        meaning => stage && flow.remap(adjustColumn(mapping, stage.column, {values: withMeaning(stage.values ?? {}, value, meaning)})),
      ),
    )}
    ${
      needsConsent(mapping)
        ? html`<div class="consent">
            <portico-ui-checkbox
              label=${text.term('consent')}
              .checked=${mapping.defaults?.consentText !== undefined}
              @change=${(event: Event) => flow.remap(setDefault(mapping, 'consentText', (event.target as UiCheckbox).checked ? consentNote : ''))}
            ></portico-ui-checkbox>
            <p class="muted small">${text.term('consentHelp')}</p>
          </div>`
        : nothing
    }
  </div>`;
}

function withMeaning(values: Readonly<Record<string, string>>, value: string, meaning: string): Record<string, string> {
  const {[value]: _, ...rest} = values;
  return meaning ? {...rest, [value]: meaning} : rest;
}

/** What the import would do, kept in sight while columns are changed below. */
function renderCounts(flow: ImportFlow, {rows, toCreate, toUpdate, withErrors}: LeadImportPreview, text: ImportWords) {
  return html`<p class="counts figures" role="status">
    ${
      flow.busy ? html`<span class="muted">${text.term('checking')}</span>`
      : !flow.mapping ? html`<span>${text.term('chooseColumns')}</span>`
      : html`<span class="good">${successIcon()}${text.term('toCreate', toCreate)}</span> ${toUpdate > 0 ? html`<span>${text.term('toUpdate', toUpdate)}</span>` : nothing}
          ${withErrors > 0 ? html`<span class="bad">${warningIcon()}${text.term('withErrors', withErrors)}</span>` : rows > 0 ? html`<span class="muted">${text.term('noErrors')}</span>` : nothing}`
    }
  </p>`;
}

function renderDryRun(flow: ImportFlow, {issues, sample}: LeadImportPreview, text: ImportWords) {
  const columns = flow.mapping?.columns ?? [];
  return html`<section aria-labelledby="dry-run">
    <h3 id="dry-run">${text.term('issues')}</h3>
    ${issues.length === 0 ? html`<p class="muted">${text.term('noErrors')}</p>` : nothing} ${renderIssues(issues, issues.length >= shownIssues ? shownIssues : undefined, text)}
    ${
      sample.length > 0 && columns.length > 0
        ? html`<details>
            <summary>${text.term('sample')}</summary>
            <div class="scroll" tabindex="0" role="group" aria-label=${text.term('sample')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${text.term('line')}</th>
                    ${columns.map(({field}) => html`<th scope="col">${text.term(`field_${field}`)}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${sample.map(
                    ({line, values}) => html`<tr>
                      <td class="figures">${text.number(line)}</td>
                      ${columns.map(({field}) => html`<td><bdi>${values[field] ?? nothing}</bdi></td>`)}
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </details>`
        : nothing
    }
  </section>`;
}
