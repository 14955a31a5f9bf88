/** The icons of material. Shapes after Lucide (https://lucide.dev), ISC License, © Lucide Contributors. */
import {svg} from 'lit';
import {icon, stroke} from './icon.ts';

const star = 'm12 3 2.7 5.6 6.1.8-4.5 4.3 1.1 6.1-5.4-3-5.4 3 1.1-6.1L3.2 9.4l6.1-.8z';

export const starIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke(star));
export const starFullIcon = /* @__PURE__ */ icon(svg`<path vector-effect="non-scaling-stroke" fill="currentColor" d=${star} />`);
export const fileIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M6 3h8l4.5 4.5V21H6zM13.5 3v5h5'));
export const linkIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6'));
export const brushIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M9.1 12 18.5 3.6a1.6 1.6 0 0 1 2.2 2.2L12.2 15M7 14.5c-1.7 0-3 1.4-3 3 0 1.3-2 1.5-1.6 2 1.1 1.1 2.5 2 4 2 2.2 0 4-1.8 4-4a3 3 0 0 0-3.4-3z'));
