import type {Program} from '@portico/contract';
import type {StartedServer} from '@portico/server';

/**
 * Puts the demo's own origin on the programme's list, which a later start may have on another port.
 *
 * @param secretKey - Of the demo's tenant.
 * @throws Error when the API refuses.
 */
export async function allowOrigin({app, url}: StartedServer, secretKey: string): Promise<void> {
  const call = async (method: 'GET' | 'PATCH', body?: object, headers: Record<string, string> = {}): Promise<Program> => {
    const request = new Request(`${url}/v1/program`, {
      method,
      headers: {authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', ...headers},
      ...(body && {body: JSON.stringify(body)}),
    });
    const answer = await app.fetch(request);
    if (!answer.ok) throw new Error(`The demo's programme could not be set up: ${await answer.text()}`);
    return (await answer.json()) as Program;
  };
  const {origins, version} = await call('GET');
  if (!origins.includes(url)) await call('PATCH', {origins: [...origins, url]}, {'if-match': `"${version}"`});
}
