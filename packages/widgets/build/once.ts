/** What modules became: whoever weighs twenty pages builds the same modules twenty times. */
export function once(become: (code: string) => string): (code: string) => string {
  const done = new Map<string, string>();
  return code => {
    const text = done.get(code) ?? become(code);
    done.set(code, text);
    return text;
  };
}
