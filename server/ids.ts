import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** A new id that nobody can guess or meet again: the prefix says what it names. */
export function newId(prefix: 'p' | 'c' | 'm' | 'i' | 'l' | 'd' | 'o' | 'x'): string {
  const signs = Array.from(randomBytes(16), (byte) => alphabet.charAt(byte % 32))
  return `${prefix}_${signs.join('')}`
}
