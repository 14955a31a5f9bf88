/** Unpacks the Chromium of `@sparticuz/chromium` into the temporary folder, with its libraries, and prints its path. */
import chromium from '@sparticuz/chromium';

console.log(await chromium.executablePath());
