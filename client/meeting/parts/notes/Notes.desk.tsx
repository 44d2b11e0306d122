import { useState } from 'react'
import type { Note } from '../../../../shared/parts/notes.ts'
import { useSend } from '../../../live/hooks.ts'
import { useDraft } from '../../../live/sending/drafts.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import type { Aim } from '../../aim.ts'
import styles from './Notes.module.css'

export type NotesProps = { aim: Aim; kind: Note['kind']; notes: readonly Note[]; open?: boolean }

function Writing({ aim, kind, note, onDone }: { aim: Aim; kind: Note['kind']; note: Note | null; onDone: () => void }) {
  const send = useSend()
  const text = useText()
  const [words, write, clear] = useDraft(`note.${aim.process}.${note?.id ?? kind}`, note?.text ?? '')
  const [answer, writeAnswer, clearAnswer] = useDraft(`reply.${aim.process}.${note?.id ?? kind}`, note?.answer ?? '')
  async function keep() {
    if (words.trim() === '') return
    const done = await send({ type: 'note.write', ...aim, note: note?.id ?? null, kind, text: words, answer })
    if (!done.ok) return
    clear()
    clearAnswer()
    onDone()
  }
  return (
    <div className="stack">
      <Field label={text(`desk.note_${kind}`)} words value={words} onChange={write} onEnter={keep} maxLength={500} />
      {kind === 'question' ? (
        <Field
          label={text('desk.note_answer')}
          optional={text('desk.optional')}
          words
          value={answer}
          onChange={writeAnswer}
          onEnter={keep}
          maxLength={500}
        />
      ) : null}
      <p>
        <Button onPress={keep}>{text('desk.note_keep')}</Button>
      </p>
    </div>
  )
}

function Kept({ aim, note }: { aim: Aim; note: Note }) {
  const send = useSend()
  const text = useText()
  const [changing, change] = useState(false)
  if (changing) return <Writing aim={aim} kind={note.kind} note={note} onDone={() => change(false)} />
  return (
    <div className="row">
      <span className={styles.kept} dir="auto">
        <span className="words">{note.text}</span>
        {note.answer ? <span className="words quiet"> {note.answer}</span> : null}
      </span>
      <span className="quietly">
        <Button kind="text" onPress={() => change(true)}>
          {text('common.change')}
        </Button>
        <Button kind="text" onPress={() => send({ type: 'note.remove', ...aim, note: note.id })}>
          {text('desk.note_remove')}
        </Button>
      </span>
    </div>
  )
}

/** What a round leaves, without names: questions with answers, key points, ideas. */
export function Notes({ aim, kind, notes, open = false }: NotesProps) {
  const text = useText()
  const [writing, write] = useState(open)
  const own = notes.filter((note) => note.kind === kind)
  return (
    <section>
      <ul className="rows">
        {own.map((note) => (
          <li key={note.id}>
            <Kept aim={aim} note={note} />
          </li>
        ))}
      </ul>
      {writing ? (
        <Writing key={own.length} aim={aim} kind={kind} note={null} onDone={() => {}} />
      ) : (
        <Button kind="text" onPress={() => write(true)}>
          {text(`desk.note_add_${kind}`)}
        </Button>
      )}
    </section>
  )
}
