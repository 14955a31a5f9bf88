/** Mail providers that anybody uses: an address there says nothing about the company. Matched by the registrable domain. */
const domains = new Set([
  'gmail.com', 'googlemail.com', 'icloud.com', 'me.com', 'mac.com', 'msn.com', 'aol.com', 'proton.me', 'protonmail.com', 'pm.me', 'tuta.com', 'tutanota.com', 'zoho.com', 'fastmail.com', 'hey.com',
  'mail.com', 'email.com', 'inbox.com', 'hushmail.com', 'rediffmail.com', 'mail.ru', 'bk.ru', 'list.ru', 'rambler.ru', 'qq.com', '163.com', '126.com', 'sina.com', 'sohu.com', 'foxmail.com', 'naver.com', 'daum.net',
  'hanmail.net', 'web.de', 'gmx.net', 't-online.de', 'freenet.de', 'posteo.de', 'mailbox.org', 'orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'sfr.fr', 'libero.it', 'virgilio.it', 'tiscali.it', 'alice.it',
  'wp.pl', 'o2.pl', 'onet.pl', 'interia.pl', 'seznam.cz', 'centrum.cz', 'abv.bg', 'ukr.net', 'uol.com.br', 'bol.com.br', 'terra.com.br', 'comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'cox.net',
  'bellsouth.net', 'btinternet.com', 'sky.com', 'bigpond.com', 'optusnet.com.au', 'shaw.ca', 'rogers.com', 'sympatico.ca', 'telia.com', 'elisanet.fi', 'kolumbus.fi', 'luukku.com', 'suomi24.fi', 'telenet.be',
  'skynet.be', 'ziggo.nl', 'kpnmail.nl', 'planet.nl', 'bluewin.ch', 'hispeed.ch', 'a1.net', 'chello.at', 'docomo.ne.jp', 'ezweb.ne.jp', 'nifty.com', 'mailinator.com',
]);

/** Providers with an address in many countries: `yahoo.co.jp`, `hotmail.fr`. */
const names = new Set(['yahoo', 'ymail', 'rocketmail', 'hotmail', 'outlook', 'live', 'gmx', 'yandex']);

/** Whether a registrable domain belongs to a mail provider rather than to a company. */
export function isPublicMailDomain(domain: string): boolean {
  return domains.has(domain) || names.has(domain.split('.')[0] ?? '');
}
