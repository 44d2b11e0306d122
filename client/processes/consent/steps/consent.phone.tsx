import { useState } from 'react'
import { Answered } from '../answering/Answered.phone.tsx'
import { Need } from '../answering/Need.phone.tsx'
import { Watching } from '../answering/Watching.phone.tsx'
import { YourAnswer } from '../answering/YourAnswer.phone.tsx'

export interface AnsweringProps {
  readonly view: 'answer' | 'answered' | 'lacking' | 'watch'
  readonly changing: boolean
  readonly onChange: (on: boolean) => void
  readonly onEdit: () => void
}

/** A consent round on my phone: asked, answered, lacking something, or waiting. */
export function Answering({ view, changing, onChange, onEdit }: AnsweringProps) {
  const [needing, setNeeding] = useState(false)
  const need = () => setNeeding(true)
  if (needing) return <Need onLeave={() => setNeeding(false)} />
  if (view === 'answer') return <YourAnswer onNeed={need} />
  if (view === 'answered' && changing) return <YourAnswer changing onNeed={need} onLeave={() => onChange(false)} />
  if (view === 'watch') return <Watching />
  return <Answered onChange={() => onChange(true)} onEdit={onEdit} />
}
