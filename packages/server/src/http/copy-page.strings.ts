import type {CopyState} from '@portico/contract';
import {chooseLanguage, readLanguages} from '../public-pages/languages.rules.ts';

/** What the page behind a copy's QR code says. `{title}`, `{partner}`, `{vendor}` and `{date}` are filled in. */
export interface CopyPageStrings {
  readonly title: string;
  readonly states: Readonly<Record<CopyState | 'recalled' | 'unknown', readonly [headline: string, words: string]>>;
  readonly about: string;
  readonly reason: string;
  readonly website: string;
}

/** In every language of the product. */
export const copyPageStrings = {
  en: {
    title: 'Is this copy current?',
    states: {
      current: ['This copy is current', 'You can use it.'],
      replaced: ['There is a newer copy', 'Do not use this one any more. Ask {partner} for the newer one.'],
      stale: ['This copy is out of date', 'The material has changed since it was made. Ask {partner} for a new one.'],
      unpublished: ['This copy was never released', 'Do not use it. Ask {partner} for one that was.'],
      recalled: ['This copy was recalled', 'Do not use it any more and throw it away.'],
      unknown: ['There is no copy with this code', 'Check that all of the code was read.'],
    },
    about: '{title} · version {version} · made on {date} for {partner} · {vendor}',
    reason: 'Reason: {reason}',
    website: 'Website of {partner}',
  },
  de: {
    title: 'Ist dieses Exemplar aktuell?',
    states: {
      current: ['Dieses Exemplar ist aktuell', 'Sie können es verwenden.'],
      replaced: ['Es gibt ein neueres Exemplar', 'Verwenden Sie dieses nicht mehr. Fragen Sie {partner} nach dem neueren.'],
      stale: ['Dieses Exemplar ist veraltet', 'Das Material hat sich seitdem geändert. Fragen Sie {partner} nach einem neuen.'],
      unpublished: ['Dieses Exemplar wurde nie freigegeben', 'Verwenden Sie es nicht. Fragen Sie {partner} nach einem freigegebenen.'],
      recalled: ['Dieses Exemplar wurde zurückgerufen', 'Verwenden Sie es nicht mehr und werfen Sie es weg.'],
      unknown: ['Zu diesem Code gibt es kein Exemplar', 'Prüfen Sie, ob der ganze Code gelesen wurde.'],
    },
    about: '{title} · Version {version} · erstellt am {date} für {partner} · {vendor}',
    reason: 'Grund: {reason}',
    website: 'Website von {partner}',
  },
  fi: {
    title: 'Onko tämä kappale ajan tasalla?',
    states: {
      current: ['Tämä kappale on ajan tasalla', 'Voit käyttää sitä.'],
      replaced: ['Uudempi kappale on saatavilla', 'Älä käytä tätä enää. Pyydä uudempi: {partner}.'],
      stale: ['Tämä kappale on vanhentunut', 'Aineisto on muuttunut sen teon jälkeen. Pyydä uusi: {partner}.'],
      unpublished: ['Tätä kappaletta ei ole julkaistu', 'Älä käytä sitä. Pyydä julkaistu kappale: {partner}.'],
      recalled: ['Tämä kappale on vedetty takaisin', 'Älä käytä sitä enää, vaan hävitä se.'],
      unknown: ['Tällä koodilla ei ole kappaletta', 'Tarkista, että koko koodi luettiin.'],
    },
    about: '{title} · versio {version} · tehty {date}, {partner} · {vendor}',
    reason: 'Syy: {reason}',
    website: 'Verkkosivusto: {partner}',
  },
  vi: {
    title: 'Bản này còn hiệu lực không?',
    states: {
      current: ['Bản này còn hiệu lực', 'Bạn có thể sử dụng.'],
      replaced: ['Đã có bản mới hơn', 'Đừng dùng bản này nữa. Hãy hỏi {partner} để nhận bản mới.'],
      stale: ['Bản này đã lỗi thời', 'Tài liệu đã thay đổi kể từ khi bản này được tạo. Hãy hỏi {partner} để nhận bản mới.'],
      unpublished: ['Bản này chưa từng được phát hành', 'Đừng sử dụng. Hãy hỏi {partner} để nhận bản đã phát hành.'],
      recalled: ['Bản này đã bị thu hồi', 'Đừng sử dụng nữa và hãy bỏ đi.'],
      unknown: ['Không có bản nào với mã này', 'Hãy kiểm tra xem mã đã được đọc đầy đủ chưa.'],
    },
    about: '{title} · phiên bản {version} · tạo ngày {date} cho {partner} · {vendor}',
    reason: 'Lý do: {reason}',
    website: 'Trang web của {partner}',
  },
  'zh-Hans': {
    title: '这份资料是最新的吗？',
    states: {
      current: ['这份资料是最新的', '您可以使用。'],
      replaced: ['已有更新的版本', '请不要再使用这份资料，并向 {partner} 索取新版。'],
      stale: ['这份资料已过期', '制作之后内容有变更，请向 {partner} 索取新版。'],
      unpublished: ['这份资料从未发布', '请不要使用，并向 {partner} 索取已发布的版本。'],
      recalled: ['这份资料已被召回', '请不要再使用，并将其销毁。'],
      unknown: ['没有与此代码对应的资料', '请检查代码是否读取完整。'],
    },
    about: '{title} · 版本 {version} · {date} 为 {partner} 制作 · {vendor}',
    reason: '原因：{reason}',
    website: '{partner} 的网站',
  },
  'zh-Hant': {
    title: '這份資料是最新的嗎？',
    states: {
      current: ['這份資料是最新的', '您可以使用。'],
      replaced: ['已有較新的版本', '請勿再使用這份資料，並向 {partner} 索取新版。'],
      stale: ['這份資料已過期', '製作之後內容有變更，請向 {partner} 索取新版。'],
      unpublished: ['這份資料從未發布', '請勿使用，並向 {partner} 索取已發布的版本。'],
      recalled: ['這份資料已被召回', '請勿再使用，並將其銷毀。'],
      unknown: ['沒有與此代碼相符的資料', '請確認代碼是否完整讀取。'],
    },
    about: '{title} · 版本 {version} · {date} 為 {partner} 製作 · {vendor}',
    reason: '原因：{reason}',
    website: '{partner} 的網站',
  },
  ja: {
    title: 'この資料は最新ですか？',
    states: {
      current: ['この資料は最新です', 'ご利用いただけます。'],
      replaced: ['新しい版があります', 'この資料は使用せず、{partner}に新しい版を依頼してください。'],
      stale: ['この資料は旧版です', '作成後に内容が変わりました。{partner}に新しい版を依頼してください。'],
      unpublished: ['この資料は公開されていません', '使用せず、{partner}に公開された版を依頼してください。'],
      recalled: ['この資料は回収されました', '使用せず、破棄してください。'],
      unknown: ['このコードの資料はありません', 'コード全体が読み取れているか確認してください。'],
    },
    about: '{title} · 第{version}版 · {date}作成 · {partner} · {vendor}',
    reason: '理由：{reason}',
    website: '{partner}のWebサイト',
  },
  ko: {
    title: '이 자료는 최신인가요?',
    states: {
      current: ['최신 자료입니다', '사용하실 수 있습니다.'],
      replaced: ['더 새로운 자료가 있습니다', '이 자료는 더 이상 사용하지 말고 새 자료를 요청하세요: {partner}.'],
      stale: ['오래된 자료입니다', '만든 뒤로 내용이 바뀌었습니다. 새 자료를 요청하세요: {partner}.'],
      unpublished: ['게시되지 않은 자료입니다', '사용하지 말고 게시된 자료를 요청하세요: {partner}.'],
      recalled: ['회수된 자료입니다', '더 이상 사용하지 말고 폐기하세요.'],
      unknown: ['이 코드에 해당하는 자료가 없습니다', '코드 전체가 읽혔는지 확인하세요.'],
    },
    about: '{title} · 버전 {version} · {date} 제작 · {partner} · {vendor}',
    reason: '사유: {reason}',
    website: '{partner} 웹사이트',
  },
  ar: {
    title: 'هل هذه النسخة محدَّثة؟',
    states: {
      current: ['هذه النسخة محدَّثة', 'يمكنك استخدامها.'],
      replaced: ['توجد نسخة أحدث', 'لا تستخدم هذه النسخة بعد الآن، واطلب النسخة الأحدث من {partner}.'],
      stale: ['هذه النسخة قديمة', 'تغيّرت المادة منذ إعدادها، فاطلب نسخة جديدة من {partner}.'],
      unpublished: ['هذه النسخة لم تُنشر قط', 'لا تستخدمها، واطلب نسخة منشورة من {partner}.'],
      recalled: ['سُحبت هذه النسخة', 'لا تستخدمها بعد الآن وتخلّص منها.'],
      unknown: ['لا توجد نسخة بهذا الرمز', 'تحقق من قراءة الرمز كاملاً.'],
    },
    about: '{title} · الإصدار {version} · أُعدّت في {date} لصالح {partner} · {vendor}',
    reason: 'السبب: {reason}',
    website: 'موقع {partner}',
  },
  fr: {
    title: 'Cet exemplaire est-il à jour ?',
    states: {
      current: ['Cet exemplaire est à jour', 'Vous pouvez l’utiliser.'],
      replaced: ['Il existe un exemplaire plus récent', 'N’utilisez plus celui-ci. Demandez le plus récent à {partner}.'],
      stale: ['Cet exemplaire est périmé', 'Le support a changé depuis sa création. Demandez-en un nouveau à {partner}.'],
      unpublished: ['Cet exemplaire n’a jamais été diffusé', 'Ne l’utilisez pas. Demandez un exemplaire diffusé à {partner}.'],
      recalled: ['Cet exemplaire a été rappelé', 'Ne l’utilisez plus et jetez-le.'],
      unknown: ['Aucun exemplaire ne porte ce code', 'Vérifiez que le code a été lu en entier.'],
    },
    about: '{title} · version {version} · créé le {date} pour {partner} · {vendor}',
    reason: 'Motif : {reason}',
    website: 'Site web : {partner}',
  },
  es: {
    title: '¿Está al día esta copia?',
    states: {
      current: ['Esta copia está al día', 'Puede usarla.'],
      replaced: ['Hay una copia más nueva', 'No use más esta. Pida la más nueva a {partner}.'],
      stale: ['Esta copia está desactualizada', 'El material cambió desde que se hizo. Pida una nueva a {partner}.'],
      unpublished: ['Esta copia nunca se publicó', 'No la use. Pida una publicada a {partner}.'],
      recalled: ['Esta copia se retiró', 'No la use más y deséchela.'],
      unknown: ['No hay ninguna copia con este código', 'Compruebe que se leyó el código completo.'],
    },
    about: '{title} · versión {version} · hecha el {date} para {partner} · {vendor}',
    reason: 'Motivo: {reason}',
    website: 'Sitio web de {partner}',
  },
  'pt-BR': {
    title: 'Esta cópia está em dia?',
    states: {
      current: ['Esta cópia está em dia', 'Você pode usá-la.'],
      replaced: ['Há uma cópia mais nova', 'Não use mais esta. Peça a mais nova a {partner}.'],
      stale: ['Esta cópia está desatualizada', 'O material mudou desde que ela foi feita. Peça uma nova a {partner}.'],
      unpublished: ['Esta cópia nunca foi liberada', 'Não a use. Peça uma liberada a {partner}.'],
      recalled: ['Esta cópia foi recolhida', 'Não a use mais e descarte-a.'],
      unknown: ['Não há cópia com este código', 'Confira se o código foi lido por inteiro.'],
    },
    about: '{title} · versão {version} · feita em {date} para {partner} · {vendor}',
    reason: 'Motivo: {reason}',
    website: 'Site de {partner}',
  },
} as const satisfies Record<string, CopyPageStrings>;

export type CopyPageLocale = keyof typeof copyPageStrings;

/** The language of the page for what a browser asks for: the first that there is, else English. */
export function copyPageLocale(acceptLanguage: string | null): CopyPageLocale {
  return chooseLanguage(readLanguages(acceptLanguage), Object.keys(copyPageStrings) as CopyPageLocale[]);
}
