import { Changes } from '../objecting/NewWording.phone.tsx'
import type { After } from '../view.phone.ts'
import { Result } from './acknowledge.phone.tsx'
import { Decided } from './decided.phone.tsx'
import { Ended } from './ended.phone.tsx'
import { Hearing } from './objections.phone.tsx'

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
