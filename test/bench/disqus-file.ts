/**
 * Writes a Disqus export of so many comments to standard output: `node test/bench/disqus-file.ts 1000000 > disqus.xml`. The
 * articles' sizes follow Zipf's law; one answer in fifty stands before what it answers. The same for the same number.
 */
import { once } from 'node:events'
import { chance, zipf } from './seed/chance.ts'
import { speech } from './seed/texts.ts'

const total = Number(process.argv[2] ?? 100_000)
const random = chance(total)
const speak = speech(random)
const articles = Math.ceil(total / 50)
const article = zipf(articles, 20, random)
const begin = Date.UTC(2012, 0, 1)
const step = (Date.UTC(2026, 0, 1) - begin) / total

let held = ''
async function write(text: string): Promise<void> {
  held += text
  if (held.length < 262_144) return
  if (!process.stdout.write(held)) await once(process.stdout, 'drain')
  held = ''
}

const encoded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

await write(`<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>daily</forum><title>General</title><isDefault>true</isDefault></category>\n`)
for (let n = 0; n < articles; n++) {
  await write(`<thread dsq:id="t${n}"><id/><forum>daily</forum><category dsq:id="1"/><link>https://daily.example/news/${n}</link>
<title>About ${n}</title><message/><createdAt>2012-01-01T00:00:00Z</createdAt><isClosed>false</isClosed><isDeleted>false</isDeleted></thread>\n`)
}
const last = new Map<number, string>()
let late = ''
for (let n = 1; n <= total; n++) {
  const under = article()
  const voice = speak.voice()
  const { text } = speak.says(voice)
  const html = encoded(text)
    .split('\n\n')
    .map(part => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('')
  const drawn = random()
  const flags = `<isDeleted>${drawn < 0.02}</isDeleted><isSpam>${drawn > 0.96}</isSpam>`
  const parent = random() < 0.45 ? last.get(under) : undefined
  const at = new Date(begin + n * step).toISOString().replace(/\.\d+/, '')
  const who = Math.floor(random() ** 3 * (total / 8))
  const post = `<post dsq:id="${n}"><id/><message><![CDATA[${html}]]></message><createdAt>${at}</createdAt>${flags}
<author><email>reader${who}@example.org</email><name>${encoded(speak.name(voice) ?? 'Guest')}</name><isAnonymous>true</isAnonymous></author>
<ipAddress>192.0.2.7</ipAddress><thread dsq:id="t${under}"/>${parent ? `<parent dsq:id="${parent}"/>` : ''}</post>\n`
  last.set(under, String(n))
  if (n % 50 === 0) late = post
  else {
    await write(post + late)
    late = ''
  }
}
await write(`${late}</disqus>\n`)
process.stdout.write(held)
