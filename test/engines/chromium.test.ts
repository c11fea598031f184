import { chromium } from './chromium.ts'
import { tellStories } from './stories.ts'

tellStories(chromium)
