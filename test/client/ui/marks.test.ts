import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marks } from '../../../client/ui/ring/marks.ts'

describe('two letters', () => {
  test('are the first two, where nobody else has them', () => {
    expect(marks(['Lior', 'Mireille', 'noor', 'Oskar'])).toEqual(['Li', 'Mi', 'No', 'Os'])
  })

  test('keep Maria and Mario apart by the letter that differs', () => {
    expect(marks(['Maria', 'Mario'])).toEqual(['Ma', 'Mo'])
  })

  test('take nobody else’s', () => {
    expect(marks(['Maria', 'Mario', 'Monika'])).toEqual(['Ma', 'Mr', 'Mo'])
  })

  test('fall back on the last name, then on a number', () => {
    expect(marks(['An', 'An Berg', 'An'])).toEqual(['An', 'AB', 'A2'])
  })

  test('take an accent with its letter, and other scripts as they come', () => {
    expect(marks(['E\u0301lif', 'Łukasz', 'نور', '李雷'])).toEqual(['É\u006c'.normalize('NFD'), 'Łu', 'نو', '李雷'])
  })

  test('stay with those who were there when somebody joins at the end', () => {
    const names = ['Maria', 'Anna', 'Noor']
    expect(marks([...names, 'Mario', 'Annika']).slice(0, 3)).toEqual(marks(names))
  })

  test('differ for any forty people', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abcde') }), { maxLength: 40 }),
        (names) => {
          const found = marks(names)
          expect(new Set(found.map((mark) => mark.toLowerCase())).size).toBe(names.length)
        },
      ),
    )
  })
})
