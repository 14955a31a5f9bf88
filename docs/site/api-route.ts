import type {Schema} from './api-shapes.ts';

/** An operation as the document has it. */
export interface Operation {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters?: readonly {readonly in: 'path' | 'query' | 'header'; readonly name: string; readonly required?: boolean; readonly schema: Schema}[];
  readonly requestBody?: {readonly content: {readonly 'application/json': {readonly schema: Schema}}};
  readonly responses: Readonly<Record<string, {readonly $ref?: string; readonly description?: string; readonly content?: Readonly<Record<string, {readonly schema: Schema}>>}>>;
}

/** An operation with its address. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly resource: string;
  readonly verb: string;
  readonly operation: Operation;
}
