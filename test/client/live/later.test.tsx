import { act, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { onDemand, shown } from '../../../client/live/page/later.tsx'

afterEach(() => void vi.restoreAllMocks())

class Caught extends Component<{ children: ReactNode }, { is: boolean }> {
  override state = { is: false }
  static getDerivedStateFromError() {
    return { is: true }
  }
  override render() {
    return this.state.is ? 'broken' : this.props.children
  }
}

function coming() {
  const asked: { yes(): void; no(): void }[] = []
  const part = onDemand(
    () =>
      new Promise<() => string>((yes, no) => {
        asked.push({ yes: () => yes(() => 'here'), no: () => no(new Error('no line')) })
      }),
  )
  const Part = shown(part, () => 'coming')
  const open = () =>
    render(
      <Caught>
        <Part />
      </Caught>,
    )
  return { asked, open, settles: (end: 'yes' | 'no') => act(async () => asked.at(-1)?.[end]()) }
}

test('a part is on the screen the moment it is here, and stays', async () => {
  const { asked, open, settles } = coming()
  const { unmount } = open()
  expect(screen.getByText('coming')).toBeTruthy()
  await settles('yes')
  expect(screen.getByText('here')).toBeTruthy()
  unmount()
  open()
  expect(screen.getByText('here')).toBeTruthy()
  expect(asked).toHaveLength(1)
})

test('whoever waits for what cannot come is told', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { open, settles } = coming()
  open()
  await settles('no')
  expect(screen.getByText('broken')).toBeTruthy()
})

test('what failed when nobody waited any more is asked for again', async () => {
  const { asked, open, settles } = coming()
  open().unmount()
  await settles('no')
  open()
  expect(screen.getByText('coming')).toBeTruthy()
  await settles('yes')
  expect(screen.getByText('here')).toBeTruthy()
  expect(asked).toHaveLength(2)
})
