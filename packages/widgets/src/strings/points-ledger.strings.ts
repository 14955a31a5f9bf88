import {en} from './en/points-ledger.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the points ledger has. */
export type PointsLedgerStrings = StringsOf<typeof en>;

/** All words of the points ledger. */
export type AllPointsLedgerStrings = PointsLedgerStrings & StandingStrings;

const own = defineStrings('points-ledger', en, {
  fi: () => import('./fi/points-ledger.ts'),
  'zh-Hans': () => import('./zh-Hans/points-ledger.ts'),
  'zh-Hant': () => import('./zh-Hant/points-ledger.ts'),
  vi: () => import('./vi/points-ledger.ts'),
  de: () => import('./de/points-ledger.ts'),
  fr: () => import('./fr/points-ledger.ts'),
  es: () => import('./es/points-ledger.ts'),
  'pt-BR': () => import('./pt-BR/points-ledger.ts'),
  ja: () => import('./ja/points-ledger.ts'),
  ko: () => import('./ko/points-ledger.ts'),
  ar: () => import('./ar/points-ledger.ts'),
});

/** Words of `<portico-points-ledger>`. */
export const pointsLedgerStrings = own as unknown as StringTable<AllPointsLedgerStrings>;

addStrings(pointsLedgerStrings, standingStrings);
