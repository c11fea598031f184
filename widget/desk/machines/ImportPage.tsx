import { Imports } from '../import/Imports.tsx'
import { framed } from './Framed.tsx'

export const ImportPage = framed(Imports)
