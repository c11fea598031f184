import type { ForeignFormat } from './foreign.ts'
import { artalk } from './formats/artalk.ts'
import { commento } from './formats/commento.ts'
import { disqus } from './formats/disqus.ts'
import { isso } from './formats/isso.ts'
import { remark42 } from './formats/remark42.ts'
import { waline } from './formats/waline.ts'
import { wordpress } from './formats/wordpress.ts'

/** The formats that comments come in from other systems. */
export const FORMATS: readonly ForeignFormat[] = [disqus, wordpress, isso, remark42, commento, waline, artalk]

export const formatNamed = (name: string): ForeignFormat | undefined => FORMATS.find(each => each.name === name)
