import type {FileMark} from '../asset-flow/library-files.ts';
import type {Context} from '../context.ts';
import type {Keyring} from '../keys/keyring.ts';
import {problem} from '../problem.ts';

const minuteMs = 60_000;
const downloadMs = 5 * minuteMs;
const uploadMs = 15 * minuteMs;
/** A link that serves once is let through for so long after its time, because what broke off may go on. */
const onceLateMs = 45 * minuteMs;
/** Links that are made within this time are the same text, so that a page that reads its list again does not load its pictures again. */
const sameForMs = 2.5 * minuteMs;

/** What a link lets its holder do, with which file, until when. */
export interface FileLink {
  /** `draw`: makes the picture of a preview, which `fileId` names then. */
  readonly act: 'upload' | 'download' | 'draw';
  readonly tenantId: string;
  readonly fileId: string;
  readonly disposition: 'attachment' | 'inline';
  /** For whom it was made: `person:<id>`, `key:<id>`, `share:<id>`. */
  readonly subject: string;
  /** One of the pictures that were made of the file, instead of the file. */
  readonly preview: {readonly page: number; readonly width: number} | null;
  /** What is read carries the day and this organisation's name (`null` in it: no name). Types that cannot are not served so. */
  readonly mark?: FileMark | null;
  /** Serves once; names the use. */
  readonly onceId: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What to make a download link of. */
export interface NewDownload {
  readonly tenantId: string;
  readonly fileId: string;
  readonly subject: string;
  /** `attachment` unless said. Types that browsers could run are downloads whatever is said. */
  readonly disposition?: FileLink['disposition'];
  readonly preview?: FileLink['preview'];
  readonly mark?: FileLink['mark'];
  /** Serves only once. */
  readonly once?: boolean;
}

/** The methods that a link serves. */
const methods: Readonly<Record<FileLink['act'], readonly string[]>> = {upload: ['HEAD', 'PATCH', 'DELETE'], download: ['GET', 'HEAD'], draw: ['GET', 'HEAD']};

/**
 * Addresses that let their holder send or read one file for minutes, without any other credentials. Made and checked in memory: call `keyring.prepare()` before,
 * outside of any transaction.
 */
export class FileLinks {
  readonly #keyring: Keyring;
  readonly #base: string;
  readonly #context: Context;

  /** @param filesUrl - Origin of the files, without a slash at its end. */
  constructor(keyring: Keyring, filesUrl: string, context: Context) {
    this.#keyring = keyring;
    this.#base = `${filesUrl}/files/`;
    this.#context = context;
  }

  /** An address for tus 1.0 (HEAD, PATCH, DELETE), for 15 minutes. */
  upload({tenantId, fileId, subject}: Pick<NewDownload, 'tenantId' | 'fileId' | 'subject'>): Promise<string> {
    return this.#sign({act: 'upload', tenantId, fileId, subject, disposition: 'attachment', preview: null, onceId: null, expiresAt: this.#context.now() + uploadMs});
  }

  /** An address to read from, for 2.5 to 5 minutes. */
  download({tenantId, fileId, subject, disposition = 'attachment', preview = null, mark = null, once = false}: NewDownload): Promise<string> {
    const now = this.#context.now();
    const expiresAt = once ? now + downloadMs : Math.floor(now / sameForMs) * sameForMs + downloadMs;
    return this.#sign({act: 'download', tenantId, fileId, subject, disposition, preview, ...(mark ? {mark} : {}), onceId: once ? toBase64Url(this.#context.randomBytes(12)) : null, expiresAt});
  }

  /** An address for the picture of a preview, for five minutes. */
  async drawing({tenantId, fileId, subject}: Pick<NewDownload, 'tenantId' | 'fileId' | 'subject'>): Promise<{readonly url: string; readonly expiresAt: string}> {
    const expiresAt = this.#context.now() + downloadMs;
    return {url: await this.#sign({act: 'draw', tenantId, fileId, subject, disposition: 'inline', preview: null, onceId: null, expiresAt}), expiresAt: new Date(expiresAt).toISOString()};
  }

  /**
   * What the address of a request lets it do. Of a link that serves once, whoever serves it decides what comes after its time.
   *
   * @throws ProblemError `file_link_invalid`, `file_link_expired`, `method_not_allowed`.
   */
  async read(url: URL, method: string): Promise<FileLink> {
    const [, payload, kid, mac] = /\/files\/([\w-]{1,600})\.(\w{1,64})\.([\w-]{43})$/.exec(url.pathname) ?? [];
    if (!payload || !kid || !mac) throw problem('file_link_invalid');
    await this.#keyring.prepare();
    const key = this.#keyring.linkKey(kid);
    if (!key || !(await crypto.subtle.verify('HMAC', key, fromBase64Url(mac), bytesOf(payload)))) throw problem('file_link_invalid');
    const link = JSON.parse(new TextDecoder().decode(fromBase64Url(payload))) as FileLink;
    if (!methods[link.act].includes(method)) throw problem('method_not_allowed', {allow: [...methods[link.act], 'OPTIONS']});
    if (link.expiresAt + (link.onceId === null ? 0 : onceLateMs) <= this.#context.now()) throw problem('file_link_expired');
    return link;
  }

  async #sign(link: FileLink): Promise<string> {
    const {kid, linkKey} = this.#keyring.linkSigningKey();
    const payload = toBase64Url(new TextEncoder().encode(JSON.stringify(link)));
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', linkKey, bytesOf(payload)));
    return `${this.#base}${payload}.${kid}.${toBase64Url(mac)}`;
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
}
