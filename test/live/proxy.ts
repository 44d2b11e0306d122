import { connect, createServer, type Socket } from 'node:net'

/** Stands between a client and a server, and can stop carrying anything without anyone being told. */
export interface Between {
  readonly url: string
  /** From now on nothing passes, and nobody hears of it: a phone that fell asleep, a train in a tunnel. */
  hold(): void
  /** Carries on, with everything that was sent meanwhile in its order. */
  release(): void
  close(): Promise<void>
}

export async function startProxy(port: number): Promise<Between> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let isHeld = false

  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1')
    const pair = [client, target] as const
    pairs.add(pair)
    carry(client, target)
    carry(target, client)
    if (isHeld) for (const socket of pair) socket.pause()
  })

  function carry(from: Socket, to: Socket): void {
    from.on('data', (data) => to.write(data))
    // An end is news as well, and a held line carries none.
    from.on('close', () => {
      if (!isHeld) to.destroy()
    })
    from.on('error', () => {})
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    hold() {
      isHeld = true
      for (const pair of pairs) for (const socket of pair) socket.pause()
    },
    release() {
      isHeld = false
      for (const [client, target] of pairs) {
        if (client.destroyed || target.destroyed) {
          client.destroy()
          target.destroy()
        }
        client.resume()
        target.resume()
      }
    },
    async close() {
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}
