import {z} from 'zod';
import {defineRoutes} from '../route.ts';
import {Id, text} from '../text.ts';
import {StoredFile, StoredFileMediaType, storedFileMaxBytes} from './stored-file.schema.ts';

const found = ['stored_file_not_found'] as const;

export const storedFileRoutes = defineRoutes({
  /** Announces a file. The answer says where its bytes go: `uploadUrl`, by the tus protocol 1.0, in as many requests and with as many breaks as need be. */
  create: {
    method: 'POST',
    path: '/stored-files',
    input: z.object({
      fileName: text(200),
      mediaType: StoredFileMediaType,
      sizeBytes: z.int().positive().max(storedFileMaxBytes),
      /** When it is known: what arrives otherwise is rejected. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/).optional(),
    }),
    response: StoredFile,
    status: 201,
    callers: ['key', 'vendor', 'partner'],
    problems: ['file_type_not_allowed', 'file_too_large', 'file_quota_reached'],
  },
  /** One file: how much of it has arrived and what became of it, with fresh addresses. */
  get: {method: 'GET', path: '/stored-files/{id}', input: z.object({id: Id}), response: StoredFile, callers: ['key', 'vendor', 'partner'], problems: found},
});
