/** The icons of what is earned. Shapes after Lucide (https://lucide.dev), ISC License, © Lucide Contributors. */
import {icon, stroke} from './icon.ts';

export const medalIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M12 3a6 6 0 1 0 0 12 6 6 0 1 0 0-12M8.5 14 7 21l5-2.500L17 21l-1.500-7'));
export const giftIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M4 8h16v4H4zM5.500 12v8.500h13V12M12 8v12.500M12 8c-4 0-5-1.500-5-3a2 2 0 0 1 2-2c2 0 3 3 3 5zM12 8c4 0 5-1.500 5-3a2 2 0 0 0-2-2c-2 0-3 3-3 5z'));
