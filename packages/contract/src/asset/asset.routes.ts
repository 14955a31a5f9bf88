import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';
import {Entitlement} from './asset-access.schema.ts';
import {Asset, AssetCounts, AssetFields, AssetStatus, AssetType} from './asset.schema.ts';

const someOf = z.array(text(120)).max(50).optional();
const assetFilter = {
  /** Words, or beginnings of words, of title, summary, tags, products, transcript and the like. In Chinese: any part of it. */
  q: text(200, 0).optional(),
  /** One of these; so too below. */
  type: z.array(AssetType).max(11).optional(),
  product: someOf,
  industry: someOf,
  salesStage: someOf,
  persona: someOf,
  language: z.array(Locale).max(50).optional(),
  tag: someOf,
  /** In this folder itself, not in those below. */
  folderId: z.array(Id).max(100).optional(),
  /** Partners get `published` unless they ask for others, of which they see those that they hold copies of, and what was replaced among what is for them. Vendor staff get all. */
  status: z.array(AssetStatus).max(9).optional(),
  access: z.enum(['granted', 'locked']).optional(),
  favourites: z.boolean().optional(),
  /** Something was published since the reader's last visit. */
  new: z.boolean().optional(),
  /** Runs out within so many days. */
  expiringWithinDays: z.int().min(1).max(730).optional(),
  /** The reader's organisation holds a copy that is out of date. */
  stale: z.boolean().optional(),
};
const act = {id: Id, version: Version};
const found = ['asset_not_found'] as const;
const moved = ['asset_not_found', 'asset_status_conflict'] as const;
const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;

export const assetRoutes = defineRoutes({
  /** Lists material: for a partner what it may have, and what is locked for it where the vendor shows that. */
  list: {
    method: 'GET',
    path: '/assets',
    input: z.object({
      ...pageInput,
      ...assetFilter,
      /** `relevance` of what was searched for (like `newest` without words, and among more than 1,000 finds); `title` by the alphabet; `expiring`: what runs out first. */
      sort: z.enum(['relevance', 'newest', 'title', 'expiring']).default('newest'),
    }),
    response: pageOf(Asset),
    callers: everybody,
  },
  /** Counts material under the same filters, as a whole and by facet. */
  counts: {method: 'GET', path: '/assets/counts', input: z.object(assetFilter), response: AssetCounts, callers: everybody},
  /** One asset. A recalled one is still told to those who hold a copy; one that was replaced also to those whom it is for, with `replacedBy`. */
  get: {method: 'GET', path: '/assets/{id}', input: z.object({id: Id}), response: Asset, callers: everybody, problems: found},
  /** Starts a draft. */
  create: {
    method: 'POST',
    path: '/assets',
    input: z.object({...AssetFields.shape, ownerId: Id.optional()}),
    response: Asset,
    status: 201,
    callers: staff,
    problems: ['asset_folder_not_found', 'person_not_found'],
  },
  /** Changes what is said about it; what is left out stays. What was approved or sent back becomes a draft again. */
  update: {
    method: 'PATCH',
    path: '/assets/{id}',
    input: z.object({...changesOf(AssetFields).shape, entitlement: changesOf(Entitlement).optional(), ownerId: Id.nullable().optional(), ...act}),
    response: Asset,
    callers: staff,
    problems: [...moved, 'asset_folder_not_found', 'person_not_found'],
  },
  /** Hands a draft to whoever approves it. */
  submit: {method: 'POST', path: '/assets/{id}/submit', input: z.object(act), response: Asset, callers: staff, problems: moved},
  /** Sends it back. */
  requestChanges: {method: 'POST', path: '/assets/{id}/request-changes', input: z.object({...act, comment: text(2000)}), response: Asset, callers: staff, problems: moved},
  /** Approves it; from then on it can be published. */
  approve: {method: 'POST', path: '/assets/{id}/approve', input: z.object(act), response: Asset, callers: staff, problems: moved},
  /** Shows it to partners. Needs a published version, or for a `link` its address. */
  publish: {method: 'POST', path: '/assets/{id}/publish', input: z.object(act), response: Asset, callers: staff, problems: [...moved, 'asset_empty']},
  /** Names the published asset that takes its place: whoever opens this one is led there. */
  supersede: {method: 'POST', path: '/assets/{id}/supersede', input: z.object({...act, replacedById: Id}), response: Asset, callers: staff, problems: moved},
  /** Puts it away. */
  archive: {method: 'POST', path: '/assets/{id}/archive', input: z.object(act), response: Asset, callers: staff, problems: moved},
  /** Takes it and all of its versions back, for good, and tells everybody who holds a copy. */
  recall: {method: 'POST', path: '/assets/{id}/recall', input: z.object({...act, reason: text(1000)}), response: Asset, callers: staff, problems: moved},
  /** Marks it as a favourite of the person who asks. */
  favourite: {method: 'POST', path: '/assets/{id}/favourite', input: z.object({id: Id}), response: Asset, callers: ['vendor', 'partner'], problems: found},
  /** Takes that mark away. */
  unfavourite: {method: 'DELETE', path: '/assets/{id}/favourite', input: z.object({id: Id}), response: Asset, callers: ['vendor', 'partner'], problems: found},
  /** Says that the person has seen what is new: from now on only what comes after is. */
  visited: {method: 'POST', path: '/assets/visited', input: z.object({}), response: z.object({visitedAt: Instant}), callers: ['vendor', 'partner']},
});
