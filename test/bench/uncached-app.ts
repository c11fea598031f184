import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { nodeDeps } from '../../server/node.ts'
import { openFile } from '../../server/store/open-file.ts'
import { createStore } from '../../server/store/store.ts'
import { recording } from '../store/query-plans.ts'
import { SECRET } from './processes.ts'

/**
 * The real app over a database file, in this process and without a socket. Its driver does not tell when something was
 * committed, so that the app keeps no page: every request reads the database, and one that did not is an error.
 */
export async function uncachedApp(file: string) {
  const driver = recording(await openFile(`file:${file}`))
  const store = createStore(driver)
  const config = { ...readConfig({ PARLEY_LIMITS: 'off' }), secret: SECRET }
  const app = createApp({ ...nodeDeps(config, store), client: () => null })

  /** The body of the answer to a GET. */
  async function get(path: string): Promise<string> {
    driver.asked.length = 0
    const response = await app.request(path)
    const body = await response.text()
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${body}`)
    if (driver.asked.length === 0) throw new Error(`${path} was answered without a look at the database.`)
    return body
  }
  return { get, app, store, driver }
}
