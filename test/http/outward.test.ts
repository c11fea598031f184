import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublic, readAddress } from '../../server/http/addresses.ts'
import { isPrivateHost, NotAsked, outward } from '../../server/http/outward.ts'

/** Whatever gets as far as this was let through. */
const ask = outward(false, async url => new Response(`asked ${url.hostname}`))

describe('other servers are asked', () => {
  test.each([
    // Plain http, and what is no server.
    'http://issuer.example/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'ftp://issuer.example/',
    'javascript:1',
    // This machine, in every spelling.
    'https://127.0.0.1/',
    'https://127.1/',
    'https://localhost/',
    'https://LOCALHOST/',
    'https://localhost./',
    'https://localhost../',
    'https://app.localhost/',
    'https://0/',
    'https://0x7f.1/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://2130706433/',
    'https://017700000001/',
    'https://127.0.0.1./',
    'https://%31%32%37.0.0.1/',
    'https://①②⑦.⓪.⓪.①/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[0:0:0:0:0:ffff:127.0.0.1]/',
    // Private networks, and what else is special.
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://10.1/',
    'https://100.64.0.1/',
    'https://100.127.255.255/',
    'https://169.254.169.254/latest/meta-data',
    'https://0xa9fea9fe/',
    'https://[::ffff:169.254.169.254]/',
    'https://[fd00:ec2::254]/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.0.0.1/',
    'https://192.0.2.1/',
    'https://192.88.99.1/',
    'https://192.168.1.1/',
    'https://198.18.0.1/',
    'https://198.19.255.255/',
    'https://198.51.100.1/',
    'https://203.0.113.1/',
    'https://224.0.0.1/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[64:ff9b::169.254.169.254]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[64:ff9b:1::8.8.8.8]/',
    'https://[100::1]/',
    'https://[2001::1]/',
    'https://[2001:0:808:808::1]/',
    'https://[2001:2::1]/',
    'https://[2001:10::1]/',
    'https://[2001:20::1]/',
    'https://[2001:db8::1]/',
    'https://[2002:a00:1::]/',
    'https://[2002:808:808::]/',
    'https://[3fff::1]/',
    'https://[5f00::1]/',
    'https://[fc00::1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    // Names that are known in a private network only.
    'https://intranet/',
    'https://db./',
    'https://metadata.google.internal/',
    'https://printer.local/',
    'https://router.lan./',
    'https://box.home.arpa/',
    // What a URL can bring beside its host.
    'https://user@issuer.example/',
    'https://user:password@issuer.example/',
    'https://issuer.example@10.0.0.1/',
    'https://issuer.example:22/',
    'https://issuer.example:25/',
    'https://issuer.example:80/',
  ])('but not %s', async url => {
    await expect(ask(url)).rejects.toThrow(NotAsked)
  })

  test.each([
    'https://issuer.example/',
    'https://issuer.example./',
    'https://issuer.example:8443/realm',
    'https://8.8.8.8/',
    'https://172.32.0.1/',
    'https://100.128.0.1/',
    'https://[2606:4700::1]/',
    'https://[64:ff9b::8.8.8.8]/',
    'https://[::ffff:8.8.8.8]/',
  ])('%s is as public as any', async url => {
    expect((await ask(url)).status).toBe(200)
  })

  test('an address that is not public is so in whatever form of IPv6 it is hidden, or it is refused as such', () => {
    fc.assert(
      fc.property(fc.ipV4(), text => {
        const isFit = isPublic(readAddress(text)!)
        expect(isPublic(readAddress(`::ffff:${text}`)!)).toBe(isFit)
        expect(isPublic(readAddress(`64:ff9b::${text}`)!)).toBe(isFit)
        for (const prefix of ['::', '64:ff9b:1::', '2002:', '2001:0:', 'fe80::', '100::'])
          expect(isPrivateHost(new URL(`https://[${prefix}${prefix.endsWith('::') ? text : '1::1'}]`).hostname)).toBe(
            true,
          )
        expect(isPrivateHost(new URL(`https://${Number(readAddress(text)! & 0xffff_ffffn)}`).hostname)).toBe(!isFit)
      }),
    )
  })

  test('not where an answer leads', async () => {
    const leads = outward(
      false,
      async () => new Response(null, { status: 302, headers: { location: 'https://10.0.0.1/' } }),
    )
    await expect(leads('https://issuer.example/')).rejects.toThrow(/leads elsewhere/)
  })
})
