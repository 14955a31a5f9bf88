import type {CobrandFormat, LogoRules, SmallPrint, ZoneFinding} from '@portico/contract';
import type {BrandWords, CopyWords, FilledZone} from '@portico/contract/cobrand-rules';
import type {AcceptedFile} from '../file-inspection/inspection.ts';
import type {SetLine} from '../typesetting/typesetting.ts';

/** A logo as its file is. */
export interface LogoFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Something to be drawn: all that is needed, so that it can travel to a thread. */
export interface DrawingTask {
  readonly format: CobrandFormat;
  readonly mediaType: string;
  /** The material: a file of this machine. */
  readonly sourcePath: string;
  /** Names its bytes; what was drawn of them is kept for the next task. */
  readonly sourceKey: string;
  readonly zones: readonly FilledZone[];
  /** By the ids of zones. */
  readonly logos: ReadonlyMap<string, LogoFile>;
  readonly logoRules: LogoRules;
  readonly smallPrint: SmallPrint | null;
  readonly title: string;
  /** Of the material. */
  readonly language: string;
  readonly brand: BrandWords;
  readonly copy: CopyWords;
  /** A picture of one page, or the file itself, which is put into a folder and looked at like every other. */
  readonly purpose: {readonly kind: 'preview'; readonly page: number; readonly size: number} | {readonly kind: 'file'; readonly folder: string};
}

/** A file that was drawn, in the folder that was named. */
export interface DrawnFile {
  readonly path: string;
  readonly accepted: AcceptedFile;
}

/** What was drawn. */
export interface Drawing {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Pixels of a picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly findings: readonly ZoneFinding[];
  /** With the purpose `file`, unless a finding is an error. */
  readonly file?: DrawnFile;
}

/** The material cannot be opened, or has no such page. */
export class MaterialBroken extends Error {
  readonly reason: string;
  /** Another try finds the same. */
  readonly isLasting: boolean;

  constructor(reason: string, isLasting = false) {
    super(`The material cannot be drawn on: ${reason}`);
    this.name = 'MaterialBroken';
    this.reason = reason;
    this.isLasting = isLasting;
  }
}

/** A rectangle from the upper left corner, in points or pixels of the material. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** One thing on a page; painters draw them in order. */
export type Mark = {readonly page: number} & (
  | {readonly kind: 'text'; readonly line: SetLine; readonly x: number; readonly baseline: number; readonly size: number; readonly color: string}
  | {readonly kind: 'picture'; readonly box: Box; readonly logo: LogoFile}
  | {readonly kind: 'boxes'; readonly boxes: readonly Box[]; readonly radius: number; readonly color: string}
  | {readonly kind: 'link'; readonly box: Box; readonly address: string}
);

/** What lies on the pages, and what is wrong with it. */
export interface Composed {
  readonly marks: readonly Mark[];
  readonly findings: readonly ZoneFinding[];
}

/** The material as compositors see it. */
export interface Ground {
  /** `undefined`: there is no such page. */
  size(page: number): {readonly width: number; readonly height: number} | undefined;
  /** Colours under a box, row by row, each 0 to 255. */
  sample(page: number, box: Box, columns: number, rows: number): Promise<readonly Rgb[]>;
}

export type Rgb = readonly [red: number, green: number, blue: number];
