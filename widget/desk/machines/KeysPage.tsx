import { Keys } from '../keys/Keys.tsx'
import { framed } from './Framed.tsx'

export const KeysPage = framed(Keys)
