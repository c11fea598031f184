import { Privacy } from '../privacy/Privacy.tsx'
import { framed } from './Framed.tsx'

export const PrivacyPage = framed(Privacy)
