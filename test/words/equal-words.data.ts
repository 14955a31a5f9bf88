/** Words that a language and English write alike, in lower case, between spaces. What has no other word in it need not differ. */
export const equalWords: Readonly<Record<string, string>> & {readonly all: string} = {
  all: 'v api',
  de: 'account affiliate battlecard budget challenges compliance deal deals distributor import lead leads link links logo marketing material name normal opportunity organisation partner person q region score spam status text version video website',
  es: 'branding co error lead leads legal marketing material no normal partner partners spam total',
  fi: 'logo q video',
  fr: 'badge badges branding budget certifications co conditions contact description e finance image import lead leads mail marketing messages note organisation page pages points promotions protection score source spam total type version versions zones logo',
  'pt-BR': 'battlecard branding co compliance downloads e lead leads link links mail marketing material normal spam status tag tags total',
  vi: 'e logo mail video',
};
