import {Entitlement, type AssetVersionStatus, type FilePreview, type StoredFile} from '@portico/contract';
import {partnerOrgExamples, personExamples} from '@portico/contract/examples';
import {addVersion, emptyLibrary, type AssetRow, type Library, type VersionRow} from './library.ts';
import {idAt} from './random.ts';
import {addCobrands} from './seed-cobrand.ts';
import {addReach} from './seed-reach.ts';
import {sampleAssets, sampleFolders, type SampleAsset} from './sample-assets.ts';

const dayMs = 86_400_000;
const mostAssets = 3000;
const types: Readonly<Record<string, StoredFile['mediaType']>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * The library that a backend starts with: the story, and from there on its repetition.
 *
 * @param size - How many leads the backend has, which says how much of everything there is.
 */
export function seedLibrary(size: number, startMs: number): Library {
  const library = emptyLibrary();
  const count = size === 0 ? 0 : size === 1 ? 1 : size <= 100 ? sampleAssets.length : Math.min(size, mostAssets);
  const before = (days: number) => new Date(startMs - days * dayMs).toISOString();
  for (const [index, name] of sampleFolders.entries()) if (count > 0) library.folders.set({id: idAt('assetFolder', index), name, parentId: index === 0 ? null : idAt('assetFolder', 0), version: 1, createdAt: before(90), updatedAt: before(90)});
  for (let index = 0; index < count; index++) {
    const sample = sampleAssets[index % sampleAssets.length];
    if (sample) addAsset(library, index, sample, before);
  }
  if (count > 1) {
    addReaders(library, before);
    addCobrands(library, before);
    addReach(library, before);
  }
  return library;
}

function addAsset(library: Library, index: number, sample: SampleAsset, before: (days: number) => string): void {
  const {title, summary, type, products, tags, folder, entitlement = {}, status = 'published', confidential = false, delivery = 'portal', watermark = false, endsInDays} = sample;
  const round = Math.floor(index / sampleAssets.length);
  const id = idAt('asset', index);
  const wasPublished = !['draft', 'in_review', 'approved'].includes(status);
  const publishedAt = wasPublished ? before(60 - (index % 50)) : null;
  const until = endsInDays === undefined ? (status === 'expired' ? before(80) : null) : before(-endsInDays);
  const asset: AssetRow = {
    id, summary, type, status, delivery, watermark, shareable: false, publishedAt,
    title: round === 0 ? title : `${title} ${round + 1}`,
    products: [...products],
    industries: ['Paper', 'Food', 'Mining'].slice(index % 3),
    salesStages: index % 2 === 0 ? ['discovery'] : ['proposal'],
    personas: index % 2 === 0 ? ['plant manager'] : ['buyer'],
    tags: [...tags],
    folderId: idAt('assetFolder', folder),
    classification: confidential ? 'confidential' : delivery === 'open' ? 'public' : 'partner',
    entitlement: Entitlement.parse({...entitlement, until}),
    altText: type === 'image' ? summary : null,
    transcript: type === 'video' ? 'Welcome to our plant in Oulu. Every camera is tested here for three days.' : null,
    linkUrl: type === 'link' ? 'https://configurator.aurora.example/' : null,
    owner: {id: personExamples.priya.id, name: personExamples.priya.name},
    recall: status === 'recalled' ? {reason: 'The torque on page 3 is wrong.', at: before(2)} : null,
    replacedById: status === 'superseded' ? idAt('asset', 6) : null,
    newsAt: publishedAt,
    changesWanted: null,
    version: 3,
    createdAt: before(62),
    updatedAt: publishedAt ?? before(1),
  };
  library.assets.set(asset);
  addVersions(library, index, sample, asset, before);
}

function addVersions(library: Library, index: number, {languages, replaced = 0, file}: SampleAsset, asset: AssetRow, before: (days: number) => string): void {
  const statuses: [string, AssetVersionStatus][] = [];
  for (let old = 0; old < replaced; old++) statuses.push([languages[0] ?? 'en', 'superseded']);
  for (const language of languages) statuses.push([language, asset.status === 'recalled' ? 'recalled' : 'current']);
  for (const [place, [language, status]] of statuses.entries()) {
    const number = place + 1;
    const storedFile = fileOf(index * 10 + place, language === languages[0] ? file : file.replace('.', `-${language}.`), asset, before(61 - place));
    library.files.set(storedFile);
    const publishedAt = before(60 - (index % 50) - place / 10);
    const version: VersionRow = {
      id: idAt('assetVersion', index * 10 + place), assetId: asset.id, number, language, storedFileId: storedFile.id, status, publishedAt,
      changeNote: place > 0 && place <= replaced ? 'New figures on the second page.' : null, validFrom: null, validUntil: null, recallReason: asset.recall?.reason ?? null, version: 2, createdAt: publishedAt, updatedAt: publishedAt,
    };
    addVersion(library, version);
  }
}

function fileOf(number: number, fileName: string, {title, type}: AssetRow, createdAt: string): StoredFile {
  const id = idAt('storedFile', number);
  const isSheet = !['video', 'image', 'logo'].includes(type);
  const [width, height] = isSheet ? [595, 842] : [1600, 900];
  return {
    id, fileName, width, height, createdAt,
    mediaType: types[fileName.split('.').at(-1) ?? ''] ?? 'application/pdf',
    sizeBytes: 120_000 + (number % 40) * 17_000,
    receivedBytes: 120_000 + (number % 40) * 17_000,
    status: 'ready',
    problem: null,
    sha256: number.toString(16).padStart(64, '0'),
    pages: isSheet ? 2 + (number % 11) : null,
    previews: [previewOf(title, width, height)],
    uploadUrl: null,
    downloadUrl: `https://files.mock.example/files/${id}`,
    partnerOrg: null,
  };
}

/** A picture that needs no network: a page with the title on it. */
function previewOf(title: string, width: number, height: number): FilePreview {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#e8eef7"/><rect x="8%" y="8%" width="84%" height="30%" fill="#0b5fff"/><text x="8%" y="50%" font-family="sans-serif" font-size="${Math.round(width / 22)}" fill="#1b2733">${text}</text></svg>`;
  return {page: 1, width: Math.round(width / 2), height: Math.round(height / 2), url: `data:image/svg+xml,${encodeURIComponent(picture)}`};
}

/** Aino at Lumen has a favourite, came fifty days ago, and has copies: one that was replaced since, one that was recalled. */
function addReaders(library: Library, before: (days: number) => string): void {
  const {aino, jonas} = personExamples;
  // Copies on paper: less in stock than one may order.
  library.prints.set(idAt('asset', 0), {assetId: idAt('asset', 0), isOffered: true, inStock: 120, perOrder: 200, perLevel: [], periodDays: 90, version: 2});
  library.favourites.add(`${aino.id} ${idAt('asset', 0)}`);
  library.visits.set(aino.id, before(50));
  const copies = [
    [aino.id, partnerOrgExamples.lumen.id, 0, 0, 50],
    [aino.id, partnerOrgExamples.lumen.id, 18, 0, 20],
    [aino.id, partnerOrgExamples.lumen.id, 13, 0, 9],
    [jonas.id, partnerOrgExamples.bergmann.id, 0, 1, 40],
  ] as const;
  for (const [index, [personId, partnerOrgId, asset, version, days]] of copies.entries()) {
    library.holdings.set({id: idAt('assetHolding', index), assetId: idAt('asset', asset), versionId: idAt('assetVersion', asset * 10 + version), partnerOrgId, personId, downloads: 1 + (index % 2), downloadedAt: before(days)});
  }
}
