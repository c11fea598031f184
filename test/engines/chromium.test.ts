import { afterAll } from 'vitest'
import { chromium } from './chromium.ts'
import { tellDirections } from './directions.ts'
import { tellStories } from './stories.ts'

tellStories(chromium)
tellDirections(chromium)
afterAll(() => chromium.ends())
