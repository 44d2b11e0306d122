import type { Millis, PersonId } from '../../shared/types.ts'
import type { Host } from '../host.ts'
import type { PeerOf } from '../http/peer.ts'
import type { Sending } from '../http/sending.ts'
import type { Limits } from '../limits.ts'
import type { Encodings } from '../live/encoded.ts'
import type { Names } from '../live/names.ts'
import type { Nodes } from '../nodes/nodes.ts'
import type { Devices } from '../people/devices.ts'
import type { Registers } from '../reading/registers.ts'
import type { Rules } from '../rules.ts'
import type { DeviceId, Store } from '../store/store.ts'

/** What the routes work with. */
export interface RouteParts {
  readonly store: Store
  readonly host: Host
  readonly nodes: Pick<Nodes, 'alone'>
  readonly rules: Rules
  readonly names: Names
  readonly registers: Registers
  readonly encodings: Encodings
  readonly sending: Sending
  readonly devices: Devices
  /** What links are made from. */
  readonly secret: Buffer
  /** May anyone make a circle? */
  readonly create: boolean
  readonly now: () => Millis
  /** What a link begins with, for someone who reached us under this host. */
  readonly linkBase: (host: string) => string
  /** This device is no longer that person's. */
  readonly left: (device: DeviceId, person: PersonId) => void
  readonly peerOf: PeerOf
  readonly limits: Omit<Limits, 'command' | 'ask' | 'start' | 'upgrade'>
}
