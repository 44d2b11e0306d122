import { PROTOCOL } from '../../shared/protocol.ts'
import { addTap, emptyReplica } from '../../shared/replica.ts'
import { type Desk, saidHere } from './desk.ts'

/**
 * What this browser kept from before a reload goes on its way again, in its order. What was made for the server
 * of another version nobody understands any more: it is told as not sent.
 */
export function restore(desk: Desk, key: string): void {
  const following = desk.following(key)
  if (!following) return
  const kept = desk.outbox.of(following)
  const old = kept.filter(({ protocol }) => protocol !== PROTOCOL)
  const no = saidHere('conflict', 'not_sent')
  for (const { id } of old) desk.settle(id, no)
  if (old.length > 0) desk.tell(following, no)
  for (const item of kept) {
    const { id, command, at, guess } = item
    const replica = desk.following(key)?.replica
    if (replica && !old.includes(item)) desk.put(key, addTap(replica, { id, command, at, guess }))
  }
}

/** Not ours to follow: what was kept for it is not ours to send. */
export function forsake(desk: Desk, key: string): void {
  const following = desk.following(key)
  if (!following) return
  for (const { id } of desk.outbox.of(following)) desk.settle(id, saidHere('not_found', 'not_found'))
  const replica = emptyReplica(following.replica.rules, following.as)
  desk.change(key, { replica })
}
