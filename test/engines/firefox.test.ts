import { afterAll } from 'vitest'
import { tellDirections } from './directions.ts'
import { firefox } from './firefox.ts'
import { tellStories } from './stories.ts'

tellStories(firefox)
tellDirections(firefox)
afterAll(() => firefox.ends())
