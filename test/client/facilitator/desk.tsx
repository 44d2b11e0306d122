import { act, fireEvent, screen, within } from '@testing-library/react'
import { vi } from 'vitest'
// What is loaded lazily is here before it is asked for.
import '../../../client/processes/consent/desk.tsx'
import '../../../client/processes/consent/room.tsx'
import '../../../client/processes/round/begin.desk.tsx'
import '../../../client/processes/round/desk.tsx'
import '../../../client/stations/desk/RoomOver.tsx'
import { FacilitatorStation } from '../../../client/stations/desk/DeskStation.tsx'
import type { MeetingCommand } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { people } from '../../gallery/people.tsx'
import { type Rendered, renderAt } from '../render.tsx'
import { scenes } from './scenes.ts'

const id = (name: string): PersonId => `p_${name}`
const link = 'http://192.168.178.31:3000/j#c7.t4'

/** What was promised comes about, without any time passing. */
export async function atOnce(): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(0)
  })
}

/** Everything that has been promised or waits on a timer comes about. */
export async function settle(): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(700)
  })
}

/** The desk at a moment, on top of the real rules: what is pressed is done, and the screen shows what follows. */
export class DeskAt {
  readonly play: ReturnType<NonNullable<(typeof scenes)[string]>>
  readonly all: readonly string[]
  presses = 0
  private readonly rendered: Rendered

  constructor(scene: string, count = 8) {
    const make = scenes[scene]
    if (!make) throw new Error(`no scene ${scene}`)
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ join: link })))
    this.all = people(count)
    this.play = make(this.all.map(id))
    vi.setSystemTime(this.play.clock)
    const names = Object.fromEntries(this.all.map((name) => [id(name), name]))
    const { me } = this.play
    this.rendered = renderAt(
      { now: this.play.now, me, names, answer: (command) => this.answered(command as MeetingCommand) },
      <FacilitatorStation />,
    )
  }

  private answered(command: MeetingCommand) {
    const refusal = this.play.attempt(this.play.me, command)
    if (refusal) return { ok: false as const, ...refusal, retryable: false, ref: 'r' }
    queueMicrotask(() => this.rendered.show({ now: this.play.now }))
    return { ok: true as const, seq: this.play.log.length }
  }

  get sent(): readonly MeetingCommand[] {
    return this.rendered.sent as MeetingCommand[]
  }

  /** The command sent last. */
  get last(): MeetingCommand | undefined {
    return this.sent.at(-1)
  }

  /** The dialog on top, or the page. */
  private get top() {
    const open = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1)
    return open ? within(open) : screen
  }

  find(name: string | RegExp): HTMLElement {
    return this.top.getByRole('button', typeof name === 'string' ? { name, hidden: true } : { name, hidden: true })
  }

  has(name: string | RegExp): boolean {
    return this.top.queryAllByRole('button', { name, hidden: true }).length > 0
  }

  reads(text: string | RegExp): boolean {
    return this.top.queryAllByText(text).length > 0
  }

  async press(...names: readonly (string | RegExp)[]): Promise<this> {
    for (const name of names) {
      await settle()
      fireEvent.click(this.find(name))
      this.presses += 1
      await settle()
    }
    return this
  }

  async type(label: string | RegExp, words: string): Promise<this> {
    await settle()
    const field = this.top.getByLabelText(label)
    fireEvent.focus(field)
    await settle()
    fireEvent.change(field, { target: { value: words } })
    fireEvent.blur(field)
    await settle()
    return this
  }

  /** Others do something on their own phones. */
  async meanwhile(act: (play: DeskAt['play']) => void): Promise<this> {
    act(this.play)
    this.rendered.show({ now: this.play.now })
    await settle()
    return this
  }
}

/** Renders a moment and waits until it stands. */
export async function deskAt(scene: string, count?: number): Promise<DeskAt> {
  const desk = new DeskAt(scene, count)
  for (let tries = 0; tries < 50 && document.querySelector('main') === null; tries++) await settle()
  await settle()
  return desk
}
