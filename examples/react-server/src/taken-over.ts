import {useSyncExternalStore} from 'react';

const never = () => () => {};

/** Whether React has taken over what the server wrote: not on the server, nor while it is being taken over. */
export function useTakenOver(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
