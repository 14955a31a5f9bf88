/** Defines every widget of Portico. A page that needs one of them imports `define/<its name>` and pays for that one. */
import './challenges.ts';
import './collateral.ts';
import './collateral-desk.ts';
import './collateral-library.ts';
import './deal-list.ts';
import './deal-registration.ts';
import './deal-review.ts';
import './leaderboard.ts';
import './lead-desk.ts';
import './lead-inbox.ts';
import './points-ledger.ts';
import './portal.ts';
import './program-desk.ts';
import './tier-progress.ts';
