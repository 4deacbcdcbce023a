/** What the rooms need of a logger; pino fits. Only ids, codes and counts are logged, never text or names. */
export interface SyncLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
