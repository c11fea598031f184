import { readFile } from 'node:fs/promises'

const FOLDER = new URL('../../dist/public/', import.meta.url)

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
}

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const

/** Built files from disk, in the best precompressed form the asker takes. Paths come from routes, never out of the folder. */
export async function nodeAsset(path: string, request: Request): Promise<Response | null> {
  if (!/^(?:\/[\w-][\w.-]*)+$/.test(path)) return null
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)]
  if (!type) return null
  const accepted = request.headers.get('accept-encoding') ?? ''
  for (const { name, suffix } of ENCODINGS) {
    if (!new RegExp(`\\b${name}\\b`).test(accepted)) continue
    const body = await read(path + suffix)
    if (body)
      return new Response(body, {
        headers: { 'Content-Type': type, 'Content-Encoding': name, Vary: 'Accept-Encoding' },
      })
  }
  const body = await read(path)
  return body && new Response(body, { headers: { 'Content-Type': type, Vary: 'Accept-Encoding' } })
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(new URL(`.${path}`, FOLDER)))
  } catch {
    return null
  }
}
