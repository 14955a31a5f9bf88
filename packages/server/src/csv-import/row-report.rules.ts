import type {LeadImportField, ImportIssue} from '@portico/contract';
import type {RowTexts} from './plan.rules.ts';

/** A fault as zod reports it. */
interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Collects what one row says and what is wrong with it. */
export class RowReport {
  /** The row in the product's own terms, by field. */
  readonly read: Partial<Record<LeadImportField, string>> = {};
  readonly issues: ImportIssue[] = [];
  readonly #line: number;
  readonly #texts: RowTexts;
  readonly #origins = new Map<LeadImportField, LeadImportField>();

  constructor(line: number, texts: RowTexts) {
    this.#line = line;
    this.#texts = texts;
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
  set(field: LeadImportField, value: string, origin: LeadImportField = field): void {
    this.read[field] = value;
    this.#origins.set(field, origin);
  }

  /** Notes a fault that leaves the row out. `field` finds the column; `null` for the row as a whole. */
  error(field: LeadImportField | null, code: string, message: string): void {
    this.errorAt(field && this.#columnOf(field), code, message);
  }

  /** The same for a column that is known by name. */
  errorAt(column: string | null, code: string, message: string): void {
    this.issues.push({line: this.#line, column, code, message, severity: 'error'});
  }

  /** Notes something to look at; the row is taken. */
  warn(field: LeadImportField | null, code: string, message: string): void {
    this.issues.push({line: this.#line, column: field && this.#columnOf(field), code, message, severity: 'warning'});
  }

  /** Notes what a schema has to say about the lead made of this row. */
  invalid({code, path, message}: SchemaIssue): void {
    const [first, second] = path;
    const field = (first === 'company' || first === 'contact' ? `${first}.${String(second)}` : first === 'consent' ? 'consentText' : String(first)) as LeadImportField;
    const value = this.read[field] ?? '';
    if (field === 'contact.email') this.error(field, 'email_invalid', `“${value.slice(0, 100)}” is not an e-mail address.`);
    else if (code === 'too_big') this.error(field, 'too_long', `The text is too long: ${message}.`);
    else this.error(field, 'value_invalid', message);
  }

  #columnOf(field: LeadImportField): string | null {
    return this.#texts.get(this.#origins.get(field) ?? field)?.column?.name ?? null;
  }
}
