import type {Hono} from 'hono';
import {basePath} from './mounted-route.ts';
import type {Env} from './request-facts.ts';
import type {Services} from './services.ts';

/** What anybody may read: the keys that sign sessions, and the API's own description. */
export function mountDocuments(app: Hono<Env>, {keyring}: Services, publicUrl: string): void {
  app.get('/.well-known/jwks.json', async c => {
    await keyring.prepare();
    return c.json(keyring.jwks(), 200, {'Cache-Control': 'public, max-age=300'});
  });

  let openApi: Promise<string> | undefined;
  app.get(`${basePath}/openapi.json`, async c => {
    // Loaded when first asked for: it is large, and most servers are never asked.
    openApi ??= import('@portico/contract/openapi').then(({openApiDocument}) => JSON.stringify(openApiDocument(`${publicUrl}${basePath}`)));
    return c.body(await openApi, 200, {'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300'});
  });
}
