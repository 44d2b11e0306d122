import { useCallback, useEffect, useState } from 'react'
import type { CircleState } from '../../shared/circle/types.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import type { AnyCommand, Done, Here, Name, No } from '../../shared/protocol.ts'
import type { Tap } from '../../shared/replica.ts'
import type { CircleId, Millis, PersonId } from '../../shared/types.ts'
import { useLive, useLiveState, useView } from './context.tsx'
import { type Connection, type Following, keyOf } from './state.ts'
import { useText } from './words/text.ts'

const none: readonly Tap<AnyCommand>[] = []

/** The copy of what is being looked at; null until it has been asked for. */
export function useFollowing(): Following | null {
  const key = keyOf(useView())
  return useLiveState((state) => state.follows[key] ?? null)
}

/** The meeting as the screen shows it. Only beneath a view of a meeting that has come. */
export function useMeeting(): NonNullable<MeetingState> {
  const meeting = useFollowing()?.replica.visible
  if (!meeting || !('seats' in meeting)) throw new Error('there is no meeting here')
  return meeting
}

/** The circle being looked at, or null: not come yet, or this is a view of a meeting. */
export function useCircle(): CircleState {
  const circle = useFollowing()?.replica.visible
  return circle && 'members' in circle ? circle : null
}

/** The circle of what is being looked at; null until that has come. */
export function useCircleId(): CircleId | null {
  const { stream, kind } = useView()
  const seen = useFollowing()?.replica.visible
  if (kind === 'circle') return stream as CircleId
  return seen && 'circle' in seen ? seen.circle : null
}

/** Who holds this device, of its people; null is a screen. */
export function useMe(): PersonId | null {
  return useView().as
}

/** Names as they are now. Someone unknown has been forgotten: a former member. */
export function useName(): (person: PersonId) => Name {
  const names = useLiveState((state) => state.names)
  const text = useText()
  return useCallback((person) => names[person] ?? { name: text('common.former'), hint: null }, [names, text])
}

/** Sends what this view's person does. A refusal is shown by itself and is also the answer. */
export function useSend(): (command: MeetingCommand | AnyCommand) => Promise<Done | No> {
  const live = useLive()
  const { stream, kind, as } = useView()
  return useCallback((command) => live.send({ stream, kind, as }, command), [live, stream, kind, as])
}

/** Who can be reached in this meeting; null until the server has said. */
export function useHere(): Here | null {
  const { stream } = useView()
  return useLiveState((state) => state.here[stream] ?? null)
}

export function useConnection(): Connection {
  return useLiveState((state) => state.connection)
}

/** My taps that the server has not answered, with when they were made. */
export function useTaps(): readonly Tap<AnyCommand>[] {
  return useFollowing()?.replica.taps ?? none
}

/** My commands that the server has not answered, oldest first. */
export function usePending(): readonly MeetingCommand[] {
  return useTaps().map((tap) => tap.command as MeetingCommand)
}

/** The server's time, looked at again every so often (in milliseconds; once when left out). */
export function useServerNow(everyMs?: number): Millis {
  const offset = useLiveState((state) => state.offset)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (everyMs === undefined) return
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + offset
}
