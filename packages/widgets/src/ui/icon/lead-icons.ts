/** The icons of an open lead: whom to reach and how, and what was done. Shapes after Lucide (https://lucide.dev), ISC License, © Lucide Contributors. */
import {icon, stroke} from './icon.ts';

export const phoneIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M5 4h4l1.5 5-2 1.5a12 12 0 0 0 5 5l1.5-2 5 1.5v4c0 1-1 1.5-2 1.5C10.5 20 4 13.5 3.5 6 3.5 5 4 4 5 4z'));
export const mailIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M3 6h18v12H3zM3.5 7l8.5 6.5L20.5 7'));
export const noteIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M5 3.5h10l4 4v13H5zM8.5 11h7M8.5 15h5'));
export const calendarIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7'));
export const personIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M12 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8M4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5'));
