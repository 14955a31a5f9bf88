/** The icons of what could be more or less. Shapes after Lucide (https://lucide.dev), ISC License, © Lucide Contributors. */
import {icon, stroke} from './icon.ts';

export const plusIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M12 5v14M5 12h14'));
export const minusIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M5 12h14'));
