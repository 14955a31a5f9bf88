/** What is known of a request before anything is read: Hono's variables. */
export interface RequestFacts {
  readonly requestId: string;
  /** The `Origin` header; only browsers send it. */
  readonly origin: string | null;
  /** The page is served from this server's own address: listed without being on a list. */
  readonly isOwnOrigin: boolean;
  /** Address of the other end, or `null` where there is no network. */
  readonly ip: string | null;
}

/** The types of this app's Hono. */
export interface Env {
  Bindings: {
    /** Address of the other end, from the server that listens. */
    ip?: string;
  };
  Variables: RequestFacts & {
    /** The page's origin is not on the tenant's list: it may not read the answer. */
    isHidden?: boolean;
    /** Pages of any origin may read the answer. */
    isPublic?: boolean;
  };
}
