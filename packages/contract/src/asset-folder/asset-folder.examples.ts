import type {AssetFolder} from './asset-folder.schema.ts';

const at = '2026-10-01T08:00:00.000Z';

/** A folder and one inside it. */
export const assetFolderExamples = {
  products: {id: '0193a0c0-0000-7000-8000-000000002301', name: 'Products', parentId: null, assetCount: 1, version: 1, createdAt: at, updatedAt: at},
  vision: {id: '0193a0c0-0000-7000-8000-000000002302', name: 'Aurora Vision', parentId: '0193a0c0-0000-7000-8000-000000002301', assetCount: 2, version: 2, createdAt: at, updatedAt: at},
} satisfies Record<string, AssetFolder>;
