import { Mail } from '../outbox/Mail.tsx'
import { framed } from './Framed.tsx'

export const MailPage = framed(Mail)
