import {api} from '@portico/contract';
import {wireTable} from '../../packages/contract/src/wire-table.ts';
import {writeWhenMain, type Generated} from './generated.ts';

/** The route table for browsers: method and path of every route, without a schema. */
export const generate = async (): Promise<Generated[]> => [{path: 'packages/contract/src/wire.gen.ts', text: wireTable(api)}];

await writeWhenMain(import.meta, generate);
