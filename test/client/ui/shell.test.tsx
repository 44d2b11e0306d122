import { readFileSync } from 'node:fs'
import path from 'node:path'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Shell } from '../../../client/screens/parts/Shell.tsx'

test('the ring that stands in the page is the one that the app draws, so that nothing moves', () => {
  const html = readFileSync(path.join(import.meta.dirname, '../../../client/index.html'), 'utf8')
  const page = new DOMParser().parseFromString(html, 'text/html').querySelector('svg.shell')
  const app = render(<Shell />).container.querySelector('svg.shell')
  for (const name of ['width', 'height', 'viewBox'])
    expect([name, page?.getAttribute(name)]).toEqual([name, app?.getAttribute(name)])
  const circles = (svg: Element | null | undefined) =>
    [...(svg?.querySelectorAll('circle') ?? [])].map((one) => ['cx', 'cy', 'r'].map((name) => one.getAttribute(name)))
  expect(circles(page)).toHaveLength(4)
  expect(circles(page)).toEqual(circles(app))
})
