import {z} from 'zod';
import {Id, Instant} from '../text.ts';

/** What a receipt says; its RFC 8785 form is what is signed. */
export const ReceiptStatement = z.object({
  type: z.literal('portico-receipt/1'),
  programId: Id,
  /** Place in the programme's chain, from 1 on without gaps: whoever has the smaller number was earlier. */
  sequence: z.int().positive(),
  dealRegistrationId: Id,
  number: z.string(),
  partnerOrgId: Id,
  /** Server time of the submission. */
  submittedAt: Instant,
  standing: z.enum(['first', 'behind']),
  /** SHA-256 of the RFC 8785 form of `content`, hexadecimal. */
  contentHash: z.string(),
  /** SHA-256 of the RFC 8785 form of the statement before this one, hexadecimal; 64 zeros for the first. */
  previousHash: z.string(),
  /** RFC 7638 thumbprint of the key. */
  keyId: z.string(),
});
export type ReceiptStatement = z.infer<typeof ReceiptStatement>;

/** Public half of an Ed25519 key as a JWK. */
export const ReceiptKey = z.object({kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string()});
export type ReceiptKey = z.infer<typeof ReceiptKey>;

/** Proof of a submission that can be checked without the server. */
export const Receipt = z.object({
  id: Id,
  statement: ReceiptStatement,
  /** What was submitted, as it was. */
  content: z.record(z.string(), z.unknown()),
  /** Ed25519 over the RFC 8785 form of `statement`, base64url. */
  signature: z.string(),
  key: ReceiptKey,
});
export type Receipt = z.infer<typeof Receipt>;
