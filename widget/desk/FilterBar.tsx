import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ORDERS, orderOf, REASONS, UNDETERMINED } from '../../server/contract.ts'
import { wantFocus } from './cursor.ts'
import { AGE_NAMES, type Filters, given, isFiltered, LANGUAGES, NO_FILTERS } from './filters.ts'
import { filterBy } from './going.ts'
import { Icon } from './icons.tsx'
import { change, type Desk, type List } from './state.ts'
import { words } from './words.ts'

/** How long a pause in typing is taken for the end of it. */
const PAUSE = 500

/** What is searched for in a tab, and what else its comments are to be. */
export function FilterBar({ desk, list }: { desk: Desk; list: List }) {
  const { filters, isFiltering } = desk
  const { q: _, ...others } = given(filters)
  const count = Object.keys(others).length
  return (
    <search class="filters">
      <div class="filters-line">
        <Search q={filters.q} />
        <button
          type="button"
          class={`button square${count ? ' is-set' : ''}`}
          aria-expanded={isFiltering}
          aria-controls="queue-filters"
          aria-label={count ? words.queue.filtersSet(count) : words.queue.filters}
          title={words.queue.filters}
          onClick={() => change({ isFiltering: !isFiltering })}
        >
          <Icon name="filter" />
        </button>
      </div>
      {isFiltering && <Choices desk={desk} />}
      <Chips filters={filters} list={list} />
    </search>
  )
}

function Search({ q }: { q: string }) {
  const [text, setText] = useState(q)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The way back and forth, or a button, may have brought another search.
  useLayoutEffect(() => setText(was => (was.trim() === q ? was : q)), [q])
  useEffect(() => () => clearTimeout(pause.current), [])
  const settle = (typed: string) => {
    clearTimeout(pause.current)
    if (typed.trim() !== q) filterBy({ q: typed.trim() })
  }
  return (
    <input
      id="queue-search"
      class="input"
      type="search"
      dir="auto"
      autocomplete="off"
      spellcheck={false}
      placeholder={words.queue.search}
      aria-label={words.queue.search}
      title={`${words.queue.searchHint} (f)`}
      value={text}
      onInput={event => {
        const typed = event.currentTarget.value
        setText(typed)
        clearTimeout(pause.current)
        pause.current = setTimeout(settle, PAUSE, typed)
      }}
      onKeyDown={event => {
        if (event.isComposing) return
        if (event.key === 'Enter') settle(text)
        else if (event.key !== 'Escape' || text) return
        // The focus goes to the list; the same key shall not open what it comes to.
        event.preventDefault()
        wantFocus()
      }}
    />
  )
}

interface ChoiceProps {
  name: 'language' | 'reason' | 'age' | 'order'
  label: string
  filters: Filters
  options: readonly (readonly [value: string, words: string])[]
  /** What stands there when nothing is chosen. */
  none: string
}

function Choice({ name, label, filters, options, none }: ChoiceProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        class="input"
        value={filters[name]}
        onChange={event => filterBy({ [name]: event.currentTarget.value } as Partial<Filters>)}
      >
        <option value="">{none}</option>
        {options.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </label>
  )
}

function Choices({ desk: { filters, status } }: { desk: Desk }) {
  const { queue, reason } = words
  const languages = [...LANGUAGES, UNDETERMINED].map(code => [code, queue.languageName(code)] as const)
  const usual = orderOf(status)
  return (
    <div class="choices" id="queue-filters">
      <Choice name="language" label={queue.language} filters={filters} none={queue.any} options={languages} />
      <Choice
        name="reason"
        label={queue.reason}
        filters={filters}
        none={queue.any}
        options={REASONS.map(each => [each, reason[each]])}
      />
      <Choice
        name="age"
        label={queue.age}
        filters={filters}
        none={queue.any}
        options={AGE_NAMES.map(each => [each, queue.ages[each]])}
      />
      <Choice
        name="order"
        label={queue.order}
        filters={filters}
        none={queue.orders[usual]}
        options={ORDERS.filter(each => each !== usual).map(each => [each, queue.orders[each]])}
      />
    </div>
  )
}

/** What is asked for, each with the way to ask for it no longer. */
function Chips({ filters, list }: { filters: Filters; list: List }) {
  const { language, reason, article, author, age, order } = filters
  // The names of article and author are those of the comments that are listed.
  const one = list.cases[0]
  const chips: [keyof Filters, string][] = [
    ...(author ? [['author', words.queue.by(one?.author.name ?? null)] as [keyof Filters, string]] : []),
    ...(article ? [['article', words.queue.onArticle(one?.article.title ?? article)] as [keyof Filters, string]] : []),
    ...(language ? [['language', words.queue.languageName(language)] as [keyof Filters, string]] : []),
    ...(reason ? [['reason', words.reason[reason]] as [keyof Filters, string]] : []),
    ...(age ? [['age', words.queue.ages[age]] as [keyof Filters, string]] : []),
    ...(order ? [['order', words.queue.orders[order]] as [keyof Filters, string]] : []),
  ]
  if (!chips.length) return null
  return (
    <ul class="set-filters">
      {chips.map(([name, said]) => (
        <li key={name}>
          <button
            type="button"
            class="set-filter"
            aria-label={words.queue.remove(said)}
            onClick={() => filterBy({ [name]: '' })}
          >
            <span>{said}</span>
            <Icon name="clear" />
          </button>
        </li>
      ))}
      {isFiltered(filters) && (
        <li>
          <button type="button" class="text-button" onClick={() => filterBy(NO_FILTERS)}>
            {words.queue.clear}
          </button>
        </li>
      )}
    </ul>
  )
}
