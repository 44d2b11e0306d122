import { expect, test } from 'vitest'
import { cleanText, nameLimit, sameName } from '../../server/text.ts'

const words = { graphemes: 8_000, bytes: 32_000, lines: true }
const name = (value: string) => cleanText(value, nameLimit)

test('N-P11 names of any script, length and form stay as they were written', () => {
  const kept = [
    'O',
    'Ñandú',
    'Jean-Luc O’Connor',
    'نرگس می‌خواهم',
    'שירה בן־דוד',
    'ธนพร',
    'श्री देवी',
    'ශ්‍රී ලාල්',
    '李小龍',
    '👩‍👩‍👧‍👦 Fam',
    '👩🏽‍🚀',
    'Łukasz',
    '𝒜da',
  ]
  expect(kept.map(name)).toEqual(kept.map((one) => one.normalize('NFC')))
})

test('N-P8 what cannot be seen or turns the line around is taken out', () => {
  expect(name('\u202Erotatilicaf\u202C')).toBe('rotatilicaf')
  expect(name('Ana\u2067facilitator\u2069')).toBe('Anafacilitator')
  expect(name('An\u200Ba\u200D \uFEFF\u200E')).toBe('Ana')
  expect(name('Ma\u200Dria')).toBe('Maria')
  expect(name('\u{E0041}Ana\u{E007F}\uE000\u0007\u007F\u009B')).toBe('Ana')
  expect(name('  Ana \t\n  Berg ')).toBe('Ana Berg')
  expect(name('Ana\r\nfacilitator')).toBe('Ana facilitator')
})

test('N-P8 NUL and halves of letters are refused, and only invisible signs are nothing', () => {
  expect(name('An\0a')).toBeNull()
  expect(name('An\uD800a')).toBeNull()
  expect(['', '   ', '\u200B\u200D', '\u3164', '\u202E\u2066', '\u0301'].map(name)).toEqual(['', '', '', '', '', ''])
})

test('N-P7 limits count letters as people do, and bytes', () => {
  expect(name('a'.repeat(40))).toBe('a'.repeat(40))
  expect(name('a'.repeat(41))).toBeNull()
  expect(name('é'.normalize('NFD').repeat(40))).toBe('é'.repeat(40))
  expect(name('👩‍👩‍👧‍👦'.repeat(20))).toBe('👩‍👩‍👧‍👦'.repeat(20))
  expect(name(`e${'\u0301'.repeat(41)}`)).toBe(`é${'\u0301'.repeat(8)}`)
  expect(cleanText(`a${'\u20E3\u0489'.repeat(4_000)}`, nameLimit)?.length ?? 0).toBeLessThan(20)
  expect(name('x'.repeat(1_000_000))).toBeNull()
})

test('lines are kept where lines are allowed', () => {
  expect(cleanText('One\r\ntwo \u2028three\n\n\n\nfour\t!\n', words)).toBe('One\ntwo\nthree\n\nfour !')
})

test('N-P10 the same name is the same whatever its width, case and form', () => {
  expect(sameName('Maria', 'MARIA')).toBe(true)
  expect(sameName('Ｍａｒｉａ', 'maria')).toBe(true)
  expect(sameName('José', 'José'.normalize('NFD'))).toBe(true)
  expect(sameName('Strauß', 'STRAUSS')).toBe(true)
  expect(sameName('Maria', 'Mario')).toBe(false)
})

test('N-X6 a line of nothing but spaces costs no more than its length', () => {
  const heap = `${' '.repeat(31_000)}x`
  for (let time = 0; time < 40; time += 1) expect(cleanText(heap, words)).toBe('x')
}, 10_000)
