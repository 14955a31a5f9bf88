import type {ArtName} from './art.ts';

/** A printed sheet: a datasheet, a guide, terms, a list of prices. */
export interface Sheet {
  readonly kind: 'sheet';
  readonly file: string;
  readonly language: string;
  readonly art: ArtName;
  /** What kind of paper it is, above the title. */
  readonly label: string;
  readonly title: string;
  readonly lead: string;
  readonly points: readonly string[];
  /** A table with a name on the left and a value on the right. */
  readonly facts: readonly (readonly [string, string])[];
  /** At the foot of the page. */
  readonly note: string;
}

/** Slides to show, the first of which is the title. */
export interface Slides {
  readonly kind: 'slides';
  readonly file: string;
  readonly language: string;
  readonly art: ArtName;
  readonly slides: readonly {readonly title: string; readonly points: readonly string[]}[];
}

/** A drawing without words. */
export interface Picture {
  readonly kind: 'picture';
  readonly file: string;
  readonly art: ArtName;
  readonly width: number;
  readonly height: number;
}

/** A partner's name with a sign before it, on nothing. */
export interface Logo {
  readonly kind: 'logo';
  readonly file: string;
  readonly name: string;
  readonly color: string;
}

export type MaterialDocument = Sheet | Slides | Picture | Logo;

const sheet = (file: string, language: string, art: ArtName, words: Omit<Sheet, 'kind' | 'file' | 'language' | 'art'>): Sheet => ({kind: 'sheet', file, language, art, ...words});

const cobotFacts: Sheet['facts'] = [['Payload', '7 kg'], ['Reach', '1,050 mm'], ['Repeatability', '± 0.03 mm'], ['Weight', '29 kg'], ['Protection', 'IP 54'], ['Order number', 'HC7-1050-A']];

export const documents: readonly MaterialDocument[] = [
  sheet('cobot-7-datasheet-en.pdf', 'en', 'arm', {
    label: 'Datasheet', title: 'Halden Cobot 7', lead: 'A robot arm that works beside people, without a fence, and is taught a new task in an afternoon.',
    points: ['Hand-guided teaching: move the arm, press once, done.', 'Force sensing in every joint stops within 4 ms.', 'One cable to Halden Edge 200; no cabinet.'], facts: cobotFacts, note: 'Halden Automation · version 2 · figures measured to ISO 9283',
  }),
  sheet('cobot-7-datasheet-en-2025.pdf', 'en', 'arm', {
    label: 'Datasheet', title: 'Halden Cobot 7', lead: 'A robot arm that works beside people, without a fence.',
    points: ['Hand-guided teaching: move the arm, press once, done.', 'Force sensing in every joint.'], facts: [['Payload', '6 kg'], ['Reach', '1,000 mm'], ['Repeatability', '± 0.05 mm'], ['Weight', '31 kg'], ['Order number', 'HC7-1000-A']], note: 'Halden Automation · version 1',
  }),
  sheet('cobot-7-tuotelehti-fi.pdf', 'fi', 'arm', {
    label: 'Tuotelehti', title: 'Halden Cobot 7', lead: 'Robottikäsivarsi, joka työskentelee ihmisten vieressä ilman aitaa ja oppii uuden työn iltapäivässä.',
    points: ['Opeta kädestä pitäen: liikuta vartta, paina kerran, valmis.', 'Voimantunnistus joka nivelessä pysäyttää 4 millisekunnissa.', 'Yksi kaapeli Halden Edge 200 -ohjaimeen, ei kaappia.'],
    facts: [['Hyötykuorma', '7 kg'], ['Ulottuma', '1 050 mm'], ['Toistotarkkuus', '± 0,03 mm'], ['Paino', '29 kg'], ['Kotelointi', 'IP 54'], ['Tilausnumero', 'HC7-1050-A']], note: 'Halden Automation · versio 2',
  }),
  sheet('cobot-7-tuotelehti-fi-2025.pdf', 'fi', 'arm', {
    label: 'Tuotelehti', title: 'Halden Cobot 7', lead: 'Robottikäsivarsi, joka työskentelee ihmisten vieressä ilman aitaa.',
    points: ['Opeta kädestä pitäen: liikuta vartta, paina kerran, valmis.', 'Voimantunnistus joka nivelessä.'], facts: [['Hyötykuorma', '6 kg'], ['Ulottuma', '1 000 mm'], ['Toistotarkkuus', '± 0,05 mm'], ['Tilausnumero', 'HC7-1000-A']], note: 'Halden Automation · versio 1',
  }),
  sheet('cobot-7-thong-so-vi.pdf', 'vi', 'arm', {
    label: 'Thông số kỹ thuật', title: 'Halden Cobot 7', lead: 'Cánh tay robot làm việc cạnh con người, không cần hàng rào, học việc mới chỉ trong một buổi chiều.',
    points: ['Dạy bằng tay: di chuyển cánh tay, nhấn một lần là xong.', 'Cảm biến lực ở mọi khớp, dừng trong 4 ms.', 'Một dây cáp nối với Halden Edge 200, không cần tủ điện.'],
    facts: [['Tải trọng', '7 kg'], ['Tầm với', '1.050 mm'], ['Độ lặp lại', '± 0,03 mm'], ['Khối lượng', '29 kg'], ['Cấp bảo vệ', 'IP 54'], ['Mã đặt hàng', 'HC7-1050-A']], note: 'Halden Automation · phiên bản 2',
  }),
  sheet('cobot-7-shuoming-zh.pdf', 'zh-Hans', 'arm', {
    label: '产品说明书', title: 'Halden Cobot 7 协作机器人', lead: '与人并肩工作的机械臂，无需围栏，一个下午即可学会新任务。',
    points: ['手把手示教：移动机械臂，按一下即可。', '每个关节均有力传感器，4 毫秒内停止。', '一根电缆连接 Halden Edge 200，无需控制柜。'],
    facts: [['负载', '7 kg'], ['工作半径', '1,050 mm'], ['重复精度', '± 0.03 mm'], ['重量', '29 kg'], ['防护等级', 'IP 54'], ['订货号', 'HC7-1050-A']], note: 'Halden Automation · 版本 2',
  }),
  sheet('vision-datasheet-en.pdf', 'en', 'camera', {
    label: 'Datasheet', title: 'Halden Vision', lead: 'A camera that inspects every part on the belt and learns a defect from twenty pictures.',
    points: ['120 parts a minute at 0.1 mm.', 'Learns on the device: no picture leaves the plant.', 'Replaces lens, light and controller with one housing.'], facts: [['Resolution', '12 megapixels'], ['Distance', '0.3 to 1.8 m'], ['Interfaces', 'Profinet, EtherNet/IP'], ['Protection', 'IP 67'], ['Order number', 'HV-12-67']], note: 'Halden Automation · version 1',
  }),
  sheet('vision-tuotelehti-fi.pdf', 'fi', 'camera', {
    label: 'Tuotelehti', title: 'Halden Vision', lead: 'Kamera, joka tarkastaa hihnan jokaisen kappaleen ja oppii vian kahdestakymmenestä kuvasta.',
    points: ['120 kappaletta minuutissa, tarkkuus 0,1 mm.', 'Oppii laitteessa: yksikään kuva ei poistu tehtaalta.', 'Optiikka, valo ja ohjain yhdessä kotelossa.'], facts: [['Tarkkuus', '12 megapikseliä'], ['Etäisyys', '0,3–1,8 m'], ['Liitännät', 'Profinet, EtherNet/IP'], ['Kotelointi', 'IP 67'], ['Tilausnumero', 'HV-12-67']], note: 'Halden Automation · versio 1',
  }),
  sheet('vision-shouce-zh.pdf', 'zh-Hans', 'camera', {
    label: '安装手册', title: '智能视觉检测系统', lead: '从开箱到第一次检测：安装支架、对焦、示教缺陷，共六步。',
    points: ['把相机固定在输送带上方 0.3 至 1.8 米处。', '接通电源，等待绿灯亮起。', '拍摄二十张合格品和二十张缺陷品的照片。', '在屏幕上框出缺陷，按“学习”。'],
    facts: [['分辨率', '1200 万像素'], ['供电', '24 V 直流'], ['防护等级', 'IP 67'], ['接口', 'Profinet、EtherNet/IP']], note: 'Halden Automation · 版本 1',
  }),
  sheet('edge-200-datasheet-en.pdf', 'en', 'controller', {
    label: 'Datasheet', title: 'Halden Edge 200', lead: 'One controller for motion, vision and safety, on a rail 12 cm wide.',
    points: ['Four axes, two cameras and a safety program on one processor.', 'Programs in IEC 61131-3, Python or by drawing.', 'Updates without stopping the line.'], facts: [['Processor', '8 cores, 2.4 GHz'], ['Cycle', '250 µs'], ['Supply', '24 V DC, 40 W'], ['Temperature', '−25 to 60 °C'], ['Order number', 'HE-200']], note: 'Halden Automation · version 1',
  }),
  sheet('edge-200-huong-dan-vi.pdf', 'vi', 'controller', {
    label: 'Hướng dẫn lắp đặt', title: 'Lắp đặt Halden Edge 200', lead: 'Từ lúc mở hộp đến chương trình đầu tiên: gắn ray, cấp nguồn, kết nối và đèn báo.',
    points: ['Gắn bộ điều khiển lên ray DIN, chừa 5 cm phía trên.', 'Cấp nguồn 24 V và chờ đèn xanh.', 'Nối cáp mạng với máy tính, mở địa chỉ ghi trên nhãn.', 'Chọn ngôn ngữ và đặt mật khẩu.'],
    facts: [['Nguồn', '24 V DC, 40 W'], ['Nhiệt độ', '−25 đến 60 °C'], ['Ray', 'DIN 35 mm'], ['Mã đặt hàng', 'HE-200']], note: 'Halden Automation · phiên bản 1',
  }),
  sheet('drive-x4-datasheet-en.pdf', 'en', 'drive', {
    label: 'Datasheet', title: 'Halden Drive X4', lead: 'A servo drive that tunes itself and tells when a bearing wears.',
    points: ['Tunes itself in forty seconds, again whenever the load changes.', 'Feeds braking energy back: up to 30 % less current.', 'Same footprint as the X3.'], facts: [['Power', '0.4 to 7.5 kW'], ['Overload', '300 % for 3 s'], ['Feedback', 'EnDat, HIPERFACE DSL'], ['Order number', 'HX4-xx']], note: 'Halden Automation · version 3',
  }),
  sheet('drive-x4-mounting-en.pdf', 'en', 'drive', {
    label: 'Mounting guide', title: 'Mounting the Drive X4', lead: 'Brackets, torque, cables and the first start.',
    points: ['Fix the plate with four M6 bolts.', 'Tighten to 14 Nm.', 'Leave 80 mm above and below for air.'], facts: [['Bolts', '4 × M6'], ['Torque', '14 Nm'], ['Cable', '4 × 2.5 mm²']], note: 'Halden Automation · version 1',
  }),
  sheet('safety-plc-certificate-en.pdf', 'en', 'shield', {
    label: 'Certificate', title: 'Halden Safety PLC', lead: 'Type examination to EN ISO 13849-1, category 4, PL e.',
    points: ['Covers hardware revisions C to F.', 'Valid with firmware 4.2 and later.', 'Examined every two years.'], facts: [['Standard', 'EN ISO 13849-1'], ['Level', 'PL e, category 4'], ['PFHd', '4.1 × 10⁻⁹ 1/h']], note: 'Copy of the certificate; the original is with Halden Automation',
  }),
  sheet('flow-kayttoonotto-fi.pdf', 'fi', 'flow', {
    label: 'Käyttöönotto-opas', title: 'Halden Flow', lead: 'Asennuksesta ensimmäiseen hälytykseen: anturit, raja-arvot ja kunnossapidon ilmoitukset.',
    points: ['Kiinnitä anturit putkeen ennen ja jälkeen pumpun.', 'Anna järjestelmän oppia viikko ennen raja-arvoja.', 'Valitse, kenelle yöhälytykset menevät.', 'Kokeile: sulje venttiili, odota ilmoitusta.'],
    facts: [['Antureita enintään', '64'], ['Mittausväli', '1 s'], ['Yhteys', 'Ethernet, 4G']], note: 'Halden Automation · versio 1',
  }),
  sheet('flow-datasheet-en.pdf', 'en', 'flow', {label: 'Datasheet', title: 'Halden Flow', lead: 'Sees a leak before it is one.', points: ['Sensors clamp on: no cutting.', 'Learns a week, then warns.', 'Messages go to the phone of whoever is on duty.'], facts: [['Sensors', 'up to 64'], ['Interval', '1 s'], ['Link', 'Ethernet, 4G']], note: 'Halden Automation · draft'}),
  sheet('battlecard-cobot-en.pdf', 'en', 'arm', {
    label: 'Battlecard', title: 'Cobot 7 against caged robots', lead: 'Five things buyers say, and what to answer.',
    points: ['“A caged robot is faster.” Over a shift it is not: the cage opens eleven times.', '“We have no programmers.” Nor do they: operators teach it.', '“It cannot lift enough.” 7 kg is 84 % of what a person lifts on that line.', '“Safety will take months.” The assessment is two pages and we help.'], facts: [['Payback', '14 months'], ['Floor', '1.2 m² against 9 m²'], ['Change of task', '1 afternoon']], note: 'For certified partners only',
  }),
  sheet('price-list-gold-2027-en.pdf', 'en', 'chart', {
    label: 'Price list 2027', title: 'Gold partners', lead: 'Valid from 1 January 2027, in euros without tax.',
    points: ['Gold discount 18 % on hardware, 25 % on subscriptions.', 'Project prices on request from €100,000.'], facts: [['Halden Cobot 7', '28,900.00'], ['Halden Vision', '8,500.00'], ['Halden Flow', '6,200.00'], ['Halden Edge 200', '4,800.00'], ['Halden Drive X4', '3,100.00'], ['Halden Insight, a year', '2,400.00'], ['Halden Safety PLC', '1,950.00']], note: 'Confidential. Not to be passed on.',
  }),
  sheet('price-list-distribution-2027-en.pdf', 'en', 'chart', {label: 'Price list 2027', title: 'Distributors', lead: 'For partners who keep stock.', points: ['Discount 27 % on hardware from ten pieces.', 'Stock rotation twice a year.'], facts: [['Halden Cobot 7', '28,900.00'], ['Halden Vision', '8,500.00'], ['Halden Edge 200', '4,800.00'], ['Halden Drive X4', '3,100.00']], note: 'Confidential. Not to be passed on.'}),
  sheet('case-lahden-leipa-fi.pdf', 'fi', 'arm', {
    label: 'Asiakastarina', title: 'Lahden Leipä pakkaa kahdella vuorolla vähemmän nostoja', lead: 'Neljä Cobot 7 -robottia nostaa 11 000 leipäkoria päivässä.',
    points: ['Sairauspoissaolot linjalla vähenivät kolmanneksen.', 'Uusi tuote opetetaan linjan työntekijän voimin.', '“Nyt kukaan ei enää kysy, kuka nostaa.”'], facts: [['Koreja päivässä', '11 000'], ['Takaisinmaksu', '14 kk'], ['Robotteja', '4']], note: 'Lahden Leipä on keksitty yritys',
  }),
  sheet('case-lahden-leipa-en.pdf', 'en', 'arm', {
    label: 'Case study', title: 'A bakery lifts less in two shifts', lead: 'Four Cobot 7 lift 11,000 crates of bread a day at Lahden Leipä.',
    points: ['Sick leave on the line fell by a third.', 'Operators teach each new product themselves.', '“Nobody asks any more who will lift.”'], facts: [['Crates a day', '11,000'], ['Payback', '14 months'], ['Robots', '4']], note: 'Lahden Leipä is an invented company',
  }),
  sheet('case-det-may-vi.pdf', 'vi', 'camera', {
    label: 'Câu chuyện khách hàng', title: 'Nhà máy dệt giảm một nửa vải lỗi', lead: 'Sáu camera Halden Vision kiểm tra 40.000 mét vải mỗi ngày tại Bình Dương.',
    points: ['Lỗi được phát hiện trong vòng hai mét vải.', 'Công nhân tự dạy camera lỗi mới.', 'Hoàn vốn sau mười tháng.'], facts: [['Vải mỗi ngày', '40.000 m'], ['Camera', '6'], ['Hoàn vốn', '10 tháng']], note: 'Công ty trong câu chuyện là hư cấu',
  }),
  sheet('partner-terms-2026-1-en.pdf', 'en', 'shield', {label: 'Partner terms', title: 'Terms 2026-1', lead: 'What we promise each other.', points: ['Registered deals are protected for 90 days.', 'Material may be shown under both names as it is; the arm’s safety notes stay on it.', 'Prices are confidential.', 'Either side may leave with 60 days’ notice.'], facts: [['Version', '2026-1'], ['Law', 'Finland']], note: 'Halden Automation'}),
  sheet('insight-api-guide-en.pdf', 'en', 'chart', {label: 'Integration guide', title: 'Reading figures from Insight', lead: 'How a customer’s own system reads measurements.', points: ['Make a key for each system.', 'Ask for a day at a time.', 'Keep the cursor: nothing is counted twice.'], facts: [['Requests a minute', '600'], ['History', '24 months']], note: 'Needs the API terms'}),
  sheet('summer-offer-2026-en.pdf', 'en', 'chart', {label: 'Offer', title: 'Summer offer 2026', lead: 'Vision with a lens for the price of the camera.', points: ['Until the end of August.', 'Not together with project prices.'], facts: [['Halden Vision + lens', '8,500.00']], note: 'Ended'}),
  sheet('edge-150-flyer-en.pdf', 'en', 'controller', {label: 'Flyer', title: 'Halden Edge 150', lead: 'The controller before the Edge 200.', points: ['Two axes, one camera.'], facts: [['Cycle', '1 ms']], note: 'Halden Automation · version 1'}),
  sheet('vision-battlecard-en.pdf', 'en', 'camera', {label: 'Battlecard', title: 'Vision against smart sensors', lead: 'When a sensor is enough, and when it is not.', points: ['More than one kind of defect: Vision.', 'Parts that are never alike: Vision.', 'Is it there or not: a sensor.'], facts: [['Kinds of defects', 'any number'], ['Pictures to learn', '20']], note: 'Draft'}),
  sheet('roadmap-2028-en.pdf', 'en', 'chart', {label: 'Internal', title: 'Roadmap 2028', lead: 'For our own people.', points: ['Cobot 12 in spring.', 'Vision in colour in autumn.'], facts: [['Cobot 12', 'Q2'], ['Vision C', 'Q4']], note: 'Confidential'}),
  {kind: 'slides', file: 'first-meeting-en.pdf', language: 'en', art: 'arm', slides: [
    {title: 'Automation that your people can teach', points: ['Halden Automation', 'For the first meeting with a plant manager']},
    {title: 'What stops a line', points: ['Lifting: 38 % of short stops', 'Looking: one defect in four is seen too late', 'Waiting: for whoever can program']},
    {title: 'What we bring', points: ['Cobot 7 lifts beside people', 'Vision looks at every part', 'Edge 200 runs both, and your operators teach both']},
    {title: 'How we begin', points: ['One line, one task, six weeks', 'You measure, we listen', 'No result, no invoice']},
  ]},
  {kind: 'slides', file: 'ensitapaaminen-fi.pdf', language: 'fi', art: 'arm', slides: [
    {title: 'Automaatiota, jonka väkesi opettaa', points: ['Halden Automation', 'Ensitapaamiseen tehtaanjohtajan kanssa']},
    {title: 'Mikä pysäyttää linjan', points: ['Nostot: 38 % lyhyistä seisokeista', 'Tarkastus: joka neljäs vika nähdään liian myöhään', 'Odotus: kuka osaisi ohjelmoida?']},
    {title: 'Näin aloitetaan', points: ['Yksi linja, yksi työ, kuusi viikkoa', 'Te mittaatte, me kuuntelemme']},
  ]},
  {kind: 'picture', file: 'cobot-7-line.jpg', art: 'arm', width: 1600, height: 1000},
  {kind: 'picture', file: 'vision-belt.png', art: 'camera', width: 1280, height: 853},
  {kind: 'logo', file: 'lumitek-logo.png', name: 'Lumitek', color: '#7c2d12'},
  {kind: 'logo', file: 'minh-long-logo.png', name: 'Minh Long', color: '#1e3a8a'},
  {kind: 'picture', file: 'halden-partner-badge.svg', art: 'badge', width: 480, height: 480},
];
