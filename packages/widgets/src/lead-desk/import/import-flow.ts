import {ApiError, newKey, systemRandom} from '@portico/client';
import type {LeadImport, LeadImportMapping, LeadImportPreview} from '@portico/contract';
import type {PortalController} from '../../portal/portal.controller.ts';
import {decodeFile, type FileReading} from './import.model.ts';

/** Where an import stands: no file yet, its columns being checked, or at work. */
export type ImportStep = 'choose' | 'check' | 'run';

/** Changes of the mapping are gathered before the file is looked at again. */
const pauseMs = 350;

/**
 * One import from the file to the report. Lives as long as the desk, so closing the dialog loses neither the file nor what was said about it.
 */
export class ImportFlow {
  #portal: PortalController | undefined;
  readonly #listeners = new Set<() => void>();
  #csv = '';
  #key: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();

  step: ImportStep = 'choose';
  fileName = '';
  encoding: (FileReading & {encoding: string})['encoding'] | undefined;
  /** Why a file was not taken, before the server saw it. */
  fault: {readonly kind: 'too_large' | 'not_text'; readonly megabytes: number} | undefined;
  preview: LeadImportPreview | undefined;
  mapping: LeadImportMapping | null = null;
  /** The file is being read or looked at. */
  busy = false;
  error: unknown;
  /** The import at work or done. */
  leadImport: LeadImport | undefined;

  /** The portal in use; the dialog sets it. */
  set portal(portal: PortalController | undefined) {
    this.#portal = portal;
  }

  /** Hears of every change. Returns what stops it. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a file and looks at it. */
  async choose(file: File): Promise<void> {
    this.#begin();
    this.fileName = file.name;
    this.busy = true;
    this.#tell();
    const reading = decodeFile(new Uint8Array(await file.arrayBuffer()));
    this.busy = false;
    if ('fault' in reading) {
      this.fault = {kind: reading.fault, megabytes: file.size / 1_000_000};
      this.#tell();
      return;
    }
    this.#csv = reading.csv;
    this.encoding = reading.encoding;
    await this.look();
  }

  /** Says where columns go, and looks again after a moment. */
  remap(mapping: LeadImportMapping | null) {
    this.mapping = mapping;
    this.#key = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), pauseMs);
    this.#tell();
  }

  /** Reads the file on the server without writing anything. */
  async look(): Promise<void> {
    if (!this.#portal) return;
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#abort = new AbortController();
    const {signal} = this.#abort;
    const {mapping, fileName} = this;
    if (this.preview && !mapping) {
      this.preview = {...this.preview, mapping: null, toCreate: 0, toUpdate: 0, withErrors: 0, sample: [], issues: []};
      this.#tell();
      return;
    }
    this.busy = true;
    this.error = undefined;
    this.#tell();
    try {
      const preview = await this.#portal.client.leadImports.preview({fileName, csv: this.#csv, ...(mapping && {mapping})}, {signal});
      if (signal.aborted) return;
      this.preview = preview;
      this.mapping ??= preview.mapping;
      this.step = 'check';
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    this.busy = false;
    this.#tell();
  }

  /** Starts the import. Trying again after a failure starts the same one, not a second. */
  async run(): Promise<void> {
    if (!this.#portal || !this.mapping || this.busy) return;
    this.#key ??= newKey(systemRandom);
    this.busy = true;
    this.error = undefined;
    this.#tell();
    try {
      const {fileName, mapping} = this;
      this.show(await this.#portal.client.leadImports.create({fileName, csv: this.#csv, mapping}, {idempotencyKey: this.#key}));
    } catch (error) {
      this.error = error;
      // A key that the server refused is of no use for another mapping.
      if (error instanceof ApiError && error.problem.status === 422) this.#key = undefined;
    }
    this.busy = false;
    this.#tell();
  }

  /** Shows an import that is at work or done. */
  show(leadImport: LeadImport) {
    this.leadImport = leadImport;
    this.step = 'run';
    this.#tell();
  }

  /** Takes what the feed brought. Returns whether the import has just come to its end. */
  follow(leadImport: LeadImport): boolean {
    const before = this.leadImport;
    if (before?.id !== leadImport.id || before.version >= leadImport.version) return false;
    this.leadImport = leadImport;
    this.#tell();
    return before.status === 'running' && leadImport.status !== 'running';
  }

  /** Back to the beginning, for another file. */
  reset() {
    this.#begin();
    this.#tell();
  }

  #begin() {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#csv = '';
    this.#key = undefined;
    this.step = 'choose';
    this.fileName = '';
    this.encoding = undefined;
    this.fault = undefined;
    this.preview = undefined;
    this.mapping = null;
    this.busy = false;
    this.error = undefined;
    this.leadImport = undefined;
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
