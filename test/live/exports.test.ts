import { expect, test } from 'vitest'
import { difference } from '../../server/exports/difference.ts'
import { disposition, fileName } from '../../server/exports/filename.ts'
import { exportPolicy, toHtml } from '../../server/exports/html.ts'
import { toJson } from '../../server/exports/json.ts'
import type { Block, Doc } from '../../shared/record/doc.ts'
import { toMarkdown } from '../../shared/record/markdown.ts'

function doc(...blocks: Block[]): Doc {
  return { title: 'Garden circle', subtitle: '23 November 2026', lang: 'en', sections: [{ heading: 'Bikes', blocks }] }
}

const whole = doc(
  { kind: 'paragraph', text: 'Seven people were here.\nOne by phone.' },
  { kind: 'words', text: 'Bikes stand\nin the shed.\n\nFrom May on.' },
  { kind: 'list', items: ['Ana', 'Bruno\nby phone'] },
  { kind: 'facts', facts: [{ term: 'Until', value: '2027-11-23' }] },
  {
    kind: 'difference',
    parts: [
      { text: 'Bikes stand ', kind: 'same' },
      { text: 'outside ', kind: 'removed' },
      { text: 'in the shed', kind: 'added' },
      { text: '.', kind: 'same' },
    ],
  },
)

test('Markdown reads well as it is', () => {
  expect(toMarkdown(whole)).toBe(`# Garden circle

23 November 2026

## Bikes

Seven people were here.\\
One by phone.

> Bikes stand\\
> in the shed.
>
> From May on.

- Ana
- Bruno\\
  by phone

- **Until:** 2027-11-23

Bikes stand ~~outside~~ **in the shed**.
`)
})

test('N-X3 in Markdown nothing people wrote is a heading, a list, a link, emphasis or HTML', () => {
  const text = (value: string) =>
    toMarkdown(doc({ kind: 'paragraph', text: value }))
      .split('\n\n')
      .at(-1)
      ?.trimEnd()
  expect(text('# big')).toBe('\\# big')
  expect(text('- one\n1. two\n2) three')).toBe('\\- one\\\n1\\. two\\\n2\\) three')
  expect(text('===\n---')).toBe('\\===\\\n\\---')
  expect(text('[x](javascript:alert(1)) ![y](z)')).toBe('\\[x\\](javascript:alert(1)) !\\[y\\](z)')
  expect(text('<script>alert(1)</script> &lt;b&gt; R&D')).toBe('\\<script\\>alert(1)\\</script\\> \\&lt;b\\&gt; R&D')
  expect(text('**a** _b_ `c` ~~d~~ \\e')).toBe('\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\\\e')
  expect(text('> said | so')).toBe('\\> said \\| so')
  expect(text('    indented')).toBe('indented')
  expect(toMarkdown({ ...doc(), title: 'One\n# Two' }).split('\n')[0]).toBe('# One # Two')
})

test('N-X7 a page kept as a file has its own policy, no script, and all text escaped', () => {
  const nasty = `<img src=x onerror="alert('1')"> & </style></title><script>alert(2)</script>`
  const page = toHtml({
    title: nasty,
    subtitle: nasty,
    lang: 'en"><script>',
    sections: [
      {
        heading: nasty,
        blocks: [
          { kind: 'paragraph', text: nasty },
          { kind: 'words', text: nasty },
          { kind: 'list', items: [nasty] },
          { kind: 'facts', facts: [{ term: nasty, value: nasty }] },
          { kind: 'difference', parts: [{ text: nasty, kind: 'added' }] },
        ],
      },
    ],
  })
  expect(page).not.toMatch(/<script|<img/i)
  expect(page.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt; &amp; &lt;\/style&gt;/g)).toHaveLength(
    10,
  )
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-`)
  expect(exportPolicy).toContain(`frame-ancestors 'none'`)
})

test('the page marks what was put in and taken out', () => {
  expect(toHtml(whole)).toContain('Bikes stand <del>outside </del><ins>in the shed</ins>.')
})

test('data says what is inside', () => {
  expect(JSON.parse(toJson(whole))).toEqual({ format: 'commonround-record/1', ...whole })
})

test('N-X13 a file name is safe on every system, whatever the circle is called', () => {
  const name = (circle: string) => fileName(circle, 'minutes', '2026-11-23', 'md')
  expect(name('General circle')).toBe('general-circle-minutes-2026-11-23.md')
  expect(name('Kreis für Gärten')).toBe('kreis-fur-garten-minutes-2026-11-23.md')
  expect(name('../../etc/passwd')).toBe('etc-passwd-minutes-2026-11-23.md')
  expect(name('CON')).toBe('con-minutes-2026-11-23.md')
  expect(name('a"\r\nSet-Cookie: x')).toBe('a-set-cookie-x-minutes-2026-11-23.md')
  expect(name('庭の輪')).toBe('minutes-2026-11-23.md')
  expect(name('x'.repeat(300))).toBe(`${'x'.repeat(40)}-minutes-2026-11-23.md`)
  expect(disposition('attachment', name('General circle'))).toBe(
    `attachment; filename="general-circle-minutes-2026-11-23.md"; filename*=UTF-8''general-circle-minutes-2026-11-23.md`,
  )
})

test('N-X6 two wordings of the largest size with hardly a sign in common are compared at once', () => {
  const signs = (step: number, base: number) =>
    Array.from({ length: 7_900 }, (_, n) => String.fromCodePoint(base + ((n * step) % 3_000))).join('')
  const [was, is] = [signs(7, 0x4e00), signs(11, 0x5e00)]
  expect(difference(was, is)).toEqual([
    { text: was, kind: 'removed' },
    { text: is, kind: 'added' },
  ])
})

test('N-X6 a heap of spaces inside a line is no work for Markdown', () => {
  const text = `a${' '.repeat(20_000)}b\nc`
  const parts = [{ text, kind: 'added' } as const]
  for (let time = 0; time < 100; time += 1) {
    expect(toMarkdown(doc({ kind: 'words', text }))).toContain(`> a${' '.repeat(20_000)}b\\\n> c`)
    expect(toMarkdown(doc({ kind: 'difference', parts }))).toContain('b**')
  }
}, 5_000)
