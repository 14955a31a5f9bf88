import type {Cobrand, CobrandTemplate, CobrandZone, FilePreview, ZoneFinding} from '@portico/contract';
import {html, nothing, svg} from 'lit';
import {safeUrl} from '../../base/safe-url.ts';
import {dangerIcon, warningIcon} from '../../ui/icon/icons.ts';
import {wordFor, type Words} from '../collateral-desk.words.ts';

/** What the rules found, one sentence each with the zone that it is about: errors first. */
export function renderFindings(findings: readonly ZoneFinding[], zones: readonly CobrandZone[] | undefined, text: Words) {
  const sorted = [...findings].sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0));
  return html`<ul class="findings" aria-label=${text.term('found')}>
    ${sorted.map(finding => {
      const isError = finding.severity === 'error';
      const zone = zones?.find(({id}) => id === finding.zoneId)?.label ?? finding.zoneId;
      return html`<li data-tone=${isError ? 'danger' : 'warning'}>${isError ? dangerIcon() : warningIcon()}<span><strong dir="auto" translate="no">${zone}</strong> ${toSentence(finding, text)}</span></li>`;
    })}
  </ul>`;
}

/** A finding in the reader's language; in the server's own words when it is newer than this page. */
export function toSentence({code, limit, actual, characters, message}: ZoneFinding, text: Words): string {
  const number = (value: number | null) => (value === null ? '–' : text.number(value, {maximumFractionDigits: 1}));
  return wordFor(text, 'finding_', code, number(limit), number(actual), characters.join(' ')) ?? message;
}

/** The page of a copy that the first finding is about, with a frame around what each finding means. */
export function renderCopyPicture({name, output, findings}: Cobrand, template: CobrandTemplate | undefined, text: Words, onFailed: (picture: FilePreview) => void) {
  const found = (template?.zones ?? []).filter(({id, w}) => w > 0 && findings.some(({zoneId}) => zoneId === id));
  const previews = output?.storedFile.previews ?? [];
  const picture = previews.find(({page}) => page === found[0]?.page) ?? previews[0];
  if (!picture) return html`<span class="blank"></span>`;
  const {width, height} = template ?? {};
  const here = width && height ? found.filter(({page}) => page === picture.page) : [];
  return html`<span class="picture" ?data-found=${findings.length > 0}>
    <img src=${safeUrl(picture.url, 'picture') ?? nothing} width=${picture.width} height=${picture.height} alt=${text.term('copyPicture', name, text.number(picture.page))} loading="lazy" decoding="async" @error=${() => onFailed(picture)} />
    ${here.length > 0 ? html`<svg class="frames" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${here.map(({x, y, w, h}) => svg`<rect x=${x} y=${y} width=${w} height=${h} />`)}</svg>` : nothing}
  </span>`;
}
