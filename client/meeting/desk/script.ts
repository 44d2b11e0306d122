import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { MeetingId } from '../../../shared/types.ts'
import { browserKept } from '../../live/page/browser-storage.ts'
import { useText } from '../../live/words/text.ts'
import { useSurface } from './surface.ts'

export type Level = 'full' | 'short' | 'off'
export const levels: readonly Level[] = ['full', 'short', 'off']
/** So many meetings long every sentence is given in full. */
const LEARNING = 3

function led(): readonly string[] {
  return (browserKept.read('led') ?? '').split(' ').filter((id) => id !== '')
}

function chosen(meeting: MeetingId): Level {
  const wish = levels.find((level) => level === browserKept.read('script'))
  const before = led().filter((id) => id !== meeting)
  return wish ?? (before.length < LEARNING ? 'full' : 'short')
}

/** How much of the script is shown: what was chosen here, else full in the first meetings led and short after. */
export function useScriptLevel(meeting: MeetingId): readonly [Level, (level: Level) => void] {
  const [level, set] = useState(() => chosen(meeting))
  useEffect(() => {
    const all = led()
    if (!all.includes(meeting)) browserKept.write('led', [...all.slice(-9), meeting].join(' '))
  }, [meeting])
  const change = useCallback((next: Level) => {
    browserKept.write('script', next)
    set(next)
  }, [])
  return [level, change]
}

const ScriptContext = createContext<readonly [Level, (level: Level) => void]>(['full', () => {}])
export const ScriptProvider = ScriptContext.Provider

/** The length of the script, and how to choose it. */
export function useScriptChoice(): readonly [Level, (level: Level) => void] {
  return useContext(ScriptContext)
}

/** A sentence of the script by its name, in the length wished for, always short on a phone; null while the script is off. */
export function useScript(): (name: string, fill?: Readonly<Record<string, string | number>>) => string | null {
  const [level] = useContext(ScriptContext)
  const surface = useSurface()
  const full = level === 'full' && surface === 'laptop'
  const text = useText()
  return useCallback(
    (name, fill = {}) => (level === 'off' ? null : text(full ? `say.${name}` : `say.${name}_short`, fill)),
    [level, full, text],
  )
}
