import {z} from 'zod';

/** Where a list is: opaque cursors for the page after and before, or `null` at an end. */
export const PageLinks = z.object({next: z.string().nullable(), prev: z.string().nullable()});
export type PageLinks = z.infer<typeof PageLinks>;

/** One page of a list. There are no totals: ask the resource's `counts` route. */
export interface Page<Item> {
  items: Item[];
  page: PageLinks;
}

/** The answer of a list route. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({items: z.array(item), page: PageLinks});
}

/** What every list route takes. */
export const pageInput = {
  /** Items on a page, 1 to 100. */
  limit: z.int().min(1).max(100).default(25),
  /** `page.next` or `page.prev` of an earlier answer with the same filters. */
  cursor: z.string().max(1024).optional(),
};
