import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { DeskProps } from '../../../meeting/desk/Desk.tsx'

type Text = (id: string) => string

/** Before the first consent: the whole way. After objections: the last four stops of the way so far. */
export function stepsOf(state: Consent, text: Text): DeskProps['steps'] {
  const { stage } = state.step
  const again = state.objections.length > 0
  const once = state.answers?.mode === 'simultaneous' && (stage === 'consent' || stage === 'acknowledge')
  const consent = text(once ? 'stage.all_at_once' : 'stage.consent')
  if (!again) return first(stage, consent, text)
  const fresh = text(once ? 'stage.all_at_once' : 'stage.again')
  const items = [text('stage.consent'), text('stage.objections'), fresh, text('stage.decided')]
  const at = stage === 'objections' || stage === 'wording' ? 1 : stage === 'decided' ? 3 : isFirst(state) ? 0 : 2
  return { items, current: at }
}

/** The objections were raised by the round that has just been held. */
function isFirst({ step, objections, answers }: Consent): boolean {
  return (
    step.stage === 'acknowledge' && objections.every((o) => o.raisedOn === answers?.version && o.answeredIn === null)
  )
}

function first(stage: Consent['step']['stage'], consent: string, text: Text): DeskProps['steps'] {
  const items = [text('stage.present'), text('stage.clarify'), text('stage.react'), consent]
  if (stage === 'decided') return { items: [...items.slice(1), text('stage.decided')], current: 3 }
  const at = { present: 0, clarify: 1, react: 2 }[stage as 'present' | 'clarify' | 'react'] ?? 3
  return { items, current: at }
}
