import type { DeskImportPlan, DeskImportReport, ImportTold } from '../../../server/contract.ts'
import { showPage } from '../going.ts'
import { words } from './words.ts'

/** Reasons, each with how many it concerns and some of them. */
function Reasons({ heading, told }: { heading: string; told: readonly ImportTold[] }) {
  if (told.length === 0) return null
  return (
    <section class="import-part">
      <h4>{heading}</h4>
      <ul class="import-reasons">
        {told.map(({ reason, count, such }) => (
          <li key={reason}>
            <span class="import-count">{words.numeral(count)}</span>
            <span>
              <bdi lang="en">{reason}</bdi> <bdi class="faint import-such">{words.such(such, count)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Addresses that are told before the others. */
const FEW = 5

const Addresses = ({ refused }: Pick<DeskImportPlan, 'refused'>) => (
  <ul class="import-pages">
    {refused.map(({ address, reason, comments }) => (
      <li key={address}>
        <span class="import-count">{words.numeral(comments)}</span>
        <span>
          <bdi class="import-address">{address || words.noAddress}</bdi>{' '}
          <bdi class="faint" lang="en">
            {reason}
          </bdi>
        </span>
      </li>
    ))}
  </ul>
)

/** What would land where. */
export function Plan({ site, plan }: { site: string; plan: DeskImportPlan }) {
  const { pages, refused } = plan
  return (
    <>
      <p>
        {words.sumOf(plan.comments, plan.coming, plan.articles)} {plan.merged > 0 && words.merged(plan.merged)}
      </p>
      {plan.coming === 0 && <p class="trouble">{words.nothing}</p>}
      {refused.length > 0 && (
        <section class="import-part">
          <h4>{words.homeless}</h4>
          <p class="faint">
            {words.homelessHint}{' '}
            <button type="button" class="text-button" onClick={() => showPage('site', site)}>
              {words.toSite}
            </button>
          </p>
          <Addresses refused={refused.slice(0, FEW)} />
          {plan.addresses > FEW && (
            <details>
              <summary>{words.moreAddresses(plan.addresses - FEW)}</summary>
              <Addresses refused={refused.slice(FEW)} />
            </details>
          )}
        </section>
      )}
      {pages.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
        <section class="office-table" tabIndex={0} aria-label={words.looked}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.article}</th>
                <th scope="col" class="import-number">
                  {words.count}
                </th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.there}</th>
              </tr>
            </thead>
            <tbody>
              {pages.map(({ key, title, comments, statuses, addresses, here }) => (
                <tr key={key}>
                  <td class="import-article">
                    {(title ?? here?.title) && <bdi class="import-title">{title ?? here?.title}</bdi>}
                    <bdi class="import-address">{key}</bdi>
                    {addresses.length > 1 && (
                      <bdi class="faint import-such">{words.from(words.such(addresses, 0))}</bdi>
                    )}
                  </td>
                  <td class="import-number">{words.numeral(comments)}</td>
                  <td class="faint">{words.statusesOf(statuses)}</td>
                  <td class="faint">{here ? words.has(here.count) : words.isNew}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {plan.articles > pages.length && <p class="faint">{words.more(plan.articles - pages.length)}</p>}
      <Reasons heading={words.out} told={plan.skipped} />
      <Reasons heading={words.changed} told={plan.changed ?? []} />
    </>
  )
}

/** What became of a file. */
export function Report({ site, report }: { site: string; report: DeskImportReport }) {
  const out = report.skipped.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p>{words.reportSum({ n: report.imported, merged: report.merged, out })}</p>
      <p class="faint">
        {report.imported > 0 && `${words.statusesOf(report.statuses)}. `}
        {words.doneHint}{' '}
        <button type="button" class="text-button" onClick={() => showPage('articles', site)}>
          {words.toArticles}
        </button>
      </p>
      <Reasons heading={words.out} told={report.skipped} />
      <Reasons heading={words.changed} told={report.changed} />
    </>
  )
}
