/** `npm run new -- widget deal-list` and `npm run new -- resource deal` write the files that every widget and every resource has. */
import {kinds, plan, type Kind} from './new/plan.ts';
import {write} from './new/write.ts';

const [kind, name] = process.argv.slice(2);

if (!kind || !(kind in kinds) || !name || !/^[a-z]+(-[a-z]+)*$/.test(name)) {
  console.error(`Say what and how it is called, in lower case with hyphens: npm run new -- ${Object.keys(kinds).join(' | ')} <name>`);
  process.exit(1);
}

try {
  for (const path of await write(plan(kind as Kind, name))) console.log(`wrote ${path}`);
  console.log(
    `\nThen:\n${kinds[kind as Kind]
      .next(name)
      .map((step, index) => `  ${index + 1}. ${step}`)
      .join('\n')}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
