import {z} from 'zod';
import {HexColor} from '../cobrand-template/cobrand-template.schema.ts';
import {text} from '../text.ts';

/** From what the widgets make their theme, on pages that name no brand of their own. */
export const ProgramBrand = z.object({
  /** Buttons, links, the focus ring, and the hue of the greys. Any colour will do: what cannot be read is moved in lightness. */
  color: HexColor,
  /** What is marked and not pressed: progress, ranks. `null`: the colour. */
  secondColor: HexColor.nullable().default(null),
  /** As in CSS, without quotes around names of several words: `Inter, system-ui, sans-serif`. `null`: the page's. */
  fontFamily: text(200)
    .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._'&+-]*(,\s*[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._'&+-]*)*$/u, 'Write names of typefaces with commas between, such as Inter, system-ui, sans-serif.')
    .nullable()
    .default(null),
  /** Of cards and dialogs; controls have half of it. `null`: 8. */
  radiusPx: z.int().min(0).max(32).nullable().default(null),
  /** `plain` surfaces are white, or near black; `tinted` ones have a breath of the colour. */
  surfaces: z.enum(['plain', 'tinted']).default('plain'),
  /** `null`: as the page around. */
  theme: z.enum(['light', 'dark', 'auto']).nullable().default(null),
});
export type ProgramBrand = z.infer<typeof ProgramBrand>;
