import type { Level } from '../config.ts'
import type { Log } from '../log.ts'

const weights: Readonly<Record<Level, number>> = { info: 30, warn: 40, error: 50 }

/** One line of JSON for each thing that weighs enough. */
export function createLogger(least: Level, write: (line: string) => void, now: () => number): Log {
  function log(level: Level, fields: object, message: string): void {
    if (weights[level] < weights[least]) return
    write(`${JSON.stringify({ level: weights[level], time: now(), ...fields, msg: message })}\n`)
  }
  return {
    info: (fields, message) => log('info', fields, message),
    warn: (fields, message) => log('warn', fields, message),
    error: (fields, message) => log('error', fields, message),
  }
}
