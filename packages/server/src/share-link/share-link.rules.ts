import type {ProblemCode, ShareLinkStatus} from '@portico/contract';

/** Days that a link serves unless said, and at most. */
export const shareLinkDays = {usual: 14, most: 366};

/** What a visitor is told of a link that does not serve, with status 410. */
export const problemOfStatus = {
  used: 'share_link_used',
  expired: 'share_link_expired',
  revoked: 'share_link_revoked',
  recalled: 'asset_recalled',
  replaced: 'share_link_replaced',
  withdrawn: 'share_link_revoked',
} as const satisfies Record<Exclude<ShareLinkStatus, 'active'>, ProblemCode>;
