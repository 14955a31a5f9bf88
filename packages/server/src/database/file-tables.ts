import type {BigInteger, DefaultJson, Instant, Nullable, NullableInstant, OfTenant} from './columns.ts';
import type {Generated} from 'kysely';

// The tables of files in 0011-collateral.sql.

export interface StoredFileTable extends OfTenant {
  stored_file_id: string;
  partner_org_id: Nullable<string>;
  file_name: string;
  media_type: string;
  size_bytes: BigInteger;
  received_bytes: Generated<number>;
  storage_key: string;
  upload_state: Generated<string>;
  status: string;
  problem: Nullable<string>;
  declared_sha256: Nullable<string>;
  sha256: Nullable<string>;
  width: Nullable<number>;
  height: Nullable<number>;
  pages: Nullable<number>;
  previews: DefaultJson<{readonly page: number; readonly width: number; readonly height: number}[]>;
  attempts: Generated<number>;
  due_at: NullableInstant;
  recalled_at: NullableInstant;
  recall_reason: Nullable<string>;
  added_by: Nullable<string>;
  created_at: Instant;
  updated_at: Instant;
}

export interface UsedFileLinkTable extends OfTenant {
  link_id: string;
  used_at: Instant;
  broken_at: NullableInstant;
  tries: Generated<number>;
}

/** Tables of files by their names in SQL. */
export interface FileTables {
  stored_file: StoredFileTable;
  used_file_link: UsedFileLinkTable;
}
