import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser that tests and screenshots drive: `CHROME_PATH`, this machine's, or Playwright's own; null if there is none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  const given = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []
  return [...given, ...onPath, ...elsewhere, chromium.executablePath()].find(isProgram) ?? null
}

/** Finds a browser or gets one: Debian's package when we may install it, else Playwright's download. Null if neither came. */
export function ensureChromium(): string | null {
  const found = findChromium()
  if (found !== null) return found
  console.log('Getting a browser for the tests. This takes a minute, once.')
  if (existsSync('/etc/debian_version') && isRoot()) {
    tryRunning('apt-get', ['update', '-qq'])
    tryRunning('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'])
  } else {
    tryRunning('playwright', ['install', 'chromium'])
  }
  return findChromium()
}

/** Flags for a Chromium that asks nobody but our own server for anything. */
export function chromiumFlags(): string[] {
  return [
    ...(isRoot() ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function tryRunning(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
}
