import type {Route} from '@portico/contract';
import {canonicalJson} from './strict-json.ts';

/**
 * Makes sure that an answer is what the contract says, field by field: nothing missing, nothing of another type, and nothing that was not declared, which is how
 * internal data would leave.
 *
 * @throws TypeError with the first differences.
 */
export function checkResponse(name: string, route: Route, response: unknown): void {
  const result = route.response.safeParse(response);
  if (!result.success) throw new TypeError(`${name} answers what its schema does not allow: ${JSON.stringify(result.error.issues.slice(0, 5))}`);
  const said = canonicalJson(withoutUndefined(response));
  const declared = canonicalJson(withoutUndefined(result.data));
  if (said !== declared) throw new TypeError(`${name} answers more or other than its schema declares:\n${said.slice(0, 2000)}\n${declared.slice(0, 2000)}`);
}

function withoutUndefined(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
