import {AwsClient} from 'aws4fetch';
import {toHex} from '../context.ts';

/** Where a bucket is, and who may use it. */
export interface S3Settings {
  /** `https://s3.eu-central-1.amazonaws.com`; the bucket goes into the path, which every compatible service takes. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The service refused, or could not be reached. */
export class S3Error extends Error {
  readonly status: number;

  constructor(what: string, status: number, answer: string) {
    super(`The file storage answered ${status} to ${what}: ${/<Code>(\w+)<\/Code>/.exec(answer)?.[1] ?? 'no code'}.`);
    this.name = 'S3Error';
    this.status = status;
  }
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  /** Answers besides 2xx that the caller knows what to do with. */
  readonly expect?: readonly number[];
}

const attempts = 4;
const firstPauseMs = 200;

/** Signed requests to one bucket, repeated when the service is busy. */
export class S3Bucket {
  readonly #client: AwsClient;
  readonly #address: string;
  readonly #fetch: typeof fetch;

  constructor({endpoint, bucket, region, accessKeyId, secretAccessKey}: S3Settings, fetch: typeof globalThis.fetch) {
    this.#client = new AwsClient({accessKeyId, secretAccessKey, region, service: 's3', retries: 0});
    this.#address = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
    this.#fetch = fetch;
  }

  /** @throws S3Error */
  async send({method, key, query = {}, headers = {}, body, expect = []}: S3Request): Promise<Response> {
    const url = `${this.#address}/${key}?${new URLSearchParams(query).toString()}`.replace(/\?$/, '');
    // The service compares it with what it got, so that nothing is kept that was changed on the way.
    const hash = await sha256Hex(body ?? '');
    for (let attempt = 1; ; attempt++) {
      const signed = await this.#client.sign(url, {method, headers: {...headers, 'X-Amz-Content-Sha256': hash}, ...(body === undefined ? {} : {body})});
      const response = await this.#fetch(signed).catch((error: unknown) => {
        if (attempt === attempts) throw error;
        return undefined;
      });
      if (response && (response.ok || expect.includes(response.status))) return response;
      const isPassing = !response || response.status >= 500 || response.status === 429;
      if (response) {
        const answer = await response.text();
        if (!isPassing || attempt === attempts) throw new S3Error(`${method} of an object`, response.status, answer);
      }
      await new Promise(resolve => setTimeout(resolve, firstPauseMs * 2 ** (attempt - 1)));
    }
  }
}

async function sha256Hex(body: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
