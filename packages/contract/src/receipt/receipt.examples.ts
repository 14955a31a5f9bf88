import type {Receipt} from './receipt.schema.ts';

/** The shape of a receipt; its signature is made up. */
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
      contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      previousHash: '0000000000000000000000000000000000000000000000000000000000000000',
      keyId: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    },
    content: {name: 'Cameras for drying line 3', customer: {name: 'Tampere Paper Works Oy', country: 'FI'}},
    signature: 'x3lYpV0mTzHkq2w9Xo8dK4s1uQe7bNfR6gJcLhAiPvZtDyWmEoCkSnBrUxGqMjTf5I2a8HdYl0zVwQpKeOsXAg',
    key: {kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'},
  },
} satisfies Record<string, Receipt>;
