import { Hooks } from '../webhooks/Hooks.tsx'
import { framed } from './Framed.tsx'

export const WebhooksPage = framed(Hooks)
