import {FaultFound} from './inspection.ts';

/** What makes a drawing do something, or load something. */
const alive = /<\s*(?:\w+:)?(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener)\b|\son\w+\s*=|javascript\s*:|data\s*:\s*(?:text|application)\/|<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet|@import|(?:href|src)\s*=\s*["']?\s*(?!#|data:image\/)[^"'\s>]|url\(\s*["']?\s*(?!#|data:image\/)[^)"'\s]/i;

/**
 * Whether a text is a drawing that only draws.
 *
 * @throws FaultFound `type_mismatch`: it is none; `unsafe_content`: it has a script or loads something from elsewhere.
 */
export function checkDrawing(bytes: Buffer): void {
  const text = textOf(bytes);
  if (!/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:svg:)?svg[\s>]/i.test(text)) throw new FaultFound('type_mismatch');
  // Names of namespaces are addresses that nothing loads.
  const withoutNames = text.replace(/\sxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  if (alive.test(withoutNames) || alive.test(decodeEntities(withoutNames))) throw new FaultFound('unsafe_content');
}

/** @throws FaultFound `type_mismatch` when it is no page. Pages are only ever served as downloads. */
export function checkPage(bytes: Buffer): void {
  if (!/<!doctype html|<html[\s>]|<body[\s>]/i.test(textOf(bytes).slice(0, 4096))) throw new FaultFound('type_mismatch');
}

function textOf(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new FaultFound('type_mismatch');
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => fromCode(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, decimal: string) => fromCode(Number(decimal)))
    .replace(/&(tab|newline);/gi, '')
    .replace(/&colon;/gi, ':');
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code).replace(/[\t\n\r]/, '') : '';
}
