import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(path.join(import.meta.dirname, '../../../client/ui/tokens.css'), 'utf8')

/** The colours set in the first block that begins so. */
function block(selector: string): Record<string, string> {
  const start = sheet.indexOf(`${selector} {`)
  expect(start, selector).toBeGreaterThanOrEqual(0)
  const text = sheet.slice(start, sheet.indexOf('}', start))
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  )
}

const light = block(':root')
const dark = block("[data-theme='dark']:not(.room)")
const auto = block("[data-theme='auto']:not(.room)")
const contrast = block("[data-theme='contrast']")
const themes = { light, dark: { ...light, ...dark }, contrast: { ...light, ...contrast } }

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function ratio(one: string, two: string): number {
  const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a)
  return (high! + 0.05) / (low! + 0.05)
}

const text = [
  'ink paper',
  'ink surface',
  'ink sunk',
  'ink primary-tint',
  'ink consent-tint',
  'ink objection-tint',
  'ink-2 paper',
  'ink-2 surface',
  'ink-2 sunk',
  'ink-2 primary-tint',
  'on-primary primary',
  'primary paper',
  'primary surface',
  'on-turn turn',
  'on-turn turn-old',
  'on-consent consent',
  'consent consent-tint',
  'consent surface',
  'consent paper',
  'on-objection objection',
  'objection objection-tint',
  'objection surface',
  'objection paper',
  'on-neutral neutral',
  'neutral surface',
  'danger surface',
  'danger paper',
]
const edges = ['line paper', 'line surface', 'turn-edge turn', 'focus focus-halo']

describe.each(Object.entries(themes))('in the %s theme', (_, colours) => {
  test.each(text)('%s can be read', (pair) => {
    const [front, ground] = pair.split(' ')
    expect(ratio(colours[front!]!, colours[ground!]!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(edges)('%s can be told apart', (pair) => {
    const [front, ground] = pair.split(' ')
    expect(ratio(colours[front!]!, colours[ground!]!)).toBeGreaterThanOrEqual(3)
  })

  test('focus shows on the page by its one tone or the other', () => {
    const shown = Math.max(ratio(colours.focus!, colours.paper!), ratio(colours['focus-halo']!, colours.paper!))
    expect(shown).toBeGreaterThanOrEqual(3)
  })
})

test('a device that is set to dark gets the dark theme, colour by colour', () => {
  expect(auto).toEqual(dark)
})

test('known pairs come out as measured', () => {
  expect(ratio(light.ink!, light.paper!)).toBeCloseTo(15.3, 1)
  expect(ratio(light.objection!, light['objection-tint']!)).toBeCloseTo(4.7, 1)
})
