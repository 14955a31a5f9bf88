/** A pattern for ILIKE that finds the words anywhere, whatever signs they hold. */
export function containsPattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`;
}
