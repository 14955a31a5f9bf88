import type {ParetoStrings} from '../program-desk-pareto.strings.ts';
import {plural} from '../plural.ts';

export const strings: ParetoStrings = {
  period: '期间',
  period_12_months: '最近 12 个月',
  period_year: '本日历年',
  period_last_year: '上一日历年',
  period_all: '全部时间',
  currency: '币种',
  coreShare: '目标占比',
  core: (count, of, shareOfPartners, share) => `${plural('zh-Hans', of, {other: '# 家合作伙伴'})}中的 ${count} 家（${shareOfPartners}）贡献了 ${share} 的销售额。`,
  curve: '按合作伙伴累计的销售额',
  axisPartners: '合作伙伴占比，从大到小',
  axisTurnover: '销售额占比',
  markWords: share => `销售额的 ${share}`,
  byTurnover: '按销售额排列的合作伙伴',
  total: amount => `合计 ${amount}`,
  rank: '名次',
  partner: '合作伙伴',
  turnover: '销售额',
  share: '占比',
  cumulative: '累计',
  isCore: '核心',
  showAll: count => `显示全部 ${count} 家`,
  none: '这段时间没有销售额',
  noneText: '合作伙伴以此币种赢得的商机会显示在这里。',
};
