import { expect, test } from 'vitest'
import { filesUnder, textOf } from './files.ts'

const rules = filesUnder('shared', ['.md'])
  .filter((file) => file.endsWith('/RULES.md'))
  .flatMap((file) =>
    Array.from(textOf(file).matchAll(/^- \*\*([A-Z]+\d+[a-z]?)\*\*/gm), ([, id]) => ({ file, id: id ?? '' })),
  )
const known = new Set(rules.map((rule) => rule.id))
const families = new Set(rules.map((rule) => familyOf(rule.id)))

// Only ids of a family that some RULES.md uses are citations, so that a title may begin with other abbreviations.
const cited = filesUnder('test', ['.ts', '.tsx'])
  .flatMap((file) => titlesIn(textOf(file)).flatMap((title) => idsAtStart(title).map((id) => ({ file, id }))))
  .filter(({ id }) => families.has(familyOf(id)))

test('every rule has a number of its own', () => {
  const ids = rules.map((rule) => rule.id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

test('every rule is cited by a test', () => {
  const tested = new Set(cited.map((each) => each.id))
  expect(rules.filter((rule) => !tested.has(rule.id))).toEqual([])
})

test('no test cites a rule that does not exist', () => {
  expect(cited.filter((each) => !known.has(each.id))).toEqual([])
})

test('numbers are read at the start of a title, alone or in a list', () => {
  expect(idsAtStart('T12 whoever passes is heard')).toEqual(['T12'])
  expect(idsAtStart('T12 T13, T14 and CN4a: so it is')).toEqual(['T12', 'T13', 'T14', 'CN4a'])
  expect(idsAtStart('after T12 it is said')).toEqual([])
  expect(idsAtStart('N-S1 no sealed word leaves')).toEqual([])
})

/** First words given to test, it or describe, also behind `.each(…)`. */
function titlesIn(text: string): string[] {
  return Array.from(
    text.matchAll(/(?:\b(?:test|it|describe)[\w.]*|\))\(\s*(['"`])(.*?)\1/g),
    ([, , title]) => title ?? '',
  )
}

function idsAtStart(title: string): string[] {
  const list = /^[A-Z]+\d+[a-z]?(?:(?:,? | and )[A-Z]+\d+[a-z]?)*(?=[:,. ]|$)/.exec(title)?.[0] ?? ''
  return list.match(/[A-Z]+\d+[a-z]?/g) ?? []
}

function familyOf(id: string): string {
  return id.replace(/\d.*/, '')
}
