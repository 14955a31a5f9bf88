/** Files were chosen or dropped. */
export class FilesEvent extends CustomEvent<null> {
  static readonly type = 'portico-ui-files';
  readonly files: readonly File[];

  constructor(files: readonly File[]) {
    super(FilesEvent.type, {bubbles: true});
    this.files = files;
  }
}

/** A button of a file was pressed. */
export class FileActEvent extends CustomEvent<null> {
  static readonly type = 'portico-ui-file-act';
  readonly id: string;
  readonly act: 'remove' | 'retry';

  constructor(id: string, act: FileActEvent['act']) {
    super(FileActEvent.type, {bubbles: true});
    this.id = id;
    this.act = act;
  }
}
