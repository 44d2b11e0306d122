import { useState } from 'react'
import type { Choice, LinkOpened } from '../../../shared/http.ts'
import type { No } from '../../../shared/protocol.ts'
import type { PersonId } from '../../../shared/types.ts'
import { post } from '../../live/http/http.ts'
import { later, shown } from '../../live/page/later.tsx'
import { isolated, useText } from '../../live/words/text.ts'
import { Wrong } from '../../live/words/Wrong.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'
import { Loading } from '../parts/Loading.tsx'
import styles from './join.module.css'
import { NameList } from './NameList.tsx'

const NewName = shown(
  later(() => import('./NewName.tsx').then((m) => m.NewName)),
  Loading,
)

type Way = 'pick' | 'two' | 'guest' | 'member'

interface WhoAreYouProps {
  opened: LinkOpened
  /** These people are now this device's; `as` is said by those who had no place in the list. */
  onArrive: (people: readonly PersonId[], as?: 'member' | 'guest') => Promise<void>
}

/** The list of names to tap, and the ways for those who are not on it or come as two. */
export function WhoAreYou({ opened, onArrive }: WhoAreYouProps) {
  const text = useText()
  const [way, setWay] = useState<Way>('pick')
  const [chosen, setChosen] = useState<readonly Choice[]>([])
  const [no, setNo] = useState<No | null>(null)

  async function claim(picks: readonly Choice[]): Promise<void> {
    for (const { person } of picks) {
      const answer = await post('/api/people/claim', { circle: opened.circle, person })
      if (!answer.ok) {
        setNo(answer)
        return
      }
    }
    await onArrive(picks.map((each) => each.person))
  }

  function tap(pick: Choice): void {
    if (way === 'pick') void claim([pick])
    else setChosen(chosen.includes(pick) ? chosen.filter((each) => each !== pick) : [...chosen, pick])
  }

  if (way === 'guest' || way === 'member') {
    return <NewName opened={opened} as={way} onClaim={claim} onArrive={onArrive} onBack={() => setWay('pick')} />
  }
  const names = chosen.map((each) => isolated(each.name)).join(', ')
  const two = chosen.length > 0 ? text('join.two_done_names', { names }) : null
  return (
    <Phone
      over={text(opened.meeting ? 'join.over_tonight' : 'join.over', { circle: isolated(opened.name) })}
      title={text(way === 'two' ? 'join.two_tap' : 'join.tap')}
      act={
        way === 'two' && two ? (
          <Button kind="do" onPress={() => claim(chosen)}>
            {two}
          </Button>
        ) : null
      }
    >
      <NameList people={opened.people} chosen={way === 'two' ? chosen : null} onTap={tap} />
      <Wrong no={no} />
      <div className={styles.others}>
        {way === 'two' ? (
          <Button kind="text" onPress={() => setWay('pick')}>
            {text('join.back')}
          </Button>
        ) : (
          <Others selfAdd={opened.selfAdd} canPair={opened.people.length > 1} onWay={setWay} />
        )}
      </div>
    </Phone>
  )
}

function Others({ selfAdd, canPair, onWay }: { selfAdd: boolean; canPair: boolean; onWay: (way: Way) => void }) {
  const text = useText()
  return (
    <>
      {selfAdd ? (
        <Button kind="text" onPress={() => onWay('member')}>
          {text('join.add_me')}
        </Button>
      ) : null}
      <Button kind="text" onPress={() => onWay('guest')}>
        {text('join.guest')}
      </Button>
      {canPair ? (
        <Button kind="text" onPress={() => onWay('two')}>
          {text('join.two')}
        </Button>
      ) : null}
    </>
  )
}
