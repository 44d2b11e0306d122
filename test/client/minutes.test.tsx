import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Minutes } from '../../client/meeting/minutes/Minutes.tsx'
import { MinutesPage } from '../../client/screens/MinutesPage.tsx'
import { guestRoom, type Moment } from '../support/guest-room.ts'
import { renderAt, type Scene } from './render.tsx'

afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

const people = ['lior', 'mireille', 'noor', 'oskar', 'pia', 'chidi', 'greta']
const names = Object.fromEntries(people.map((p) => [p, p.charAt(0).toUpperCase() + p.slice(1)]))

function scene(moment: Moment, me: string | null = 'pia'): Scene {
  return { now: guestRoom(moment).now, me, names }
}

function headings(): string[] {
  return screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent ?? '')
}

test('everyone reads along; the item that is open is marked', () => {
  const view = renderAt(scene('objected'), <Minutes />)
  expect(headings().slice(0, 2)).toEqual(['Here', 'Guest room price'])
  const current = view.container.querySelector('[aria-current]') as HTMLElement
  expect(within(current).getByRole('heading')).toHaveProperty('textContent', 'Guest room price')
  expect(current.textContent).toContain('Chidi objected to version 1: shuts out families with little money')
  expect(screen.queryByRole('button', { name: 'Add a sentence' })).toBeNull()
})

test('what was decided stands first once the meeting has ended', () => {
  renderAt(scene('ended'), <Minutes />)
  expect(headings().slice(0, 4)).toEqual([
    'Decided: Guest room price',
    'Not reached',
    'Here',
    'How we decided: Guest room price',
  ])
})

test('the minutes grow while one reads', () => {
  const view = renderAt(scene('presented'), <Minutes />)
  expect(view.container.textContent).not.toContain('nobody collects it')
  view.show({ now: guestRoom('objected').now })
  expect(view.container.textContent).toContain('nobody collects it')
})

test('copying gives the very Markdown of the export', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: async (text: string) => void copied.push(text) } })
  renderAt(scene('ended'), <Minutes />)
  fireEvent.click(screen.getByRole('button', { name: 'Copy the minutes' }))
  await screen.findByText('Copied.', { selector: 'p.quiet' })
  expect(copied[0]).toContain('# Harrow Lane: minutes\n')
  expect(copied[0]).toContain('## Decided: Guest room price\n\n> Guests choose 0, 6 or 12 € a night')
})

test('where nothing may copy, the text stands there to be marked by hand', async () => {
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined })
  document.execCommand = () => false
  renderAt(scene('ended'), <Minutes />)
  fireEvent.click(screen.getByRole('button', { name: 'Copy the minutes' }))
  const field = await screen.findByRole('textbox', { name: 'The minutes as text' })
  expect((field as HTMLTextAreaElement).value).toContain('# Harrow Lane: minutes')
})

test('the files are those the server makes', () => {
  renderAt(scene('ended'), <MinutesPage />)
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(links).toEqual(
    expect.arrayContaining(['md', 'html', 'json'].map((kind) => `/api/meetings/m_one/minutes.${kind}`)),
  )
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Harrow Lane')
})
