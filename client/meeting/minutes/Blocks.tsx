import type { Block } from '../../../shared/record/doc.ts'
import { keyed } from '../../ui/keys.ts'
import { Difference } from '../../ui/shown/Difference.tsx'
import { useSpoken } from '../parts/wording/spoken.ts'
import styles from './minutes.module.css'

function One({ block }: { block: Block }) {
  const spoken = useSpoken()
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={styles.paragraph} dir="auto">
          {block.text}
        </p>
      )
    case 'words':
      return (
        <p className={styles.words} dir="auto">
          {block.text}
        </p>
      )
    case 'list':
      return (
        <ul className={styles.list}>
          {keyed(block.items, (item) => item).map(({ key, item }) => (
            <li key={key} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl className={styles.facts}>
          {block.facts.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'difference':
      return (
        <p className={styles.words} dir="auto">
          <Difference parts={block.parts} words={spoken} />
        </p>
      )
  }
}

/** The blocks of a record as they are read on a screen. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return keyed(blocks, (block) => JSON.stringify(block)).map(({ key, item }) => <One key={key} block={item} />)
}
