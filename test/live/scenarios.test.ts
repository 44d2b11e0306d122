import { test } from 'vitest'
import { narratives } from '../support/narratives/all.ts'
import { onSockets } from './table-on-sockets.ts'

test.each(narratives)('$title, through real sockets', ({ gathering, decide, narrative }) =>
  onSockets(gathering, decide, narrative),
)
