import type {Receipt} from './receipt.schema.ts';

/** A receipt that can be checked; signed with the key of the first test of RFC 8032, which everybody knows. */
export const receiptExamples = {
  first: {
    id: '0193a0c0-0000-7000-8000-000000000e01',
    statement: {
      type: 'portico-receipt/1',
      programId: '0193a0c0-0000-7000-8000-000000000001',
      sequence: 118,
      dealRegistrationId: '0193a0c0-0000-7000-8000-000000000902',
      number: 'DR-000042',
      partnerOrgId: '0193a0c0-0000-7000-8000-000000000101',
      submittedAt: '2026-11-20T08:42:03.117Z',
      standing: 'first',
      contentHash: 'abe9a1868505d0e4745f88bfa8c2ab652ee4ea25017846a034128837c26005bd',
      previousHash: '4769c34a40473a3aab84ea88d5df7434a782b67281079711d2b04d76de4cb71e',
      keyId: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    },
    content: {name: 'Cameras for drying line 3', customer: {name: 'Tampere Paper Works Oy', country: 'FI'}},
    signature: '4BOqt0diOeOT0cEK6RGGLex_Y_wxm6GdNtBSw9bayWuacDwiQFTjl0jx3BmQSpDP5AHrAnJ4VdbQWPnyL2n5AQ',
    key: {kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'},
  },
} satisfies Record<string, Receipt>;
