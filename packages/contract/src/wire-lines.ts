/** Method and path of every route, by resource and verb: `POST /leads/{id}/close`. */
export type WireLines = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Names as addresses have them: `leadOffers` is `lead-offers`. */
const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** Where a route of this name is, unless the table says otherwise. @param base - The path of its resource. */
export function usualLine(verb: string, base: string): string {
  const one = `${base}/{id}`;
  return {list: `GET ${base}`, counts: `GET ${base}/counts`, get: `GET ${one}`, create: `POST ${base}`, update: `PATCH ${one}`, delete: `DELETE ${one}`}[verb] ?? `POST ${one}/${kebab(verb)}`;
}

/** The path of a resource, unless the table says otherwise. */
export function usualBase(resource: string): string {
  return `/${kebab(resource)}`;
}

/**
 * The lines that a packed table stands for.
 *
 * @param packed - Resources by `;`, with `@` and their path where that is not the usual one; each with its routes by `,`: a verb where its line is the usual one, else `verb=METHOD path`, with `~` for the
 *   resource's path.
 */
export function unpackLines(packed: string): WireLines {
  return Object.fromEntries(
    packed.split(';').map(part => {
      const [name = '', routes = ''] = part.split(':');
      const [resource = '', base = usualBase(resource)] = name.split('@');
      const lines = routes.split(',').map(route => {
        const [verb = '', line] = route.split('=');
        return [verb, line?.replace('~', base) ?? usualLine(verb, base)];
      });
      return [resource, Object.fromEntries(lines)];
    }),
  );
}
