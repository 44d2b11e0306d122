import { PROTOCOL } from '../../../shared/protocol.ts'
import { addTap, emptyReplica } from '../../../shared/replica.ts'
import { type Board, saidHere } from '../board.ts'

/**
 * What this browser kept from before a reload goes on its way again, in its order. What was made for the server
 * of another version nobody understands any more: it is told as not sent.
 */
export function restore(board: Board, key: string): void {
  const following = board.following(key)
  if (!following) return
  const kept = board.outbox.of(following)
  const old = kept.filter(({ protocol }) => protocol !== PROTOCOL)
  const no = saidHere('conflict', 'not_sent')
  for (const { id } of old) board.settle(id, no)
  if (old.length > 0) board.tell(following, no)
  for (const item of kept) {
    const { id, command, at, guess } = item
    const replica = board.following(key)?.replica
    if (replica && !old.includes(item)) board.put(key, addTap(replica, { id, command, at, guess }))
  }
}

/** Not ours to follow: what was kept for it is not ours to send. */
export function forsake(board: Board, key: string): void {
  const following = board.following(key)
  if (!following) return
  for (const { id } of board.outbox.of(following)) board.settle(id, saidHere('not_found', 'not_found'))
  const replica = emptyReplica(following.replica.rules, following.as)
  board.change(key, { replica })
}
