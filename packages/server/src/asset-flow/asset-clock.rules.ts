import type {AssetStatus, AssetVersionStatus} from '@portico/contract';

/** What of a version the clock goes by. */
export interface TimedVersion {
  readonly asset_version_id: string;
  readonly language: string;
  readonly status: AssetVersionStatus;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
}

/** What of an asset it goes by. */
export interface TimedAsset {
  readonly status: AssetStatus;
  readonly entitled_until: string | null;
}

/** When an asset runs out by itself: when its own time is over, or the last of its versions has run out; `null` when neither has an end. */
export function expiresAt({entitled_until}: TimedAsset, versions: readonly TimedVersion[]): string | null {
  const ends = versions.filter(isAlive).map(({valid_until}) => valid_until);
  const lastEnd = ends.length > 0 && !ends.includes(null) ? latest(ends as string[]) : null;
  return earliest([entitled_until, lastEnd]);
}

/** When something happens by itself next: a version starts or runs out, or the asset does. */
export function nextDueAt(asset: TimedAsset, versions: readonly TimedVersion[]): string | null {
  if (asset.status === 'recalled') return null;
  return earliest([
    asset.status === 'published' ? expiresAt(asset, versions) : null,
    ...versions.filter(({status}) => status === 'scheduled').map(({valid_from}) => valid_from),
    ...versions.filter(isAlive).map(({valid_until}) => valid_until),
  ]);
}

/** One thing that happens to a version. */
export interface VersionStep {
  readonly id: string;
  readonly to: 'current' | 'superseded' | 'expired';
}

/** What happens to versions up to now, in the order in which it does. Run again at the same moment, nothing does. */
export function versionSteps(versions: readonly TimedVersion[], now: string): VersionStep[] {
  const steps: VersionStep[] = [];
  const current = new Map(versions.filter(({status}) => status === 'current').map(version => [version.language, version]));
  const starting = versions.filter(({status, valid_from}) => status === 'scheduled' && (valid_from === null || isPast(valid_from, now))).toSorted((a, b) => timeOf(a.valid_from) - timeOf(b.valid_from));
  for (const version of starting) {
    const before = current.get(version.language);
    if (before) steps.push({id: before.asset_version_id, to: 'superseded'});
    current.set(version.language, version);
    steps.push({id: version.asset_version_id, to: 'current'});
  }
  for (const version of current.values()) if (version.valid_until !== null && isPast(version.valid_until, now)) steps.push({id: version.asset_version_id, to: 'expired'});
  return steps;
}

/** Whether an instant has come. */
export function isPast(instant: string, now: string): boolean {
  return Date.parse(instant) <= Date.parse(now);
}

function isAlive({status}: TimedVersion): boolean {
  return status === 'current' || status === 'scheduled';
}

function timeOf(instant: string | null): number {
  return instant === null ? -Infinity : Date.parse(instant);
}

function earliest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((least, each) => (each !== null && (least === null || Date.parse(each) < Date.parse(least)) ? each : least), null);
}

function latest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>((most, each) => (most === null || Date.parse(each) > Date.parse(most) ? each : most), null);
}
