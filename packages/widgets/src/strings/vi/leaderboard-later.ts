import type {LeaderboardLaterStrings} from '../leaderboard-later.strings.ts';

export const strings: LeaderboardLaterStrings = {
  takePart: 'Tham gia bảng này',
  takePartIn: 'Khi tham gia, bảng cho người khác thấy bạn giống như bạn thấy họ, và bạn thấy thứ hạng của mình.',
  takePartOut: 'Không có bạn: người khác không còn thấy bạn ở đây và bạn không thấy thứ hạng. Điểm, thương vụ và hạng của bạn vẫn giữ nguyên. Bạn có thể quay lại bất cứ lúc nào.',
  done_out: 'Bạn không còn tham gia.',
  done_in: 'Bạn đã tham gia lại.',
  peopleText: 'Chỉ công ty bạn thấy phần này. Tính theo việc mỗi người tự làm.',
  peopleNone: 'Trong kỳ này chưa ai trong công ty bạn có gì được tính.',
  peopleCaption: (board, period) => `Người trong công ty bạn: ${board}, ${period}`,
  person: 'Người',
  compared: 'Bạn được so với ai',
  compared_all: 'Với mọi đối tác tham gia.',
  compared_level: 'Chỉ với đối tác cùng hạng. Khi hạng của bạn đổi, nhóm so sánh cũng đổi và kết quả của bạn được tính ở đó.',
  compared_country: 'Chỉ với đối tác cùng quốc gia.',
  compared_cohort: 'Chỉ với đối tác cùng hạng, cùng quốc gia và cùng năm tham gia: không ai bị so với người đi trước.',
  normalised: 'Mọi đối tác cùng một bảng. Giá trị là kết quả của bạn so với trung vị của nhóm: 100% là trung vị, 150% là gấp rưỡi. Nhờ vậy thị trường nhỏ hay đối tác mới cũng có cơ hội như đối tác lớn.',
  ownRaw: value => `Kết quả của bạn: ${value}`,
};
