import {writeFile} from 'node:fs/promises';
import {api} from '@portico/contract';
import {wireTable} from '../../packages/contract/src/wire-table.ts';

/** Where the wire table is kept. */
export const wireFile = new URL('../../packages/contract/src/wire.gen.ts', import.meta.url);

if (import.meta.main) await writeFile(wireFile, wireTable(api));
