import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deskAt } from './desk.tsx'
import { scenes } from './scenes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const bare = /\b(desk|say|did|stage|round|way|move|seat|refusal|common|record|room)\.[a-z]\w+/
const placeholder = /\{\w+\}/
const final = /Announce|Open the answers|End the meeting/

test.each(Object.keys(scenes))('%s: every word is a word, one heading, one key leads on', async (scene) => {
  await deskAt(scene)
  const words = document.body.textContent ?? ''
  expect(words.length).toBeGreaterThan(20)
  expect(words).not.toMatch(bare)
  expect(words).not.toMatch(placeholder)
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  const leading = [...document.querySelectorAll('[data-hotkey="n"]')]
  expect(leading.length).toBeLessThanOrEqual(1)
  for (const button of leading) expect(button.textContent).not.toMatch(final)
})

test.each(['consent', 'mine', 'not-ready', 'recheck', 'again'])(
  '%s: there is no Next, but two answers',
  async (scene) => {
    await deskAt(scene)
    expect(document.querySelector('[data-hotkey="n"]')).toBeNull()
    for (const key of ['1', '2']) expect(document.querySelectorAll(`[data-hotkey="${key}"]`)).toHaveLength(1)
  },
)

test('while answers are closed nobody’s answer is on the screen', async () => {
  const desk = await deskAt('at-once')
  expect(document.body.textContent).not.toMatch(/no objection/i)
  expect(desk.reads('Waiting for')).toBe(true)
})
