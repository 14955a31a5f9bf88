import {ApiError, type Client} from '@portico/client';
import type {Asset} from '@portico/contract';
import {assetTransitions, type AssetEvent, type AssetStatus} from '@portico/contract/asset-transitions';
import {act} from '../base/mutation.ts';
import {OwnVersions} from '../base/own-versions.ts';
import {Turns} from '../base/turns.ts';
import type {Acting, Refusal} from './collateral-desk.acting.ts';
import {CollateralDeskActionDoneEvent} from './act.events.ts';
import type {StatusAct} from './collateral-desk.actions.ts';
import {explainProblem} from './collateral-desk.words.ts';

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

/** What is under way, and the versions that acts have led to, by client. */
const queues = new WeakMap<Client, {readonly turns: Turns; readonly versions: OwnVersions}>();

/**
 * Sends an act after what is under way for its piece, on the version that one's own acts have led to meanwhile: what others changed is met as ever.
 *
 * @returns The piece afterwards.
 */
function sendInTurn(client: Client, action: StatusAct, asset: Asset, reason: string): Promise<Asset> {
  const {turns, versions} = queues.get(client) ?? {turns: new Turns(), versions: new OwnVersions()};
  queues.set(client, {turns, versions});
  const {id} = asset;
  return turns.take(id, async () => {
    const version = versions.latest(id, asset.version);
    const answer = await sends[action](client, {...asset, version}, reason);
    versions.note(id, version, answer.version);
    return answer;
  });
}

/** How it looks when an act has taken effect: a guess until the server has answered. */
function showAct(act: StatusAct, asset: Asset, reason: string | undefined, now: string): Asset {
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

/** Shows an act, sends it, and takes it back with a reason when it fails. @returns Why it did not take effect. */
export async function carryOut(acting: Acting, action: StatusAct, asset: Asset, reason: string): Promise<Refusal | undefined> {
  const {host, client, list, text} = acting;
  const shown = showAct(action, list.items.find(({id}) => id === asset.id) ?? asset, reason, new Date(host.portal?.now() ?? 0).toISOString());
  let refusal: Refusal | undefined;
  const answer = await act<Asset>(host, {
    show: () => show(acting, asset, shown),
    send: () => sendInTurn(client, action, asset, reason),
    explain: error => {
      // No words yet: a page that cancels the error event says them itself.
      refusal = {code: error instanceof ApiError ? error.code : 'script', sentence: ''};
      return explainProblem(error, text);
    },
    tell: sentence => {
      if (refusal) refusal = {...refusal, sentence};
    },
  });
  if (answer) host.dispatchEvent(new CollateralDeskActionDoneEvent(action, answer));
  else await readAgain(acting, asset.id);
  return refusal;
}

/** The same for several, one after another; says what was left as it was. */
export async function carryOutAll(acting: Acting, action: StatusAct, assets: readonly Asset[], reason: string): Promise<void> {
  const {host, list, text} = acting;
  const refusals: Refusal[] = [];
  for (const asset of assets) {
    const refusal = await carryOut(acting, action, asset, reason);
    if (refusal) refusals.push(refusal);
  }
  list.settle();
  const [first] = refusals;
  if (first?.sentence) host.portal?.notify({tone: 'danger', text: assets.length === 1 ? first.sentence : text.term('notDone', refusals.length, first.sentence)});
  else if (!first && assets.length > 1) host.portal?.notify({tone: 'success', text: text.term('doneTo', assets.length)});
}

/** Shows it as it will be, on the list and beside it. */
function show({list, detail, noteOwn}: Acting, asset: Asset, shown: Asset) {
  const end = list.begin(asset.id, () => shown);
  const isOpen = () => detail.value?.id === asset.id;
  const before = isOpen() ? detail.value : asset;
  if (isOpen()) detail.value = shown;
  return (answer?: Asset) => {
    if (answer) noteOwn(answer);
    end(answer);
    if (isOpen()) detail.value = answer ?? before;
  };
}

/** What was refused was most likely refused because it has changed. */
async function readAgain({client, list, detail}: Acting, id: string): Promise<void> {
  try {
    const asset = await client.assets.get({id});
    list.take(asset);
    if (detail.value?.id === id) detail.value = asset;
  } catch {
    // The feed or the next reading brings it.
  }
}
