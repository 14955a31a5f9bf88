import type {Brand} from '@portico/widgets';
import type {Logo} from './logo.ts';
import type {Snippet} from './snippets.ts';

/** What the parts of the studio see of it and do with it. */
export interface Studio {
  /** The brand that is worn; always one that can be read. */
  readonly brand: Brand;
  /** What stands in a field and is no colour yet. */
  typed: Partial<Record<'color' | 'secondColor', string | undefined>>;
  readonly logo: Logo | undefined;
  readonly logoProblem: string | undefined;
  dragging: boolean;
  snippet: Snippet['id'];
  copied: boolean;
  /** Changes fields of the brand; what cannot be read stays typed and is not worn. */
  change(changes: Brand): void;
  /** Takes a colour as it is being typed. */
  typeColor(field: 'color' | 'secondColor', text: string): void;
  /** Reads a picture in this page and takes its best two colours. */
  takeLogo(file: File | undefined): Promise<void>;
  dropLogo(): void;
  copy(code: string): Promise<void>;
}
