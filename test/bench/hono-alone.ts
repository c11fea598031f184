import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** Hono and nothing else: serves the bytes of a file, for comparison. Arguments: port, file. */
const [port, file] = process.argv.slice(2)
const bytes = readFileSync(file!, 'utf8')
const app = new Hono().get('/api/threads', c => {
  c.header('Content-Type', 'application/json')
  return c.body(bytes)
})
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => console.log('ready'))
