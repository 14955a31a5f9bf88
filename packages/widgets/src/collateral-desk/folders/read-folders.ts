import type {Client} from '@portico/client';
import type {AssetFolder} from '@portico/contract';

/** All of them: a tree with gaps is none. */
export async function readFolders(client: Client, signal: AbortSignal): Promise<readonly AssetFolder[]> {
  const folders: AssetFolder[] = [];
  for (let cursor: string | undefined; ; ) {
    const {items, page} = await client.assetFolders.list({limit: 100, ...(cursor && {cursor})}, {signal});
    folders.push(...items);
    if (page.next === null || folders.length >= 2000) return folders;
    cursor = page.next;
  }
}
