import {ApiError} from '@portico/client';
import type {Text} from './deal-registration.view.ts';

/** Codes that mean the same to a person. */
const sentences: Readonly<Record<string, string>> = {
  timeout: 'network_error',
  unavailable: 'network_error',
  session_expired: 'session_unavailable',
  session_invalid: 'session_unavailable',
  session_missing: 'session_unavailable',
  scope_missing: 'forbidden',
};

/** Says why something did not take effect. */
export function explain(text: Text, error: unknown): string {
  const code = error instanceof ApiError ? error.code : 'other';
  return text.term(`problem_${sentences[code] ?? code}` as 'problem_other') ?? text.term('problem_other');
}
