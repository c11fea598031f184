import { useEffect } from 'preact/hooks'
import { type Case, type CaseFile, mayRule } from '../../../server/contract.ts'
import { Time } from '../../shared/Time.tsx'
import { moment } from '../phrases.ts'
import type { Desk } from '../state.ts'
import { LANG, words } from '../words.ts'
import { actAtOnce } from './acting.ts'
import { fileOf, openFile } from './files.ts'
import { At, Part, Said } from './Part.tsx'
import { openPanel } from './panels.ts'

/** A moment after a case came into view: who only passes by loads nothing. */
const PAUSE = 150

interface PartProps {
  one: Case
  file: CaseFile
}

/** What waits for an answer: the appeal, the reports; and how the comment and its author stand. */
export function FileParts({ desk, one }: { desk: Desk; one: Case }) {
  useEffect(() => {
    const timer = setTimeout(() => void openFile(one.id), fileOf(one) ? PAUSE : 0)
    return () => clearTimeout(timer)
  }, [one.id, one.version])
  const file = fileOf(one)
  if (desk.acts.files[one.id] === 'failed') return <p class="part wide faint">{words.acts.file.failed}</p>
  if (!file) return null
  return (
    <>
      {file.marks.length > 0 && (
        <p class="part wide acts-marks">
          {file.marks.map(mark => (
            <span key={mark} class="chip">
              {words.acts.marks[mark]}
            </span>
          ))}
        </p>
      )}
      <AppealPart one={one} file={file} />
      <ReportsPart one={one} file={file} />
      <StandingPart one={one} file={file} />
    </>
  )
}

function AppealPart({ one, file: { appeal } }: PartProps) {
  const told = words.acts.file
  if (!appeal) return null
  const isOpen = appeal.decidedAt === null
  const outcome = (how: 'granted' | 'declined', by: string | null) => (by ? told[`${how}By`](by) : told[how])
  return (
    <Part title={told.appeal} isUrgent={isOpen}>
      <p class="faint">
        {isOpen ? told.waits : appeal.outcome ? outcome(appeal.outcome, appeal.decidedBy) : told.moot}
        <At at={appeal.decidedAt ?? appeal.createdAt} />
        {appeal.ruledBy && <> · {told.refusedBy(appeal.ruledBy)}</>}
      </p>
      <Said text={appeal.text} />
      {appeal.words && (
        <>
          <p class="faint">{told.toAuthor}</p>
          <Said text={appeal.words} />
        </>
      )}
      {isOpen && !appeal.mayDecline && <p class="faint">{told.another}</p>}
      {isOpen && (
        <div class="acts-bar">
          {mayRule('moderator', 'approve', one.status) && (
            <button type="button" class="button" onClick={() => openPanel('grant', one)}>
              {words.acts.opens.grant}
            </button>
          )}
          {appeal.mayDecline && mayRule('moderator', 'decline', one.status) && (
            <button type="button" class="button" onClick={() => openPanel('decline', one)}>
              {words.acts.opens.decline}
            </button>
          )}
        </div>
      )}
    </Part>
  )
}

function ReportsPart({ one, file: { reports } }: PartProps) {
  const told = words.acts.file
  const open = reports.filter(({ isOpen }) => isOpen).length
  if (!reports.length) return null
  return (
    <Part title={open > 0 ? told.reportsOpen(open) : told.reports} isUrgent={open > 0}>
      <ul class="acts-list">
        {reports.map(report => (
          <li key={report.id} class={report.isOpen ? '' : 'faint'}>
            <p>
              <span class="chip">{words.reason[report.reason]}</span>{' '}
              {!report.isOpen && <span>{report.outcome ? told.outcome[report.outcome] : told.gone} </span>}
              <span class="faint">
                <Time at={report.at} lang={LANG} />
              </span>
            </p>
            {report.words && <Said text={report.words} />}
          </li>
        ))}
      </ul>
      {open > 0 && mayRule('moderator', 'settle', one.status) && (
        <div class="acts-bar">
          <button type="button" class="button" title={told.fineHint} onClick={() => void actAtOnce(one, 'settle')}>
            {told.fine}
          </button>
        </div>
      )}
    </Part>
  )
}

function StandingPart({ one, file: { author } }: PartProps) {
  const told = words.acts.file
  const { ban, mute, warning } = author
  const end = (until: number | null) => (until === null ? told.forGood : told.until(moment(until)))
  if (!ban && !mute && !warning) return null
  return (
    <Part title={told.standing}>
      {ban && (
        <p class="bad">
          {told.banned} {end(ban.until)}
          {ban.reason && <span class="chip">{words.reason[ban.reason]}</span>}
        </p>
      )}
      {mute && (
        <p>
          {told.muted} {end(mute.until)}
        </p>
      )}
      {warning && (
        <>
          <p>{told.warned}</p>
          <Said text={warning} />
        </>
      )}
      <div class="acts-bar">
        <button type="button" class="button" onClick={() => void actAtOnce(one, 'lift')}>
          {told.lift}
        </button>
      </div>
    </Part>
  )
}
