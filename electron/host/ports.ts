import type { CreateId } from '../../shared/ids/ids.ts';

/** What the host takes from outside, so that tests can set it. */
export interface Clock {
  /** Now, as ISO 8601 in UTC to the second. */
  now(): string;
}

/** Called by long work. `done` of `total` steps of a phase; `total` is 0 where it is not known. */
export type ReportProgress = (progress: {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}) => void;

/** Where the host notes what happens, as pino takes it: fields first. Ids and codes only, never text or names. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface HostPorts {
  readonly clock: Clock;
  readonly createId: CreateId;
}
