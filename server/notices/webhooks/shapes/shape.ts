import type { WebhookShape } from '../../../contract.ts'
import type { Told } from '../told.ts'
import { discord } from './discord.ts'
import { matrix } from './matrix.ts'
import { slack } from './slack.ts'
import { telegram } from './telegram.ts'

/** Where a chat takes messages, and under which id this one goes however often it is sent. */
export interface Address {
  url: string
  token: string | null
  message: string
}

export interface Asked {
  url: string
  method: 'POST' | 'PUT'
  headers: Record<string, string>
  body: string
}

/** An event in a chat's own words. Pure: all that strangers wrote is escaped for that chat, and nobody is called by it. */
export type Shape = (told: Told, address: Address) => Asked

export const SHAPES: Record<Exclude<WebhookShape, 'standard'>, Shape> = { slack, discord, telegram, matrix }
