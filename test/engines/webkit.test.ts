import { tellStories } from './stories.ts'
import { webkit } from './webkit.ts'

tellStories(webkit)
