import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bugs } from '../sabotage/bugs.ts'

const top = path.join(import.meta.dirname, '../..')

test('every mistake that can be planted still has its one place', () => {
  const edits = bugs.flatMap((bug) => [bug, ...(bug.also ? [bug.also] : [])])
  expect(edits.length).toBeGreaterThanOrEqual(bugs.length)
  const places = edits.map(({ file, find }) => ({
    file,
    find,
    times: readFileSync(path.join(top, file), 'utf8').split(find).length - 1,
  }))
  expect(places.filter(({ times }) => times !== 1)).toEqual([])
})
