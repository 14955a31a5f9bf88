import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: '参与此排行榜',
  takePartIn: '参与期间，排行榜以您看到他人的方式向他人显示您，您也能看到自己的名次。',
  takePartOut: '退出后：他人不再在此看到您，您也看不到名次。您的积分、商机和级别保持不变，可随时重新参与。',
  done_out: '您已退出。',
  done_in: '您已重新参与。',
  peopleText: '仅贵公司可见。统计每个人自己完成的内容。',
  peopleNone: '本期贵公司尚无人有可计入的成绩。',
  peopleCaption: (board, period) => `贵公司的人员：${board}，${period}`,
  person: '人员',
  compared: '比较对象',
  compared_all: '所有参与的合作伙伴。',
  compared_level: '仅与同级别的合作伙伴比较。级别变化时比较对象随之变化，您的成绩计入新的组。',
  compared_country: '仅与同国家/地区的合作伙伴比较。',
  compared_cohort: '仅与同级别、同国家/地区且同年加入的合作伙伴比较：不会与先行者相比。',
  normalised: '所有合作伙伴同榜。数值表示您与所在组中位数的对比：100% 即中位数，150% 为其一倍半。小市场或新合作伙伴与大型伙伴机会均等。',
  ownRaw: value => `您的成绩：${value}`,
};
