import {z} from 'zod';
import {Id, Instant, Version, text} from '../text.ts';

/** A folder of the library. */
export const AssetFolder = z.object({
  id: Id,
  name: text(120),
  parentId: Id.nullable(),
  /** Assets in it that the reader sees, without those in folders below. */
  assetCount: z.int().nonnegative(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type AssetFolder = z.infer<typeof AssetFolder>;
