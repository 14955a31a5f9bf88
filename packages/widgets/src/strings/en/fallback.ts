/** Words of what stands in for a widget that the page does not let draw. */
export const en = {
  cannotDraw: 'This part cannot be shown on this page.',
  openElsewhere: 'Open it on its own page',
};
