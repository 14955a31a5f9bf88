import type {Client} from '@portico/client';
import type {Asset} from '@portico/contract';
import {assetTransitions, type AssetEvent, type AssetStatus} from '@portico/contract/asset-transitions';
import type {StatusAct} from './collateral-desk.model.ts';

type Send = (client: Client, asset: Asset, reason: string) => Promise<Asset>;

const of = ({id, version}: Asset) => ({id, version});
const sends: Readonly<Record<StatusAct, Send>> = {
  submit: (client, asset) => client.assets.submit(of(asset)),
  approve: (client, asset) => client.assets.approve(of(asset)),
  request_changes: (client, asset, comment) => client.assets.requestChanges({...of(asset), comment}),
  publish: (client, asset) => client.assets.publish(of(asset)),
  archive: (client, asset) => client.assets.archive(of(asset)),
  recall: (client, asset, reason) => client.assets.recall({...of(asset), reason}),
};

/** What is under way, by client and piece, and the versions that acts have led to. */
const queues = new WeakMap<Client, {readonly turns: Map<string, Promise<unknown>>; readonly steps: Map<string, number>}>();

/**
 * Sends an act after what is under way for its piece, on the version that one's own acts have led to meanwhile: what others changed is met as ever.
 *
 * @returns The piece afterwards.
 */
export function sendInTurn(client: Client, action: StatusAct, asset: Asset, reason: string): Promise<Asset> {
  const {turns, steps} = queues.get(client) ?? {turns: new Map<string, Promise<unknown>>(), steps: new Map<string, number>()};
  queues.set(client, {turns, steps});
  const {id} = asset;
  const turn = (turns.get(id) ?? Promise.resolve()).then(async () => {
    let {version} = asset;
    for (let next = steps.get(`${id} ${version}`); next !== undefined; next = steps.get(`${id} ${version}`)) version = next;
    const answer = await sends[action](client, {...asset, version}, reason);
    if (answer.version > version) steps.set(`${id} ${version}`, answer.version);
    return answer;
  });
  const settled = turn.catch(() => undefined).then(() => {
    if (turns.get(id) === settled) turns.delete(id);
  });
  turns.set(id, settled);
  return turn;
}

/** How it looks when an act has taken effect: a guess until the server has answered. */
export function showAct(act: StatusAct, asset: Asset, reason: string | undefined, now: string): Asset {
  const status = assetTransitions[act].to;
  const can = (Object.keys(assetTransitions) as AssetEvent[]).filter(event => assetTransitions[event].by === 'vendor' && (assetTransitions[event].from as readonly AssetStatus[]).includes(status)) as Asset['actions'];
  return {
    ...asset,
    status,
    actions: can,
    changesWanted: act === 'request_changes' ? (reason ?? null) : act === 'submit' ? null : asset.changesWanted,
    recall: act === 'recall' ? {reason: reason ?? '', at: now} : asset.recall,
    ...(act === 'recall' && {current: [], languages: [], preview: null}),
    ...(act === 'publish' && {publishedAt: asset.publishedAt ?? now, newsAt: now}),
  };
}
