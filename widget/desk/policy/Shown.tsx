import { useEffect, useState } from 'preact/hooks'
import type { Block, Preview } from '../../../server/contract.ts'
import { call } from '../../shared/call.ts'
import { HERE } from '../../shared/here.ts'
import { Tree } from '../../shared/Tree.tsx'
import { desk } from '../state.ts'

/** A text of the owner's as readers would see it, made by the server; it follows what is typed. */
export function Shown({ text }: { text: string }) {
  const [tree, setTree] = useState<Block[]>([])
  useEffect(() => {
    let isStale = false
    const take = (told?: Preview) => isStale || setTree(told?.tree ?? [])
    const timer = setTimeout(() => {
      if (!text.trim()) return take()
      const body = { site: desk().site, text }
      // What was shown before says nothing of what is typed now.
      call<Preview>(HERE, 'POST', '/api/preview', { body }).then(take, () => take())
    }, 500)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [text])
  return (
    <div class="prose policy-shown">
      <Tree blocks={tree} />
    </div>
  )
}
