import type {Api, AssetEventRecord, AssetReport} from '@portico/contract';
import {viewAsset} from './asset-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {orgRef} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {assetRef, isOwn, personRef, track} from './reach.ts';
import type {EventRow} from './reach-rows.ts';

type Filter = Omit<Parameters<MockHandlers<Api['assetEvents']>['list']>[0], 'limit' | 'cursor'>;

const dayMs = 86_400_000;
const latest = newestBy<AssetEventRecord>(({at}) => at);

function matching(scope: Scope, filter: Filter): EventRow[] {
  const {assetId, assetVersionId: versionId, partnerOrgId, personId, kind, campaign, shareLinkId, collateralEmbedId, since, until} = filter;
  const wanted = {assetId, versionId, partnerOrgId, personId, campaign, shareLinkId, collateralEmbedId};
  return scope.store.data.collateral.events.values().filter(event => {
    if (!isOwn(scope, event) || (kind && kind.length > 0 && !kind.includes(event.kind))) return false;
    if ((since !== undefined && Date.parse(event.at) < Date.parse(since)) || (until !== undefined && Date.parse(event.at) >= Date.parse(until))) return false;
    return Object.entries(wanted).every(([key, value]) => value === undefined || event[key as keyof typeof wanted] === value);
  });
}

function toRecord({store, viewer}: Scope, {assetId, partnerOrgId, personId, leadId, ...event}: EventRow): AssetEventRecord {
  const version = event.versionId === null ? undefined : store.data.collateral.versions.get(event.versionId);
  return {
    ...event,
    count: 1,
    asset: assetRef(store, assetId),
    number: version?.number ?? null,
    language: version?.language ?? null,
    partnerOrg: partnerOrgId === null ? null : orgRef(store, partnerOrgId),
    person: personRef(store, personId),
    leadId: viewer.side === 'vendor' ? leadId : null,
  };
}

export const assetEventMocks: MockHandlers<Api['assetEvents']> = {
  list(input, scope) {
    return pageOf(sortRows(matching(scope, input).map(event => toRecord(scope, event)), latest), latest, input, input);
  },
  report({by, timeZone, ...filter}, scope) {
    const {store} = scope;
    const dayOf = new Intl.DateTimeFormat('en-CA', {timeZone, dateStyle: 'short'});
    const keys = {asset: (event: EventRow) => event.assetId, version: (event: EventRow) => event.versionId, partner_org: (event: EventRow) => event.partnerOrgId, person: (event: EventRow) => event.personId, campaign: (event: EventRow) => event.campaign, day: (event: EventRow) => dayOf.format(Date.parse(event.at))};
    const nameOf = (key: string | null): string | null => {
      if (key === null) return null;
      if (by === 'asset') return assetRef(store, key).title;
      if (by === 'version') return assetRef(store, store.data.collateral.versions.get(key)?.assetId ?? '').title;
      return by === 'partner_org' ? orgRef(store, key).name : by === 'person' ? (personRef(store, key)?.name ?? null) : null;
    };
    const rows: AssetReport['rows'] = [...Map.groupBy(matching(scope, filter), keys[by])].map(([key, events]) => {
      const counts: AssetReport['rows'][number]['counts'] = {};
      for (const {kind} of events) counts[kind] = (counts[kind] ?? 0) + 1;
      const version = by === 'version' && key !== null ? store.data.collateral.versions.get(key) : undefined;
      return {key, name: nameOf(key), version: version ? {assetId: version.assetId, number: version.number, language: version.language} : null, counts, total: events.length};
    });
    const sorted = rows.sort((a, b) => (by === 'day' ? 0 : b.total - a.total) || (String(a.key) < String(b.key) === (by !== 'day') ? -1 : 1));
    return {by, rows: sorted.slice(0, 400), isCut: sorted.length > 400};
  },
  create({views}, scope) {
    const {store} = scope;
    const {assets, versions} = store.data.collateral;
    const now = store.clock.now();
    const seen = views.filter(({assetId}) => {
      const asset = assets.get(assetId);
      return asset && viewAsset(scope, asset);
    });
    for (const {assetId, versionId, at, campaign} of seen) {
      const isRecent = at !== undefined && Date.parse(at) <= now && Date.parse(at) > now - dayMs;
      track(scope, {kind: 'view', assetId, campaign, versionId: versionId !== null && versions.get(versionId)?.assetId === assetId ? versionId : null, ...(isRecent ? {at: new Date(at).toISOString()} : {})});
    }
    return {recorded: seen.length};
  },
};
