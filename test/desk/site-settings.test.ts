import { expect, test } from 'vitest'
import { POLICY_SETTINGS } from '../../server/contract.ts'
import { SITE_SETTINGS } from '../../server/sites/settings.ts'
import { GROUPS, labelOf } from '../../widget/desk/site/words.ts'

/** What has a control of its own on the page of a site, or on the page of its words. */
const BESIDE = ['aliases', 'theme', 'language', 'words']

test('every setting of a site has its place at the desk, on one page, under a name for people', () => {
  const here = [...BESIDE, ...GROUPS.flatMap(([, names]) => names)]
  expect([...here, ...POLICY_SETTINGS].sort()).toEqual(Object.keys(SITE_SETTINGS).sort())
  for (const name of Object.keys(SITE_SETTINGS)) {
    if (name !== 'theme') expect(labelOf({ name })).not.toBe(name)
  }
})
