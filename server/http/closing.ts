import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Millis } from '../../shared/types.ts'

/** So long a last word may take to arrive. Who is asleep or says nothing is not waited for. */
const farewell: Millis = 300
/** So long an answer may take that is under way. */
const patience: Millis = 2_000

/** Knows on which connections an answer is under way, also where one was upgraded or never asked anything. */
export function createClosing(server: Server): (close: () => Promise<unknown>) => Promise<void> {
  const answers = new Map<Socket, number>()
  let isOver = false

  function count(socket: Socket, more: number): void {
    const known = answers.get(socket)
    if (known !== undefined) answers.set(socket, known + more)
  }

  function end(isDue: (answering: number) => boolean): void {
    for (const [socket, answering] of answers) if (isDue(answering)) socket.destroy()
  }

  server.on('connection', (socket) => {
    answers.set(socket, 0)
    socket.once('close', () => answers.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    count(socket, 1)
    response.once('close', () => {
      count(socket, -1)
      if (isOver && answers.get(socket) === 0) socket.destroySoon()
    })
  })
  return async (close) => {
    const soon = setTimeout(() => {
      isOver = true
      end((answering) => answering === 0)
    }, farewell)
    const late = setTimeout(() => end(() => true), patience)
    await close()
    clearTimeout(soon)
    clearTimeout(late)
  }
}
