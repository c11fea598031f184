import { buildIfStale } from '../widget/build.ts'

/** The widget is built before the tests that serve it. */
export const setup = () => buildIfStale()
