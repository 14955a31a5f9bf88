import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: '期間',
  period_12_months: '最近 12 個月',
  period_year: '今年',
  period_last_year: '去年',
  period_all: '所有期間',
  currency: '幣別',
  coreShare: '目標占比',
  core: (count, of, shareOfPartners, share) => `${plural('zh-Hant', of, {other: '# 家夥伴'})}中的 ${count} 家（${shareOfPartners}）貢獻 ${share} 的營收。`,
  curve: '夥伴累計營收',
  axisPartners: '夥伴占比，由大到小',
  axisTurnover: '營收占比',
  markWords: share => `營收的 ${share}`,
  byTurnover: '依營收排列的夥伴',
  total: amount => `合計 ${amount}`,
  rank: '名次',
  partner: '合作夥伴',
  turnover: '營收',
  share: '占比',
  cumulative: '累計',
  isCore: '核心',
  showAll: count => `顯示全部 ${count} 家`,
  none: '此期間沒有營收',
  noneText: '夥伴以此幣別成交的案件會顯示在這裡。',
};
