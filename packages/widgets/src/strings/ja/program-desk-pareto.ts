import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: '期間',
  period_12_months: '直近12か月',
  period_year: '今年',
  period_last_year: '昨年',
  period_all: '全期間',
  currency: '通貨',
  coreShare: '目標の割合',
  core: (count, of, shareOfPartners, share) => `${plural('ja', of, {other: 'パートナー#社'})}中${count}社（${shareOfPartners}）が売上の${share}を占めています。`,
  curve: 'パートナー別の累計売上',
  axisPartners: 'パートナーの割合（大きい順）',
  axisTurnover: '売上の割合',
  markWords: share => `売上の${share}`,
  byTurnover: '売上順のパートナー',
  total: amount => `合計${amount}`,
  rank: '順位',
  partner: 'パートナー',
  turnover: '売上',
  share: '割合',
  cumulative: '累計',
  isCore: '中核',
  showAll: count => `${count}社すべてを表示`,
  none: 'この期間の売上はありません',
  noneText: 'この通貨でパートナーが受注した案件がここに表示されます。',
};
