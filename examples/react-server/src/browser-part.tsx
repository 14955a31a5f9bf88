import {lazy, Suspense} from 'react';
import type {PartProps} from './page.tsx';
import {useTakenOver} from './taken-over.ts';

const PortalPart = lazy(async () => ({default: (await import('./portal-part.tsx')).PortalPart}));

/** The widgets in the browser alone, as `next/dynamic` has them with `ssr: false`: the server keeps their place. */
export function BrowserPart(props: PartProps) {
  const place = <div className="place" />;
  return useTakenOver() ? (
    <Suspense fallback={place}>
      <PortalPart {...props} />
    </Suspense>
  ) : (
    place
  );
}
