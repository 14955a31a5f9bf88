/** A group of the navigation, with its pages as files from the root of the repository. */
export interface Group {
  readonly name: string;
  /** Pages in their order; one that is not there yet is left out. */
  readonly pages: readonly string[];
  /** Files of these folders that no group names stand at its end, by their names. */
  readonly rest?: string;
}

/** The table of contents, from top to bottom. */
export const contents: readonly Group[] = [
  {name: 'Start', pages: ['docs/guides/embed-in-five-minutes.md', 'docs/guides/choose-a-way-to-embed.md', 'docs/architecture.md'], rest: 'docs/guides'},
  {name: 'Tasks', pages: ['docs/guides/protect-deals.md', 'docs/guides/share-material.md', 'docs/guides/reward-partners.md']},
  {
    name: 'Widgets',
    pages: ['README', 'portal', 'lead-inbox', 'deal-registration', 'deal-list', 'collateral-library', 'collateral', 'leaderboard', 'tier-progress', 'points-ledger', 'challenges', 'lead-desk', 'deal-review', 'collateral-desk', 'program-desk'].map(
      name => `docs/widgets/${name}.md`,
    ),
    rest: 'docs/widgets',
  },
  {name: 'Make it yours', pages: ['docs/guides/match-your-brand.md', 'docs/reference/theming.md', 'docs/guides/speak-their-language.md', 'docs/guides/draw-your-own.md']},
  {name: 'Frameworks', pages: ['docs/guides/use-your-framework.md', 'docs/guides/draw-on-the-server.md']},
  {name: 'Test', pages: ['docs/guides/test-your-page.md', 'docs/guides/test-with-mocks.md']},
  {name: 'Security', pages: ['docs/guides/security.md']},
  {name: 'Run it', pages: ['docs/guides/self-host.md', 'CONTRIBUTING.md']},
  {name: 'Reference', pages: ['reference/api', 'docs/reference/problems.md']},
  {name: 'Decisions', pages: [], rest: 'docs/decisions'},
  {name: 'Changelog', pages: ['CHANGELOG.md']},
];
