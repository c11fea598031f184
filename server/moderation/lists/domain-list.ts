import type { WrongLine } from '../../contract.ts'
import { domainOf } from '../links.ts'

/** Domains, each with all that are below it. */
export interface DomainList {
  size: number
  /** Whether a link leads to one of them. */
  has(link: string): boolean
}

/**
 * Reads a list of domains as an owner writes it: one a line, `example.org` or a whole address; blank lines and lines that
 * begin with `#` say nothing.
 * @returns the list, and the lines that are no domains
 */
export function readDomainList(source: string): { list: DomainList; wrong: WrongLine[] } {
  const domains = new Set<string>()
  const wrong: WrongLine[] = []
  source.split(/\r\n?|\n/).forEach((raw, at) => {
    const text = raw.trim()
    if (text === '' || text.startsWith('#')) return
    const bare = text.replace(/^\*\./, '')
    const domain =
      /[\s/]/.test(bare) && !/^https?:\/\//i.test(bare)
        ? null
        : domainOf(/^https?:\/\//i.test(bare) ? bare : `http://${bare}`)
    if (domain === null || !domain.includes('.') || domain.length > 253)
      wrong.push({ line: at + 1, text: text.slice(0, 100), fault: 'no_domain' })
    else domains.add(domain)
  })
  return {
    list: {
      size: domains.size,
      has(link) {
        const domain = domainOf(link)
        if (domain === null) return false
        const labels = domain.split('.')
        return labels.some((_, from) => domains.has(labels.slice(from).join('.')))
      },
    },
    wrong,
  }
}
