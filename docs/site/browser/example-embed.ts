import type {MockBackend} from '@portico/mocks';

const embedPath = /^(\/v1\/embed\/collateral\/)[^/]+/;
const tokens = new WeakMap<MockBackend, Promise<string>>();

/**
 * Answers what `<portico-collateral>` asks: whatever token it has stands for an embed of the material that the pretend partner may show in public.
 *
 * @returns `undefined` for other requests.
 */
export async function answerEmbed(backend: MockBackend, address: URL, init: RequestInit | undefined): Promise<Response | undefined> {
  if (!embedPath.test(address.pathname)) return undefined;
  let token = tokens.get(backend);
  if (!token) tokens.set(backend, (token = makeEmbed(backend, address.origin)));
  return backend.fetch(new URL(address.pathname.replace(embedPath, `$1${await token}`), address), init);
}

async function makeEmbed({fetch, fetchSessionAs}: MockBackend, origin: string): Promise<string> {
  const {token} = await fetchSessionAs('partner')();
  const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()};
  const read = await fetch(`${origin}/v1/assets?limit=100`, {headers});
  const {items} = (await read.json()) as {items: readonly {id: string; reach: {embed: boolean}}[]};
  const assetIds = items.filter(({reach}) => reach.embed).slice(0, 6).map(({id}) => id);
  const made = await fetch(`${origin}/v1/collateral-embeds`, {method: 'POST', headers, body: JSON.stringify({name: 'Home page', assetIds, enquiries: true})});
  return ((await made.json()) as {token: string}).token;
}
