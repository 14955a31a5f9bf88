import type {Page} from 'playwright-core';

/** Waits until a page has loaded nothing more for a fifth of a second's frames: what is loaded when there is nothing better to do is there too. */
export async function settled(tab: Page): Promise<void> {
  await tab.evaluate(async () => {
    const loaded = () => performance.getEntriesByType('resource').length;
    for (let still = 0, before = loaded(); still < 12; still = loaded() === before ? still + 1 : 0) {
      before = loaded();
      await new Promise(resolve => requestAnimationFrame(resolve));
    }
  });
}
