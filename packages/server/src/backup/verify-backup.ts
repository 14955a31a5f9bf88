import {readBackup, type Manifest} from './backup-file.ts';

/**
 * Reads a backup to its end and compares every table with its checksum.
 *
 * @throws BackupFileError when it is damaged.
 */
export async function verifyBackup(path: string): Promise<Manifest> {
  let manifest: Manifest = {};
  for await (const part of readBackup(path)) if ('manifest' in part) manifest = part.manifest;
  return manifest;
}
