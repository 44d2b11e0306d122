import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface ThinLine {
  readonly port: number
  close(): Promise<void>
}

interface Thinness {
  readonly bitsPerSecond: number
  /** There and back, in milliseconds. */
  readonly roundTrip: number
}

/**
 * A line to a server on this machine as a phone in the country has it: all connections share what goes through in
 * each direction, and every byte takes half the round trip; so does making a connection, there and back.
 */
export async function thinLine(to: number, { bitsPerSecond, roundTrip }: Thinness): Promise<ThinLine> {
  const up = wire(bitsPerSecond, roundTrip / 2)
  const down = wire(bitsPerSecond, roundTrip / 2)
  const ends = new Set<Socket>()
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: to, host: '127.0.0.1', noDelay: true })
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        for (const other of [near, far]) setTimeout(() => other.destroy(), roundTrip)
      })
    }
    const shaken = performance.now() + roundTrip
    near.on('data', (bytes) => up(bytes, shaken, () => far.writable && far.write(bytes)))
    far.on('data', (bytes) => down(bytes, shaken, () => near.writable && near.write(bytes)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    async close() {
      for (const end of ends) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** One direction: bytes go one after the other, so many a second, and arrive a while later in their order. */
function wire(bitsPerSecond: number, delay: number) {
  let free = 0
  return (bytes: Buffer, earliest: number, arrive: () => void) => {
    const now = performance.now()
    free = Math.max(now, free) + (bytes.length * 8 * 1000) / bitsPerSecond
    setTimeout(arrive, Math.max(free, earliest) - now + delay)
  }
}
