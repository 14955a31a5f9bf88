import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'Bảng thông số',
  type_deck: 'Bài thuyết trình',
  type_battlecard: 'Thẻ cạnh tranh',
  type_case_study: 'Nghiên cứu tình huống',
  type_logo: 'Logo',
  type_image: 'Hình ảnh',
  type_video: 'Video',
  type_template: 'Mẫu',
  type_price_list: 'Bảng giá',
  type_legal: 'Pháp lý',
  type_link: 'Liên kết',
  partnerType_reseller: 'Đại lý bán lại',
  partnerType_var: 'Đại lý gia tăng giá trị',
  partnerType_distributor: 'Nhà phân phối',
  partnerType_agent: 'Đại diện',
  partnerType_affiliate: 'Đối tác tiếp thị',
  partnerType_msp: 'Nhà cung cấp dịch vụ quản lý',
  partnerType_si: 'Nhà tích hợp hệ thống',
  partnerType_isv: 'Nhà cung cấp phần mềm',
};
