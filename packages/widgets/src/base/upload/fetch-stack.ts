import type {HttpRequest, HttpResponse, HttpStack} from 'tus-js-client';

/** Sends the requests of an upload by a `fetch` that the page brought: a server inside the page, or a pretend one. Progress is told by whole parts. */
export function fetchStack(fetch: typeof globalThis.fetch): HttpStack {
  return {createRequest: (method, url) => new FetchRequest(fetch, method, url), getName: () => 'fetch'};
}

class FetchRequest implements HttpRequest {
  readonly #fetch: typeof globalThis.fetch;
  readonly #method: string;
  readonly #url: string;
  readonly #headers: Record<string, string> = {};
  readonly #abort = new AbortController();
  #onProgress: (bytesSent: number) => void = () => {};

  constructor(fetch: typeof globalThis.fetch, method: string, url: string) {
    this.#fetch = fetch;
    this.#method = method;
    this.#url = url;
  }

  getMethod(): string {
    return this.#method;
  }

  getURL(): string {
    return this.#url;
  }

  setHeader(header: string, value: string): void {
    this.#headers[header] = value;
  }

  getHeader(header: string): string | undefined {
    return this.#headers[header];
  }

  setProgressHandler(handler: (bytesSent: number) => void): void {
    this.#onProgress = handler;
  }

  async send(body: Blob): Promise<HttpResponse> {
    const response = await this.#fetch(this.#url, {method: this.#method, headers: this.#headers, signal: this.#abort.signal, ...(body ? {body} : {})});
    const text = await response.text();
    if (body && response.ok) this.#onProgress(body.size);
    return {getStatus: () => response.status, getHeader: header => response.headers.get(header) ?? undefined, getBody: () => text, getUnderlyingObject: () => response};
  }

  abort(): Promise<void> {
    this.#abort.abort();
    return Promise.resolve();
  }

  getUnderlyingObject(): undefined {
    return undefined;
  }
}
