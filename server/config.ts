import { isIP } from 'node:net'
import path from 'node:path'

/** How this server is to run; everything has a usual value. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Where people reach it, without a slash at the end; null: as this network sees it. */
  readonly publicUrl: string | null
  /** May anyone who reaches the home page make a circle? */
  readonly create: boolean
  /** Proxies whose word about who is asking is taken, as addresses or CIDR ranges. */
  readonly trustProxy: readonly string[]
  /** How many times the usual limits: for benchmarks, and for a training group behind one address. */
  readonly limits: number
  /** From which weight on things are written to the log. */
  readonly log: Level
}

const levels = ['info', 'warn', 'error'] as const
export type Level = (typeof levels)[number]

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment; throws a `ConfigError` that lists everything that is wrong with it. */
export function readConfig(env: Environment): Config {
  const wrong: string[] = []
  const config: Config = {
    port: readPort(env.PORT, wrong),
    host: value(env.HOST) ?? '0.0.0.0',
    dataDir: path.resolve(value(env.DATA_DIR) ?? 'data'),
    publicUrl: readPublicUrl(env.PUBLIC_URL, wrong),
    create: readCreate(env.CREATE, wrong),
    trustProxy: readTrustProxy(env.TRUST_PROXY, wrong),
    limits: readLimits(env.LIMITS, wrong),
    log: readLevel(env.LOG, wrong),
  }
  if (wrong.length > 0) throw new ConfigError(wrong)
  return config
}

/** Sentences for whoever starts the server, one for each setting that is wrong. */
export class ConfigError extends Error {
  readonly wrong: readonly string[]

  constructor(wrong: readonly string[]) {
    super(wrong.join('\n'))
    this.name = 'ConfigError'
    this.wrong = wrong
  }
}

function value(text: string | undefined): string | undefined {
  return text?.trim() || undefined
}

function readPort(text: string | undefined, wrong: string[]): number {
  const port = value(text) ?? '8080'
  if (/^\d{1,5}$/.test(port) && Number(port) < 65_536) return Number(port)
  wrong.push(`PORT must be a number from 0 to 65535, not "${port}".`)
  return 0
}

function readPublicUrl(text: string | undefined, wrong: string[]): string | null {
  const address = value(text)
  if (address === undefined) return null
  const url = URL.canParse(address) ? new URL(address) : null
  const plain = url !== null && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  if (plain && /^https?:$/.test(url.protocol)) return url.origin
  wrong.push(`PUBLIC_URL must be an address such as https://meet.example.org, without a path, not "${address}".`)
  return null
}

function readCreate(text: string | undefined, wrong: string[]): boolean {
  const answer = (value(text) ?? 'on').toLowerCase()
  if (answer !== 'on' && answer !== 'off') wrong.push(`CREATE must be on or off, not "${answer}".`)
  return answer === 'on'
}

function readTrustProxy(text: string | undefined, wrong: string[]): readonly string[] {
  const list = (value(text) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  for (const part of list) {
    if (isRange(part)) continue
    wrong.push(`TRUST_PROXY must list the addresses of your proxies, such as 10.0.0.0/8 or 127.0.0.1, not "${part}".`)
  }
  return list
}

function readLimits(text: string | undefined, wrong: string[]): number {
  const factor = value(text) ?? '1'
  if (/^[1-9]\d{0,2}$/.test(factor)) return Number(factor)
  wrong.push(`LIMITS must be a whole number from 1 to 999, how many times the usual limits, not "${factor}".`)
  return 1
}

function readLevel(text: string | undefined, wrong: string[]): Level {
  const wanted = value(text) ?? 'warn'
  const level = levels.find((one) => one === wanted)
  if (level === undefined) wrong.push(`LOG must be info, warn or error, not "${wanted}".`)
  return level ?? 'warn'
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (bits === undefined) return true
  // Trusting every address there is would be trusting nobody in particular.
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128)
}
