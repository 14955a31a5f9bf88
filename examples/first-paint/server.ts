/**
 * Sends a page with the first views of its widgets, in the visitor's language, in Node and nothing else. Beside the demo, which writes what it needs into `demo.json`:
 *
 *     PORTICO_API=http://localhost:8787 PORTICO_SECRET_KEY=… PORTICO_PERSON=… node examples/first-paint/server.ts
 */
import {randomBytes, randomUUID} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {firstPaint} from '@portico/widgets/server';
import {drawPage, policyOf} from './page.ts';

const {PORTICO_API: api = 'http://localhost:8787', PORTICO_SECRET_KEY: secretKey = '', PORTICO_PERSON: personId = '', PORT = '8080'} = process.env;
const files: Readonly<Record<string, string>> = {'/page.css': 'text/css', '/embed.js': 'text/javascript'};

createServer(async (request, response) => {
  const {pathname, searchParams} = new URL(request.url ?? '/', 'http://page');
  if (files[pathname]) return response.writeHead(200, {'content-type': files[pathname]}).end(await readFile(new URL(`.${pathname}`, import.meta.url)));
  if (pathname === '/session' && request.method === 'POST') {
    const answer = await fetch(`${api}/v1/embed-sessions`, {
      method: 'POST',
      headers: {authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', 'idempotency-key': randomUUID()},
      body: JSON.stringify({personId}),
    });
    return response.writeHead(answer.status, {'content-type': 'application/json', 'cache-control': 'no-store'}).end(await answer.text());
  }
  if (pathname !== '/') return response.writeHead(404).end();
  const nonce = randomBytes(16).toString('base64');
  const locale = searchParams.get('lang') ?? request.headers['accept-language']?.split(/[,;]/)[0] ?? 'en';
  const page = await drawPage({draw: firstPaint, locale, theme: 'auto', nonce, script: `${api}/cdn/v1/portico.js`, apiUrl: api});
  return response.writeHead(200, {'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(nonce, api)}).end(page);
}).listen(Number(PORT), () => console.log(`http://localhost:${PORT}/`));
