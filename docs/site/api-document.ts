import {openApiDocument, type OpenApiDocument} from '@portico/contract/openapi';

/** The API as OpenAPI has it; made once, because it takes half a second. */
export const apiDocument: OpenApiDocument = openApiDocument('https://portico.example.com/v1');
