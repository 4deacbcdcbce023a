import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Writes one line over all suites, `N passed, N failed, N skipped`, to the file that `TEST_SUMMARY_FILE` names.
 * A file that could not even be loaded counts as a failure. What only passed at its second try is named before.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const path = process.env['TEST_SUMMARY_FILE'];
    if (path === undefined) return;
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    let again = '';
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        counts[test.result().state] += 1;
        if (test.diagnostic()?.flaky)
          again += `at its second try: ${test.fullName} (${module.relativeModuleId})\n`;
      }
    }
    const failed = counts.failed + counts.pending;
    writeFileSync(path, `${again}${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped\n`);
  }
}
