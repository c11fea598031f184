import { Wording } from '../wording/Wording.tsx'
import { framed } from './Framed.tsx'

export const WordingPage = framed(Wording)
