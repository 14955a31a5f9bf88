/** Companies and people who ask, country by country. Addresses under `.example` lead nowhere. */
export interface CountrySeed {
  readonly country: string;
  readonly language: string;
  readonly timeZone: string;
  /** First and second part of a company's name. */
  readonly stems: readonly string[];
  readonly trades: readonly (readonly [word: string, industry: string])[];
  readonly legalForm: string;
  readonly places: readonly (readonly [city: string, region: string, postalCode: string])[];
  readonly streets: readonly string[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  /** Family name first, as in Vietnam. */
  readonly familyFirst?: boolean;
  readonly phone: string;
}

const metal = 'Metal processing';
const food = 'Food and beverage';
const wood = 'Wood and paper';
const water = 'Water and wastewater';
const packaging = 'Packaging';
const electronics = 'Electronics';
const pharma = 'Pharmaceuticals';
const energy = 'Energy';
const automotive = 'Automotive';
const textile = 'Textile';
const logistics = 'Logistics';
const plastics = 'Plastics';

export const countries: readonly CountrySeed[] = [
  {
    country: 'FI', language: 'fi', timeZone: 'Europe/Helsinki', legalForm: 'Oy', phone: '+358 40 555 ',
    stems: ['Kallion', 'Pohjolan', 'Tammisalon', 'Järviseudun', 'Revon', 'Harjun', 'Koivulan', 'Aurajoen', 'Louhen', 'Vaaran', 'Merituulen', 'Hallan'],
    trades: [['Konepaja', metal], ['Meijeri', food], ['Saha', wood], ['Vesihuolto', water], ['Pakkaus', packaging], ['Piirilevy', electronics], ['Lämpö', energy], ['Muovi', plastics]],
    places: [['Tampere', 'Pirkanmaa', '33100'], ['Oulu', 'Pohjois-Pohjanmaa', '90100'], ['Vantaa', 'Uusimaa', '01510'], ['Turku', 'Varsinais-Suomi', '20500'], ['Lahti', 'Päijät-Häme', '15110'], ['Jyväskylä', 'Keski-Suomi', '40100'], ['Vaasa', 'Pohjanmaa', '65100']],
    streets: ['Teollisuustie', 'Hatanpään valtatie', 'Tuotekatu', 'Satamakatu', 'Yrittäjäntie'],
    firstNames: ['Juhani', 'Marja', 'Pekka', 'Outi', 'Ville', 'Henna', 'Antti', 'Tiina', 'Lauri', 'Riikka'],
    lastNames: ['Korhonen', 'Nieminen', 'Laine', 'Heikkinen', 'Salo', 'Turunen', 'Peltola', 'Ahonen', 'Kivelä', 'Rautio'],
  },
  {
    country: 'SE', language: 'sv', timeZone: 'Europe/Stockholm', legalForm: 'AB', phone: '+46 70 555 ',
    stems: ['Norrstrands', 'Björkdala', 'Ekeby', 'Vinterviken', 'Stenåsa', 'Lindholmens', 'Tallbacka', 'Söderfors'],
    trades: [['Mekaniska', metal], ['Mejeri', food], ['Trä', wood], ['Vatten', water], ['Förpackning', packaging], ['Fordonsdelar', automotive], ['Elektronik', electronics]],
    places: [['Göteborg', 'Västra Götaland', '411 05'], ['Malmö', 'Skåne', '211 20'], ['Västerås', 'Västmanland', '721 30'], ['Umeå', 'Västerbotten', '903 25'], ['Örebro', 'Örebro län', '702 10']],
    streets: ['Industrigatan', 'Verkstadsvägen', 'Hamngatan', 'Fabriksgatan'],
    firstNames: ['Anders', 'Johanna', 'Mikael', 'Sofia', 'Per', 'Emma', 'Henrik', 'Åsa'],
    lastNames: ['Lindqvist', 'Bergman', 'Åkesson', 'Holm', 'Sandberg', 'Norén', 'Wallin', 'Öberg'],
  },
  {
    country: 'DE', language: 'de', timeZone: 'Europe/Berlin', legalForm: 'GmbH', phone: '+49 151 555 ',
    stems: ['Ahrental', 'Lindenauer', 'Hohenfelder', 'Weserberg', 'Märkische', 'Rheinauer', 'Donaufurt', 'Eichgrund', 'Saaletal', 'Nordheider'],
    trades: [['Maschinenbau', metal], ['Molkerei', food], ['Papierwerke', wood], ['Wasserwerke', water], ['Verpackung', packaging], ['Automobiltechnik', automotive], ['Pharma', pharma], ['Kunststofftechnik', plastics], ['Logistik', logistics]],
    places: [['München', 'Bayern', '80339'], ['Stuttgart', 'Baden-Württemberg', '70173'], ['Bielefeld', 'Nordrhein-Westfalen', '33602'], ['Leipzig', 'Sachsen', '04109'], ['Hannover', 'Niedersachsen', '30159'], ['Nürnberg', 'Bayern', '90402']],
    streets: ['Industriestraße', 'Gewerbering', 'Am Werkhof', 'Siemensstraße', 'Hafenweg'],
    firstNames: ['Andreas', 'Claudia', 'Stefan', 'Birgit', 'Tobias', 'Nadine', 'Emre', 'Sabine', 'Matthias'],
    lastNames: ['Krüger', 'Hofmann', 'Schäfer', 'Demir', 'Lorenz', 'Baumann', 'Groß', 'Winkler', 'Seidel'],
  },
  {
    country: 'VN', language: 'vi', timeZone: 'Asia/Ho_Chi_Minh', legalForm: 'JSC', phone: '+84 90 555 ', familyFirst: true,
    stems: ['Hoàng Gia', 'Phú Thịnh', 'An Khang', 'Đại Nam', 'Bình Minh', 'Thiên Phúc', 'Sông Hồng', 'Trường Hải', 'Tân Tiến'],
    trades: [['Dệt may', textile], ['Thực phẩm', food], ['Bao bì', packaging], ['Điện tử', electronics], ['Nhựa', plastics], ['Cơ khí', metal], ['Cấp nước', water]],
    places: [['Hà Nội', 'Hà Nội', '100000'], ['Biên Hòa', 'Đồng Nai', '810000'], ['Thủ Dầu Một', 'Bình Dương', '820000'], ['Hải Phòng', 'Hải Phòng', '180000'], ['Thành phố Hồ Chí Minh', 'TP. Hồ Chí Minh', '700000'], ['Đà Nẵng', 'Đà Nẵng', '550000']],
    streets: ['Đường số 3, KCN Amata', 'Đại lộ Bình Dương', 'Lô B2, KCN Thăng Long', 'Nguyễn Văn Linh', 'KCN Sóng Thần 2'],
    firstNames: ['Hùng', 'Lan', 'Quang', 'Hương', 'Tuấn', 'Mai', 'Khoa', 'Thảo'],
    lastNames: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ', 'Đặng', 'Bùi', 'Đỗ'],
  },
  {
    country: 'EE', language: 'et', timeZone: 'Europe/Tallinn', legalForm: 'OÜ', phone: '+372 5555 ',
    stems: ['Pärnulahe', 'Emajõe', 'Saaremetsa', 'Kalevi'],
    trades: [['Puit', wood], ['Metall', metal], ['Piim', food], ['Elekter', energy]],
    places: [['Tallinn', 'Harju', '10111'], ['Tartu', 'Tartu', '51005'], ['Pärnu', 'Pärnu', '80010']],
    streets: ['Tööstuse', 'Sadama', 'Vabriku'],
    firstNames: ['Rein', 'Liis', 'Toomas', 'Kadri'],
    lastNames: ['Tamm', 'Mägi', 'Kask', 'Pärn'],
  },
  {
    country: 'GB', language: 'en', timeZone: 'Europe/London', legalForm: 'Ltd', phone: '+44 7700 900',
    stems: ['Harrow Vale', 'Kestrel', 'Thornbury', 'Calder', 'Severn Bank', 'Ashdown'],
    trades: [['Precision', metal], ['Foods', food], ['Packaging', packaging], ['Water Services', water], ['Automotive', automotive], ['Pharma', pharma]],
    places: [['Sheffield', 'South Yorkshire', 'S1 2HE'], ['Bristol', 'Avon', 'BS1 4ST'], ['Coventry', 'West Midlands', 'CV1 2WT'], ['Leeds', 'West Yorkshire', 'LS1 4DY']],
    streets: ['Foundry Lane', 'Millers Way', 'Station Road', 'Canal Street'],
    firstNames: ['Priya', 'Daniel', 'Rachel', 'Tom', 'Aisha', 'Gareth'],
    lastNames: ['Hargreaves', 'Patel', 'Donnelly', 'Ogden', 'Fletcher', 'Reid'],
  },
];

/** Customers of countries where nobody sells yet. */
export const elsewhere: readonly CountrySeed[] = [
  {
    country: 'ES', language: 'es', timeZone: 'Europe/Madrid', legalForm: 'S.L.', phone: '+34 600 555 ',
    stems: ['Valdeoro', 'Riberalta', 'Sierranova'],
    trades: [['Envases', packaging], ['Alimentación', food], ['Aguas', water]],
    places: [['Zaragoza', 'Aragón', '50001'], ['Valencia', 'Comunitat Valenciana', '46001']],
    streets: ['Calle de la Industria', 'Avenida del Puerto'],
    firstNames: ['Lucía', 'Javier', 'Marta'],
    lastNames: ['Ortega', 'Navarro', 'Gil'],
  },
  {
    country: 'US', language: 'en', timeZone: 'America/Chicago', legalForm: 'Inc.', phone: '+1 312 555 ',
    stems: ['Prairie Fork', 'Lakewood', 'Redstone'],
    trades: [['Manufacturing', metal], ['Bottling', food], ['Plastics', plastics]],
    places: [['Milwaukee', 'Wisconsin', '53202'], ['Peoria', 'Illinois', '61602']],
    streets: ['Commerce Drive', 'Mill Street'],
    firstNames: ['Denise', 'Marcus', 'Kelly'],
    lastNames: ['Ramirez', 'Olson', 'Burke'],
  },
];

export const jobTitles = ['Production Manager', 'Head of Maintenance', 'Automation Engineer', 'Plant Manager', 'Purchasing Manager', 'Technical Director', 'Operations Manager', 'Process Engineer', 'Project Manager', 'Managing Director'] as const;
export const employeeBands = ['10-49', '50-249', '250-999', '1000-4999'] as const;
