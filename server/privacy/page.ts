import { html } from 'hono/html'
import type { Html } from '../articles/thread-page.ts'
import { type KeepingFacts, keptNow } from './kept.ts'
import type { KeptWords } from './words.ts'

/**
 * The page that tells readers what a site keeps of them, and for how long: plain HTML, without a script.
 * @param base the path below which Parley is reached, without a slash at its end
 */
export function privacyPage(
  site: { id: string; name: string },
  facts: KeepingFacts,
  words: KeptWords,
  base: string,
): Html {
  const listed = (names: readonly string[]) => new Intl.ListFormat(words.lang).format(names)
  const elsewhere = facts.ways.filter(way => way !== 'email')
  const others = [
    ...(facts.captcha === null ? [] : [words.captcha(facts.captcha)]),
    ...(elsewhere.length === 0 ? [] : [words.elsewhere(listed(elsewhere))]),
    ...(facts.told?.length ? [words.told(listed(facts.told.map(shape => words.receivers[shape])))] : []),
    ...(facts.tellsEarly ? [words.toldEarly] : []),
    ...(facts.ways.includes('email') ? [words.mailed] : facts.hasMail ? [words.mailOfHouse] : []),
    ...(facts.lingers ? [words.lingers] : []),
  ]
  const other = `${base}/privacy?${new URLSearchParams({ site: site.id, lang: words.lang === 'fa' ? 'en' : 'fa' })}`
  return html`<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}: ${site.name}</title>
<link rel="stylesheet" href="${base}/thread.css">
</head>
<body>
<header>
<p class="soft"><bdi>${site.name}</bdi> · <a href="${other}" hreflang="${words.lang === 'fa' ? 'en' : 'fa'}" lang="${words.lang === 'fa' ? 'en' : 'fa'}">${words.other}</a></p>
<h1>${words.title}</h1>
<p>${words.lead}</p>
</header>
<main>
<h2>${words.kept}</h2>
<dl class="kept">${keptNow(facts).map(
    kind => html`<div>
<dt>${words.kinds[kind.name].title}</dt>
<dd>${words.kinds[kind.name].what}</dd>
<dd class="soft">${words.keeping(kind.keeping(facts))}</dd>
</div>`,
  )}</dl>
<p class="soft">${words.within} ${words.hold}</p>
<p class="soft">${words.backups}</p>
<h2>${words.notKept}</h2>
<ul>${words.nothing.map(line => html`<li>${line}</li>`)}</ul>
<h2>${words.device}</h2>
<p>${words.deviceMeans}</p>
<h2>${words.others}</h2>
${others.length === 0 ? html`<p>${words.noOthers}</p>` : others.map(line => html`<p>${line}</p>`)}
<h2>${words.yours}</h2>
<p>${words.yoursMeans}</p>
</main>
</body>
</html>`
}
