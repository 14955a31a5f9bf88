import {defineElement} from '../base/define-element.ts';
import {Leaderboard} from '../leaderboard/leaderboard.ts';

defineElement('portico-leaderboard', Leaderboard);
