const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i;

/** Whether a language is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return rightToLeft.test(locale);
}
