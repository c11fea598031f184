import { wire } from './load.ts'
import { HOST, SITE } from './seed/seed.ts'

let posted = 0

/** A post that was never made before, by one of the readers who post here; published at once. */
export function newPost(reader: number, key: string) {
  posted += 1
  const headers = {
    Authorization: `Bearer prl_${String(reader).padStart(43, 'a')}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `bench-${posted}`,
  }
  const text = `Comment number ${posted} of this run: **long enough** to be read, with a [link](https://example.org/${posted}).`
  return { headers, body: JSON.stringify({ site: SITE, url: HOST + key, text, name: 'Ada' }) }
}

/** The same as it goes over the wire. */
export function newPostOnWire(reader: number, key: string): Buffer {
  const { headers, body } = newPost(reader, key)
  return wire('POST', '/api/comments', headers, body)
}
