import { html } from 'hono/html'
import type { Html } from '../articles/thread-page.ts'
import { filled, lasting, type Spoken } from '../locales.ts'
import { type Keeping, type KeepingFacts, keptNow } from './kept.ts'

/**
 * The page that tells readers what a site keeps of them, and for how long: plain HTML, without a script.
 * @param languages what it can be read in as well
 * @param base the path below which Parley is reached, without a slash at its end
 */
export function privacyPage(
  site: { id: string; name: string },
  facts: KeepingFacts,
  spoken: Spoken,
  languages: readonly Spoken[],
  base: string,
): Html {
  const { privacy: words, lang, dir } = spoken
  const listed = (names: readonly string[]) => new Intl.ListFormat(lang).format(names)
  const elsewhere = facts.ways.filter(way => way !== 'email')
  const others = [
    ...(facts.captcha === null ? [] : [filled(words.captcha, { name: facts.captcha })]),
    ...(facts.translator === undefined ? [] : [filled(words.translated, { host: facts.translator })]),
    ...(elsewhere.length === 0 ? [] : [filled(words.elsewhere, { ways: listed(elsewhere) })]),
    ...(facts.told?.length
      ? [filled(words.told, { receivers: listed(facts.told.map(shape => words.receivers[shape])) })]
      : []),
    ...(facts.tellsEarly ? [words.toldEarly] : []),
    ...(facts.ways.includes('email') ? [words.mailed] : facts.hasMail ? [words.mailOfHouse] : []),
    ...(facts.mailsReaders ? [words.mailToReaders] : []),
    ...(facts.lingers ? [words.lingers] : []),
  ]
  const you = spoken.present.you
  const inOther = ({ about }: Spoken) =>
    html` · <a href="${base}/privacy?${new URLSearchParams({ site: site.id, lang: about.lang })}" hreflang="${about.lang}" lang="${about.lang}" dir="${about.dir}">${about.name}</a>`
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}: ${site.name}</title>
<link rel="stylesheet" href="${base}/thread.css">
</head>
<body>
<header>
<p class="soft"><bdi>${site.name}</bdi>${languages.map(inOther)}</p>
<h1>${words.title}</h1>
<p>${words.lead}</p>
</header>
<main>
<h2>${words.kept}</h2>
<dl class="kept">${keptNow(facts).map(
    kind => html`<div>
<dt>${words.kinds[kind.name].title}</dt>
<dd>${words.kinds[kind.name].what}</dd>
<dd class="soft">${timeOf(kind.keeping(facts), spoken)}</dd>
</div>`,
  )}</dl>
<p class="soft">${words.within} ${words.hold}</p>
<p class="soft">${words.backups}</p>
<h2>${words.notKept}</h2>
<ul>${Object.values(words.nothing).map(line => html`<li>${line}</li>`)}</ul>
<h2>${words.device}</h2>
<p>${filled(words.deviceMeans, { you })}</p>
<h2>${words.others}</h2>
${others.length === 0 ? html`<p>${words.noOthers}</p>` : others.map(line => html`<p>${line}</p>`)}
<h2>${words.yours}</h2>
<p>${filled(words.yoursMeans, { you })}</p>
</main>
</body>
</html>`
}

/** How long something is kept, in words. */
function timeOf(keeping: Keeping, { privacy: words, lang }: Spoken): string {
  if (typeof keeping === 'string') return words.until[keeping]
  if ('hours' in keeping) return lasting(keeping.hours, 'hour', lang)
  if ('minutes' in keeping) return lasting(keeping.minutes, 'minute', lang)
  return filled(words.after[keeping.after], { time: lasting(keeping.days, 'day', lang) })
}
