import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {findSeen, listAssetEvents, reportAssetEvents} from './asset-event.queries.ts';
import {recordAssetEvents} from '../asset-flow/record-asset-event.ts';

const dayMs = 86_400_000;

export const assetEventHandlers: Handlers<Api['assetEvents']> = {
  list: ({input, scope}) => listAssetEvents(scope, input),

  report: ({input, scope}) => reportAssetEvents(scope, input),

  create: async ({input: {views}, scope}) => {
    const seen = await findSeen(scope, [...new Set(views.map(({assetId}) => assetId))]);
    const now = scope.context.now();
    const isRecent = (at: string) => Date.parse(at) <= now && Date.parse(at) > now - dayMs;
    const events = views.flatMap(({assetId, versionId, at, campaign}) => {
      if (!seen.assets.has(assetId)) return [];
      const isOfAsset = versionId !== null && seen.versions.get(versionId) === assetId;
      return [{kind: 'view' as const, assetId, versionId: isOfAsset ? versionId : null, campaign, ...(at !== undefined && isRecent(at) ? {at} : {})}];
    });
    await recordAssetEvents(scope, events);
    return {recorded: events.length};
  },
};
