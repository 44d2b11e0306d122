import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Golden, minutesOf } from './golden.ts'

const here = import.meta.dirname
const versions = readdirSync(here).filter((name) => /^v\d+$/.test(name))
const logs = versions.flatMap((version) =>
  readdirSync(path.join(here, version))
    .filter((name) => name.endsWith('.json') && name !== 'held.json')
    .map((name) => path.join(version, name)),
)

test.each(logs)('%s: the log that this version wrote gives the minutes that it gave', (name) => {
  const golden: Golden = JSON.parse(readFileSync(path.join(here, name), 'utf8'))
  expect(minutesOf(golden)).toEqual(golden.minutes)
  expect(Object.keys(golden.minutes).length).toBeGreaterThan(0)
})
