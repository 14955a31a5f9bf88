import type {MockBackendOptions} from '@portico/mocks';

/** A brand to begin with. */
export interface Preset {
  readonly name: string;
  readonly color: string;
  readonly secondColor: string | null;
  readonly fontFamily: string | null;
  readonly radiusPx: number;
  readonly surfaces: 'plain' | 'tinted';
}

const stacks = {
  system: 'system-ui, sans-serif',
  humanist: 'Seravek, Ubuntu, Calibri, sans-serif',
  geometric: 'Avenir, Montserrat, Corbel, sans-serif',
  grotesque: 'Inter, Helvetica Neue, Arial, sans-serif',
  rounded: 'ui-rounded, Nunito, Quicksand, sans-serif',
  serif: 'Charter, Georgia, Cambria, serif',
  mono: 'ui-monospace, Cascadia Code, Menlo, monospace',
} as const;

/** Typefaces that need no download, by the look of them; the first that the reader's machine has is shown. */
export const typefaces: readonly {readonly label: string; readonly value: string | null}[] = [
  {label: 'That of the page', value: null},
  {label: 'System', value: stacks.system},
  {label: 'Grotesque', value: stacks.grotesque},
  {label: 'Humanist', value: stacks.humanist},
  {label: 'Geometric', value: stacks.geometric},
  {label: 'Rounded', value: stacks.rounded},
  {label: 'Serif', value: stacks.serif},
  {label: 'Monospace', value: stacks.mono},
];

/** From quiet to loud; the last two could not be read if they were used as they are. */
export const presets: readonly Preset[] = [
  {name: 'Spruce', color: '#0f766e', secondColor: '#d97706', fontFamily: null, radiusPx: 8, surfaces: 'plain'},
  {name: 'Cobalt', color: '#1d4ed8', secondColor: '#0ea5e9', fontFamily: null, radiusPx: 6, surfaces: 'plain'},
  {name: 'Plum', color: '#7e22ce', secondColor: '#db2777', fontFamily: stacks.rounded, radiusPx: 16, surfaces: 'tinted'},
  {name: 'Ink', color: '#18181b', secondColor: '#e11d48', fontFamily: stacks.serif, radiusPx: 0, surfaces: 'plain'},
  {name: 'Signal', color: '#ffd400', secondColor: '#111111', fontFamily: stacks.grotesque, radiusPx: 4, surfaces: 'plain'},
  {name: 'Mint', color: '#a7f3d0', secondColor: '#fbcfe8', fontFamily: null, radiusPx: 12, surfaces: 'tinted'},
];

/** What the stage can show. */
export interface View {
  /** Tag without `portico-`; `parts` is the board of single parts. */
  readonly id: string;
  readonly label: string;
  readonly as: NonNullable<MockBackendOptions['as']>;
}

export const views: readonly View[] = [
  {id: 'parts', label: 'Overview', as: 'partner'},
  {id: 'lead-inbox', label: 'Leads', as: 'partner'},
  {id: 'deal-list', label: 'Deals', as: 'partner'},
  {id: 'deal-registration', label: 'Register a deal', as: 'partner'},
  {id: 'collateral-library', label: 'Material', as: 'partner'},
  {id: 'leaderboard', label: 'Leaderboard', as: 'partner'},
  {id: 'tier-progress', label: 'Level', as: 'partner'},
  {id: 'points-ledger', label: 'Points', as: 'partner'},
  {id: 'challenges', label: 'Challenges', as: 'partner'},
  {id: 'lead-desk', label: 'Lead desk', as: 'vendor'},
  {id: 'deal-review', label: 'Deal review', as: 'vendor'},
  {id: 'collateral-desk', label: 'Material desk', as: 'vendor'},
  {id: 'program-desk', label: 'Programme desk', as: 'vendor'},
];
