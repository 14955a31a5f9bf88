import {announce, changeVersion, moveAsset, saveAsset, type AssetCase} from './asset-case.ts';
import {expiresAt, isPast, versionSteps} from './asset-clock.rules.ts';

/** Does what is due for an asset: versions start and run out, and then it does itself. Doing it twice does nothing twice. */
export async function passAssetDeadline(held: AssetCase): Promise<void> {
  const {now} = held;
  // Before the versions change: an asset whose last version has run out has none any more that says so.
  const end = expiresAt(held.asset, held.versions);
  const steps = versionSteps(held.versions, now);
  for (const {id, to} of steps) await changeVersion(held, id, {status: to});
  const isNews = steps.some(({to}) => to === 'current');
  if (held.asset.status === 'published' && end !== null && isPast(end, now)) return moveAsset(held, 'expire');
  await saveAsset(held, isNews && held.asset.status === 'published' ? {news_at: now} : {});
  if (steps.length > 0) await announce(held, isNews ? 'version_starts' : 'version_ends');
}
