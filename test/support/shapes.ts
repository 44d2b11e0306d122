/** Keys that are ids, and so differ from meeting to meeting; `any` is what only its maker looks into. */
const isId = /^(?:[pcmo]_[a-z2-7]{16}|i\d+(?:\.\d+)?|.*\/\d+|ana|bo|cleo|dov|eli|fay|gus|nia|otto|meeting)$/
const opaque = new Set(['carry', 'carried', 'apart'])

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
}

/** Adds the path and the type of everything in it: what somebody who reads it has to reckon with. */
export function addShape(value: unknown, at: string, shapes: Set<string>): void {
  shapes.add(`${at}: ${typeOf(value)}`)
  if (Array.isArray(value)) {
    for (const one of value) addShape(one, `${at}[]`, shapes)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const name = isId.test(key) && !(key === 'meeting' && typeof inner === 'string') ? '*' : key
    if (opaque.has(key)) shapes.add(`${at}.${name}: opaque`)
    else addShape(inner, `${at}.${name}`, shapes)
  }
}
