import { useText } from '../../live/words/text.ts'
import { marks } from '../../ui/ring/marks.ts'
import { Ring } from '../../ui/ring/Ring.tsx'
import styles from './home.module.css'
import { type Making, seatsIn } from './making.ts'

/** The circle as it grows with the names. */
export function HomeRing({ making }: { making: Making }) {
  const text = useText()
  const names = seatsIn(making)
  const letters = marks([...names])
  if (names.length === 0) return <div className={styles.ring} />
  return (
    <div className={styles.ring}>
      <Ring
        surface="laptop"
        label={text('home.seats')}
        seats={names.map((label, index) => ({
          id: `${index}`,
          label,
          mark: letters[index] ?? '',
          state: 'here',
          me: index === 0 && making.name.trim() !== '',
          spoken: text('home.seat'),
        }))}
      >
        <p className={styles.matter}>{making.decide}</p>
      </Ring>
    </div>
  )
}
