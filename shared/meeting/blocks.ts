import { no, yes } from '../refusals.ts'
import type { Context, Verdict } from '../types.ts'
import { records } from './around.ts'
import type { MeetingEvent } from './events.ts'
import type { MeetingCommand, Now } from './types.ts'

export type BlockCommand = Extract<MeetingCommand, { type: 'pen.take' | 'block.write' | 'pen.leave' }>

/** The minutes' own sentences: short blocks, one pen, which passes on from someone who is gone. */
export function decideBlocks(now: Now, command: BlockCommand, ctx: Context): Verdict<MeetingEvent> {
  if (!records(now, ctx)) return no('not_facilitator_or_secretary')
  const mine = now.pen?.person === ctx.actor
  if (command.type === 'pen.leave') return mine ? yes<MeetingEvent>({ type: 'pen.left' }) : yes()
  const { block } = command
  if (block !== 'meeting' && !now.items.some((i) => i.id === block)) return no('unknown_item')
  const held = now.pen !== null && !mine && !(now.pen.person in ctx.unreachable)
  if (held) return no('pen_elsewhere', { who: { person: now.pen?.person ?? '' } })
  const taken: readonly MeetingEvent[] =
    mine && now.pen?.block === block ? [] : [{ type: 'pen.taken', block, person: ctx.actor }]
  if (command.type === 'pen.take') return yes<MeetingEvent>(...taken)
  const stands = now.blocks[block]
  if ((stands?.text ?? '') === command.text) return yes()
  if ((stands?.seq ?? 0) !== command.over) return no('text_changed')
  return yes<MeetingEvent>(...taken, { type: 'block.written', block, text: command.text })
}
