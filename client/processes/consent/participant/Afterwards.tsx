import type { After } from '../view.ts'
import { Changes } from './Changes.tsx'
import { Decided } from './Decided.tsx'
import { Ended } from './Ended.tsx'
import { Hearing } from './Hearing.tsx'
import { Result } from './Result.tsx'

/** What a member sees once all have answered: the result, the work on objections, the decision. */
export function Afterwards({ view, onEdit }: { view: After; onEdit: () => void }) {
  switch (view.is) {
    case 'result':
      return <Result onEdit={onEdit} />
    case 'hear':
    case 'ideas':
      return <Hearing move={view.is} onEdit={onEdit} />
    case 'changes':
      return <Changes />
    case 'decided':
      return <Decided />
    case 'ended':
      return <Ended />
  }
}
