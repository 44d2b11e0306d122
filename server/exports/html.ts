import { createHash } from 'node:crypto'
import type { Block, Doc, Part, Section } from '../../shared/record/doc.ts'

const style = `
:root { color-scheme: light; font: 16px/1.55 Georgia, 'Times New Roman', serif; color: #1b1b1b; background: #fff; }
body { max-width: 42rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
h1, h2, dt, .subtitle { font-family: system-ui, 'Segoe UI', Roboto, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 .5rem; border-top: 1px solid #767676; padding-top: .75rem; }
.subtitle { margin: 0; color: #4a4a4a; }
p, blockquote, dd, li, .difference { white-space: pre-wrap; }
blockquote { margin: .75rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #767676; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
dt { color: #4a4a4a; } dd { margin: 0; }
ins { text-decoration: underline; text-decoration-thickness: 2px; font-weight: 600; }
del { text-decoration: line-through; color: #4a4a4a; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 11pt; }
  h2 { break-after: avoid; } blockquote, dl, li { break-inside: avoid; }
  @page { margin: 20mm; }
}
`

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** The policy of an exported page, also for the header it is served with. */
export const exportPolicy = `${policy}; frame-ancestors 'none'`

/** One page that needs nothing else, can be kept as a file and printed; everything people wrote is text. */
export function toHtml(doc: Doc): string {
  return `<!doctype html>
<html lang="${escaped(doc.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escaped(doc.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 dir="auto">${escaped(doc.title)}</h1>
${doc.subtitle === '' ? '' : `<p class="subtitle" dir="auto">${escaped(doc.subtitle)}</p>\n`}${doc.sections.map(section).join('\n')}
</main>
</body>
</html>
`
}

function section({ heading, blocks }: Section): string {
  return `<section>\n<h2 dir="auto">${escaped(heading)}</h2>\n${blocks.map(block).join('\n')}\n</section>`
}

function block(one: Block): string {
  switch (one.kind) {
    case 'paragraph':
      return `<p dir="auto">${escaped(one.text)}</p>`
    case 'words':
      return `<blockquote dir="auto">${escaped(one.text)}</blockquote>`
    case 'list':
      return `<ul>\n${one.items.map((item) => `<li dir="auto">${escaped(item)}</li>`).join('\n')}\n</ul>`
    case 'facts':
      return `<dl>\n${one.facts.map(({ term, value }) => `<dt>${escaped(term)}</dt><dd dir="auto">${escaped(value)}</dd>`).join('\n')}\n</dl>`
    case 'difference':
      return `<p class="difference" dir="auto">${one.parts.map(part).join('')}</p>`
  }
}

const tags = { same: null, added: 'ins', removed: 'del' } as const

function part({ text, kind }: Part): string {
  const tag = tags[kind]
  return tag === null ? escaped(text) : `<${tag}>${escaped(text)}</${tag}>`
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}
