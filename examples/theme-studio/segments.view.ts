import {html, type TemplateResult} from 'lit';

interface Segments<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly choose: (value: T) => void;
}

let groups = 0;
const names = new Map<string, string>();

/** A choice of few, side by side: radio buttons, so that arrow keys move and one is always chosen. */
export function segments<T extends string>({label, value, options, choose}: Segments<T>): TemplateResult {
  const name = names.get(label) ?? `segments-${groups++}`;
  names.set(label, name);
  return html`<fieldset class="segments">
    <legend class="visually-hidden">${label}</legend>
    ${options.map(([each, words]) => html`<label><input type="radio" name=${name} .checked=${each === value} @change=${() => choose(each)}><span>${words}</span></label>`)}
  </fieldset>`;
}
