import type {FileMediaType} from '../file-content/file-types.data.ts';

/** A file to be looked at: on this machine, whole. */
export interface InspectionTask {
  readonly path: string;
  readonly mediaType: FileMediaType;
  /** In hexadecimal, when its sender said. */
  readonly declaredSha256: string | null;
  /** Empty; pictures and the cleaned file are put there. */
  readonly outFolder: string;
  /** Without it only what is needed to accept the file is done: for a file whose pictures took too long. */
  readonly withPreviews: boolean;
}

/** Why a file is not taken. */
export type InspectionFault = 'type_mismatch' | 'unreadable' | 'too_large_inside' | 'unsafe_content' | 'hash_mismatch';

/** A picture in the output folder. */
export interface MadePreview {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly path: string;
}

export interface AcceptedFile {
  readonly fault: null;
  /** Of the bytes that are kept. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The file without what it said about its maker, its place and its time; `null` when there was nothing to take out. */
  readonly cleanPath: string | null;
  /** In pixels; for a document, of its first page in points. */
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly previews: readonly MadePreview[];
}

export type Inspection = AcceptedFile | {readonly fault: InspectionFault};

/** Thrown inside the inspection to end it. */
export class FaultFound extends Error {
  readonly fault: InspectionFault;

  constructor(fault: InspectionFault) {
    super(fault);
    this.name = 'FaultFound';
    this.fault = fault;
  }
}
