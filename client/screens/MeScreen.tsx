import '../live/words/home.ts'
import { Link } from 'wouter'
import type { MyCircle } from '../../shared/http.ts'
import { useMine } from '../live/http/mine.ts'
import { useTitle } from '../live/page/title.ts'
import { useRefusalWords } from '../live/words/refusal-words.ts'
import { isolated, useText } from '../live/words/text.ts'
import { LooksMenu } from '../meeting/menu/LooksMenu.tsx'
import { buttonClass } from '../ui/controls/Button.tsx'
import { Phone } from '../ui/frames/Phone.tsx'
import { Loading } from './parts/Loading.tsx'

/** Whose device this is, and the ways to the circles it belongs to. */
export function MeScreen() {
  const text = useText()
  const words = useRefusalWords()
  const mine = useMine()
  useTitle(text('me.title'))
  if (mine === null) return <Loading />
  if (!mine.ok) return <Phone title={text('me.title')}>{words(mine)}</Phone>
  const namesIn = (circle: MyCircle) =>
    mine.people.filter((each) => each.circles.includes(circle.circle)).map((each) => isolated(each.name))
  return (
    <Phone over={text('common.app')} title={text('me.title')}>
      {mine.circles.length === 0 ? (
        <>
          <p className="strong">{text('me.nobody')}</p>
          <p>{text('me.nobody_more')}</p>
          <Link href="/" className={buttonClass('plain')}>
            {text('common.to_start')}
          </Link>
        </>
      ) : (
        <ul className="rows">
          {mine.circles.map((circle) => (
            <li key={circle.circle} className="stack">
              <Link
                href={circle.grade === 'screen' ? `/room/${circle.circle}` : `/c/${circle.circle}`}
                className={buttonClass('text')}
              >
                <bdi>{circle.name}</bdi>
              </Link>
              <p className="quiet small">
                {circle.grade === 'screen'
                  ? text('me.screen')
                  : text('me.you_are', { names: namesIn(circle).join(', ') })}
              </p>
              {circle.meeting && circle.grade === 'join' ? (
                <Link href={`/m/${circle.meeting}`} className={buttonClass('plain')}>
                  {text('me.running')}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <LooksMenu />
    </Phone>
  )
}
