import type { No } from '../../shared/protocol.ts'
import { refuse } from '../refuse.ts'

/** A text that cannot be kept, and where it stood. */
export interface WrongText {
  readonly code: 'invalid' | 'too_large'
  readonly path: string
  readonly reason?: string
}

/** Says it as the line does. */
export function wrongText({ code, ...more }: WrongText): No {
  return refuse(code, more)
}
