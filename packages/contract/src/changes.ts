import {z} from 'zod';

type WithoutDefault<T> = T extends z.ZodDefault<infer Inner> | z.ZodPrefault<infer Inner> ? Inner : T extends z.ZodOptional<infer Inner> ? Inner : T;
type ChangesShape<S extends z.ZodRawShape> = {[K in keyof S]: z.ZodOptional<WithoutDefault<S[K]>>};

/**
 * The same fields, each one optional and without its default, for PATCH: what is left out stays as it is.
 * (`.partial()` keeps defaults, and a left-out field would be reset to its default.)
 */
export function changesOf<S extends z.ZodRawShape>(schema: z.ZodObject<S>): z.ZodObject<ChangesShape<S>> {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, field] of Object.entries(schema.shape)) {
    let inner = field as z.ZodType;
    while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) inner = inner.unwrap() as z.ZodType;
    shape[key] = inner.optional();
  }
  return z.object(shape) as unknown as z.ZodObject<ChangesShape<S>>;
}
