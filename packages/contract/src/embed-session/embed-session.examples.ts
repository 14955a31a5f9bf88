import type {EmbedSession} from './embed-session.schema.ts';

/** A session for the lead inbox; the token is shortened. */
export const embedSessionExamples = {
  inbox: {
    id: '0193a0c0-0000-7000-8000-000000000801',
    token: 'eyJhbGciOiJFUzI1NiIsInR5cCI6InBvcnRpY28tZW1iZWQrand0In0.eyJzdWIiOiIwMTkzYTBjMCJ9.c2lnbmF0dXJl',
    expiresAt: '2026-11-21T09:10:00.000Z',
    expiresInS: 600,
    components: ['lead-inbox'],
    draftSecret: 'c2VhbHMtZHJhZnRzLW9mLXRoaXMtcGVyc29u',
    locale: 'fi',
  },
} satisfies Record<string, EmbedSession>;
