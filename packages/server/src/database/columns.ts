import type {ColumnType} from 'kysely';

/**
 * Types of columns. What a plain select returns is the same on PGlite and PostgreSQL, because both drivers are given the same parsers: `timestamptz` is ISO text with
 * milliseconds (`2026-11-21T10:00:00.000Z`), `date` is `2026-11-21`, `bigint` is a number, `bytea` is a Uint8Array.
 */
export type Instant = ColumnType<string, string | Date, string | Date>;
export type NullableInstant = ColumnType<string | null, string | Date | null | undefined, string | Date | null>;
export type DefaultInstant = ColumnType<string, string | Date | undefined, string | Date>;
export type Day = ColumnType<string | null, string | null | undefined, string | null>;
/** Written as JSON text (`JSON.stringify`), read parsed. */
export type Json<T> = ColumnType<T, string, string>;
export type DefaultJson<T> = ColumnType<T, string | undefined, string>;
export type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
export type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
export type BigInteger = ColumnType<number, number | bigint, number | bigint>;
export type NullableBigInteger = ColumnType<number | null, number | bigint | null | undefined, number | bigint | null>;
export type DefaultBigInteger = ColumnType<number, number | bigint | undefined, number | bigint>;
export type Bytes = ColumnType<Uint8Array, Uint8Array, Uint8Array>;

/** Every table has it, and row-level security holds it to the scope's tenant. */
export interface OfTenant {
  tenant_id: string;
}

/** `version` is bumped by a trigger at every update; never write it. */
export interface Versioned extends OfTenant {
  version: ColumnType<number, number | undefined, never>;
  created_at: Instant;
  updated_at: Instant;
}
