import { expect, test } from 'vitest'
import { addWebhook } from '../../server/notices/webhooks/manage.ts'
import { inWorkerd, world } from '../world.ts'

test.each([
  ['as the browser prefers', {}, { 'accept-language': 'fa-IR,en;q=0.5' }, 'lang="fa-IR" dir="rtl"', '۴۵ روز'],
  [
    'as the address says',
    { lang: 'en' },
    { 'accept-language': 'fa' },
    'lang="en" dir="ltr"',
    '45 days after the decision',
  ],
])('readers are told what is kept, %s, with the real times and no script', async (_, query, headers, tongue, time) => {
  const stage = await world({ settings: { keepsRefusedDays: 45 } })
  const path = `/privacy?${new URLSearchParams({ site: stage.site, ...query })}`
  const answer = await stage.send(path, { headers })
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain(tongue)
  expect(page).toContain(time)
  expect(page).not.toMatch(/<script|undefined/)
  // A file is overwritten; D1 can be taken back in time.
  expect(/run by another company|شرکت دیگری می‌گرداند/.test(page)).toBe(inWorkerd)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const thread = await stage.send(`/thread?${new URLSearchParams({ site: stage.site, url: stage.page })}`)
  expect(await thread.text()).toContain(`/privacy?site=${stage.site}&amp;lang=en`)
})

test('readers are told who else gets something: chats that hear of comments, the mail server, the database’s company', async () => {
  const stage = await world()
  const page = async (lang: string) =>
    (await stage.send(`/privacy?${new URLSearchParams({ site: stage.site, lang })}`)).text()
  expect((await page('en')).includes('Nobody. No other company')).toBe(!inWorkerd)
  const hook = { name: 'Newsroom', shape: 'slack', url: 'https://hooks.slack.com/services/T/B/x' } as const
  await addWebhook(stage.deps, stage.site, { ...hook, events: ['published'] })
  expect(await page('en')).toContain('told to Slack or Mattermost when')
  expect(await page('en')).not.toContain('a comment that waits or was refused')
  await addWebhook(stage.deps, stage.site, { ...hook, name: 'Bot', shape: 'standard', events: ['pending'] })
  const now = await page('en')
  expect(now).toMatch(/told to (Slack or Mattermost and a program of the site|a program of the site and Slack)/)
  expect(now).toContain('a comment that waits or was refused')
  expect(now).not.toContain('Nobody. No other company')
  expect(await page('fa')).toContain('اسلک یا مَترموست')
  for (const { id } of await stage.deps.store.webhooks.list(stage.site))
    await stage.deps.store.webhooks.change(id, stage.site, {
      name: null,
      events: null,
      state: 'paused',
      url: null,
      token: null,
    })
  expect(await page('en')).not.toContain('Slack')
})

test('readers who can prove an address are told of the mail server', async () => {
  const stage = await world({ mail: true })
  const answer = await stage.send(`/privacy?${new URLSearchParams({ site: stage.site, lang: 'en' })}`)
  const page = await answer.text()
  expect(page).toContain('the mail with the code goes by a mail server')
  expect(page).not.toContain('Nobody. No other company')
  expect(page).toContain('go by a mail server to the addresses of other readers')
  const quiet = await world({ mail: true, settings: { tellsByMail: false } })
  const without = await quiet.send(`/privacy?${new URLSearchParams({ site: quiet.site, lang: 'en' })}`)
  expect(await without.text()).not.toContain('the addresses of other readers')
})
