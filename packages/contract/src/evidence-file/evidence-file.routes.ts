import {z} from 'zod';
import {defineRoutes} from '../route.ts';
import {Id, text} from '../text.ts';
import {EvidenceFile, EvidenceMediaType, evidenceMaxBytes, evidencePartBytes} from './evidence-file.schema.ts';

const found = ['evidence_file_not_found'] as const;

export const evidenceFileRoutes = defineRoutes({
  /** Announces a file of a draft, or of a registration whose reviewer asked for evidence. Then its parts are sent, in any order, each as often as need be. */
  create: {
    method: 'POST',
    path: '/deal-registrations/{dealRegistrationId}/evidence-files',
    input: z.object({dealRegistrationId: Id, fileName: text(200), mediaType: EvidenceMediaType, sizeBytes: z.int().positive().max(evidenceMaxBytes)}),
    response: EvidenceFile,
    status: 201,
    callers: ['key', 'vendor', 'partner'],
    problems: ['deal_registration_not_found', 'deal_field_read_only', 'evidence_too_many'],
  },
  /** One file and how much of it has arrived. */
  get: {method: 'GET', path: '/evidence-files/{id}', input: z.object({id: Id}), response: EvidenceFile, callers: ['key', 'vendor', 'partner'], problems: found},
  /** Sends one part: 262,144 bytes from `index` × 262,144 on, the last one shorter. Sending a part again changes nothing. */
  putPart: {
    method: 'POST',
    path: '/evidence-files/{id}/parts/{index}',
    input: z.object({id: Id, index: z.int().min(0).max(Math.ceil(evidenceMaxBytes / evidencePartBytes) - 1), base64: z.base64().min(4).max(Math.ceil(evidencePartBytes / 3) * 4)}),
    response: EvidenceFile,
    callers: ['key', 'vendor', 'partner'],
    problems: [...found, 'evidence_part_wrong', 'evidence_complete'],
    maxBodyBytes: 400_000,
  },
  /** Says that all parts are sent: the server looks at the content and either takes the file or says why not. */
  complete: {
    method: 'POST',
    path: '/evidence-files/{id}/complete',
    input: z.object({id: Id, sha256: z.string().regex(/^[0-9a-f]{64}$/).optional()}),
    response: EvidenceFile,
    callers: ['key', 'vendor', 'partner'],
    problems: [...found, 'evidence_incomplete'],
  },
  /** The bytes of one part of a ready file; a client puts them together. */
  getPart: {
    method: 'GET',
    path: '/evidence-files/{id}/parts/{index}',
    input: z.object({id: Id, index: z.int().min(0).max(1000)}),
    response: z.object({index: z.int().nonnegative(), parts: z.int().positive(), base64: z.string()}),
    callers: ['key', 'vendor', 'partner'],
    problems: [...found, 'evidence_incomplete', 'file_not_ready'],
  },
  /** Removes a file that is not yet submitted. */
  delete: {method: 'DELETE', path: '/evidence-files/{id}', input: z.object({id: Id}), response: z.undefined(), status: 204, callers: ['key', 'vendor', 'partner'], problems: [...found, 'deal_field_read_only']},
});
