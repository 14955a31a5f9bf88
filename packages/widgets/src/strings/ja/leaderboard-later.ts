import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: 'このランキングに参加',
  takePartIn: '参加中は、他社が表示されるのと同じように自社も他社に表示され、順位が分かります。',
  takePartOut: '参加しない場合、他社には表示されず、順位も付きません。ポイント、案件、レベルはそのままです。いつでも再び参加できます。',
  done_out: '参加をやめました。',
  done_in: '再び参加しました。',
  peopleText: '自社だけに表示されます。各メンバー本人の実績を集計します。',
  peopleNone: 'この期間に集計される実績のあるメンバーはまだいません。',
  peopleCaption: (board, period) => `自社のメンバー：${board}、${period}`,
  person: 'メンバー',
  compared: '比較される相手',
  compared_all: '参加しているすべてのパートナー。',
  compared_level: '同じレベルのパートナーだけ。レベルが変わると比較の相手も変わり、実績はそこで集計されます。',
  compared_country: '同じ国のパートナーだけ。',
  compared_cohort: 'レベル、国、加入年が同じパートナーだけ。先に始めた相手と比べられることはありません。',
  normalised: 'すべてのパートナーが1つのランキングに並びます。値はグループの中央値に対する割合で、100%が中央値、150%はその1.5倍です。小さな市場や新しいパートナーにも、大きなパートナーと同じ機会があります。',
  ownRaw: value => `自社の成績：${value}`,
};
