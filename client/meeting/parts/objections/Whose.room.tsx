import { classes } from '../../../ui/classes.ts'
import { Sign } from '../../../ui/shown/Sign.tsx'
import styles from './Whose.room.module.css'

/** Whose an objection is, under its words. */
export function Whose({ name, centred }: { name: string; centred?: boolean }) {
  return (
    <p className={classes(styles.whose, centred && styles.centred)}>
      <Sign name="objection" size="1.1rem" /> <bdi>{name}</bdi>
    </p>
  )
}
