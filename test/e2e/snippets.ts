import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The named code blocks of a guide. */
export async function snippetsOf(path: string): Promise<Record<string, string>> {
  const text = await readFile(join(root, path), 'utf8');
  return Object.fromEntries([...text.matchAll(/```\w+ name=(\S+)\n([\s\S]*?)```/g)].map(match => [match[1]!, match[2]!]));
}
