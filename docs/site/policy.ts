/** Of every page but the two below: nothing from elsewhere, nothing inline, no markup made of text. */
export const pagePolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types portico-docs",
].join('; ');

/**
 * Of the page inside of an example's frame. What the reader writes becomes markup there, and its scripts files of the frame's own (`blob:`); where the frame is
 * sandboxed as it should be, it has no origin, so nothing of the site is within their reach. It can ask for nothing but the widgets.
 */
export const examplePolicy = [
  "default-src 'none'",
  "script-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "frame-src blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types portico-lit portico-example",
].join('; ');

/** Of the theme studio: a logo that is dropped has an address of that page. */
export const studioPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types portico-lit",
].join('; ');
