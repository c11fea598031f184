import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect } from 'vitest'
import { codeIn } from '../people.ts'

/** A real mail server on this machine, whose mails are read as they come. */
export async function openMailbox() {
  const mails: { to: string; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, { envelope }, answer) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const { text = '' } = await PostalMime.parse(Buffer.concat(chunks))
      mails.push({ to: envelope.rcptTo[0]!.address, text })
      answer()
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    settings: {
      PARLEY_SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?from=comments@daily.example`,
    },
    /** How many mails came for an address. */
    count: (to: string): number => mails.filter(mail => mail.to === to).length,
    /** The code of the newest mail to an address, once there are so many. */
    async codeFor(to: string, count = 1): Promise<string> {
      const own = () => mails.filter(mail => mail.to === to)
      await expect.poll(() => own().length).toBe(count)
      return codeIn(own().at(-1)!)
    },
    /** The first address in the newest mail to somebody, once there is one. */
    async linkFor(to: string): Promise<string> {
      const own = () => mails.filter(mail => mail.to === to)
      await expect.poll(() => own().length).toBeGreaterThan(0)
      return /https?:\S+/.exec(own().at(-1)!.text)![0]
    },
    end: () => new Promise<void>(resolve => server.close(resolve)),
  }
}
