/** What is known of a type of files. */
export interface FileType {
  /** Endings that names of such files have. */
  readonly endings: readonly string[];
  /** Browsers may show it in their window; everything else is a download. */
  readonly isInline: boolean;
  /** May be as large as a video. */
  readonly isVideo: boolean;
  /** Sent to browsers under its own type: never what a browser could run. */
  readonly isInert: boolean;
}

const type = (endings: readonly string[], {isInline = false, isVideo = false, isInert = true}: Partial<FileType> = {}): FileType => ({endings, isInline, isVideo, isInert});

/** The types of files that are taken, and no others. */
export const fileTypes = {
  'application/pdf': type(['pdf'], {isInline: true}),
  'image/png': type(['png'], {isInline: true}),
  'image/jpeg': type(['jpg', 'jpeg'], {isInline: true}),
  'image/webp': type(['webp'], {isInline: true}),
  'image/gif': type(['gif'], {isInline: true}),
  'image/svg+xml': type(['svg'], {isInert: false}),
  'text/html': type(['html', 'htm'], {isInert: false}),
  'text/csv': type(['csv']),
  'video/mp4': type(['mp4', 'm4v'], {isVideo: true}),
  'video/webm': type(['webm'], {isVideo: true}),
  'application/zip': type(['zip']),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': type(['docx']),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': type(['xlsx']),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': type(['pptx']),
} as const satisfies Record<string, FileType>;

export type FileMediaType = keyof typeof fileTypes;
