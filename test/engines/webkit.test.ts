import { webkit } from './webkit.ts'
import { tellStories } from './stories.ts'

tellStories(webkit)
