import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { erasePerson, personBy } from '../../server/privacy/person.ts'
import { bringOne } from '../exchange/bring-one.ts'
import { world } from '../world.ts'

test('whoever was brought in with an address is found by it, in any case, and erased', async () => {
  const { deps, site, page } = await world()
  await bringOne({ deps, site, page }, '7', 'Old@Mail.example')
  await bringOne({ deps, site, page }, '8', 'another@mail.example')
  const person = (await personBy(deps, 'old@MAIL.example', [site]))!
  expect(person.authors).toMatchObject([{ site, weight: { name: 'Old', comments: 1 } }])
  await erasePerson(deps, person, { by: 'command' }, [site], () => {})
  const texts = await deps.store.engine.all<{ text: string }>(sql`SELECT text FROM comments WHERE site_id = ${site}`)
  expect(texts.map(({ text }) => text).sort()).toEqual(['', 'From there'])
  expect((await personBy(deps, 'old@mail.example', [site]))!.authors).toEqual([])
  // And does not come back with the next import.
  await bringOne({ deps, site, page }, '7', 'Old@Mail.example')
  expect(await deps.store.doctor.discrepancies()).toEqual([])
  expect((await personBy(deps, 'old@mail.example', [site]))!.authors).toEqual([])
})
