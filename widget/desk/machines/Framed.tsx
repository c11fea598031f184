import '../site/site.css'
import type { ComponentType } from 'preact'

/** A page of the owners', in the frame that such pages have. */
export const framed =
  (Page: ComponentType<{ site: string }>) =>
  ({ desk: { site } }: { desk: { site: string | null } }) => (
    <main class="work site-page" data-front="list">
      <section class="list">
        <div class="list-scroll" key={site}>
          <div class="site-body">{site !== null && <Page site={site} />}</div>
        </div>
      </section>
    </main>
  )
