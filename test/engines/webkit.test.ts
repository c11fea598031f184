import { afterAll } from 'vitest'
import { tellDirections } from './directions.ts'
import { tellStories } from './stories.ts'
import { webkit } from './webkit.ts'

tellStories(webkit)
tellDirections(webkit)
afterAll(() => webkit.ends())
