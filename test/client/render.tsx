import { act, type RenderResult, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { LiveProvider, ViewProvider } from '../../client/live/context.tsx'
import { keyOf, type Live, type LiveState, nothingYet, type View } from '../../client/live/state.ts'
import { learn } from '../../client/live/words/text.ts'
import { AnnouncerProvider } from '../../client/ui/Announcer.tsx'
import type { CircleState } from '../../shared/circle/types.ts'
import type { MeetingState, Now } from '../../shared/meeting/types.ts'
import type { AnyCommand, Done, Here, No } from '../../shared/protocol.ts'
import type { Tap } from '../../shared/replica.ts'
import { en } from '../../shared/text/en.ts'
import type { PersonId, Seq } from '../../shared/types.ts'

// A screen under test may be one that the app loads later, with its words.
learn(en)

export interface Scene {
  /** What the screen looks at: a meeting … */
  readonly now?: Now & { readonly back?: NonNullable<MeetingState>['back'] }
  /** … or a circle. */
  readonly circle?: NonNullable<CircleState>
  /** Null is a screen that belongs to nobody. */
  readonly me: PersonId | null
  /** `{ p_ines: 'Ines' }`, or `['Maria', 'house 4']` with a hint. */
  readonly names: Readonly<Record<PersonId, string | readonly [string, string]>>
  readonly here?: Omit<Here, 'stream'>
  readonly connection?: LiveState['connection']
  /** Commands of mine on their way. */
  readonly taps?: readonly Tap<AnyCommand>[]
  readonly seq?: Seq
  /** What the server says to a command; a yes when left out. */
  readonly answer?: (command: AnyCommand) => Done | No | Promise<Done | No>
}

export interface Rendered extends RenderResult {
  /** Every command sent, in order. */
  readonly sent: AnyCommand[]
  readonly putAway: string[]
  /** Shows another moment of the same scene. */
  show(change: Partial<Scene>): void
}

/** Renders what a person sees at a moment of a meeting, and keeps what they send. */
export function renderAt(scene: Scene, element: ReactElement): Rendered {
  let shown = scene
  let state = stateOf(shown)
  const sent: AnyCommand[] = []
  const putAway: string[] = []
  const listeners = new Set<() => void>()
  const live: Live = {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async send(_view, command) {
      sent.push(command)
      return (await shown.answer?.(command)) ?? { ok: true, seq: (shown.seq ?? 1) + sent.length }
    },
    follow: () => () => undefined,
    know(names) {
      state = { ...state, names: { ...state.names, ...names } }
      for (const listener of listeners) listener()
    },
    putAway: (id) => putAway.push(id),
    wake: () => undefined,
  }
  const result = render(
    <AnnouncerProvider>
      <LiveProvider live={live}>
        <ViewProvider view={viewOf(scene)}>{element}</ViewProvider>
      </LiveProvider>
    </AnnouncerProvider>,
  )
  const show = (change: Partial<Scene>) =>
    act(() => {
      shown = { ...shown, ...change }
      state = stateOf(shown)
      for (const listener of listeners) listener()
    })
  return { ...result, sent, putAway, show }
}

function viewOf(scene: Scene): View {
  const stream = scene.now?.id ?? scene.circle?.id ?? 'm_none'
  return { stream, kind: scene.circle && !scene.now ? 'circle' : 'meeting', as: scene.me }
}

/** The state of the live part as it would be in this scene. */
export function stateOf(scene: Scene): LiveState {
  const view = viewOf(scene)
  const visible = scene.now ? { back: null, ...scene.now } : (scene.circle ?? null)
  const names = Object.entries(scene.names).map(([person, name]) =>
    typeof name === 'string' ? [person, { name, hint: null }] : [person, { name: name[0], hint: name[1] }],
  )
  const replica = {
    rules: {
      initial: null,
      decide: () => ({ ok: true as const, events: [] }),
      evolve: () => visible,
      predictable: () => false,
    },
    person: scene.me,
    seq: scene.seq ?? 1,
    confirmed: visible,
    visible,
    taps: scene.taps ?? [],
    nextGuess: 1_000_000_000,
  }
  return {
    ...nothingYet,
    connection: scene.connection ?? { state: 'live', since: 0 },
    names: Object.fromEntries(names),
    here: scene.here ? { [view.stream]: { stream: view.stream, ...scene.here } } : {},
    follows: { [keyOf(view)]: { ...view, replica, refused: null } },
  }
}
