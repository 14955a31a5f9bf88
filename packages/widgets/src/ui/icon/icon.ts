import {html, svg, type TemplateResult} from 'lit';

/** Draws an icon: 16 px beside text, 20 px alone in a button. Always put a text or a label beside it. */
export type Icon = (size?: 16 | 20) => TemplateResult;

/**
 * Makes an icon of a 24-unit drawing. The stroke does not scale, so every icon has one weight at every size.
 *
 * @param drawing - The inside of the `<svg>`, as an `svg` template of strokes.
 * @param directed - Points along the line of text, so it is mirrored where that runs from right to left.
 */
export const icon =
  (drawing: TemplateResult<2>, directed = false): Icon =>
  (size = 16) =>
    html`<svg
      class=${directed ? 'icon directed' : 'icon'}
      width=${size}
      height=${size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      ${drawing}
    </svg>`;

/** A stroke whose width stays 1.5 px at any size. */
export const stroke = (path: string): TemplateResult<2> => svg`<path vector-effect="non-scaling-stroke" d=${path} />`;

/** Round dots: a stroke of no length, in a width that can be seen. */
export const dots = (path: string): TemplateResult<2> =>
  svg`<path vector-effect="non-scaling-stroke" stroke-width="3" d=${path} />`;
