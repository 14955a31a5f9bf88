import type {Client} from '@portico/client';
import type {StoredFile} from '@portico/contract';

/** What logos may be. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const;
/** A logo that is larger is no logo. */
export const largestLogoBytes = 10_000_000;
const lookMs = 500;
const looksMost = 60;

/**
 * Sends a picture in one piece, by the tus protocol, and waits until it has been looked at. Logos are small: what breaks off is sent again as a whole.
 *
 * @returns The file, `ready` or `rejected`.
 * @throws ApiError, or TypeError when the connection failed.
 */
export async function sendLogo(client: Client, file: File): Promise<StoredFile> {
  const created = await client.storedFiles.create({fileName: file.name.slice(0, 200), mediaType: file.type as (typeof logoTypes)[number], sizeBytes: file.size});
  const headers = {'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream'};
  const answer = await client.connection.fetch(new Request(created.uploadUrl ?? '', {method: 'PATCH', headers, body: await file.arrayBuffer()}));
  if (!answer.ok) throw new TypeError(`The file was not taken: ${answer.status}.`);
  for (let looks = 0; ; looks++) {
    const stored = await client.storedFiles.get({id: created.id});
    if (stored.status === 'ready' || stored.status === 'rejected' || looks >= looksMost) return stored;
    await new Promise(resolve => setTimeout(resolve, lookMs));
  }
}
