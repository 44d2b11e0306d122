/** How much of a text is kept whole: counted as people count letters, and as the disk counts them. */
export interface Limit {
  readonly graphemes: number
  readonly bytes: number
  /** May it have more than one line? */
  readonly lines: boolean
}

export const nameLimit: Limit = { graphemes: 40, bytes: 640, lines: false }
export const titleLimit: Limit = { graphemes: 120, bytes: 1_920, lines: false }

const halves = /\p{Cs}/u
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/gu
const controls = /[\p{Cc}\p{Co}\p{Noncharacter_Code_Point}]/gu
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const invisible =
  /\u034F|\u17B4|\u17B5|[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E00FF}]/gu
const joiners = /[\u200C\u200D]/gu
const pictures = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u
const joinedScript =
  /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Thai}\p{sc=Lao}]/u
const heapedMarks = /(\p{M}{8})\p{M}+/gu
const something = /[\p{L}\p{N}\p{S}\p{P}]/u

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Text as people meant it, in one form, without what cannot be seen or turns the line around.
 * Null where it cannot be kept (broken characters, NUL, longer than the limit); empty where nothing visible is left.
 */
export function cleanText(value: string, limit: Limit): string | null {
  if (value.length > limit.bytes * 2 || halves.test(value) || value.includes('\0')) return null
  const visible = value
    .normalize('NFC')
    .replace(lineBreaks, '\n')
    .replace(limit.lines ? /\t/g : /[\t\n]/g, ' ')
    .replace(controls, (sign) => (sign === '\n' ? sign : ''))
    .replace(bidi, '')
    .replace(invisible, '')
    .replace(joiners, keepJoining)
    .replace(heapedMarks, '$1')
  const text = (limit.lines ? tidyLines(visible) : visible.replace(/\p{Zs}+/gu, ' ').trim()).normalize('NFC')
  if (!something.test(text)) return ''
  return fits(text, limit) ? text : null
}

/** Why `cleanText` could not keep this. */
export function whyNot(value: string): 'invalid' | 'too_large' {
  return halves.test(value) || value.includes('\0') ? 'invalid' : 'too_large'
}

/** Two names that people would call the same: width, case and form make no difference. */
export function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}

/** A joiner stays where it draws one picture of several, or shapes letters of a script that joins. */
function keepJoining(joiner: string, at: number, text: string): string {
  const before = lastSign(text.slice(0, at))
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20)
  const inPicture = joiner === '\u200D' && pictures.test(before) && pictures.test(after)
  return inPicture || (joinedScript.test(before) && joinedScript.test(after)) ? joiner : ''
}

function lastSign(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? ''
}

function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function fits(text: string, limit: Limit): boolean {
  if (new TextEncoder().encode(text).length > limit.bytes) return false
  return [...letters.segment(text)].length <= limit.graphemes
}
