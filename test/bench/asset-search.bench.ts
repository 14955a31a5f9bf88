/**
 * Searching a library of 100,000 assets in six languages on a real PostgreSQL, through the whole server, as a partner who may have most of it: prints how long answers take,
 * and fails when the 95th percentile of searches, or of counts, is 100 ms or more.
 */
import {setTimeout as sleep} from 'node:timers/promises';
import type {Api, Entitlement, RouteInput} from '@portico/contract';
import pg from 'pg';
import {createApp} from '../../packages/server/src/app.ts';
import {assetSearchWords} from '../../packages/server/src/asset/asset-search.rules.ts';
import {requirementsOf} from '../../packages/server/src/asset/entitlement.rules.ts';
import {defaultConfig} from '../../packages/server/src/config.ts';
import {systemContext, type Log} from '../../packages/server/src/context.ts';
import {migrate} from '../../packages/server/src/database/migrate.ts';
import {PostgresDatabase} from '../../packages/server/src/database/postgres.ts';
import {testClient} from '../../packages/server/src/testing/test-client.ts';
import {readMigrations} from '../../packages/server/src/testing/test-database.ts';
import {TestTenant} from '../../packages/server/src/testing/test-tenant.ts';
import {withPostgres} from '../postgres/with-postgres.ts';

const assets = Number(process.env['BENCH_ASSETS'] ?? 100_000);
const searches = 300;
const goalMs = 100;

const quiet: Log = {debug: () => {}, info: () => {}, warn: (details, message) => console.error(message, details), error: (details, message) => console.error(message, details)};
const unlimited = {requests: 1_000_000, windowS: 60};

/** Words of each language; the first of each is in a quarter of its titles. */
const words: Readonly<Record<string, readonly string[]>> = {
  en: ['camera', 'datasheet', 'gripper', 'conveyor', 'installation', 'warranty', 'safety', 'dryer', 'robot', 'vision'],
  de: ['Anlage', 'Datenblatt', 'Greifer', 'Förderband', 'Großanlage', 'Gewährleistung', 'Prüfmaß', 'Trockner', 'Roboter', 'Schulung'],
  fi: ['kamera', 'tuotetiedot', 'tarttuja', 'kuljetin', 'käyttöönotto', 'takuu', 'hälytys', 'kuivuri', 'robotti', 'opas'],
  vi: ['camera', 'tài liệu', 'tay kẹp', 'băng tải', 'lắp đặt', 'bảo hành', 'đèn báo động', 'máy sấy', 'rô bốt', 'giám sát'],
  ar: ['الكاميرا', 'دليل', 'القابض', 'الناقل', 'التركيب', 'الضمان', 'السلامة', 'المجفف', 'الروبوت', 'الرؤية'],
  'zh-Hans': ['相机', '产品手册', '抓手', '输送带', '安装', '质保', '安全', '烘干机', '机器人', '视觉'],
};
const languages = Object.keys(words);
const products = ['Aurora Vision', 'Aurora Edge', 'Aurora Care', 'Aurora Grip', 'Aurora Belt'];
const open: Entitlement = {minLevelId: null, groups: [], partnerTypes: [], territories: [], certifications: [], products: false, termsVersion: null, from: null, until: null, whenDenied: 'hidden'};
const entitlements: readonly Entitlement[] = [open, open, open, {...open, territories: [{country: 'FI', region: null}]}, {...open, certifications: ['pro'], whenDenied: 'locked'}, {...open, groups: ['others']}, {...open, products: true}];

function assetAt(n: number) {
  const language = languages[n % languages.length] ?? 'en';
  const of = words[language] ?? [];
  const word = (place: number) => of[(n * 31 + place * 7) % of.length] ?? '';
  const title = `${n % 4 === 0 ? of[0] : word(1)} ${word(2)} ${n % 997}`;
  const summary = `${word(3)} ${word(4)} ${word(5)} model${n}`;
  const facts = {title, summary, type: 'datasheet' as const, products: [products[n % 5] ?? ''], industries: [`Industry ${n % 20}`], salesStages: [`stage ${n % 4}`], personas: [`persona ${n % 6}`], tags: [`tag ${n % 500}`, `tag ${n % 7}`], folderId: null};
  const entitlement = entitlements[n % entitlements.length] ?? open;
  const searchWords = assetSearchWords({...facts, altText: null, transcript: null, languages: [language], fileNames: [`file-${n}.pdf`]});
  return {n, language, ...facts, entitlement, ...requirementsOf({entitlement, products: facts.products}), search_words: searchWords};
}

async function fill(client: pg.Client, {tenantId, programId}: TestTenant): Promise<void> {
  const started = performance.now();
  // Checks of references wait for nobody here; counts are kept all the same.
  await client.query('set search_path = portico; alter table asset enable always trigger tally_new; set session_replication_role = replica');
  for (let from = 0; from < assets; from += 2500) {
    const rows = Array.from({length: Math.min(2500, assets - from)}, (_, index) => assetAt(from + index));
    await client.query(
      `with made as (
        insert into asset (tenant_id, program_id, asset_id, title, summary, type, products, industries, sales_stages, personas, tags, classification, delivery, entitlement, needs_all, needs_group, needs_type, needs_territory, needs_product, shown_locked, status, published_at, news_at, languages, search_words, created_at, updated_at)
        select '${tenantId}', '${programId}', gen_random_uuid(), title, summary, type, products, industries, "salesStages", personas, tags, 'partner', 'portal', entitlement, needs_all, needs_group, needs_type, needs_territory, needs_product, shown_locked, 'published', at, at, array[language], search_words::tsvector, at, at
        from (select r.*, now() - make_interval(mins => r.n) as at from jsonb_to_recordset($1::jsonb) as r (n integer, language text, title text, summary text, type text, products text[], industries text[], "salesStages" text[], personas text[], tags text[], entitlement jsonb, needs_all text[], needs_group text[], needs_type text[], needs_territory text[], needs_product text[], shown_locked boolean, search_words text)) a
        returning asset_id, languages
      ), files as (
        insert into stored_file (tenant_id, stored_file_id, file_name, media_type, size_bytes, received_bytes, storage_key, status, sha256, created_at, updated_at)
        select '${tenantId}', asset_id, 'file.pdf', 'application/pdf', 1000, 1000, asset_id::text, 'ready', repeat('0', 64), now(), now() from made
      )
      insert into asset_version (tenant_id, asset_version_id, asset_id, number, language, stored_file_id, status, published_at, created_at, updated_at)
      select '${tenantId}', gen_random_uuid(), asset_id, 1, languages[1], asset_id, 'current', now(), now(), now() from made`,
      [JSON.stringify(rows)],
    );
  }
  await client.query('vacuum analyze asset, asset_version, stored_file, asset_tally, asset_audience');
  console.log(`${assets.toLocaleString('en')} assets in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

type Search = RouteInput<Api['assets']['list']>;

/** What people do: type a word, or its beginning, of their language, some with a facet; pick facets alone; look at what is new. */
function searchAt(index: number): Search {
  const language = languages[index % languages.length] ?? 'en';
  const of = words[language] ?? [];
  const word = (place: number) => of[(index * 3 + place) % of.length] ?? '';
  const n = (index * 7919) % assets;
  switch (index % 10) {
    case 0: return {q: `model${n}`, sort: 'relevance'};
    case 1: return {q: word(1), sort: 'relevance'};
    case 2: return {q: `${word(1)} ${word(2)}`, sort: 'relevance'};
    case 3: return {q: word(3).slice(0, 3), sort: 'relevance'};
    case 4: return {q: of[0] ?? '', sort: 'relevance', language: [language]};
    case 5: return {q: `${of[0] ?? ''} ${n % 997}`, sort: 'relevance'};
    case 6: return {tag: [`tag ${n % 500}`], product: [products[n % 5] ?? '']};
    case 7: return {q: `unheardof${n}`};
    case 8: return {sort: (['newest', 'title', 'expiring'] as const)[index % 3] ?? 'newest'};
    default: return {q: word(4), tag: [`tag ${n % 7}`], sort: 'newest'};
  }
}

/** What counts are asked for: the library as it opens, mostly; a few finds; values of facets that few or many have; a word that a quarter of a language has. */
function countAt(index: number): [kind: string, filter: Search] {
  const n = (index * 7919) % assets;
  switch (index % 6) {
    case 0: return ['of a rare word', {q: `model${n}`}];
    case 1: return ['of a rare tag', {tag: [`tag ${n % 500}`]}];
    case 2: return ['of a product', {product: [products[n % 5] ?? '']}];
    case 3: return ['of a common word', {q: words[languages[n % languages.length] ?? 'en']?.[1] ?? ''}];
    default: return ['of the whole library', {}];
  }
}

function print(what: string, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  console.log(`${times.length} ${what}: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms`);
  return at(0.95);
}

await withPostgres(async url => {
  const context = systemContext(quiet);
  const database = new PostgresDatabase({url, poolSize: 4, preparedStatements: true, log: quiet});
  await migrate(database, readMigrations(), context);
  const app = createApp({database, context, config: {...defaultConfig, quotas: {ip: unlimited, session: unlimited, key: unlimited, tenant: unlimited, visitor: unlimited, enquiry: unlimited}}});
  const send = (path: string, init?: RequestInit) => app.fetch(new Request(new URL(path, defaultConfig.publicUrl), init));
  const tenant = await TestTenant.create(database, context, send);
  const partnerOrgId = await tenant.newPartnerOrg({partnership: {territories: [{country: 'FI', region: null}], products: products.slice(0, 3)}});
  const partner = await tenant.partnerSession({partnerOrgId});
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await fill(client, tenant);
  const library = testClient(send, partner.token).assets;
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  for (let index = 0; index < 40; index++) await library.list(searchAt(index));
  await sleep(500);
  const byKind = new Map<number, number[]>();
  for (let index = 0; index < searches; index++) byKind.set(index % 10, [...(byKind.get(index % 10) ?? []), await timed(() => library.list(searchAt(index)))]);
  const p95 = print('searches', [...byKind.values()].flat());
  for (const [kind, times] of byKind) print(`like ${JSON.stringify(searchAt(kind))}`, times);
  const counted = new Map<string, number[]>();
  for (let index = 0; index < 60; index++) {
    const [kind, filter] = countAt(index);
    counted.set(kind, [...(counted.get(kind) ?? []), await timed(() => library.counts(filter))]);
  }
  for (const [kind, times] of counted) print(`counts ${kind}`, times);
  const countsP95 = print('counts by facet', [...counted.values()].flat());
  await client.end();
  await app.close();
  await database.close();
  if (p95 >= goalMs || countsP95 >= goalMs) {
    console.error(`Searches and counts have to be answered in less than ${goalMs} ms (95 of 100).`);
    process.exitCode = 1;
  }
});
