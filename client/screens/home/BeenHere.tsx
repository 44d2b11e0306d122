import { Link } from 'wouter'
import { useMine } from '../../live/http/mine.ts'
import { useText } from '../../live/words/text.ts'

/** The way back to the circle this device belongs to. Nothing for someone new. */
export function BeenHere() {
  const text = useText()
  const mine = useMine()
  const circles = mine?.ok ? mine.circles.filter(({ grade }) => grade === 'join') : []
  const [only] = circles
  if (!only) return null
  const to = circles.length > 1 ? '/me' : only.meeting ? `/m/${only.meeting}` : `/c/${only.circle}`
  return (
    <p className="quiet">
      {text('home.been_here')} <Link href={to}>{text('home.open_circle')}</Link>
    </p>
  )
}
