import { describe, expect, test } from 'vitest'
import { isPrivateHost, NotAsked, outward } from '../../server/http/outward.ts'

describe('other servers are asked', () => {
  test.each([
    'http://issuer.example/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://localhost./',
    'https://[::1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://172.16.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[2002:a00:1::]/',
    'https://metadata.google.internal/',
    'file:///etc/passwd',
    'data:application/json,{}',
  ])('but not %s', async url => {
    await expect(outward(false)(url)).rejects.toThrow(NotAsked)
  })

  test.each(['issuer.example', '8.8.8.8', '172.32.0.1', '[2606:4700::1]'])('%s is as public as any', host => {
    expect(isPrivateHost(host)).toBe(false)
  })
})
