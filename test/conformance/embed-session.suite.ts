import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function embedSessionSuite(backend: () => Backend): void {
  it('mints a session for a person at a partner, with seconds to live', async () => {
    const {key, partnerOrgId, partnerPersonId} = await backend().newStage();
    const session = await key.embedSessions.create({personId: partnerPersonId, partnerOrgId});
    assert.ok(session.token.length > 20);
    assert.ok(session.expiresInS > 0 && session.expiresInS <= 900);
  });

  it('mints none for somebody who is not there', async () => {
    const {key} = await backend().newStage();
    await refuses('person_not_found', key.embedSessions.create({personId: '0190a000-0000-7000-8000-000000000000'}));
  });
}
