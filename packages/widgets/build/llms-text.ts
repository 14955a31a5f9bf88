import type {PublicElement} from './public-elements.ts';

interface Line {
  readonly name: string;
  readonly text: string;
  readonly type?: string | undefined;
}

const list = (title: string, lines: readonly Line[]) =>
  lines.length === 0 ? '' : `\n${title}:\n${lines.map(({name, text, type}) => `- \`${name || '(default)'}\`${type ? `: \`${type}\`` : ''}. ${text}`).join('\n')}\n`;

/**
 * The widgets as a text for assistants that write code (https://llmstxt.org): how they are embedded, then each with everything that can be set, heard and styled.
 *
 * @param elements - As the package's manifest has them.
 * @param guide - The guide to the first embed, in Markdown.
 * @param others - The guides that follow it: to frameworks, to views of one's own.
 */
export function llmsText(elements: readonly PublicElement[], guide: string, others: readonly string[]): string {
  const pages = elements.map(
    ({tag, className, description, attributeTypes, propertyTypes, events, slots, parts}) =>
      `## \`<${tag}>\`\n\n${description}\n\nClass \`${className}\`; registered by \`import '@portico/widgets/define/${tag.slice('portico-'.length)}'\`.\n` +
      list('Attributes', attributeTypes) +
      list('Properties', propertyTypes.filter(({name, isReadOnly}) => !isReadOnly && !attributeTypes.some(attribute => attribute.property === name))) +
      list('Events', events) +
      list('Slots', slots) +
      list('Parts', parts),
  );
  return `# Portico widgets

> Web components of a partner portal: leads, deal registrations, collateral and the programme, for pages that already exist. Every widget stands inside \`<portico-portal>\`, which holds the session; the secret key stays on the page's own backend.

${guide.replace(/^# .*\n+/, '').replace(/^#/gm, '##').trim()}

${others.map(each => each.replace(/^#/gm, '##').trim()).join('\n\n')}

${pages.join('\n')}`;
}
