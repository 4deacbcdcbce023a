import type { Result } from '../../../shared/errors/result.ts';
import type { ReportProgress } from '../ports.ts';

/** What a worker sends back: any number of progress reports, then one result. */
export type WorkerReply<Value> =
  | { readonly type: 'progress'; readonly progress: Parameters<ReportProgress>[0] }
  | { readonly type: 'result'; readonly result: Result<Value> };
