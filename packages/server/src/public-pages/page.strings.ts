import {chooseLanguage} from './languages.rules.ts';

/** Words of the pages that strangers see: who was sent a link, or went on from a partner's own page. `{name}` and the like are filled in. */
export interface PageWords {
  /** `{partner}` sends this. */
  readonly from: string;
  readonly forYou: string;
  readonly download: string;
  readonly open: string;
  readonly once: string;
  readonly marked: string;
  readonly until: string;
  readonly expired: string;
  readonly used: string;
  readonly revoked: string;
  readonly recalled: string;
  readonly replaced: string;
  readonly missing: string;
  readonly busy: string;
  readonly failed: string;
}

export const pageWords = {
  en: {
    from: 'From {partner}',
    forYou: 'For {recipient}',
    download: 'Download',
    open: 'Open',
    once: 'You can download this once.',
    marked: 'Your copy carries the sender’s name and today’s date.',
    until: 'This link works until {time}.',
    expired: 'This link has expired. Ask whoever sent it for a new one.',
    used: 'This link worked once and was used. Ask whoever sent it for a new one.',
    revoked: 'This link was taken back. Ask whoever sent it.',
    recalled: 'This document was recalled and must not be used any more. Please remove copies of it.',
    replaced: 'This document was replaced. Ask whoever sent the link for the present one.',
    missing: 'There is nothing at this address. Check the link, or ask whoever sent it.',
    busy: 'Too many requests in a short time. Try again in a minute.',
    failed: 'Something went wrong on our side. Try again shortly.',
  },
  fi: {
    from: 'Lähettäjä: {partner}',
    forYou: 'Vastaanottaja: {recipient}',
    download: 'Lataa',
    open: 'Avaa',
    once: 'Voit ladata tämän kerran.',
    marked: 'Kappaleessasi on lähettäjän nimi ja tämän päivän päiväys.',
    until: 'Linkki toimii {time} asti.',
    expired: 'Linkki on vanhentunut. Pyydä lähettäjältä uusi.',
    used: 'Linkki toimi kerran ja on käytetty. Pyydä lähettäjältä uusi.',
    revoked: 'Linkki on peruttu. Kysy lähettäjältä.',
    recalled: 'Tämä asiakirja on vedetty takaisin eikä sitä saa enää käyttää. Poista kopiot.',
    replaced: 'Tämä asiakirja on korvattu. Pyydä voimassa oleva linkin lähettäjältä.',
    missing: 'Tässä osoitteessa ei ole mitään. Tarkista linkki tai kysy lähettäjältä.',
    busy: 'Liian monta pyyntöä lyhyessä ajassa. Yritä minuutin kuluttua uudelleen.',
    failed: 'Jokin meni vikaan meidän päässämme. Yritä pian uudelleen.',
  },
  de: {
    from: 'Von {partner}',
    forYou: 'Für {recipient}',
    download: 'Herunterladen',
    open: 'Öffnen',
    once: 'Sie können dies einmal herunterladen.',
    marked: 'Ihr Exemplar trägt den Namen des Absenders und das heutige Datum.',
    until: 'Dieser Link gilt bis {time}.',
    expired: 'Dieser Link ist abgelaufen. Bitten Sie den Absender um einen neuen.',
    used: 'Dieser Link galt einmal und wurde benutzt. Bitten Sie den Absender um einen neuen.',
    revoked: 'Dieser Link wurde zurückgezogen. Fragen Sie den Absender.',
    recalled: 'Dieses Dokument wurde zurückgerufen und darf nicht mehr verwendet werden. Bitte entfernen Sie Kopien.',
    replaced: 'Dieses Dokument wurde ersetzt. Bitten Sie den Absender um das aktuelle.',
    missing: 'Unter dieser Adresse gibt es nichts. Prüfen Sie den Link, oder fragen Sie den Absender.',
    busy: 'Zu viele Anfragen in kurzer Zeit. Versuchen Sie es in einer Minute erneut.',
    failed: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  },
  vi: {
    from: 'Từ {partner}',
    forYou: 'Gửi {recipient}',
    download: 'Tải xuống',
    open: 'Mở',
    once: 'Bạn có thể tải xuống một lần.',
    marked: 'Bản của bạn mang tên người gửi và ngày hôm nay.',
    until: 'Liên kết này có hiệu lực đến {time}.',
    expired: 'Liên kết này đã hết hạn. Hãy xin người gửi liên kết mới.',
    used: 'Liên kết này chỉ dùng được một lần và đã được dùng. Hãy xin người gửi liên kết mới.',
    revoked: 'Liên kết này đã bị thu hồi. Hãy hỏi người gửi.',
    recalled: 'Tài liệu này đã bị thu hồi và không được dùng nữa. Vui lòng xóa các bản sao.',
    replaced: 'Tài liệu này đã được thay thế. Hãy xin người gửi bản hiện hành.',
    missing: 'Không có gì ở địa chỉ này. Hãy kiểm tra liên kết hoặc hỏi người gửi.',
    busy: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau một phút.',
    failed: 'Đã xảy ra lỗi ở phía chúng tôi. Hãy thử lại sau ít phút.',
  },
  'zh-Hans': {
    from: '来自 {partner}',
    forYou: '致 {recipient}',
    download: '下载',
    open: '打开',
    once: '此文件只能下载一次。',
    marked: '您的副本带有发送方名称和今天的日期。',
    until: '此链接有效期至 {time}。',
    expired: '此链接已过期。请向发送方索取新链接。',
    used: '此链接仅可使用一次，且已被使用。请向发送方索取新链接。',
    revoked: '此链接已被撤回。请咨询发送方。',
    recalled: '此文件已被召回，不得再使用。请删除所有副本。',
    replaced: '此文件已被替换。请向发送方索取当前版本。',
    missing: '此地址没有内容。请检查链接，或咨询发送方。',
    busy: '短时间内请求过多。请一分钟后重试。',
    failed: '我们这边出了问题。请稍后重试。',
  },
  'zh-Hant': {
    from: '來自 {partner}',
    forYou: '給 {recipient}',
    download: '下載',
    open: '開啟',
    once: '此檔案只能下載一次。',
    marked: '您的副本標示了傳送者名稱與今天的日期。',
    until: '此連結有效至 {time}。',
    expired: '此連結已到期。請向傳送者索取新的連結。',
    used: '此連結只能使用一次，且已被使用。請向傳送者索取新的連結。',
    revoked: '此連結已被撤回。請洽傳送者。',
    recalled: '此文件已被召回，不得再使用。請刪除所有副本。',
    replaced: '此文件已被取代。請向傳送者索取目前的版本。',
    missing: '此網址沒有內容。請檢查連結，或洽傳送者。',
    busy: '短時間內要求過多。請一分鐘後再試。',
    failed: '我們這邊發生錯誤。請稍後再試。',
  },
  ja: {
    from: '{partner}より',
    forYou: '{recipient}様宛',
    download: 'ダウンロード',
    open: '開く',
    once: 'ダウンロードできるのは1回だけです。',
    marked: 'コピーには送信者名と本日の日付が入ります。',
    until: 'このリンクは{time}まで有効です。',
    expired: 'このリンクは有効期限が切れました。送信者に新しいリンクを依頼してください。',
    used: 'このリンクは1回限りで、すでに使用されました。送信者に新しいリンクを依頼してください。',
    revoked: 'このリンクは取り消されました。送信者にお問い合わせください。',
    recalled: 'この文書は回収されたため、使用できません。お手元のコピーを削除してください。',
    replaced: 'この文書は差し替えられました。送信者に最新版を依頼してください。',
    missing: 'このアドレスには何もありません。リンクを確認するか、送信者にお問い合わせください。',
    busy: '短時間にリクエストが集中しました。1分後にもう一度お試しください。',
    failed: '当社側で問題が発生しました。しばらくしてからもう一度お試しください。',
  },
  ko: {
    from: '보낸 곳: {partner}',
    forYou: '받는 분: {recipient}',
    download: '다운로드',
    open: '열기',
    once: '한 번만 다운로드할 수 있습니다.',
    marked: '사본에는 보낸 사람의 이름과 오늘 날짜가 표시됩니다.',
    until: '이 링크는 {time}까지 사용할 수 있습니다.',
    expired: '만료된 링크입니다. 보낸 사람에게 새 링크를 요청하세요.',
    used: '한 번만 쓸 수 있는 링크이며 이미 사용되었습니다. 보낸 사람에게 새 링크를 요청하세요.',
    revoked: '취소된 링크입니다. 보낸 사람에게 문의하세요.',
    recalled: '회수된 문서이므로 더 이상 사용할 수 없습니다. 가지고 있는 사본을 삭제하세요.',
    replaced: '대체된 문서입니다. 보낸 사람에게 현재 문서를 요청하세요.',
    missing: '이 주소에는 아무것도 없습니다. 링크를 확인하거나 보낸 사람에게 문의하세요.',
    busy: '짧은 시간에 요청이 너무 많습니다. 1분 뒤 다시 시도하세요.',
    failed: '저희 쪽에서 문제가 발생했습니다. 잠시 후 다시 시도하세요.',
  },
  ar: {
    from: 'من {partner}',
    forYou: 'إلى {recipient}',
    download: 'تنزيل',
    open: 'فتح',
    once: 'يمكنك تنزيل هذا مرة واحدة.',
    marked: 'تحمل نسختك اسم المرسل وتاريخ اليوم.',
    until: 'يعمل هذا الرابط حتى {time}.',
    expired: 'انتهت صلاحية هذا الرابط. اطلب رابطًا جديدًا من المرسل.',
    used: 'كان هذا الرابط صالحًا لمرة واحدة وقد استُخدم. اطلب رابطًا جديدًا من المرسل.',
    revoked: 'سُحب هذا الرابط. اسأل المرسل.',
    recalled: 'سُحب هذا المستند ولا يجوز استخدامه بعد الآن. يُرجى حذف نسخه.',
    replaced: 'استُبدل هذا المستند. اطلب النسخة الحالية من المرسل.',
    missing: 'لا يوجد شيء في هذا العنوان. تحقق من الرابط أو اسأل المرسل.',
    busy: 'طلبات كثيرة جدًا في وقت قصير. حاول مرة أخرى بعد دقيقة.',
    failed: 'حدث خطأ من جانبنا. حاول مرة أخرى بعد قليل.',
  },
  fr: {
    from: 'Envoyé par {partner}',
    forYou: 'Pour {recipient}',
    download: 'Télécharger',
    open: 'Ouvrir',
    once: 'Vous pouvez le télécharger une seule fois.',
    marked: 'Votre exemplaire porte le nom de l’expéditeur et la date du jour.',
    until: 'Ce lien fonctionne jusqu’au {time}.',
    expired: 'Ce lien a expiré. Demandez-en un nouveau à l’expéditeur.',
    used: 'Ce lien ne servait qu’une fois et a été utilisé. Demandez-en un nouveau à l’expéditeur.',
    revoked: 'Ce lien a été retiré. Adressez-vous à l’expéditeur.',
    recalled: 'Ce document a été rappelé et ne doit plus être utilisé. Supprimez-en les copies.',
    replaced: 'Ce document a été remplacé. Demandez la version actuelle à l’expéditeur du lien.',
    missing: 'Il n’y a rien à cette adresse. Vérifiez le lien ou adressez-vous à l’expéditeur.',
    busy: 'Trop de demandes en peu de temps. Réessayez dans une minute.',
    failed: 'Une erreur s’est produite de notre côté. Réessayez dans un instant.',
  },
  es: {
    from: 'De {partner}',
    forYou: 'Para {recipient}',
    download: 'Descargar',
    open: 'Abrir',
    once: 'Puede descargarlo una sola vez.',
    marked: 'Su copia lleva el nombre del remitente y la fecha de hoy.',
    until: 'Este enlace funciona hasta el {time}.',
    expired: 'Este enlace venció. Pida uno nuevo a quien se lo envió.',
    used: 'Este enlace servía una sola vez y ya se usó. Pida uno nuevo a quien se lo envió.',
    revoked: 'Este enlace se retiró. Consulte a quien se lo envió.',
    recalled: 'Este documento se retiró y ya no debe usarse. Elimine las copias.',
    replaced: 'Este documento se reemplazó. Pida el actual a quien le envió el enlace.',
    missing: 'No hay nada en esta dirección. Revise el enlace o consulte a quien se lo envió.',
    busy: 'Demasiadas solicitudes en poco tiempo. Inténtelo de nuevo en un minuto.',
    failed: 'Algo falló de nuestro lado. Inténtelo de nuevo en un momento.',
  },
  'pt-BR': {
    from: 'De {partner}',
    forYou: 'Para {recipient}',
    download: 'Baixar',
    open: 'Abrir',
    once: 'Você pode baixar uma única vez.',
    marked: 'A sua cópia leva o nome do remetente e a data de hoje.',
    until: 'Este link funciona até {time}.',
    expired: 'Este link expirou. Peça um novo a quem o enviou.',
    used: 'Este link valia uma única vez e já foi usado. Peça um novo a quem o enviou.',
    revoked: 'Este link foi retirado. Fale com quem o enviou.',
    recalled: 'Este documento foi recolhido e não deve mais ser usado. Exclua as cópias.',
    replaced: 'Este documento foi substituído. Peça o atual a quem enviou o link.',
    missing: 'Não há nada neste endereço. Confira o link ou fale com quem o enviou.',
    busy: 'Solicitações demais em pouco tempo. Tente de novo em um minuto.',
    failed: 'Algo deu errado do nosso lado. Tente de novo em instantes.',
  },
} as const satisfies Record<string, PageWords>;

export type PageLocale = keyof typeof pageWords;

/** The language of a page: the first that it has words in. */
export function chooseLocale(languages: readonly string[]): PageLocale {
  return chooseLanguage(languages, Object.keys(pageWords) as PageLocale[]);
}

/** Fills in `{name}`s. */
export function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
