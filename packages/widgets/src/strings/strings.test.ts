import {expect} from '@open-wc/testing';
import {type Message, type StringTable, tables} from './strings.ts';
import './asset.strings.ts';
import './challenges-later.strings.ts';
import './collateral-cobrand.strings.ts';
import './collateral-desk-cobrand.strings.ts';
import './collateral-desk-folders.strings.ts';
import './collateral-desk-later.strings.ts';
import './collateral-desk-print.strings.ts';
import './collateral-desk-report.strings.ts';
import './collateral-desk-zones.strings.ts';
import './collateral-library-later.strings.ts';
import './collateral-mine.strings.ts';
import './collateral-reach.strings.ts';
import './deal-fields.strings.ts';
import './deal-list-later.strings.ts';
import './deal-registration-later.strings.ts';
import './deal.strings.ts';
import './fallback.strings.ts';
import './leaderboard-later.strings.ts';
import './leaderboard.strings.ts';
import './points-ledger.strings.ts';
import './program-desk-challenges.strings.ts';
import './program-desk-pareto.strings.ts';
import './program-desk-rewards.strings.ts';
import './program-desk-editor.strings.ts';
import './program-desk-rule.strings.ts';
import './program-desk-board.strings.ts';
import './program-desk-levels.strings.ts';
import './program-desk.strings.ts';
import './tier-progress.strings.ts';
import './ui.strings.ts';

/** Values to try the functions of a table with: numbers pick plural forms. */
const values = [0, 1, 2, 3, 5, 11, 100];

describe('the tables of words', () => {
  // `tables` holds every area whose module was loaded: here those of the elements in ui/.
  for (const table of tables as Set<StringTable<Record<string, Message>>>) {
    for (const [locale, load] of Object.entries(table.locales)) {
      it(`has every word of ${table.area} in ${locale}`, async () => {
        const {strings} = await load();
        expect(Object.keys(strings)).to.have.members(Object.keys(table.source));
        for (const [key, message] of Object.entries(strings as Record<string, Message>)) {
          const texts = typeof message === 'function' ? values.map(value => message(...([value, value, value, value, value] as never[]))) : [message];
          for (const text of texts) {
            expect(text.trim(), key).to.not.equal('');
            expect(text, key).to.not.match(/undefined|NaN|#/);
          }
        }
      });
    }
  }
});
