import type {ImportIssue} from '@portico/contract';
import type {RowTexts} from './plan.rules.ts';

/** A fault as zod reports it. */
interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Collects what one row says and what is wrong with it. */
export class RowReport<Field extends string = string> {
  /** The row in the product's own terms, by field. */
  readonly read: Partial<Record<Field, string>> = {};
  readonly issues: ImportIssue[] = [];
  readonly #line: number;
  readonly #texts: RowTexts<Field>;
  readonly #fieldOf: (path: readonly PropertyKey[]) => Field;
  readonly #origins = new Map<Field, Field>();

  /** @param fieldOf - The field that a fault of the schema is about. */
  constructor(line: number, texts: RowTexts<Field>, fieldOf: (path: readonly PropertyKey[]) => Field) {
    this.#line = line;
    this.#texts = texts;
    this.#fieldOf = fieldOf;
  }

  /** Whether an error leaves the row out. */
  get failed(): boolean {
    return this.issues.some(({severity}) => severity === 'error');
  }

  /**
   * Notes what a field says.
   *
   * @param origin - The field whose column it came from, when that is another one.
   */
  set(field: Field, value: string, origin: Field = field): void {
    this.read[field] = value;
    this.#origins.set(field, origin);
  }

  /** Notes a fault that leaves the row out. `field` finds the column; `null` for the row as a whole. */
  error(field: Field | null, code: string, message: string): void {
    this.errorAt(field && this.#columnOf(field), code, message);
  }

  /** The same for a column that is known by name. */
  errorAt(column: string | null, code: string, message: string): void {
    this.issues.push({line: this.#line, column, code, message, severity: 'error'});
  }

  /** Notes something to look at; the row is taken. */
  warn(field: Field | null, code: string, message: string): void {
    this.issues.push({line: this.#line, column: field && this.#columnOf(field), code, message, severity: 'warning'});
  }

  /** Notes what a schema has to say about what was made of this row. */
  invalid({code, path, message}: SchemaIssue): void {
    const field = this.#fieldOf(path);
    const value = this.read[field] ?? '';
    if (String(field) === 'contact.email') this.error(field, 'email_invalid', `“${value.slice(0, 100)}” is not an e-mail address.`);
    else if (code === 'too_big') this.error(field, 'too_long', `The text is too long: ${message}.`);
    else this.error(field, 'value_invalid', message);
  }

  #columnOf(field: Field): string | null {
    return this.#texts.get(this.#origins.get(field) ?? field)?.column?.name ?? null;
  }
}
