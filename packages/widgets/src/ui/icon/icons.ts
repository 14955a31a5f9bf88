/**
 * The icons of the widgets, one export each so that a bundle holds those it uses. Those of an open lead are in `lead-icons.ts`: a file goes into a bundle's
 * first part or into a later one as a whole.
 * The marks tell a bundler that making an unused one may be left out.
 * Shapes after Lucide (https://lucide.dev), ISC License, © Lucide Contributors.
 */
import {dots, icon, stroke} from './icon.ts';

const circle = 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18';

export const checkIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('m4 12.5 5.5 5.5L20 7'));
export const closeIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M6 6l12 12M18 6 6 18'));
export const chevronDownIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('m6 9.5 6 6 6-6'));
export const chevronStartIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('m14.5 6-6 6 6 6'), true);
export const moreIcon = /* @__PURE__ */ icon(/* @__PURE__ */ dots('M5 12h.01M12 12h.01M19 12h.01'));
export const searchIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M11 4a7 7 0 1 0 0 14 7 7 0 1 0 0-14M20 20l-4-4'));
export const clockIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke(`${circle}M12 7.5V12l3 2`));
export const infoIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke(`${circle}M12 11v5M12 7.8v.01`));
export const warningIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M12 4 2.5 20h19zM12 10v4.5M12 17.2v.01'));
export const dangerIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 8v5M12 16v.01'));
export const successIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke(`${circle}m-4 9.5 2.8 2.8L16 9.5`));
export const inboxIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M3 13h5l1.5 3h5L16 13h5M5.5 5h13L21 13v6H3v-6z'));
export const offlineIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M4 4l16 16M8.5 15.5a5 5 0 0 1 6.5-.4M5.5 12a9 9 0 0 1 4-2.300M14 9.5a9 9 0 0 1 4.5 2.5M2.5 8.5a14 14 0 0 1 4-2.600M11 4.800a14 14 0 0 1 10.5 3.700M12 19v.01'));
/** This device: what is saved here and not sent. */
export const deviceIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M7 3h10v18H7zM11 18h2'));
export const lockIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M5 11h14v9.5H5zM8 11V8a4 4 0 0 1 8 0v3'));
export const retryIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M20 12a8 8 0 1 1-2.5-5.800L20 8.5M20 4v4.5h-4.5'));
export const uploadIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M12 16V4.5M7 9l5-5 5 5M4 16v4h16v-4'));
export const downloadIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M12 4v11.5M7 11l5 5 5-5M4 16v4h16v-4'));
export const sortIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M7 5v14M3.5 15.5 7 19l3.5-3.5M17 19V5M13.5 8.5 17 5l3.5 3.5'));
export const filterIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M3.5 5h17l-6.5 8v6l-4-2v-4z'));
export const forwardIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M4 12h15M13 6l6 6-6 6'), true);
export const returnIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M9 6 4 11l5 5M4 11h11a5 5 0 0 1 0 10h-3'), true);
