import {pino} from 'pino';
import type {Log} from './context.ts';

/** A logger that writes a line of JSON to stdout for each entry. Tokens and keys are blanked out wherever they turn up by mistake. */
export function createLog(level: string): Log {
  return pino({level, base: null, redact: {paths: ['token', '*.token', 'secretKey', '*.secretKey', 'authorization', '*.authorization', '*.headers.authorization'], censor: '…'}});
}
