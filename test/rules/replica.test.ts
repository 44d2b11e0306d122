import { describe, expect, test } from 'vitest'
import {
  accepted,
  addTap,
  emptyReplica,
  firstGuess,
  isReady,
  type Replica,
  type Rules,
  receive,
  refused,
  takeState,
} from '../../shared/replica.ts'
import type { Entry, Seq } from '../../shared/types.ts'

/** A list of words, each with the number of the entry it stands in; `follow` names the word it comes after. */
type Words = readonly { readonly word: string; readonly seq: Seq }[]
type Command =
  | { readonly type: 'add'; readonly word: string }
  | { readonly type: 'secret'; readonly word: string }
  | { readonly type: 'follow'; readonly after: Seq; readonly word: string }
type Event = { readonly type: 'added'; readonly word: string }

const rules: Rules<Words, Command, Event> = {
  initial: [],
  decide(state, command) {
    if (command.type === 'follow' && !state.some(({ seq }) => seq === command.after)) {
      return { ok: false, refusal: { code: 'wrong_state', reason: 'moved_on', with: {} } }
    }
    if (state.some(({ word }) => word === command.word)) return { ok: true, events: [] }
    return { ok: true, events: [{ type: 'added', word: command.word }] }
  },
  evolve: (state, entry) => [...state, ...entry.events.map(({ word }) => ({ word, seq: entry.seq }))],
  predictable: (_state, { type }) => type !== 'secret',
}

function entry(seq: Seq, word: string, id = `other-${seq}`): Entry<Event> {
  return { seq, id, by: 'p_other', at: seq, events: [{ type: 'added', word }] }
}

type Copy = Replica<Words, Command, Event>

const empty: Copy = emptyReplica(rules, 'p_me')
const begun = takeState(empty, { seq: 2, state: rules.initial })
const shown = (copy: Copy) => copy.visible.map(({ word }) => word)
const tapped = (copy: Copy, id: string, command: Command) => addTap(copy, { id, command, at: 1 })
const add = (word: string): Command => ({ type: 'add', word })

describe('what comes', () => {
  test('the next entry is folded, one had before is ignored, one beyond is a gap', () => {
    const next = receive(begun, [entry(2, 'old'), entry(3, 'new')])
    expect(next.gap).toBe(false)
    expect(shown(next.replica)).toEqual(['new'])
    const beyond = receive(next.replica, [entry(4, 'four'), entry(6, 'six')])
    expect(beyond.gap).toBe(true)
    expect(beyond.replica.seq).toBe(4)
    expect(shown(beyond.replica)).toEqual(['new', 'four'])
  })

  test('before the state has come every entry is beyond', () => {
    const early = receive(empty, [entry(1, 'first')])
    expect(early).toEqual({ replica: empty, gap: true })
  })

  test('entries that come twice leave the very same copy', () => {
    const once = receive(begun, [entry(3, 'new')]).replica
    expect(receive(once, [entry(3, 'new')]).replica).toBe(once)
  })

  test('a state takes the place of everything, and taps stand on it', () => {
    const copy = tapped(receive(begun, [entry(3, 'new')]).replica, 'a', add('mine'))
    const anew = takeState(copy, { seq: 9, state: [{ word: 'nine', seq: 9 }] })
    expect(anew.seq).toBe(9)
    expect(shown(anew)).toEqual(['nine', 'mine'])
  })
})

describe('one’s own taps', () => {
  test('a tap shows at once, and the confirmed state does not have it', () => {
    const copy = tapped(begun, 'a', add('mine'))
    expect(shown(copy)).toEqual(['mine'])
    expect(copy.confirmed).toEqual([])
  })

  test('what cannot be predicted waits for the server and is kept', () => {
    const copy = tapped(begun, 'a', { type: 'secret', word: 'hidden' })
    expect(shown(copy)).toEqual([])
    expect(copy.taps).toHaveLength(1)
  })

  test('the guess is thrown away and made again on each new base', () => {
    const copy = tapped(begun, 'a', add('mine'))
    const after = receive(copy, [entry(3, 'theirs')]).replica
    expect(shown(after)).toEqual(['theirs', 'mine'])
    const taken = receive(copy, [entry(3, 'mine')]).replica
    expect(shown(taken)).toEqual(['mine'])
    expect(taken.taps).toHaveLength(1)
  })

  test('its own entry ends a tap, before or after the yes', () => {
    const copy = tapped(begun, 'a', add('mine'))
    const folded = receive(copy, [entry(3, 'mine', 'a')]).replica
    expect(folded.taps).toEqual([])
    expect(shown(folded)).toEqual(['mine'])
    expect(accepted(folded, 'a', 3).taps).toEqual([])

    const waiting = accepted(copy, 'a', 3)
    expect(shown(waiting)).toEqual(['mine'])
    expect(waiting.taps).toHaveLength(1)
    expect(receive(waiting, [entry(3, 'mine', 'a')]).replica.taps).toEqual([])
  })

  test('a yes that changes nothing ends its tap', () => {
    const copy = tapped(begun, 'a', { type: 'secret', word: 'nothing' })
    expect(accepted(copy, 'a', 2).taps).toEqual([])
  })

  test('a yes beyond what is here ends with the state that has it', () => {
    const waiting = accepted(tapped(begun, 'a', add('mine')), 'a', 7)
    expect(waiting.taps).toHaveLength(1)
    expect(takeState(waiting, { seq: 8, state: [{ word: 'mine', seq: 7 }] }).taps).toEqual([])
  })

  test('a no takes the guess back', () => {
    const { replica, fell } = refused(tapped(begun, 'a', add('mine')), 'a')
    expect(shown(replica)).toEqual([])
    expect(fell).toEqual(['a'])
  })

  test('the same id is one tap', () => {
    const copy = tapped(begun, 'a', add('mine'))
    expect(tapped(copy, 'a', add('mine'))).toBe(copy)
  })

  test('a screen guesses nothing', () => {
    const screen = takeState(emptyReplica(rules, null), { seq: 2, state: rules.initial })
    expect(shown(tapped(screen, 'a', add('mine')))).toEqual([])
  })
})

describe('taps built on guesses', () => {
  const one = tapped(begun, 'a', add('one'))
  const guess = one.taps[0]?.guess ?? 0
  const two = tapped(one, 'b', { type: 'follow', after: guess, word: 'two' })

  test('a guessed number is beyond every real one, and what names it is not ready to be sent', () => {
    expect(guess).toBeGreaterThanOrEqual(firstGuess)
    expect(shown(two)).toEqual(['one', 'two'])
    expect(two.taps.map(isReady)).toEqual([true, false])
  })

  test('they learn the number when it is known', () => {
    const known = receive(two, [entry(3, 'theirs'), entry(4, 'one', 'a')]).replica
    expect(known.taps.map(({ command }) => command)).toEqual([{ type: 'follow', after: 4, word: 'two' }])
    expect(known.taps.map(isReady)).toEqual([true])
    expect(shown(known)).toEqual(['theirs', 'one', 'two'])
  })

  test('they fall with the tap they were built on', () => {
    const three = tapped(two, 'c', add('three'))
    const { replica, fell } = refused(three, 'a')
    expect(fell).toEqual(['a', 'b'])
    expect(shown(replica)).toEqual(['three'])
  })

  test('a tap from before a reload keeps its guess, and the next is beyond it', () => {
    const restored = addTap(begun, { id: 'old', command: add('old'), at: 1, guess: firstGuess + 5 })
    expect(tapped(restored, 'new', add('new')).taps.map((tap) => tap.guess)).toEqual([firstGuess + 5, firstGuess + 6])
  })
})
