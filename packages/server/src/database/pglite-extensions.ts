import {pg_trgm} from '@electric-sql/pglite/contrib/pg_trgm';

/** The extensions that the schema needs, for every place that makes a PGlite: `PGlite.create({extensions})`. PostgreSQL brings them along. */
export const extensions = {pg_trgm};
