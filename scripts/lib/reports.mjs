import { readFileSync } from 'node:fs';

/** @typedef {{ kind: string, passed: number, failed: number, skipped: number, again?: number }} Tally */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 */

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport */

/**
 * A file that could not even be loaded has no tests in it, and is one failure.
 * @param {VitestReport} report
 * @returns {Omit<Tally, 'kind'>}
 */
export function readVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests };
}

/**
 * A test that passed at its second try is counted as passed and said to have needed one; errors outside of tests are failures.
 * @param {PlaywrightReport} report
 * @returns {Omit<Tally, 'kind'>}
 */
export function readPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped, again: stats.flaky };
}

/**
 * What a runner counted. One that failed without saying what, or left no report, is one failure.
 * @template Report
 * @param {string} kind
 * @param {string} path of its JSON report
 * @param {number} code its exit code
 * @param {(report: Report) => Omit<Tally, 'kind'>} read
 * @returns {Tally}
 */
export function tallyOf(kind, path, code, read) {
  /** @type {Omit<Tally, 'kind'>} */
  let tally = { passed: 0, failed: 0, skipped: 0 };
  try {
    tally = read(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    console.log(`No report of the ${kind} tests: ${error}`);
    return { kind, ...tally, failed: 1 };
  }
  return { kind, ...tally, failed: code !== 0 && tally.failed === 0 ? 1 : tally.failed };
}

/**
 * The closing lines: a count for each kind, then all tests together. A check that passed is no test that passed; one that failed counts.
 * @param {Tally[]} tallies
 */
export function closing(tallies) {
  const passed = tallies.reduce((total, tally) => total + (tally.kind === 'checks' ? 0 : tally.passed), 0);
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0);
  const rows = tallies.map(
    ({ kind, passed, failed, skipped, again }) =>
      `${kind}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${again ? `, ${again} only at the second try` : ''}`,
  );
  return [...rows, `${passed} passed, ${failed} failed`].join('\n');
}
