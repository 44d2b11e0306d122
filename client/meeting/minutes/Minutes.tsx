import '../../live/words/record.ts'
import { useState } from 'react'
import { facilitatorOf } from '../../../shared/meeting/around.ts'
import { missingKinds } from '../../../shared/meeting/kinds.ts'
import type { Now } from '../../../shared/meeting/types.ts'
import { type Part, parts } from '../../../shared/record/minutes.ts'
import { useMe, useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { classes } from '../../ui/classes.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Blocks } from './Blocks.tsx'
import { MinutesEditor } from './MinutesEditor.tsx'
import styles from './minutes.module.css'
import { TakeAway } from './TakeAway.tsx'
import { useWriter } from './writer.ts'

/** Facilitator and secretary write; everyone reads along. */
function writes(now: Now, me: string | null): boolean {
  return me !== null && (me === facilitatorOf(now) || me === now.secretary || me === now.facilitator)
}

/** Where a sentence of the secretary's goes: an item's own part, never the extract of what it decided. */
function blockOf(part: Part): string | null {
  return part.id === part.item || part.id === 'meeting' ? part.id : null
}

interface PartProps {
  readonly part: Part
  readonly may: boolean
  readonly editing: boolean
  readonly onEdit: (block: string | null) => void
}

function One({ part, may, editing, onEdit }: PartProps) {
  const text = useText()
  const { pen, blocks } = useMeeting()
  const me = useMe()
  const block = blockOf(part)
  const isWritten = block !== null && (blocks[block]?.text ?? '') !== ''
  const isPenned = pen !== null && pen.block === block && pen.person !== me
  return (
    <section
      className={classes(styles.part, part.current && styles.current, part.id.startsWith('decided') && styles.decided)}
      aria-current={part.current || undefined}
    >
      {part.current ? <p className={styles.now}>{text('record.now')}</p> : null}
      <h2 dir="auto">{part.heading}</h2>
      <Blocks blocks={part.blocks} />
      {isPenned && !editing ? <Penned person={pen.person} /> : null}
      {editing && block !== null ? (
        <MinutesEditor item={block === 'meeting' ? null : block} onDone={() => onEdit(null)} />
      ) : null}
      {may && block !== null && !editing ? (
        <p className={styles.unprinted}>
          <Button kind="text" onPress={() => onEdit(block)}>
            {text(isWritten ? 'record.write_more' : 'record.write')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

function Penned({ person }: { person: string }) {
  const text = useText()
  const writer = useWriter()
  return <p className="quiet small">{text('record.writes', { who: writer.name(person) })}</p>
}

/** What is being written is shown where it is written, not twice. */
function without(now: Now, block: string | null): Now {
  if (block === null || !(block in now.blocks)) return now
  const { [block]: _, ...blocks } = now.blocks
  return { ...now, blocks }
}

/** The minutes as they write themselves, once the rules are here that know what happened. */
export function Minutes({ bare }: { bare?: boolean }) {
  const now = useMeeting()
  const text = useText()
  const isHere = missingKinds(now, []).length === 0
  return isHere ? <Written bare={bare} /> : <p className="quiet">{text('common.loading')}</p>
}

/** For everyone to read along; what was decided first, once it is over. */
function Written({ bare }: { bare?: boolean }) {
  const now = useMeeting()
  const me = useMe()
  const text = useText()
  const writer = useWriter()
  const [editing, edit] = useState<string | null>(null)
  const may = writes(now, me)
  const list = parts(without(now, editing), writer)
  const hasMeeting = list.some((part) => part.id === 'meeting')
  return (
    <div className={styles.minutes}>
      {list.length === 0 ? <p className="quiet">{text('record.nothing')}</p> : null}
      {list.map((part) => (
        <One
          key={part.id}
          part={part}
          may={may}
          editing={editing === blockOf(part) && editing !== null}
          onEdit={edit}
        />
      ))}
      {editing === 'meeting' && !hasMeeting ? <MinutesEditor item={null} onDone={() => edit(null)} /> : null}
      {may && !hasMeeting && editing !== 'meeting' && now.stage !== 'gathering' ? (
        <p className={styles.unprinted}>
          <Button kind="text" onPress={() => edit('meeting')}>
            {text('record.write_meeting')}
          </Button>
        </p>
      ) : null}
      {bare || now.stage === 'gathering' ? null : <TakeAway />}
    </div>
  )
}
