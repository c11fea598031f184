import { describe, expect, test } from 'vitest'
import { waline } from '../../../server/exchange/formats/waline.ts'
import saved from '../fixtures/waline.json?raw'
import { fileOf, readAll } from '../foreign-files.ts'

describe('an export of Waline', () => {
  test('brings comments of guests as they stand, and those of accounts under the account’s name', async () => {
    const { by } = await readAll(waline, fileOf(saved))
    expect(by('2')).toEqual({
      id: '2',
      parent: '1',
      page: { url: '/ferry/', identifier: null, title: null },
      at: Date.UTC(2023, 4, 6, 7, 8, 9),
      name: 'Nick &amp; Co',
      email: 'nick@example.org',
      author: null,
      isStaff: false,
      text: { markdown: '@Old: An answer **before** its question.' },
      status: 'pending',
      votes: { up: 3, down: 0 },
    })
    expect(by('1')).toMatchObject({
      parent: null,
      page: { url: 'https://daily.example/ferry/' },
      at: Date.UTC(2023, 4, 6, 7, 8, 9, 500),
      name: 'Olga',
      email: 'olga@daily.example',
      author: '9',
      isStaff: true,
    })
  })

  test('reads times, ids and texts of each database behind it', async () => {
    const { by } = await readAll(waline, fileOf(saved))
    expect(by('5c2d7a8d9f54540070e2c1ab')).toMatchObject({
      parent: null,
      page: { url: '/中文/' },
      at: Date.UTC(2019, 0, 2, 3, 4, 5, 678),
      name: '匿名',
      text: { html: '<p>From <em>Valine</em> &lt;3</p>\n' },
      status: 'published',
    })
    expect(by('7')).toMatchObject({ status: 'withdrawn', text: { markdown: '' } })
    expect(by('4')).toMatchObject({ status: 'spam', at: null, page: { url: null, identifier: null } })
    expect(by('9007199254740993')).toMatchObject({ at: 1683356889123, page: { url: null, identifier: 'about' } })
    expect(by('9007199254740995')).toMatchObject({ at: 1683356889123, parent: '9007199254740993' })
  })

  test('may be what its API answers, or the table alone', async () => {
    const { comments } = await readAll(waline, fileOf(saved))
    const answer = `{"errno":0,"errmsg":"","data":${saved}}`
    expect((await readAll(waline, fileOf(answer, 10))).comments).toEqual(comments)
    const table = JSON.stringify([{ objectId: 'a1', comment: 'Alone', insertedAt: '2020-01-01T00:00:00Z' }])
    expect((await readAll(waline, fileOf(table))).comments).toMatchObject([{ id: 'a1', text: { markdown: 'Alone' } }])
  })

  test('tells what is no comment, and never reads a password', async () => {
    const { faults, comments } = await readAll(waline, fileOf(saved))
    expect(faults).toEqual([
      { fault: 'It has no id.', at: 'comment 8' },
      { fault: 'It has no id.', at: 'comment 9' },
    ])
    expect(JSON.stringify(comments)).not.toMatch(/never\.read|192\.0\.2/)
  })

  test('has links that end with the bare id', () => {
    expect(waline.idIn('#5c2d7a8d9f54540070e2c1ab')).toBe('5c2d7a8d9f54540070e2c1ab')
    expect(waline.idIn('#17')).toBe('17')
    for (const other of ['#waline', '#chapter-2', '#', '']) expect(waline.idIn(other)).toBe(null)
  })
})
