import {z} from 'zod';
import {Id} from '../text.ts';
import {AssetType} from './asset.schema.ts';

/** A piece of material as others name it. */
export const AssetRef = z.object({id: Id, title: z.string(), type: AssetType});
export type AssetRef = z.infer<typeof AssetRef>;
