import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { Lazy } from './Lazy.tsx'

interface OwnProps {
  comment: Shown
  scene: Scene
}

const own = () => import('../own/own.ts')

/** What becomes of a comment of one's own, and what can be done with it, is fetched for those who have one. */
export const Standing = (props: OwnProps) => <Lazy load={async () => (await own()).Standing} of={props} />
export const Actions = (props: OwnProps) => <Lazy load={async () => (await own()).Actions} of={props} />
