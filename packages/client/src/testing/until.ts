/** Waits in real time until something holds, because sockets do not follow the test's clock. */
export async function until(holds: () => boolean, what = 'it'): Promise<void> {
  const end = performance.now() + 5000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited 5 s for ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 2));
  }
}
