import {icon, stroke} from '../ui/icon/icon.ts';

export const plusIcon = /* @__PURE__ */ icon(/* @__PURE__ */ stroke('M12 5v14M5 12h14'));
