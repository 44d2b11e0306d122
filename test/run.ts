// Runs every kind of test one after another and adds up what they count: `npm test`, or quickly `npm run check`.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureChromium } from './browser/chromium.ts'

interface Count {
  readonly passed: number
  readonly failed: number
}

interface UnitReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

interface Runner<Report> {
  readonly command: string
  readonly args: readonly string[]
  readonly report: string
  readonly count: (report: Report) => Count
}

const top = path.join(import.meta.dirname, '..')
const results = path.join(top, 'test-results')
/** Of these the quick cut: a tenth of what the laws and storms try, and no file that takes long. */
const quickKinds = ['rules', 'scenarios', 'laws', 'storms', 'shape', 'live']
/** Every step on every station, once. */
const everyStep = ['facilitator/stages', 'participant/stages', 'room/room-view'].map(
  (name) => `test/client/${name}.test.tsx`,
)

const counts = process.argv[2] === 'check' ? check() : [types(), lint(), unit([]), browser()]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function check(): readonly Count[] {
  Object.assign(process.env, { QUICK: '1', LAWS_RUNS: '0.1' })
  return [types(), lint(), unit(quickKinds), screens()]
}

function types(): Count {
  return asOneTest('Types', ['run', '--silent', 'types'])
}

function lint(): Count {
  return asOneTest('Lint', ['run', '--silent', 'lint'])
}

/** All projects of the Vitest configuration, or only the kinds named. */
function unit(kinds: readonly string[]): Count {
  return vitest('Everything without a browser', ['run', ...kinds.map((kind) => `--project=${kind}`)])
}

/** Every step once, and whatever a change since the last commit but one may have touched. */
function screens(): Count {
  const changed = changedOnScreens()
  const which = changed ? ['related', '--run', ...everyStep, ...changed] : ['run']
  return vitest('Screens', [...which, '--project=client'])
}

/** Files of the client and its tests that changed; null where there is no history to ask. */
function changedOnScreens(): readonly string[] | null {
  const asked = [
    ['diff', '--name-only', '--diff-filter=d', 'HEAD~1'],
    ['ls-files', '--others', '--exclude-standard'],
  ].map((args) => spawnSync('git', [...args, '--', 'client', 'test/client'], { cwd: top, encoding: 'utf8' }))
  if (asked.some(({ status }) => status !== 0)) return null
  return asked.flatMap(({ stdout }) => stdout.split('\n')).filter((file) => /\.tsx?$/.test(file))
}

function vitest(title: string, which: readonly string[]): Count {
  const report = path.join(results, 'unit.json')
  return counted<UnitReport>(title, {
    command: 'vitest',
    args: [
      ...[...which, '--config=test/vitest.config.ts', '--reporter=default', '--reporter=json'],
      `--outputFile.json=${report}`,
    ],
    report,
    count: ({ numPassedTests, numFailedTests, testResults }) => {
      const unreadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
      return { passed: numPassedTests, failed: numFailedTests + unreadable.length }
    },
  })
}

function browser(): Count {
  if (ensureChromium() === null) {
    console.error('\nThe browser tests need Chromium or Chrome: install one, or say where it is with CHROME_PATH.')
    return { passed: 0, failed: 1 }
  }
  return counted<{ stats: { expected: number; unexpected: number; flaky: number } }>('Browsers', {
    command: 'playwright',
    args: ['test', '--config=test/browser/playwright.config.ts', '--pass-with-no-tests'],
    report: path.join(results, 'browser.json'),
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  })
}

function asOneTest(title: string, args: readonly string[]): Count {
  const isGood = run(title, 'npm', args)
  console.log(isGood ? 'ok' : 'failed')
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Counts from the runner's own report; a runner that fails without naming a test counts as one failure. */
function counted<Report>(title: string, { command, args, report, count }: Runner<Report>): Count {
  rmSync(report, { force: true })
  const isGood = run(title, command, args)
  const read = readReport<Report>(report)
  const seen = read === null ? { passed: 0, failed: isGood ? 0 : 1 } : count(read)
  return isGood ? seen : { passed: seen.passed, failed: Math.max(1, seen.failed) }
}

function readReport<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}

function run(title: string, command: string, args: readonly string[]): boolean {
  console.log(`\n── ${title}`)
  const { status } = spawnSync(command, args, { cwd: top, stdio: 'inherit', shell: process.platform === 'win32' })
  return status === 0
}
