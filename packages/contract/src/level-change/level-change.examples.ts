import type {LevelChange} from './level-change.schema.ts';

/** A promotion that waits for approval. */
export const levelChangeExamples = {
  proposed: {
    id: '0193a0c0-0000-7000-8000-000000003501',
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'},
    kind: 'promotion',
    status: 'proposed',
    fromLevelId: '0193a0c0-0000-7000-8000-000000000012',
    toLevelId: '0193a0c0-0000-7000-8000-000000000011',
    effectiveFrom: null,
    graceUntil: null,
    comment: null,
    decidedAt: null,
    effectiveAt: null,
    version: 1,
    createdAt: '2026-11-21T22:00:00.000Z',
    updatedAt: '2026-11-21T22:00:00.000Z',
  },
} satisfies Record<string, LevelChange>;
