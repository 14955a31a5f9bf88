/** Takes fonts and colours from the page, so that dark pages need nothing; the partner's colour is on buttons alone, with the better of black and white on it. */
export const collateralStyles = `
:host{display:block;font:var(--portico-collateral-font,inherit);color:inherit}
:host([hidden]){display:none}
*{box-sizing:border-box}
[part=header]{display:flex;align-items:center;gap:12px;margin:0 0 16px}
[part=logo]{max-block-size:40px;max-inline-size:160px}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--portico-collateral-item-width,240px)),1fr));gap:var(--portico-collateral-gap,16px);list-style:none;margin:0;padding:0}
li{display:flex;flex-direction:column;gap:8px;padding:12px;border:1px solid color-mix(in srgb,currentColor 25%,transparent);border-radius:var(--portico-collateral-radius,8px);min-inline-size:0}
h3{font-size:1.1em;margin:0}
h3,p{overflow-wrap:anywhere;text-align:-webkit-match-parent;text-align:match-parent}
p{margin:0}
[part=preview]{inline-size:100%;block-size:auto;max-block-size:240px;object-fit:contain;object-position:top;background:#fff}
[part=actions]{display:flex;flex-wrap:wrap;gap:8px;margin-block-start:auto}
a[part=open],button{font:inherit;font-weight:600;min-block-size:44px;display:inline-flex;align-items:center;padding:0 16px;border:1px solid color-mix(in srgb,currentColor 55%,transparent);border-radius:var(--portico-collateral-radius,8px);background:none;color:inherit;cursor:pointer;text-decoration:none}
a[part=open],[part=send]{background:var(--portico-collateral-accent,var(--_accent,#1d4ed8));color:var(--portico-collateral-on-accent,var(--_on,#fff));border-color:transparent}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}
@media (forced-colors:active){a[part=open],[part=send]{border-color:LinkText}}
`;

/** Of the form, which comes when somebody asks. */
export const enquiryStyles = `
dialog{inline-size:min(480px,100%);max-inline-size:100%;padding:16px;border:1px solid GrayText;border-radius:var(--portico-collateral-radius,8px);background:Canvas;color:CanvasText;font:inherit}
form{display:grid;gap:12px}
label{display:grid;gap:4px}
input:not([type=checkbox]),textarea{font:inherit;color:inherit;background:Field;color:FieldText;inline-size:100%;min-block-size:44px;padding:8px;border:1px solid GrayText;border-radius:4px}
.yes{grid-template-columns:auto 1fr;align-items:start}
[type=checkbox]{inline-size:24px;block-size:24px;margin:0}
[aria-invalid=true]{outline:2px solid currentColor}
small{font-size:.9em}
.fax{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
`;
