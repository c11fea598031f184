import type { Case, CaseFile, Decision } from '../../../server/contract.ts'
import { moment } from '../phrases.ts'
import { words } from '../words.ts'
import { removeNote } from './acting.ts'
import { fileOf } from './files.ts'
import { At, Part, Said } from './Part.tsx'
import { openPanel } from './panels.ts'

/** What moderators have said about it so far, and what it said before. */
export function FileRecord({ one, log }: { one: Case; log: readonly Decision[] }) {
  const file = fileOf(one)
  if (!file) return null
  return (
    <>
      <WordsPart file={file} log={log} />
      <EditionsPart file={file} />
      <NotesPart one={one} file={file} />
    </>
  )
}

function NotesPart({ one, file: { notes } }: { one: Case; file: CaseFile }) {
  const told = words.acts.file
  return (
    <Part title={told.notes}>
      {!notes.length && <p class="faint">{told.noNotes}</p>}
      <ul class="acts-list">
        {notes.map(note => (
          <li key={note.id}>
            <p class="faint">
              <bdi>{note.by}</bdi>
              <At at={note.at} />
              {note.about === 'author' && <> · {told.ofAuthor}</>}
              {note.isMine && (
                <button
                  type="button"
                  class="text-button"
                  aria-label={told.removeNote}
                  onClick={() => void removeNote(one, note)}
                >
                  {told.remove}
                </button>
              )}
            </p>
            <Said text={note.text} />
          </li>
        ))}
      </ul>
      <button type="button" class="text-button" onClick={() => openPanel('note', one)}>
        {told.add}
      </button>
    </Part>
  )
}

function EditionsPart({ file: { editions } }: { file: CaseFile }) {
  const told = words.acts.file
  if (!editions.length) return null
  return (
    <Part title={told.editions}>
      <ul class="acts-list">
        {editions.map(({ version, text, by, endedAt }) => (
          <li key={version}>
            <p class="faint">
              {by ? told.editedBy(by) : told.revised}
              <At at={endedAt} />
            </p>
            <Said text={text} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What was said with decisions; a comment's first ruling gives it version 1, and each one after it the next. */
function WordsPart({ file: { words: all }, log }: { file: CaseFile; log: readonly Decision[] }) {
  const told = words.acts.file
  if (!all.length) return null
  return (
    <Part title={told.said}>
      <ul class="acts-list">
        {all.map(({ version, note, words: said, until }) => {
          const decision = log[version - 1]
          return (
            <li key={version}>
              {decision && (
                <p class="faint">
                  {words.actor(decision)} {words.deed(decision)}
                  {until !== null && <> {told.until(moment(until))}</>}
                  <At at={decision.at} />
                </p>
              )}
              {said && (
                <>
                  <p class="faint">{told.toAuthor}</p>
                  <Said text={said} />
                </>
              )}
              {note && (
                <>
                  <p class="faint">{told.note}</p>
                  <Said text={note} />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
