import { createHash, randomBytes } from 'node:crypto'
import type { Millis } from '../../shared/types.ts'
import { newDevice } from '../ids.ts'
import { type Device, type DeviceId, type People, StoreError } from '../store/store.ts'

const day: Millis = 86_400_000
const halfYear = 180 * 24 * 60 * 60

const hour: Millis = 3_600_000
/** A link was opened and nobody was named: a robot, a second browser, somebody who only looked. */
const keptUnnamed = 30 * day
/** A room screen may rest for a season. After half a year without coming its cookie is gone as well. */
const keptScreen = 200 * day
/** In one go, so that nobody waits for it. */
const mostPruned = 500

/** Which devices ask: a secret in a cookie that scripts cannot read, of which the store knows only a hash. */
export interface Devices {
  /** The device that sends this `Cookie` header; null for a stranger, and for whoever sends two. */
  deviceOf(cookies: string | undefined): Promise<Device | null>
  /** A device seen for the first time, and the `Set-Cookie` that makes it known again. */
  welcome(): Promise<{ readonly device: Device; readonly cookie: string }>
  /** The `Set-Cookie` that keeps a known device known for another half year. */
  renewed(cookies: string | undefined): string | null
  /** Lets go of devices that are nobody's and have not come back for long; looks once an hour. `here` are here just now. */
  prune(here: Iterable<DeviceId>): Promise<void>
}

/** With a public address on https the cookie is bound to it and never sent without encryption. */
export function createDevices(people: People, publicUrl: string | null, now: () => Millis): Devices {
  const secure = publicUrl?.startsWith('https:') ?? false
  const name = secure ? '__Host-dev' : 'dev'

  function bake(secret: string): string {
    return `${name}=${secret}; Path=/; Max-Age=${halfYear}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  }

  /** Whoever only reads is let in also while the disk takes nothing more. */
  async function noteSeen(id: DeviceId): Promise<void> {
    try {
      await people.seen(id, now())
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
    }
  }

  let prunedAt = now()

  return {
    async deviceOf(cookies) {
      const secret = secretIn(cookies, name)
      const device = secret === null ? null : await people.deviceBySecret(hashed(secret))
      if (device !== null && now() - device.lastSeen > day) await noteSeen(device.id)
      return device
    },
    async welcome() {
      const id = newDevice()
      const secret = randomBytes(32).toString('base64url')
      await people.addDevice(id, hashed(secret), now())
      return { device: { id, people: [], grants: [], lastSeen: now() }, cookie: bake(secret) }
    },
    renewed(cookies) {
      const secret = secretIn(cookies, name)
      return secret === null ? null : bake(secret)
    },
    async prune(here) {
      const at = now()
      if (at - prunedAt < hour) return
      prunedAt = at
      const old = { unseen: at - keptUnnamed, unseenScreen: at - keptScreen, but: [...new Set(here)] }
      await people.prune(old, mostPruned)
    },
  }
}

function secretIn(cookies: string | undefined, name: string): string | null {
  const found = (cookies ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  const [secret, another] = found
  return secret !== undefined && another === undefined && /^[\w-]{43}$/.test(secret) ? secret : null
}

function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
