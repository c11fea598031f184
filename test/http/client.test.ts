import { describe, expect, test } from 'vitest'
import { Budgets } from '../../server/http/budgets.ts'
import { behindProxies, clientOf } from '../../server/http/client.ts'

describe('a client is', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['203.0.113.7:5678', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['999.1.1.1', null],
    ['unknown', null],
    ['', null],
    [undefined, null],
  ])('%s: %s', (address, client) => {
    expect(clientOf(address)).toBe(client)
  })
})

describe('behind proxies the client is', () => {
  const isTrusted = (address: string) => address.startsWith('10.')
  test.each([
    ['the connection, when nobody is trusted', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['the last hop, when the connection is a proxy', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the last hop, whatever a client wrote before it', '10.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['the hop before a chain of proxies', '10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['the proxy itself, when it names nobody', '10.0.0.1', undefined, '10.0.0.1'],
    ['unknown, when the proxy writes nonsense', '10.0.0.1', 'nonsense', null],
    ['unknown, on a Unix socket', undefined, '1.2.3.4', null],
  ])('%s', (_, connection, forwarded, client) => {
    expect(behindProxies(connection, forwarded, isTrusted)).toBe(client)
  })
})

describe('a budget', () => {
  test('is spent by all who pay or by none', () => {
    const budgets = new Budgets(true)
    const spend = (author: string) => budgets.spend('post', { client: '203.0.113.7', author }, 0)
    for (let n = 0; n < 10; n++) spend('ada')
    for (let n = 0; n < 50; n++) expect(() => spend('ada')).toThrow('too_many_requests')
    for (let n = 0; n < 10; n++) spend('ben')
    for (let n = 0; n < 10; n++) spend('eve')
    expect(() => spend('darya')).toThrow('too_many_requests')
  })

  test('does not throw strangers without an address into one', () => {
    const budgets = new Budgets(true)
    for (let n = 0; n < 200; n++) budgets.spend('signIn', { client: null }, 0)
  })

  const spent = (budgets: Budgets, client: string, now: number) => {
    let times = 0
    for (; times < 20; times++) {
      try {
        budgets.spend('signIn', { client }, now)
      } catch {
        break
      }
    }
    return times
  }

  test('is remembered for a bounded number of holders: of those who are full again or spent least, some begin anew', () => {
    const budgets = new Budgets(true)
    for (let n = 0; n < 25_000; n++) budgets.spend('signIn', { client: `client-${n}` }, 0)
    const left = Array.from({ length: 25_000 }, (_, n) => spent(budgets, `client-${n}`, 0))
    expect(left.filter(times => times === 9).length).toBeLessThanOrEqual(20_000)
    expect(left.every(times => times === 9 || times === 10)).toBe(true)
  })

  test('that is exhausted is not forgotten for a hundred thousand strangers', () => {
    const budgets = new Budgets(true)
    expect(spent(budgets, 'eve', 0)).toBe(10)
    for (let n = 0; n < 100_000; n++) budgets.spend('signIn', { client: `client-${n}` }, Math.floor(n / 10))
    expect(spent(budgets, 'eve', 10_000)).toBe(1)
    expect(spent(budgets, 'client-99999', 10_000)).toBe(9)
  })

  test('tells how long to wait for all of those who pay', () => {
    const budgets = new Budgets(true)
    const pay = () => budgets.spend('post', { client: '203.0.113.7', author: 'ada' }, 0)
    for (let n = 0; n < 10; n++) pay()
    expect(pay).toThrow(expect.objectContaining({ extras: { retryAfter: 6 } }))
  })
})
