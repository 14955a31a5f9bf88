import {readFile} from 'node:fs/promises';
import type {ReceiptKey} from '@portico/contract';
import {CliError, exitCodes} from './cli-error.ts';

/**
 * Reads keys that somebody kept: a list, the answer of GET /v1/receipts/keys, or one key.
 *
 * @throws CliError with `data` when the file holds none.
 */
export async function readKeysFile(file: string): Promise<ReceiptKey[]> {
  const value = await readJson(file);
  const listed: unknown = typeof value === 'object' && value !== null && !Array.isArray(value) && 'keys' in value ? value.keys : value;
  const keys = (Array.isArray(listed) ? listed : [listed]) as ReceiptKey[];
  if (keys.length === 0 || !keys.every(key => typeof key?.x === 'string' && key.crv === 'Ed25519')) throw new CliError(exitCodes.data, `${file} holds no keys. It should be what GET /v1/receipts/keys answers.`);
  return keys;
}

/** @throws CliError with `data` when the file is no JSON. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CliError(exitCodes.data, `${file} is not JSON.`);
  }
}
