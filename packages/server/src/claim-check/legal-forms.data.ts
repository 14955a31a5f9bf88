/**
 * Legal forms as names end with them, in the form that names are compared in: lower case, no accents, no dots, no spaces between their words.
 * They say how a company is registered, and people leave them out when they type.
 */
export const closingForms: ReadonlySet<string> = new Set([
  // English
  'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'llc', 'llp', 'lp', 'pllc', 'ltd', 'limited', 'plc', 'cic', 'pty', 'pte', 'pvt', 'private', 'privatelimited', 'publiccompany', 'unlimited',
  // German
  'gmbh', 'ggmbh', 'mbh', 'gesellschaftmbh', 'gesmbh', 'gesellschaftmitbeschrankterhaftung', 'ag', 'aktiengesellschaft', 'kg', 'kgaa', 'kommanditgesellschaft', 'ohg', 'ug', 'haftungsbeschrankt', 'gbr', 'ev', 'ek', 'eg', 'se', 'sce',
  // Nordic and Baltic
  'oy', 'oyj', 'osakeyhtio', 'ky', 'tmi', 'ab', 'abp', 'aktiebolag', 'publ', 'hb', 'as', 'asa', 'aksjeselskap', 'aktieselskab', 'aps', 'anpartsselskab', 'ans', 'ivs', 'ehf', 'hf', 'ou', 'osauhing', 'aktsiaselts', 'sia', 'uab', 'mb',
  // Dutch, French, Iberian, Italian, American
  'bv', 'nv', 'vof', 'bvba', 'sprl', 'sa', 'sas', 'sasu', 'sarl', 'eurl', 'snc', 'scrl', 'scop', 'sl', 'slu', 'slne', 'sau', 'lda', 'ltda', 'limitada', 'unipessoal', 'eireli', 'epp', 'srl', 'srls', 'spa', 'sapa', 'scarl', 'soccoop',
  'sociedadanonima', 'sociedadlimitada', 'societeanonyme', 'sadecv', 'sabdecv', 'sapidecv', 'sderldecv', 'srldecv', 'cv', 'eirl', 'ca', 'cia',
  // Central, eastern and south-eastern Europe, Turkey
  'spzoo', 'spolkazoo', 'spj', 'spk', 'spka', 'spolkaakcyjna', 'sro', 'sporo', 'spolsro', 'vos', 'kft', 'zrt', 'nyrt', 'rt', 'bt', 'kkt', 'doo', 'jdoo', 'dd', 'ad', 'ead', 'ood', 'eood', 'shpk', 'sha', 'ooo', 'oao', 'zao', 'pao', 'ao',
  'ооо', 'оао', 'зао', 'пао', 'ао', 'тоо', 'тов', 'ат', 'прат', 'оод', 'еоод', 'ад', 'еад', 'доо', 'αε', 'επε', 'ικε', 'οε', 'εε', 'ae', 'epe', 'ike', 'sti', 'ltdsti', 'limitedsirketi', 'anonimsirketi',
  // Asia, Africa, Middle East
  'kk', 'gk', 'yk', 'kabushikikaisha', 'godokaisha', 'sdnbhd', 'sdn', 'bhd', 'berhad', 'tbk', 'jsc', 'pjsc', 'ojsc', 'cjsc', 'wll', 'fze', 'fzc', 'fzco', 'fzllc', 'dmcc', 'saoc', 'saog', 'sae', 'בעמ', 'ذمم', 'شمم', 'tnhh',
]);

/** Legal forms that names begin with. Shorter than the other list: many of those are ordinary first words. */
export const openingForms: ReadonlySet<string> = new Set([
  'oy', 'ab', 'as', 'ou', 'sia', 'uab', 'pt', 'cv', 'ud', 'sc', 'sarl', 'sas', 'eurl', 'firma', 'ooo', 'oao', 'zao', 'pao', 'ооо', 'оао', 'зао', 'пао', 'ао', 'тоо', 'тов', 'прат', 'чп', 'ип', 'kabushikikaisha', 'شركة',
  'congty', 'congtytnhh', 'congtytnhhmtv', 'congtytnhhmotthanhvien', 'congtytnhh1thanhvien', 'congtytnhh2thanhvien', 'congtytnhhhaithanhvien', 'congtytrachnhiemhuuhan', 'congtytrachnhiemhuuhanmotthanhvien', 'congtycophan', 'congtycp',
  'congtyhopdanh', 'ctytnhh', 'ctycp', 'ctcp', 'cty', 'dntn', 'doanhnghieptunhan', 'tapdoan',
]);

/** Words that join a name to a legal form: they go with it. */
export const joiningWords: ReadonlySet<string> = new Set(['and', 'und', 'et', 'y', 'og', 'och', 'ja', 'i']);

/** Legal forms that are written without a space, at the beginning or at the end; longer ones first. */
export const attachedForms: readonly string[] = [
  '股份有限公司', '有限责任公司', '有限責任公司', '股份公司', '有限公司', '株式会社', '株式會社', '有限会社', '合同会社', '合資会社', '合名会社', '주식회사', '유한회사', '유한책임회사', 'บริษัท', 'จำกัด', 'มหาชน', 'ห้างหุ้นส่วนจำกัด',
]
  // Thai has letters that this normal form writes as two.
  .map(form => form.normalize('NFKC'))
  .sort((a, b) => b.length - a.length);

/** What stands for a legal form in brackets: `(株)`, `(주)`, `(有)`. */
export const bracketedForms: ReadonlySet<string> = new Set(['株', '有', '同', '주', '유']);
