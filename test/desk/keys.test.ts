import { expect, test } from 'vitest'
import { keyMeant } from '../../widget/desk/key-meant.ts'

const pressed = (key: string, code: string, shiftKey = false) => keyMeant({ key, code, shiftKey })

test.each([
  ['Persian', 'ش', 'KeyA', 'a'],
  ['Russian', 'ф', 'KeyA', 'a'],
  ['Ukrainian', 'і', 'KeyS', 's'],
  ['Arabic, whose key types two letters', 'لا', 'KeyB', 'b'],
  ['Hebrew', "'", 'KeyW', 'w'],
  ['Hebrew', 'ש', 'KeyA', 'a'],
  ['Turkish', 'ı', 'KeyI', 'i'],
  ['Persian', '۱', 'Digit1', '1'],
  ['French', '&', 'Digit1', '1'],
  ['French, by its letter', 'a', 'KeyQ', 'a'],
  ['Dvorak', "'", 'KeyQ', ''],
  ['Dvorak', ',', 'KeyW', ''],
])('on a keyboard that is %s, %s on %s means “%s”', (_, key, code, meant) => {
  expect(pressed(key, code)).toBe(meant)
})

test('a question mark is one in every script, and keys with names keep them', () => {
  for (const [key, code] of [
    ['?', 'Slash'],
    ['؟', 'Slash'],
    ['?', 'Digit7'],
  ] as const) {
    expect(pressed(key, code, true)).toBe('?')
  }
  for (const name of ['Escape', 'ArrowDown', 'F1']) expect(pressed(name, name)).toBe(name)
})
