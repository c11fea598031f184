import { firefox } from './firefox.ts'
import { tellStories } from './stories.ts'

tellStories(firefox)
