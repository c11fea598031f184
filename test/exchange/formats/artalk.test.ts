import { describe, expect, test } from 'vitest'
import { artalk } from '../../../server/exchange/formats/artalk.ts'
import artrans from '../fixtures/artalk.artrans?raw'
import { fileOf, readAll } from '../foreign-files.ts'

describe('the Artrans of Artalk', () => {
  test('bring each comment with its time in UTC and its votes', async () => {
    const { by } = await readAll(artalk, fileOf(artrans))
    expect(by('12')).toEqual({
      id: '12',
      parent: '7',
      page: { url: '/ferry.html', identifier: null, title: 'The ferry &amp; I' },
      at: Date.UTC(2021, 9, 28, 12, 50, 15),
      name: 'Tom &amp;lt;3',
      email: 'Tom@Example.org',
      author: null,
      isStaff: false,
      text: { markdown: 'An answer **before** its question.' },
      status: 'pending',
      votes: { up: 6, down: 2 },
    })
    // The address is the one that Artalk gives to those who left none.
    expect(by('7')).toMatchObject({ parent: null, email: null, status: 'published', votes: { up: 0, down: 0 } })
  })

  test('bring what other tools wrote there, too: numbers, HTML, months that are none', async () => {
    const { by } = await readAll(artalk, fileOf(artrans))
    expect(by('13')).toMatchObject({
      parent: null,
      page: { url: null, identifier: 'guestbook' },
      at: null,
      name: null,
      text: { html: '<p>From <b>elsewhere</b></p>' },
      votes: { up: 1 },
    })
  })

  test('never make one article of two sites’ same paths', async () => {
    const { by } = await readAll(artalk, fileOf(artrans))
    expect(by('14')).toMatchObject({ page: { url: 'https://weekly.example/ferry.html' }, status: 'pending' })
    expect(by('15')).toMatchObject({ page: { url: null, identifier: null } })
  })

  test('tell what is no comment', async () => {
    expect((await readAll(artalk, fileOf(artrans, 1))).faults).toEqual([
      { fault: 'It has no id.', at: 'comment 7' },
      { fault: 'It has no id.', at: 'comment 8' },
    ])
    await expect(readAll(artalk, fileOf('{"artrans":"[]"}'))).rejects.toThrow('no comments where')
  })

  test('have links that end with the number', () => {
    expect(artalk.idIn('#atk-comment-12')).toBe('12')
    expect(artalk.idIn('#atk-comment-x')).toBe(null)
  })
})
