import { expect, test } from 'vitest'
import { inWorkerd, world } from '../world.ts'

test.each([
  ['as the browser prefers', {}, { 'accept-language': 'fa-IR,en;q=0.5' }, 'lang="fa" dir="rtl"', '۴۵ روز'],
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
