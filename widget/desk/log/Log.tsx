import { useState } from 'preact/hooks'
import { REASONS, RULINGS, type Ruling } from '../../../server/contract.ts'
import { exactTime } from '../../shared/time.ts'
import { More } from '../More.tsx'
import { Skeleton } from '../Skeleton.tsx'
import type { Desk } from '../state.ts'
import { LANG, words } from '../words.ts'
import { LogRow } from './LogRow.tsx'
import { clearFilters, exportAddress, loadLog, loadMoreLog, setFilter } from './listing.ts'
import { FILTERS, type Filter, type Log as State } from './state.ts'

const RULING_NAMES = Object.keys(RULINGS) as Ruling[]

/** The page of a site's decisions. */
export function Log({ desk: { log, site } }: { desk: Desk }) {
  return (
    <main class="work log-page" data-front="list">
      <section class="list" aria-label={words.log.label} aria-busy={log.phase === 'loading'}>
        <div class="list-scroll" key={site}>
          <div class="log-body">
            <header class="log-head">
              <div>
                <h2 class="log-heading" tabIndex={-1}>
                  {words.log.heading}
                </h2>
                <p class="faint">{words.log.intro}</p>
              </div>
              {site !== null && log.rows.length > 0 && <Export site={site} />}
            </header>
            <Fields log={log} />
            <Rows log={log} />
          </div>
        </div>
      </section>
    </main>
  )
}

function Export({ site }: { site: string }) {
  return (
    <p class="log-export">
      {words.log.export}{' '}
      {(['csv', 'jsonl'] as const).map(format => (
        <a key={format} class="button" href={exportAddress(site, format)} download>
          {words.log[format]}
        </a>
      ))}
    </p>
  )
}

function Fields({ log: { filters, people, rules } }: { log: State }) {
  const isFiltered = FILTERS.some(name => filters[name])
  // On a narrow screen the fields would push the decisions off it.
  const [isOpen, setOpen] = useState(isFiltered)
  const choices: [Filter, string, string, (readonly [string, string])[]][] = [
    [
      'person',
      words.log.who,
      words.log.everyone,
      [...people.map(({ id, name }) => [id, name] as const), ['rules', words.log.rules], ['author', words.log.author]],
    ],
    ['ruling', words.log.ruling, words.log.all, RULING_NAMES.map(name => [name, words.log.rulingOf(name)])],
    ['reason', words.log.reason, words.log.all, REASONS.map(name => [name, words.reason[name]])],
    ['rule', words.log.rule, words.log.all, rules.map(name => [name, words.log.ruleOf(name)])],
  ]
  return (
    <>
      <button
        type="button"
        class="button log-filters-button"
        aria-expanded={isOpen}
        aria-controls="log-filters"
        onClick={() => setOpen(!isOpen)}
      >
        {words.log.filters}
      </button>
      <fieldset class="log-filters" id="log-filters" data-open={isOpen}>
        <legend class="unseen">{words.log.filters}</legend>
        {choices.map(([name, label, all, options]) => (
          <label key={name} class={filters[name] ? 'log-filter on' : 'log-filter'}>
            <span>{label}</span>
            <select class="input" value={filters[name]} onChange={event => setFilter(name, event.currentTarget.value)}>
              <option value="">{all}</option>
              {options.map(([value, text]) => (
                <option key={value} value={value} dir="auto">
                  {text}
                </option>
              ))}
              {/* What an address names stays chosen until the choices have come. */}
              {filters[name] && !options.some(([value]) => value === filters[name]) && (
                <option value={filters[name]}>{filters[name]}</option>
              )}
            </select>
          </label>
        ))}
        {(['from', 'to'] as const).map(name => (
          <label key={name} class={filters[name] ? 'log-filter on' : 'log-filter'}>
            <span>{words.log[name]}</span>
            <input
              class="input"
              type="date"
              value={filters[name]}
              onChange={event => setFilter(name, event.currentTarget.value)}
            />
          </label>
        ))}
        {isFiltered && (
          <button type="button" class="text-button" onClick={clearFilters}>
            {words.log.clear}
          </button>
        )}
      </fieldset>
    </>
  )
}

function Rows({ log }: { log: State }) {
  const { rows, next, phase, more, reached, filters } = log
  if (phase === 'loading') return <Skeleton />
  if (phase === 'failed')
    return (
      <div class="articles-nothing">
        <p>{words.list.failed}</p>
        <button type="button" class="button" onClick={() => void loadLog()}>
          {words.retry}
        </button>
      </div>
    )
  const isFiltered = FILTERS.some(name => filters[name])
  const isBare = rows.length === 0
  return (
    <>
      {isBare && next === null && (
        <div class="articles-nothing">
          <p>{isFiltered ? words.log.nothing : words.log.none}</p>
          <p>{isFiltered ? words.log.nothingHint : words.log.noneHint}</p>
        </div>
      )}
      {!isBare && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one.
        <ul role="list" class="log-rows">
          {rows.map(entry => (
            <LogRow key={entry.seq} entry={entry} />
          ))}
        </ul>
      )}
      {next !== null && isFiltered && (
        <div class="list-more">
          {reached !== null && <p class="faint">{words.log.reached(exactTime(reached, LANG))}</p>}
          <button type="button" class="button" aria-disabled={more === 'loading'} onClick={() => void loadMoreLog()}>
            {more === 'loading' ? words.list.loadingMore : more === 'failed' ? words.retry : words.log.further}
          </button>
        </div>
      )}
      {next !== null && !isFiltered && <More more={more} next={next} load={() => void loadMoreLog()} />}
      {next === null && !isBare && <p class="list-end">{words.log.end(rows.length)}</p>}
    </>
  )
}
