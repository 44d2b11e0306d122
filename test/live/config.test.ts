import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../server/config.ts'
import { fromOurPages } from '../../server/http/origins.ts'
import { addresses, linkBase } from '../../server/machine/addresses.ts'
import { greeting, listenTrouble } from '../../server/machine/terminal.ts'

function wrongs(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.wrong
    throw error
  }
}

test('without any setting everything has a usual value', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: null,
    create: true,
    trustProxy: [],
    limits: 1,
    log: 'warn',
  })
})

test('settings do what their names say', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: '/srv/data',
      PUBLIC_URL: 'https://Meet.Example.org/',
      CREATE: 'off',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      LIMITS: '20',
      LOG: 'info',
    }),
  ).toEqual({
    port: 0,
    host: '127.0.0.1',
    dataDir: '/srv/data',
    publicUrl: 'https://meet.example.org',
    create: false,
    trustProxy: ['10.0.0.0/8', '::1'],
    limits: 20,
    log: 'info',
  })
})

test('N-O4 everything that is wrong is said at once, a sentence each', () => {
  expect(wrongs({ PORT: 'eighty', PUBLIC_URL: 'example.org', CREATE: 'maybe', TRUST_PROXY: 'true' })).toEqual([
    'PORT must be a number from 0 to 65535, not "eighty".',
    'PUBLIC_URL must be an address such as https://meet.example.org, without a path, not "example.org".',
    'CREATE must be on or off, not "maybe".',
    'TRUST_PROXY must list the addresses of your proxies, such as 10.0.0.0/8 or 127.0.0.1, not "true".',
  ])
  for (const hops of ['1', '0.0.0.0/0', '10.0.0.0/33', 'proxy.local'])
    expect(wrongs({ TRUST_PROXY: hops })).toHaveLength(1)
  for (const limits of ['0', '-1', '1.5', '1000', '1e2', 'off', 'Infinity'])
    expect(wrongs({ LIMITS: limits })).toEqual([
      `LIMITS must be a whole number from 1 to 999, how many times the usual limits, not "${limits}".`,
    ])
  for (const url of ['https://a.org/path', 'ftp://a.org', 'https://me@a.org'])
    expect(wrongs({ PUBLIC_URL: url })).toHaveLength(1)
})

test('N-H14 a link never begins with a host that only the request named', () => {
  const found = { local: 'http://localhost:8080', network: 'http://192.168.1.5:8080' }
  expect(linkBase(found, null, 'evil.example')).toBe('http://192.168.1.5:8080')
  expect(linkBase(found, 'https://meet.example.org', 'evil.example')).toBe('https://meet.example.org')
  expect(linkBase({ ...found, network: null }, null, 'localhost:8080')).toBe('http://localhost:8080')
})

test('a server that listens only to its own machine has no network address', () => {
  expect(addresses('127.0.0.1', 8080, null)).toEqual({ local: 'http://localhost:8080', network: null })
  expect(addresses('192.168.7.7', 80, null)).toEqual({
    local: 'http://192.168.7.7:80',
    network: 'http://192.168.7.7:80',
  })
  expect(addresses('0.0.0.0', 8080, 'https://a.org').network).toBe('https://a.org')
})

test('N-H13 only our own pages may ask', () => {
  const coming = (origin: string | undefined, fetchSite?: string) => ({
    origin,
    fetchSite,
    host: 'meet.example.org:8080',
    protocol: 'http',
  })
  const allowed = (origin: string | undefined, fetchSite?: string) => fromOurPages(coming(origin, fetchSite), null)
  expect(allowed('http://meet.example.org:8080', 'same-origin')).toBe(true)
  expect(allowed(undefined, undefined)).toBe(true)
  const foreign = [
    'https://meet.example.org:8080',
    'http://meet.example.org',
    'http://meet.example.org:80801',
    'http://xmeet.example.org:8080',
    'http://meet.example.org.evil:8080',
    'null',
    '',
  ]
  expect(foreign.map((origin) => allowed(origin))).toEqual(foreign.map(() => false))
  expect(allowed(undefined, 'cross-site')).toBe(false)
  expect(allowed('http://meet.example.org:8080', 'same-site')).toBe(false)
  expect(fromOurPages(coming('https://public.example'), 'https://public.example')).toBe(true)
})

test('the terminal shows both addresses, a code to photograph, and what to do next', () => {
  const found = { local: 'http://localhost:8080', network: 'http://192.168.1.5:8080' }
  const shown = greeting({ found, dataDir: '/srv/data', create: true, colours: false })
  for (const part of [found.local, found.network, '█', '/srv/data', 'what you want to decide'])
    expect(shown).toContain(part)
  const closed = greeting({ found: { ...found, network: null }, dataDir: '/srv/data', create: false, colours: true })
  expect(closed).not.toContain('█')
  expect(closed).toContain('CREATE=off')
})

test('what Node says when listening fails becomes a sentence', () => {
  const failed = (code: string) => listenTrouble(Object.assign(new Error('listen'), { code }), '10.9.9.9', 8080)
  expect(failed('EADDRINUSE')).toMatch(/^Port 8080 is already in use.*PORT=8081\.$/)
  expect(failed('EACCES')).toMatch(/^Port 8080 may not be used/)
  expect(failed('EADDRNOTAVAIL')).toMatch(/^HOST=10\.9\.9\.9 is not an address/)
  expect(failed('EIO')).toBeNull()
})
