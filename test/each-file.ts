import { beginFile } from './runtime/store-of-file.ts'

// Modules outlive a test file, databases do not: this one is run anew before each.
beginFile()
