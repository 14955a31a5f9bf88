import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: '參加此排行榜',
  takePartIn: '參加期間，此榜向其他人顯示您的方式與向您顯示他們的方式相同，您也看得到自己的名次。',
  takePartOut: '不參加時，其他人在此看不到您，您也沒有名次。點數、案件與等級不受影響，隨時可以再參加。',
  done_out: '您已不參加。',
  done_in: '您已重新參加。',
  peopleText: '僅貴公司可見，計算每個人自己的成果。',
  peopleNone: '本期貴公司尚無人有計入的成果。',
  peopleCaption: (board, period) => `貴公司的人員：${board}，${period}`,
  person: '人員',
  compared: '您與誰比較',
  compared_all: '與所有參加的夥伴。',
  compared_level: '僅與同等級的夥伴。等級改變時，比較對象隨之改變，您的成果也在新的群組中計算。',
  compared_country: '僅與同國家的夥伴。',
  compared_cohort: '僅與同等級、同國家且同年加入的夥伴：不會與起步較早者比較。',
  normalised: '所有夥伴同在一榜。數值是您相對於所屬群組中位數的表現：100% 為中位數，150% 為再多一半。小市場或新加入的夥伴因此與大夥伴機會相同。',
  ownRaw: value => `您自己的成績：${value}`,
};
