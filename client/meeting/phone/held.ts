import { useState } from 'react'
import { useStation } from './station.ts'

/** The value as it was when somebody began to write, until they stop; it must be the same object while nothing changed. */
export function useHeld<T>(value: T): T {
  const { writing } = useStation()
  const [held, hold] = useState<{ readonly value: T }>({ value })
  if (writing) return held.value
  if (!Object.is(held.value, value)) hold({ value })
  return value
}
