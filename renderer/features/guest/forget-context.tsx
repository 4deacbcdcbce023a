import { createContext, useContext } from 'react';

const ForgetContext = createContext<(() => void) | null>(null);

/** Gives what ends the session and deletes all that lies on this device; null in the window of the host's machine. */
export const ForgetProvider = ForgetContext.Provider;

/** Makes this device forget; null where nothing is kept on it. */
export function useForget(): (() => void) | null {
  return useContext(ForgetContext);
}
