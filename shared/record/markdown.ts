import type { Block, Doc, Part, Section } from './doc.ts'

/** CommonMark that reads well as it is; nothing people wrote becomes a heading, a link or HTML. */
export function toMarkdown(doc: Doc): string {
  const top = [`# ${line(doc.title)}`, doc.subtitle === '' ? '' : line(doc.subtitle)]
  return `${[...top, ...doc.sections.map(section)].filter(Boolean).join('\n\n')}\n`
}

function section({ heading, blocks }: Section): string {
  return [`## ${line(heading)}`, ...blocks.map(block)].filter(Boolean).join('\n\n')
}

function block(one: Block): string {
  switch (one.kind) {
    case 'paragraph':
      return paragraph(one.text)
    case 'words':
      return paragraph(one.text).replace(/^/gm, '> ').replace(/^> $/gm, '>')
    case 'list':
      return one.items.map((item) => `- ${hanging(paragraph(item))}`).join('\n')
    case 'facts':
      return one.facts.map(({ term, value }) => `- **${line(term)}:** ${hanging(paragraph(value))}`).join('\n')
    case 'difference':
      return paragraph(one.parts.map(marked).join(''))
        .replaceAll(open.removed, '~~')
        .replaceAll(close.removed, '~~')
        .replaceAll(open.added, '**')
        .replaceAll(close.added, '**')
  }
}

// Signs from the private use area: cleaned text never holds them, and escaping leaves them alone.
const open = { removed: '\uE000', added: '\uE001' }
const close = { removed: '\uE002', added: '\uE003' }

/** Marks stand tight around the words and on one line each, or Markdown would not see them as marks. */
function marked({ text, kind }: Part): string {
  if (kind === 'same') return text
  return text
    .split('\n')
    .map((piece) => {
      const words = piece.trim()
      return words === '' ? piece : piece.replace(words, () => open[kind] + words + close[kind])
    })
    .join('\n')
}

function line(text: string): string {
  return escaped(text.replace(/\s*\n\s*/g, ' ')).trim()
}

/** A line break within a paragraph stays one. */
function paragraph(text: string): string {
  return text
    .split('\n')
    .map((one) => escaped(one.trim()))
    .join('\\\n')
    .replace(/(?:\\\n){2,}/g, '\n\n')
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, '')
}

function hanging(text: string): string {
  return text.replace(/\n(?!\n)/g, '\n  ')
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
}
