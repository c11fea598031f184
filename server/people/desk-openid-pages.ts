import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { basePath } from '../sites/origins.ts'
import { comeBackToDesk, goToIssuer } from './desk-openid.ts'

/** The way to an organisation's issuer and back to the desk. */
export function deskOpenIdPages(deps: Deps, budgets: Budgets): Hono {
  const app = new Hono()
  app.use('/desk/:step/:provider', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    budgets.spend('signIn', { client: deps.client(c) }, deps.clock())
    await next()
  })
  app.get('/desk/sign-in/:provider', async c => c.redirect((await goToIssuer(deps, c, c.req.param('provider'))).href))
  app.get('/desk/back/:provider', async c => {
    const { state, code, iss, error } = c.req.query()
    // Who has said no stands before the door again.
    if (error !== 'access_denied') await comeBackToDesk(deps, c, c.req.param('provider'), { state, code, iss })
    return c.redirect(`${basePath(deps.config.origin)}/desk`)
  })
  return app
}
