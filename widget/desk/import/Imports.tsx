import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DeskImport, DeskImportAct, ImportsAtDesk } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { Sheet } from '../../theme/Sheet.tsx'
import { ask, showsDoor } from '../asking.ts'
import { Skeleton } from '../Skeleton.tsx'
import { words as all } from '../words.ts'
import { Choosing, FileField, FormatField } from './Choosing.tsx'
import '../keys/office.css'
import './import.css'
import { giveUp, hear, NotSent, send, sendingTo } from './sending.ts'
import { Plan, Report } from './Told.tsx'
import { size, words } from './words.ts'

/** How often it is asked how it stands, in ms: while something is under way, and while nothing is. */
const SOON = 1_000
const LATE = 10_000

/** Why something was not done; null where the door is shown instead. */
function whyNot(error: unknown): string | null {
  if (showsDoor(error)) return null
  const problem = error instanceof Refusal || error instanceof NotSent ? error.problem : null
  return problem ? `${problem.title}. ${problem.detail}` : words.noAnswer
}

/** The page of a site's imports, for its owners. */
export function Imports({ site }: { site: string }) {
  const [state, setState] = useState<ImportsAtDesk | 'failed' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [, setHeard] = useState(0)
  const load = () =>
    ask<ImportsAtDesk>('GET', 'imports', { query: { site } }).then(setState, error => {
      if (!showsDoor(error)) setState(before => (before === null ? 'failed' : before))
    })
  useEffect(() => void load(), [site])
  useEffect(() => hear(() => setHeard(n => n + 1)), [])
  const one = state !== null && state !== 'failed' ? state.one : null
  const isUnderWay = one?.phase === 'looking' || one?.phase === 'importing'
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && !sendingTo(site) && load(), isUnderWay ? SOON : LATE)
    return () => clearInterval(timer)
  }, [site, isUnderWay])

  const attempt = async (work: () => Promise<unknown>) => {
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(whyNot(error))
      await load()
    }
  }
  const act = (what: DeskImportAct, format?: string) =>
    attempt(async () =>
      setState(
        await ask<ImportsAtDesk>('POST', 'imports/acts', { body: { site, act: what, ...(format && { format }) } }),
      ),
    )
  const goOn = (file: File, from: number) =>
    attempt(async () => {
      if (!(await send(site, file, from))) return
      await act('look')
    })
  const begin = (format: string, file: File) =>
    attempt(async () => {
      const body = { site, format, file: file.name.slice(0, 300), size: file.size }
      setState(await ask<ImportsAtDesk>('POST', 'imports', { body }))
      void goOn(file, 0)
    })
  const remove = () =>
    attempt(async () => {
      giveUp(site)
      await ask('DELETE', 'imports', { query: { site } })
      await load()
    })

  return (
    <>
      <header>
        <h2 class="log-heading" tabIndex={-1}>
          {words.heading}
        </h2>
        <p class="faint import-intro">{words.intro}</p>
      </header>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {state === null ? (
        <Skeleton />
      ) : state === 'failed' ? (
        <p>
          {words.failed}{' '}
          <button type="button" class="text-button" onClick={load}>
            {all.retry}
          </button>
        </p>
      ) : state.most === null ? (
        <Elsewhere site={site} formats={state.formats} />
      ) : one === null ? (
        <Choosing formats={state.formats} most={state.most} send={begin} />
      ) : (
        <One key={one.beganAt} {...{ site, one, state, act, goOn, remove }} />
      )}
    </>
  )
}

/** How it is done where the server takes no files. */
function Elsewhere({ site, formats }: { site: string; formats: ImportsAtDesk['formats'] }) {
  return (
    <div class="office-form">
      <p>{words.none}</p>
      <Sheet text={`npm run parley -- import FORMAT FILE --site ${site} --dry-run`} />
      <p class="faint">{words.noneHint}</p>
      <dl class="import-formats">
        {formats.map(({ name, title, howTo }) => (
          <div key={name}>
            <dt>
              {title} <code>{name}</code>
            </dt>
            <dd class="faint" lang="en" dir="ltr">
              {howTo}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

interface OneProps {
  site: string
  one: DeskImport
  state: ImportsAtDesk
  act(what: DeskImportAct, format?: string): void
  goOn(file: File, from: number): void
  remove(): void
}

/** An import, however far it is. */
function One({ site, one, state, act, goOn, remove }: OneProps) {
  const [format, setFormat] = useState(one.format)
  const [file, setFile] = useState<File | null>(null)
  const sending = sendingTo(site)
  const title = state.formats.find(({ name }) => name === one.format)?.title ?? one.format
  const about = (
    <p class="faint">
      {title} · <bdi>{words.chosen({ name: one.file, size: size(one.size) })}</bdi>
    </p>
  )
  switch (one.phase) {
    case 'coming': {
      if (sending)
        return (
          <Stage heading={words.sending} about={about}>
            <Bar
              share={sending.received / one.size}
              line={words.came({ received: size(sending.received), size: size(one.size) })}
            />
            <p class="faint">{sending.isRetrying ? words.retrying : words.stay}</p>
            <Acts>
              <Remove label={words.stopImport} really={words.reallyStop} remove={remove} />
            </Acts>
          </Stage>
        )
      const isOther = file !== null && (file.name !== one.file || file.size !== one.size)
      return (
        <Stage heading={words.half} about={about}>
          <p>{words.halfHint({ name: one.file, received: size(one.received), size: size(one.size) })}</p>
          <div class="office-form">
            <FileField
              file={file}
              hint={isOther ? words.other({ name: one.file, size: size(one.size) }) : ''}
              take={chosen => {
                setFile(chosen)
                if (chosen.name === one.file && chosen.size === one.size) goOn(chosen, one.received)
              }}
            />
          </div>
          <Acts>
            <Remove remove={remove} />
          </Acts>
        </Stage>
      )
    }
    case 'here':
      return (
        <Stage heading={words.here} about={about}>
          {one.isCutShort && <p>{words.hereCut}</p>}
          <Acts>
            <button type="button" class="button filled" onClick={() => act('look')}>
              {words.look}
            </button>
            <Remove remove={remove} />
          </Acts>
        </Stage>
      )
    case 'looking':
    case 'importing':
      return (
        <Stage heading={one.phase === 'looking' ? words.looking : words.importing} about={about}>
          <Progress one={one} />
          {one.phase === 'importing' && <p class="faint">{words.importingHint}</p>}
          <Acts>
            <button type="button" class="button" onClick={() => act('pause')}>
              {words.pause}
            </button>
            <Remove label={words.stopImport} really={words.reallyStop} remove={remove} />
          </Acts>
        </Stage>
      )
    case 'paused':
      return (
        <Stage heading={words.paused} about={about}>
          {one.progress && <Progress one={one} />}
          {one.trouble && <p class="trouble">{one.trouble}</p>}
          <p>{one.isCutShort && !one.trouble ? words.pausedCut : words.pausedHint}</p>
          <Acts>
            <button type="button" class="button filled" onClick={() => act('import')}>
              {words.goOn}
            </button>
            <Remove remove={remove} />
          </Acts>
        </Stage>
      )
    case 'looked':
      return (
        <Stage heading={words.looked} about={about}>
          <Acts>
            <button
              type="button"
              class="button filled"
              aria-disabled={one.plan!.coming === 0}
              onClick={() => one.plan!.coming > 0 && act('import')}
            >
              {words.buttonOf(one.plan!.coming)}
            </button>
            <button type="button" class="button" onClick={() => act('look')}>
              {words.again}
            </button>
            <Remove remove={remove} />
          </Acts>
          <Plan site={site} plan={one.plan!} />
        </Stage>
      )
    case 'failed':
      return (
        <Stage heading={words.unreadable} about={about}>
          <p class="trouble">{one.trouble}</p>
          <p>{words.unreadableHint}</p>
          <div class="office-form">
            <FormatField formats={state.formats} format={format} choose={setFormat} />
          </div>
          <Acts>
            <button type="button" class="button filled" onClick={() => act('look', format)}>
              {words.retry}
            </button>
            <Remove remove={remove} />
          </Acts>
        </Stage>
      )
    case 'done':
      return (
        <Stage heading={words.done} about={about}>
          <Report site={site} report={one.report!} />
          <Acts>
            <button type="button" class="button" onClick={remove}>
              {words.another}
            </button>
          </Acts>
        </Stage>
      )
  }
}

function Stage({
  heading,
  about,
  children,
}: {
  heading: string
  about: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <section class="import-stage">
      <header>
        <div role="status">
          <h3>{heading}</h3>
        </div>
        {about}
      </header>
      {children}
    </section>
  )
}

const Acts = ({ children }: { children: ComponentChildren }) => <div class="office-acts">{children}</div>

function Progress({ one: { progress, size: bytes, phase } }: { one: DeskImport }) {
  if (!progress) return null
  const line = words.progress(progress.comments, progress.perSecond, phase === 'paused' ? null : progress.secondsLeft)
  return (
    <>
      <Bar share={progress.read / Math.max(1, bytes)} line={line} />
      {phase !== 'looking' && <p>{words.imported(progress.imported)}</p>}
    </>
  )
}

function Bar({ share, line }: { share: number; line: string }) {
  const percent = Math.min(100, Math.floor(100 * share))
  return (
    <div class="import-bar">
      <progress max={100} value={percent} aria-label={line} />
      <span>
        {percent} % <span class="faint">{line}</span>
      </span>
    </div>
  )
}

/** Two presses, for what was sent would have to be sent again. */
function Remove({
  label = words.stop,
  really = words.really,
  remove,
}: {
  label?: string
  really?: string
  remove(): void
}) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking)
    return (
      <button type="button" class="button quiet" onClick={() => setAsking(true)}>
        {label}
      </button>
    )
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setAsking(false)}>
        {words.keep}
      </button>
      <button type="button" class="button filled severe" onClick={remove}>
        {really}
      </button>
    </>
  )
}
