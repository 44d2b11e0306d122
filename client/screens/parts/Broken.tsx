import { Component, type ReactNode } from 'react'
import { textOf } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import styles from './parts.module.css'

/** A screen that fails says so and can be loaded again; what was tapped and written is kept. */
export class Broken extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className={styles.middle}>
        <h1>{textOf('live.broken')}</h1>
        <p>{textOf('live.broken_more')}</p>
        <Button kind="do" onPress={() => location.reload()}>
          {textOf('live.reload')}
        </Button>
      </main>
    )
  }
}
