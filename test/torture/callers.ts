import { connect, type Socket } from 'node:net'

/** One answer as it came over the wire. */
export interface Answer {
  status: number
  head: string
  body: string
  /** From the moment that it was to be asked, in ms. */
  ms: number
}

/** What came of many requests. */
export class Tally {
  readonly statuses = new Map<number, number>()
  readonly times: number[] = []
  /** Refusals without a word of when to come back. */
  unsaid = 0
  broken = 0

  add({ status, head, ms }: Answer): void {
    this.statuses.set(status, this.of(status) + 1)
    if (status < 300) this.times.push(ms)
    if (status === 503 && !/\r\nretry-after: [1-9]/i.test(head)) this.unsaid += 1
  }

  of(status: number): number {
    return this.statuses.get(status) ?? 0
  }

  /** How many went wrong: broken connections, and answers that are neither good nor “not now”. */
  get failed(): number {
    let failed = this.broken
    for (const [status, count] of this.statuses) if (status >= 300 && status !== 503) failed += count
    return failed
  }

  /** What came, in numbers. */
  get told(): string {
    const statuses = [...this.statuses].map(([status, count]) => `${count} × ${status}`)
    return [...statuses, `${this.broken} broken`].join(', ')
  }

  get good(): number {
    return this.times.length
  }

  /** The time within which so many of the good ones came, in ms. */
  within(share: number): number {
    const sorted = this.times.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  }
}

/** Somebody with a connection that stays open, over which one request follows the other. */
export class Caller {
  readonly #port: number
  #socket: Socket | undefined
  #held: Buffer = Buffer.alloc(0)
  #asked: { resolve(answer: Answer): void; reject(error: Error): void; since: number } | undefined
  #answers = 0

  constructor(port: number) {
    this.#port = port
  }

  /** @param since from when its time is taken, where it should have been sent earlier */
  async ask(request: Buffer, since = performance.now()): Promise<Answer> {
    const before = this.#answers
    try {
      return await this.#ask(request, since)
    } catch (error) {
      // A server may end a connection that has been quiet for a while, just as the next request is on its way.
      if (before === 0) throw error
      return this.#ask(request, since)
    }
  }

  #ask(request: Buffer, since: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject, since }
      this.#socket ??= this.#connect()
      this.#socket.write(request)
    })
  }

  hangUp(): void {
    this.#socket?.destroy()
  }

  #connect(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    socket.on('data', chunk => this.#read(chunk))
    socket.on('error', () => {})
    socket.once('close', () => {
      this.#socket = undefined
      this.#answers = 0
      this.#held = Buffer.alloc(0)
      this.#asked?.reject(new Error('the connection broke'))
      this.#asked = undefined
    })
    return socket
  }

  #read(chunk: Buffer): void {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    const end = this.#held.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#held.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const whole = end + 4 + length
    if (this.#held.length < whole) return
    const body = this.#held.toString('utf8', end + 4, whole)
    this.#held = this.#held.subarray(whole)
    const asked = this.#asked
    this.#asked = undefined
    this.#answers += 1
    asked?.resolve({ status: Number(head.slice(9, 12)), head, body, ms: performance.now() - asked.since })
  }
}

type Next = (turn: number) => Buffer

/**
 * So many people ask for so long, each for the next thing as soon as there is an answer.
 * @param isPatient whether who is refused waits as told
 */
export async function allAtOnce(
  port: number,
  people: number,
  ms: number,
  next: Next,
  isPatient = true,
): Promise<Tally> {
  const tally = new Tally()
  const end = performance.now() + ms
  let turn = 0
  await Promise.all(
    Array.from({ length: people }, async () => {
      const caller = new Caller(port)
      while (performance.now() < end) {
        const answer = await caller.ask(next(turn++)).catch(() => null)
        if (answer) tally.add(answer)
        else tally.broken += 1
        if (answer?.status !== 503 || !isPatient) continue
        const wait = Number(/\r\nretry-after: (\d+)/i.exec(answer.head)?.[1] ?? 1) * 1_000
        await new Promise(resolve => setTimeout(resolve, Math.max(0, Math.min(wait, end - performance.now()))))
      }
      caller.hangUp()
    }),
  )
  return tally
}

/** Requests come at a rate, whether or not those before have been answered; gives what came of them, by kind. */
export async function atRate<K extends string>(
  port: number,
  { rate, ms, callers: most }: { rate: number; ms: number; callers: number },
  next: (turn: number) => [kind: K, request: Buffer],
): Promise<Map<K, Tally>> {
  const tallies = new Map<K, Tally>()
  const free = Array.from({ length: most }, () => new Caller(port))
  const all = [...free]
  const waiting: { kind: K; request: Buffer; since: number }[] = []
  const under: Promise<void>[] = []
  const send = async (caller: Caller, first: { kind: K; request: Buffer; since: number }) => {
    for (let job: typeof first | undefined = first; job; job = waiting.shift()) {
      const tally = tallies.get(job.kind) ?? new Tally()
      tallies.set(job.kind, tally)
      const answer = await caller.ask(job.request, job.since).catch(() => null)
      if (answer) tally.add(answer)
      else tally.broken += 1
    }
    free.push(caller)
  }
  const begin = performance.now()
  for (let turn = 0; ; ) {
    const now = performance.now() - begin
    if (now >= ms) break
    for (; turn < (now / 1_000) * rate; turn++) {
      const [kind, request] = next(turn)
      const job = { kind, request, since: begin + (turn / rate) * 1_000 }
      const caller = free.pop()
      if (caller) under.push(send(caller, job))
      else waiting.push(job)
    }
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  // Nobody waits on for what could not even be asked.
  waiting.length = 0
  await Promise.all(under)
  for (const caller of all) caller.hangUp()
  return tallies
}
