import type {AssetVersion} from '@portico/contract';

/** A fact of a version that two of them can differ in. */
export type VersionFact = 'file' | 'size' | 'pages' | 'note' | 'valid' | 'language';

/** What two versions differ in, as far as a person would say so; `content` of the file apart, which says nothing by itself. */
export function differences(a: AssetVersion, b: AssetVersion): VersionFact[] {
  const facts: readonly [VersionFact, (version: AssetVersion) => unknown][] = [
    ['language', ({language}) => language],
    ['file', ({storedFile}) => storedFile.fileName],
    ['size', ({storedFile}) => storedFile.sizeBytes],
    ['pages', ({storedFile}) => storedFile.pages],
    ['note', ({changeNote}) => changeNote],
    ['valid', ({validFrom, validUntil}) => `${validFrom} ${validUntil}`],
  ];
  return facts.filter(([, read]) => read(a) !== read(b)).map(([fact]) => fact);
}

/** Whether both have the very same bytes. */
export function isSameFile(a: AssetVersion, b: AssetVersion): boolean {
  return a.storedFile.sha256 !== null && a.storedFile.sha256 === b.storedFile.sha256;
}

/** Two versions to begin with: the one in force of the first language that has two, and the one before it; else the latest two. */
export function pairOf(versions: readonly AssetVersion[]): readonly [older: AssetVersion, newer: AssetVersion] | undefined {
  for (const newer of versions) {
    const older = versions.find(({language, number}) => language === newer.language && number < newer.number);
    if (older) return [older, newer];
  }
  const [newer, older] = versions;
  return newer && older ? [older, newer] : undefined;
}

/** The pictures of a page, the largest first; a version may have fewer pages than the other. */
export function pictureOf({storedFile}: AssetVersion, page: number) {
  return storedFile.previews.filter(preview => preview.page === page).toSorted((a, b) => b.width - a.width)[0];
}

/** As many pages as the longer of both has pictures of. */
export function pagesOf(versions: readonly AssetVersion[]): number {
  return Math.max(1, ...versions.flatMap(({storedFile}) => storedFile.previews.map(({page}) => page)));
}
