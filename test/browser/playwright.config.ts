import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './chromium.ts'

const results = path.join(import.meta.dirname, '../../test-results')

// No web server here: every test starts its own, on a free port, and stops it.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: path.join(results, 'browser'),
  reporter: [['list'], ['json', { outputFile: path.join(results, 'browser.json') }]],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // A line that went is tried again after ten seconds at the latest, and then has to come up.
  expect: { timeout: 25_000 },
  use: {
    trace: 'off',
    actionTimeout: 25_000,
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumFlags() },
  },
})
