/** Somebody chose a folder, or all material. Inside the desk only. */
export class FolderChooseEvent extends Event {
  static readonly type = 'portico-collateral-desk-folder-choose';
  /** `null`: all material. */
  readonly folderId: string | null;

  constructor(folderId: string | null) {
    super(FolderChooseEvent.type);
    this.folderId = folderId;
  }
}

/** Somebody wants to see no folders. Inside the desk only. */
export class FoldersHideEvent extends Event {
  static readonly type = 'portico-collateral-desk-folders-hide';

  constructor() {
    super(FoldersHideEvent.type);
  }
}
