import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { AnnouncerProvider, useAnnounce } from '../../../client/ui/Announcer.tsx'
import { Choice } from '../../../client/ui/controls/Choice.tsx'
import { Field } from '../../../client/ui/controls/Field.tsx'
import { Dialog } from '../../../client/ui/frames/Dialog.tsx'
import { Ring } from '../../../client/ui/ring/Ring.tsx'
import type { Seat } from '../../../client/ui/ring/RingSeat.tsx'
import { Difference } from '../../../client/ui/shown/Difference.tsx'
import { Line } from '../../../client/ui/shown/Line.tsx'

const seats: Seat[] = [
  { id: 'a', label: 'Lior', mark: 'Li', state: 'done', spoken: 'has spoken', me: true },
  { id: 'b', label: 'Ines', mark: 'In', state: 'now', spoken: 'speaking now', facts: 'remote' },
  { id: 'c', label: 'Greta', mark: 'Gr', state: 'next', spoken: 'next' },
]

describe('the ring', () => {
  test.each(['phone', 'laptop', 'room'] as const)('tells each name and how it stands, on %s', (surface) => {
    render(
      <Ring surface={surface} label="Seats" seats={seats} travelled={{ from: 0, to: 1 }}>
        <h1>Ines</h1>
      </Ring>,
    )
    const heard = within(screen.getByRole('list', { name: 'Seats' }))
      .getAllByRole('listitem')
      .map((item) =>
        [...item.children]
          .filter((part) => !part.hasAttribute('aria-hidden'))
          .map((part) => part.textContent)
          .join(''),
      )
    const remote = surface === 'laptop' ? 'remote' : ''
    expect(heard).toEqual(['Lior, has spoken', `Ines${remote}, speaking now`, 'Greta, next'])
    expect(screen.getByRole('heading', { name: 'Ines' })).toBeTruthy()
  })

  test('draws the way gone and an arrow, and no arrow for many', () => {
    const { container, rerender } = render(<Ring surface="laptop" label="Seats" seats={seats} travelled="all" />)
    expect(container.querySelectorAll('svg[viewBox="0 0 780 576"] path').length).toBe(3)
    const many = Array.from({ length: 13 }, (_, index) => ({ ...seats[2]!, id: `${index}` }))
    rerender(<Ring surface="laptop" label="Seats" seats={[...many, seats[1]!]} travelled={{ from: 0, to: 13 }} />)
    expect(container.querySelectorAll('svg[viewBox="0 0 780 576"] path').length).toBe(2)
  })
})

test('the line marks where it has come to', () => {
  render(
    <Line
      label="Agenda"
      across
      items={[
        { id: 'a', state: 'gone', content: 'Check-in' },
        { id: 'b', state: 'here', content: 'Guest room' },
        { id: 'c', content: 'Closing' },
      ]}
    />,
  )
  expect(screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null])
})

test('a difference is said as well as drawn', () => {
  const words = { added: 'put in', removed: 'taken out', end: 'end' }
  const parts = [
    { text: 'twelve', kind: 'removed' },
    { text: 'six', kind: 'added' },
    { text: ' euros', kind: 'same' },
  ] as const
  const { container, rerender } = render(<Difference parts={parts} words={words} />)
  expect(container.textContent).toBe(' taken out: twelve end  put in: six end  euros')
  rerender(<Difference parts={parts} words={words} show="new" />)
  expect(container.textContent).toBe(' put in: six end  euros')
})

test('a field has its label, its hint and its trouble', async () => {
  const onEnter = vi.fn()
  render(
    <Field label="Code" value="" onChange={() => {}} hint="Six figures" error="Six are needed" onEnter={onEnter} />,
  )
  const field = screen.getByLabelText('Code')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id))
  expect(described.map((part) => part?.textContent)).toEqual(['Six figures', 'Six are needed'])
  await userEvent.type(field, '{Enter}')
  expect(onEnter).toHaveBeenCalledTimes(1)
})

test('a choice is a group of radio buttons', async () => {
  const onChange = vi.fn()
  const options = [
    { value: 'pia', label: 'Pia' },
    { value: 'noor', label: 'Noor' },
  ]
  render(<Choice legend="Who?" options={options} value="pia" onChange={onChange} look="chips" />)
  expect(screen.getByRole('group', { name: 'Who?' })).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Noor', checked: false }))
  expect(onChange).toHaveBeenCalledWith('noor')
})

function Menu() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        More
      </button>
      <Dialog open={open} title="More" closeLabel="Close" onClose={() => setOpen(false)}>
        <p>Inside</p>
      </Dialog>
    </>
  )
}

test('a dialog gives focus back to what opened it', async () => {
  const user = userEvent.setup()
  render(<Menu />)
  await user.click(screen.getByRole('button', { name: 'More' }))
  expect(screen.getByRole('dialog', { name: 'More' }).textContent).toContain('Inside')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText('Inside')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }))
})

function Speaker() {
  const announce = useAnnounce()
  return (
    <>
      <button type="button" onClick={() => announce('Saved')}>
        calm
      </button>
      <button type="button" onClick={() => announce('Your turn', { urgent: true })}>
        urgent
      </button>
    </>
  )
}

test('the two live regions are there from the first moment, and each gets its own', () => {
  vi.useFakeTimers()
  const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))
  try {
    render(
      <AnnouncerProvider>
        <Speaker />
      </AnnouncerProvider>,
    )
    const [calm, urgent] = [screen.getByRole('status'), screen.getByRole('alert')]
    expect([calm.textContent, urgent.textContent]).toEqual(['', ''])
    fireEvent.click(screen.getByRole('button', { name: 'calm' }))
    wait(0)
    expect([calm.textContent, urgent.textContent]).toEqual(['Saved', ''])
    fireEvent.click(screen.getByRole('button', { name: 'urgent' }))
    wait(2999)
    expect([calm.textContent, urgent.textContent]).toEqual(['Saved', ''])
    wait(1)
    expect([calm.textContent, urgent.textContent]).toEqual(['', 'Your turn'])
    wait(3000)
    expect([calm.textContent, urgent.textContent]).toEqual(['', ''])
  } finally {
    vi.useRealTimers()
  }
})
