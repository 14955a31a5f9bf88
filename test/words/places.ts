import type {Message} from '../../packages/widgets/src/strings/strings.ts';

/** What a word says when its values are marks: `⟦0⟧` where a value stands, and where one is counted the number itself, told by its place (71, 72, …). */
export function textOf(message: Message, count: number): string {
  if (typeof message !== 'function') return message;
  // A value is text to a template and a number to a plural.
  const values = [0, 1, 2, 3, 4].map(index => ({toString: () => `⟦${index}⟧`, valueOf: () => count + index}));
  return message(...(values as never[]));
}

/** Which values stand in a text made with numbers from 71 on. */
export function placesIn(text: string): number[] {
  const latin = text.replaceAll(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660));
  const marked = [...latin.matchAll(/⟦(\d)⟧/g)].map(([, index]) => Number(index));
  const counted = [...latin.matchAll(/7([1-5])(?!\d)/g)].map(([, unit]) => Number(unit) - 1);
  return [...new Set([...marked, ...counted])].sort();
}
