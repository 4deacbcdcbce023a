import { createContext, useContext } from 'react';
import type { Command, CommandId } from './command.ts';

const CommandContext = createContext<readonly Command[]>([]);

/** Gives the commands of the window to all below it. */
export const CommandProvider = CommandContext.Provider;

/** What can be done in this window now. */
export function useCommandList(): readonly Command[] {
  return useContext(CommandContext);
}

/** The command of that name; undefined where it cannot be done now. */
export function useCommand(id: CommandId): Command | undefined {
  return useCommandList().find((command) => command.id === id);
}
