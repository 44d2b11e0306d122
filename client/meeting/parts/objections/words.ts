import { useEffect, useRef, useState } from 'react'
import type { Objection } from '../../../../shared/parts/objections.ts'
import { useSend } from '../../../live/hooks.ts'
import type { Aim } from '../../aim.ts'

const REST = 2000
export type Which = 'phrase' | 'reason' | 'aim' | 'effect'

/** One field of an objection, written when the writer rests or leaves; the others stay as they are. */
export function useObjectionWords(aim: Aim, objection: Objection, which: Which) {
  const send = useSend()
  const [words, write] = useState<string | null>(null)
  const keep = useRef(() => {})
  keep.current = () => {
    if (words === null || words === objection[which]) return
    const { phrase, reason, aim: touches, effect, id } = objection
    const now = { phrase, reason, aim: touches, effect, [which]: words }
    send({ type: 'objection.write', ...aim, objection: id, ...now }).then((answer) => {
      if (answer.ok) write((held) => (held === words ? null : held))
    })
  }
  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => keep.current(), REST)
    return () => clearTimeout(timer)
  }, [words])
  useEffect(() => () => keep.current(), [])
  return { value: words ?? objection[which], write, leave: () => keep.current() }
}
