import { useState } from 'preact/hooks'
import type { ImportsAtDesk } from '../../../server/contract.ts'
import { size, words } from './words.ts'

/** Takes a file, chosen or dropped. */
export function FileField({ file, hint, take }: { file: File | null; hint: string; take(file: File): void }) {
  const [isOver, setOver] = useState(false)
  return (
    <div class="field">
      <label
        class="import-drop"
        for="import-file"
        data-over={isOver}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          const dropped = event.dataTransfer?.files[0]
          if (dropped) take(dropped)
        }}
      >
        <span class="button">{words.choose}</span>
        <input
          id="import-file"
          class="unseen"
          type="file"
          aria-describedby="import-file-hint"
          onChange={event => {
            const chosen = event.currentTarget.files?.[0]
            if (chosen) take(chosen)
          }}
        />
        <span class="import-chosen">
          {file ? (
            <bdi>{words.chosen({ name: file.name, size: size(file.size) })}</bdi>
          ) : (
            <span class="faint">{words.drop}</span>
          )}
        </span>
      </label>
      <p class="hint" id="import-file-hint">
        {hint}
      </p>
    </div>
  )
}

/** The systems that comments come from, as a list to choose of; how to get a file there stands below. */
export function FormatField({
  formats,
  format,
  choose,
}: {
  formats: ImportsAtDesk['formats']
  format: string
  choose(format: string): void
}) {
  const chosen = formats.find(({ name }) => name === format)
  return (
    <div class="field">
      <label for="import-format">{words.format}</label>
      <select
        id="import-format"
        class="input"
        value={format}
        aria-describedby="import-how"
        onChange={event => choose(event.currentTarget.value)}
      >
        {formats.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
      <p class="hint" id="import-how" lang="en" dir="ltr">
        {chosen?.howTo}
      </p>
    </div>
  )
}

interface ChoosingProps {
  formats: ImportsAtDesk['formats']
  most: number
  /** @returns why not, where it was not begun */
  send(format: string, file: File): void
}

/** Which file is to come, and from where. */
export function Choosing({ formats, most, send }: ChoosingProps) {
  const [format, setFormat] = useState(formats[0]!.name)
  const [file, setFile] = useState<File | null>(null)
  const trouble = file && (file.size > most ? words.tooLarge(size(most)) : file.size === 0 ? words.empty : null)
  return (
    <form
      class="office-form"
      onSubmit={event => {
        event.preventDefault()
        if (file && !trouble) send(format, file)
      }}
    >
      <FormatField formats={formats} format={format} choose={setFormat} />
      <FileField file={file} hint={words.most(size(most))} take={setFile} />
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" class="button filled" aria-disabled={!file || !!trouble}>
        {words.send}
      </button>
      <p class="faint">{words.archive}</p>
    </form>
  )
}
