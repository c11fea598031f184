import type { ForeignFormat } from './foreign.ts'
import { disqus } from './formats/disqus.ts'
import { wordpress } from './formats/wordpress.ts'

/** The formats that comments come in from other systems. */
export const FORMATS: readonly ForeignFormat[] = [disqus, wordpress]

export const formatNamed = (name: string): ForeignFormat | undefined => FORMATS.find(each => each.name === name)
