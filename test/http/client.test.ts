import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIn, readAddress, readNetwork } from '../../server/http/addresses.ts'
import { Budgets } from '../../server/http/budgets.ts'
import { clientOf, type ProxyHeader, publicClientOf, whoAsks } from '../../server/http/client.ts'

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

const PROXIES = ['10.0.0.0/8', '198.18.7.0/24', 'fd00::/8', '2001:db8:cd::/48'].map(text => readNetwork(text)!)

/** Who is taken to ask, in words: the header's lines are joined as HTTP has it. */
function asks(
  connection: string | undefined,
  forwarded: string | string[] | undefined,
  { header = 'x-forwarded-for' as ProxyHeader, isUnix = false, unix = false, isLocal = false } = {},
) {
  const isTrusted = (text: string) => {
    const address = readAddress(text)
    return address !== null && isIn(address, PROXIES)
  }
  const joined = Array.isArray(forwarded) ? forwarded.join(', ') : forwarded
  return whoAsks({ connection, isUnix, forwarded: joined }, { header, isTrusted, unix }, isLocal)
}

describe('who asks is', () => {
  test.each([
    ['the connection, when nobody is trusted', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['the connection over IPv6, by its /64', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    ['the connection on a dual-stack socket', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['the last hop, when the connection is a proxy', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the last hop, with the proxy on a dual-stack socket', '::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the last hop, when the proxy has an IPv6 address', 'fd12::1', '2001:db8:5:6::1', '2001:db8:5:6::/64'],
    ['the last hop, whatever a client wrote before it', '10.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['the last hop, when a client wrote a trusted one before', '10.0.0.1', '10.0.0.9, 198.51.100.1', '198.51.100.1'],
    ['the hop before a chain of proxies', '10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['the hop before a chain with public proxies', '10.0.0.1', '198.51.100.1, 198.18.7.4', '198.51.100.1'],
    ['the last hop over several lines', '10.0.0.1', ['1.2.3.4', '198.51.100.1'], '198.51.100.1'],
    ['the last hop without its port', '10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['the last hop in brackets, without its port', '10.0.0.1', '[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64'],
    ['the last hop, with empty members after it', '10.0.0.1', '198.51.100.1, , ', '198.51.100.1'],
    ['a proxy that the owner has not named, at a public address', '198.51.100.9', '1.2.3.4', '198.51.100.9'],
    ['unknown, when the proxy names nobody', '10.0.0.1', undefined, null],
    ['unknown, when a public proxy names nobody', '198.18.7.4', undefined, null],
    ['unknown, when the proxy writes nonsense', '10.0.0.1', 'nonsense', null],
    ['unknown, when the proxy does not know', '10.0.0.1', '198.51.100.1, unknown', null],
    ['unknown, when only proxies are named', '10.0.0.1', '10.0.0.3, 10.0.0.2', null],
    ['unknown, behind a proxy of this machine that is not named', '127.0.0.1', '198.51.100.1', null],
    ['unknown, behind a proxy of a container that is not named', '172.17.0.1', undefined, null],
    ['unknown, behind a second proxy that is not named', '10.0.0.1', '198.51.100.1, 192.168.0.5', null],
    ['unknown, behind a provider’s gateway in the proxy’s own network', '10.0.0.1', '100.64.3.4', null],
    ['unknown, at a link-local address', 'fe80::1%eth0', undefined, null],
    ['unknown, at an address nobody writes so', '10.0.0.1', '0198.051.100.1', null],
    ['unknown, when the connection is gone', undefined, '1.2.3.4', null],
  ])('%s', (_, connection, forwarded, client) => {
    expect(asks(connection, forwarded)).toBe(client)
  })

  test.each([
    ['a token', 'for=198.51.100.1', '198.51.100.1'],
    ['in any case, with more beside it', 'proto=https;For=198.51.100.1;by=203.0.113.43', '198.51.100.1'],
    ['quoted, in brackets, with a port', 'for="[2001:db8:1:2::1]:4711"', '2001:db8:1:2::/64'],
    ['quoted, with a port', 'for="198.51.100.1:4711"', '198.51.100.1'],
    ['with a backslash where none is needed', 'for="198.51.100.\\1"', '198.51.100.1'],
    ['the last of several', 'for=1.2.3.4, for=198.51.100.1', '198.51.100.1'],
    ['the one before a proxy', 'for=198.51.100.1, for="10.0.0.2:80"', '198.51.100.1'],
    ['the last of several lines', ['for=1.2.3.4', 'for=198.51.100.1;proto=http'], '198.51.100.1'],
    ['the last, though a client opened a quote before', 'for="1.2.3.4, for="[2001:db8:1:2::1]"', '2001:db8:1:2::/64'],
    ['the last, though a client opened two', ['for="', 'x="', 'for=198.51.100.1;by="_p"'], '198.51.100.1'],
    ['the last, though a client ended in a backslash', ['for="\\', 'for="198.51.100.1"'], '198.51.100.1'],
    ['the proxy’s, not what a host in quotes says', 'host="a;for=1.2.3.4";for=198.51.100.1', '198.51.100.1'],
    ['not a part of another name', 'x-for=1.2.3.4;for=198.51.100.1', '198.51.100.1'],
    ['unknown', 'for=unknown', null],
    ['hidden', 'for=_gazonk', null],
    ['hidden with a port', 'for="_gazonk:_port"', null],
    ['hidden after a client’s own', 'for=1.2.3.4, for=_hidden', null],
    ['of a proxy that says only who it is', 'for=1.2.3.4, by=203.0.113.43', null],
    ['given twice', 'for=1.2.3.4;for=198.51.100.1', null],
    ['with a quote that does not end', 'for="198.51.100.1', null],
    ['in brackets without quotes, which RFC 7239 has not', 'for=[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
    ['the other header’s way of writing', '198.51.100.1', null],
    ['empty', '', null],
  ])('in Forwarded, %s: %s', (_, forwarded, client) => {
    expect(asks('10.0.0.1', forwarded, { header: 'forwarded' })).toBe(client)
    expect(asks('203.0.113.7', forwarded, { header: 'forwarded' })).toBe('203.0.113.7')
  })

  test.each([
    ['unknown, whatever it says, when the owner has not named it', false, '198.51.100.1', null],
    ['the last hop, when the owner has', true, '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['the hop before another proxy', true, '198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['unknown, when it names nobody', true, undefined, null],
  ])('on a Unix socket, %s', (_, unix, forwarded, client) => {
    expect(asks(undefined, forwarded, { isUnix: true, unix })).toBe(client)
  })

  test('an address of this machine, where Parley is reached on this machine only', () => {
    expect(asks('127.0.0.1', undefined, { isLocal: true })).toBe('127.0.0.1')
    expect(asks('::1', undefined, { isLocal: true })).toBe('0:0:0:0::/64')
  })

  test('by IPv4 whoever comes from it through a gateway, because all such strangers share 64 bits', () => {
    for (const address of [
      '64:ff9b::203.0.113.7',
      '64:ff9b:1::cb00:7107',
      '2002:cb00:7107::1',
      '2001:0:1:2:3:4:34ff:8ef8',
    ])
      expect([address, clientOf(address)]).toEqual([address, '203.0.113.7'])
    expect(publicClientOf('2002:a00:1::1')).toBeNull()
  })

  test('whatever a client sends through a proxy, what the proxy saw', () => {
    const junk = fc.string({ unit: fc.constantFrom(...'",;\\= []:.for1x_'), maxLength: 60 })
    const seen = fc.constantFrom('198.51.100.1', '"198.51.100.1:80"', '"[::ffff:198.51.100.1]"')
    fc.assert(
      fc.property(junk, seen, fc.constantFrom('', ';proto=https', ';by="_p"'), (sent, node, more) => {
        expect(asks('10.0.0.1', [sent, `for=${node}${more}`], { header: 'forwarded' })).toBe('198.51.100.1')
        expect(asks('10.0.0.1', [sent, '198.51.100.1'])).toBe('198.51.100.1')
      }),
      { numRuns: 1_000 },
    )
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
