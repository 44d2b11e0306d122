import type { Day } from '../../../../shared/types.ts'

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** The same day some months on; the month's last day where there is no such day. */
export function monthsOn(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = month - 1 + months
  const target = { year: year + Math.floor(first / 12), month: ((first % 12) + 12) % 12 }
  const last = new Date(Date.UTC(target.year, target.month + 1, 0)).getUTCDate()
  return `${target.year}-${two(target.month + 1)}-${two(Math.min(date, last))}`
}
