import { test } from 'vitest'
import { tell } from './told.ts'

test('trace', () => {
  const plan = JSON.parse(process.env.PLAN!)
  const w = tell(plan)
  for (const m of w.moments.slice(-Number(process.env.LAST ?? 12))) {
    const { basis: _, ...c } = m.command as any
    console.info(
      m.entry?.seq ?? '-',
      m.ctx.actor,
      JSON.stringify(c),
      m.verdict.ok
        ? m.verdict.events
            .map(
              (e: any) =>
                e.type + (e.person ? ':' + e.person : '') + (e.how ? ':' + e.how : '') + (e.as ? ':' + e.as : ''),
            )
            .join(' ')
        : m.verdict.refusal.reason,
    )
  }
})
