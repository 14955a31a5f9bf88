import type {Page} from '@portico/contract';

/** The activities of something that were read, newest first. */
export interface StoryOf<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** What happened behind the reader's back to something that is open: its status, that it was changed, or that somebody else has it now. */
export type NewsOf<Status> = Status | 'changed' | 'reassigned' | undefined;

/** What reading something needs of the list around it. */
export interface StoryOptionsOf<Item> {
  /** The latest known state. */
  readonly find: (id: string) => Item | undefined;
  /** Takes an answer of the server. */
  readonly take: (item: Item) => void;
  /** Says in the person's language why something did not take effect. */
  readonly explain: (error: unknown) => string;
}

/** Reads the first pages of a story, as many as are shown. */
export async function readStory<Item>(pages: number, readPage: (from: {readonly limit: number; readonly cursor?: string}) => Promise<Page<Item>>): Promise<StoryOf<Item>> {
  let items: readonly Item[] = [];
  let cursor: string | undefined;
  for (let read = 0; read < pages && (read === 0 || cursor !== undefined); read++) {
    const page = await readPage({limit: 25, ...(cursor === undefined ? {} : {cursor})});
    items = [...items, ...page.items];
    cursor = page.page.next ?? undefined;
  }
  return {items, hasMore: cursor !== undefined};
}
