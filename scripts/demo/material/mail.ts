const words = {
  en: {title: 'Lift less this autumn', body: 'Our partner Halden lends you a Cobot 7 for six weeks. You choose the task, your people teach it, and you measure.', act: 'Ask for a visit'},
  fi: {title: 'Nosta vähemmän tänä syksynä', body: 'Kumppanimme Halden lainaa teille Cobot 7 -robotin kuudeksi viikoksi. Te valitsette työn, väkenne opettaa sen ja te mittaatte.', act: 'Pyydä käynti'},
} as const;

/** A mail that a partner sends under its own name: without scripts and with nothing to load. */
export function mailPage(language: keyof typeof words): string {
  const {title, body, act} = words[language];
  return `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body style="font-family: sans-serif; color: #17302d">\n<h1 style="color: #0f766e">${title}</h1>\n<p>${body}</p>\n<p><a href="https://halden.example/visit">${act}</a></p>\n</body>\n</html>\n`;
}
