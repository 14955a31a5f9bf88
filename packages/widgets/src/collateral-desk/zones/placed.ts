import {nothing} from 'lit';
import {Directive, directive, type ElementPart, type PartInfo, PartType} from 'lit/directive.js';
import type {Box, Sheet} from './zone-place.model.ts';

/** Puts an element at its place on a page, in shares of the page, through the object model: a strict content security policy takes no style attributes. */
class PlacedDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('placed() belongs into an opening tag.');
  }

  render(_box: Box, _sheet: Sheet) {
    return nothing;
  }

  override update(part: ElementPart, [{x, y, w, h}, {width, height}]: [Box, Sheet]) {
    const {style} = part.element as HTMLElement;
    const share = (length: number, of: number) => `${(100 * length) / of}%`;
    // Left is left on a page, whatever the direction of the reader's language.
    Object.assign(style, {left: share(x, width), top: share(y, height), width: share(w, width), height: share(h, height)});
    return nothing;
  }
}

export const placed = directive(PlacedDirective);

/** Gives an element the shape of a page. */
class ShapedDirective extends Directive {
  render(_sheet: Sheet) {
    return nothing;
  }

  override update(part: ElementPart, [{width, height}]: [Sheet]) {
    (part.element as HTMLElement).style.setProperty('--shape', String(width / height));
    return nothing;
  }
}

export const shaped = directive(ShapedDirective);
