import type { ComponentChildren } from 'preact'
import { HERE } from '../../shared/here.ts'
import { Sheet } from '../../theme/Sheet.tsx'
import { framed } from '../machines/Framed.tsx'
import { isOwner } from '../me.ts'
import { desk } from '../state.ts'
import '../../theme/knobs.css'
import './export.css'
import { exportWords as words } from './words.ts'

/** Where a site's owner gets it as a file. */
const fileOf = (path: string, query: Record<string, string>) => `${HERE}/api/desk/${path}?${new URLSearchParams(query)}`

/** The page on which an owner takes a site along. */
function Exports({ site }: { site: string }) {
  return (
    <>
      <header>
        <h2 class="log-heading" tabIndex={-1}>
          {words.heading}
        </h2>
        <p class="faint">{isOwner(desk()) ? words.intro : words.moderator}</p>
      </header>
      {isOwner(desk()) && (
        <>
          <Kind name="archive">
            <p class="export-care">{words.archive.care}</p>
            <p class="export-ways">
              <a class="button filled" href={fileOf('archive', { site })} download>
                {words.archive.download}
              </a>
              <span class="faint">{words.archive.format}</span>
              <a href={fileOf('archive', { site, gzip: 'no' })} download>
                {words.archive.plain}
              </a>
            </p>
            <p class="faint">
              {words.archive.again} <code>npm run parley -- import parley FILE</code>
            </p>
          </Kind>
          {(['disqus', 'csv'] as const).map(format => (
            <Kind key={format} name={format}>
              <p class="export-ways">
                <a class="button" href={fileOf('export', { site, format })} download>
                  {words[format].download}
                </a>
              </p>
            </Kind>
          ))}
          <section class="export-kind">
            <p class="faint">{words.large}</p>
            <Sheet text={`npm run --silent parley -- export --site ${site} --gzip > ${site}.jsonl.gz`} />
          </section>
        </>
      )}
    </>
  )
}

function Kind({ name, children }: { name: 'archive' | 'disqus' | 'csv'; children: ComponentChildren }) {
  const { heading, what, holds, lacks } = words[name]
  return (
    <section class="export-kind" aria-labelledby={`export-${name}`}>
      <h3 id={`export-${name}`}>{heading}</h3>
      <p>{what}</p>
      <dl>
        <dt>{words.has}</dt>
        <dd>{holds}</dd>
        <dt>{words.lacks}</dt>
        <dd>{lacks}</dd>
      </dl>
      {children}
    </section>
  )
}

export const ExportPage = framed(Exports)
