import { describe, expect, test } from 'vitest'
import { commento } from '../../../server/exchange/formats/commento.ts'
import comentario from '../fixtures/comentario.json?raw'
import export1 from '../fixtures/commento.json?raw'
import { fileOf, readAll, zipped } from '../foreign-files.ts'

const hex = (letter: string, number: number) => `${letter}${String(number).padStart(63, '0')}`
const uuid = (number: number) => `c0000000-0000-4000-8000-00000000000${number}`

describe('an export of Commento', () => {
  test('brings its comments with the people who stand behind them in the file', async () => {
    const { by } = await readAll(commento, fileOf(await zipped(export1)))
    expect(by(hex('b', 2))).toEqual({
      id: hex('b', 2),
      parent: hex('a', 1),
      page: { url: '/ferry/', identifier: null, title: null },
      at: Date.UTC(2020, 0, 27, 14, 8, 44, 61),
      name: 'Ada &lt;3',
      email: 'Ada@Example.org',
      author: 'c0ffee',
      isStaff: true,
      text: { markdown: 'The reply, *first* in the file: 1 < 2 &amp; 3.' },
      status: 'pending',
      votes: { up: 0, down: 2 },
    })
    expect(by(hex('a', 1))).toMatchObject({ parent: null, page: { url: '/ferry/' }, name: null, author: null })
  })

  test('says nothing of deletions, and yet what was deleted stays so', async () => {
    const { by } = await readAll(commento, fileOf(export1))
    expect(by(hex('d', 3))).toMatchObject({ status: 'withdrawn', text: { markdown: '' }, page: { url: '/' } })
    expect(by('f5')).toMatchObject({ status: 'withdrawn', text: { markdown: '' } })
    expect(by(hex('e', 4))).toMatchObject({ status: 'spam', at: null, name: null, author: 'never-exported' })
  })

  test('tells what is no comment', async () => {
    const { faults } = await readAll(commento, fileOf(export1))
    expect(faults).toEqual([
      { fault: 'It has no id.', at: 'comment 5' },
      { fault: 'It has no id.', at: 'comment 7' },
    ])
  })
})

describe('an export of Comentario', () => {
  test('brings its pages with their titles, and names without accounts', async () => {
    const { by, faults } = await readAll(commento, fileOf(comentario))
    expect(by(uuid(1))).toEqual({
      id: uuid(1),
      parent: null,
      page: { url: '/ferry', identifier: null, title: 'The night ferry &amp; the tide' },
      at: Date.UTC(2024, 1, 3, 4, 5, 6, 789),
      name: 'Passing Pat',
      email: null,
      author: null,
      isStaff: false,
      text: { markdown: 'By a passer-by.' },
      status: 'published',
      votes: { up: 2, down: 0 },
    })
    expect(by(uuid(2))).toMatchObject({
      status: 'rejected',
      name: 'Bruno',
      email: 'bruno@example.org',
      at: Date.UTC(2024, 1, 3, 0, 35, 7),
    })
    expect(by(uuid(3))).toMatchObject({ status: 'pending', text: { html: '<p>Only <b>drawn</b>.</p>' } })
    expect(by(uuid(4))).toMatchObject({ status: 'withdrawn', page: { url: null, identifier: null } })
    expect(faults).toEqual([])
  })

  test('may be empty, in the ways in which it is written', async () => {
    expect((await readAll(commento, fileOf('{"version":3,"pages":null,"comments":null}'))).comments).toEqual([])
    await expect(readAll(commento, fileOf('{"version":3}'))).rejects.toThrow('no comments where')
  })
})

test('links of either lead to its comments', () => {
  expect(commento.idIn(`#commento-${hex('a', 1)}`)).toBe(hex('a', 1))
  expect(commento.idIn(`#comentario-${uuid(1)}`)).toBe(uuid(1))
  for (const other of ['#commento', '#commento-7', '#comentario-7', '']) expect(commento.idIn(other)).toBe(null)
})
