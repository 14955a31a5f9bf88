/** Drawings of the demo's products: 200 wide, 150 high, in one stroke weight; `currentColor` is the line and `var(--fill)` the quiet area. */
const drawings = {
  arm: '<path d="M20 138h76M42 138v-14h32v14M58 124V92"/><circle cx="58" cy="84" r="10" fill="var(--fill)"/><path d="M65 77l34-39"/><circle cx="106" cy="31" r="9" fill="var(--fill)"/><path d="M114 36l36 24"/><circle cx="156" cy="64" r="7" fill="var(--fill)"/><path d="M156 71v18M146 89h20M148 89v12M164 89v12"/><path d="M120 138h68v-24h-68zM134 114v-12h40v12" fill="var(--fill)"/>',
  camera: '<path d="M100 12v22"/><path d="M70 34h60v34H70z" fill="var(--fill)"/><circle cx="100" cy="51" r="9"/><path d="M82 68L52 112M118 68l30 44" stroke-dasharray="5 6"/><path d="M14 124h172"/><circle cx="30" cy="134" r="8"/><circle cx="170" cy="134" r="8"/><circle cx="100" cy="134" r="8"/><path d="M36 124v-18h26v18M86 124v-24h28v24M138 124v-14h26v14" fill="var(--fill)"/>',
  controller: '<path d="M10 46h180M10 56h180"/><path d="M56 26h88v104H56z" fill="var(--fill)"/><path d="M68 40h34v22H68zM112 40h22M112 50h22M112 60h14M56 96h88M70 96v34M84 96v34M98 96v34M112 96v34M126 96v34"/><circle cx="72" cy="80" r="3"/><circle cx="84" cy="80" r="3"/>',
  drive: '<path d="M30 40h66v82H30z" fill="var(--fill)"/><path d="M42 54h42M42 64h42M42 74h26M40 122v14M62 122v14M86 122v14"/><path d="M116 62h52v44h-52z" fill="var(--fill)"/><path d="M168 84h20M126 62v44M136 62v44M146 62v44M116 54h52M96 92h20"/>',
  flow: '<path d="M10 64h52a22 22 0 0 1 22 22v8a22 22 0 0 0 22 22h84M10 90h40a8 8 0 0 1 8 8v4a40 40 0 0 0 40 40h92"/><circle cx="134" cy="54" r="30" fill="var(--fill)"/><path d="M134 54l14-16M112 54h4M152 54h4M134 32v4"/><path d="M134 84v30"/>',
  chart: '<path d="M24 14v118h160"/><path d="M42 132V92h20v40M80 132V70h20v62M118 132V52h20v80M156 132V28h20v104" fill="var(--fill)"/><path d="M40 66l42-22 38-8 46-24"/>',
  shield: '<path d="M100 10l62 22v42c0 36-26 56-62 68-36-12-62-32-62-68V32z" fill="var(--fill)"/><path d="M72 74l20 20 38-42"/>',
  badge: '<path d="M100 14l17 12 21-2 8 19 18 11-5 21 5 21-18 11-8 19-21-2-17 12-17-12-21 2-8-19-18-11 5-21-5-21 18-11 8-19 21 2z" fill="var(--fill)"/><circle cx="100" cy="75" r="32"/><path d="M86 60v30M114 60v30M86 75h28"/>',
} as const;
export type ArtName = keyof typeof drawings;

/** A drawing as an SVG of its own. */
export function drawArt(name: ArtName, {line, fill, ground}: {readonly line: string; readonly fill: string; readonly ground?: string}): string {
  const drawing = drawings[name].replaceAll('var(--fill)', fill);
  const back = ground === undefined ? '' : `<rect width="200" height="150" fill="${ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 150" fill="none" stroke="${line}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${back}${drawing}</svg>`;
}
