import {css, html, LitElement, type TemplateResult} from 'lit';
import {defineElement} from '../base/define-element.ts';
import {hostStyles} from '../theme/shared.styles.ts';
import {space} from '../theme/tokens.ts';

/** Stands in for a widget around a single part, in stories and tests: its font, colours, theme and density. */
class Stage extends LitElement {
  static override styles = [
    hostStyles,
    css`
      :host {
        padding: ${space(4)};
      }
    `,
  ];

  protected override render() {
    return html`<slot></slot>`;
  }
}

/** Puts a part on the stage. */
export function onStage(part: unknown): TemplateResult {
  defineElement('portico-ui-stage', Stage);
  return html`<portico-ui-stage>${part}</portico-ui-stage>`;
}
