import { parley } from '../called.ts'
import { WEBHOOK_EVENTS, WEBHOOK_SHAPES, type WebhookEvent, type WebhookShape } from '../contract.ts'
import type { Deps } from '../deps.ts'
import {
  addWebhook,
  changeWebhook,
  rotateSecret,
  shownDelivery,
  shownWebhook,
  testWebhook,
} from '../notices/webhooks/manage.ts'
import type { WebhookRow } from '../store/webhooks.ts'
import { type Command, type Say, Usage } from './command.ts'
import { siteAsked } from './sites.ts'

type World = Pick<Deps, 'store' | 'clock' | 'config'>

const EVENTS = Object.keys(WEBHOOK_EVENTS) as WebhookEvent[]
const SENT_BY = 'A running Parley sends it within a minute.'

/** `parley webhook list`: where a site's events are told, and how that goes. */
export async function listWebhooks(world: World, flags: Command['flags'], say: Say): Promise<void> {
  const { id: site } = await siteAsked(world.store, flags)
  const webhooks = (await world.store.webhooks.list(site)).map(hook => withoutSecrets(shownWebhook(world, hook)))
  const line = ({ id, name, shape, url, state, waiting, events }: (typeof webhooks)[number]) =>
    [id, name, shape, url, state, ...(waiting > 0 ? [`${waiting} waiting`] : []), events.join(',')].join('  ')
  say(webhooks.length === 0 ? `${site} tells nobody.` : webhooks.map(line), { site, webhooks })
}

/** `parley webhook add`: tells somebody of a site's events, and prints the secret that signs. */
export async function addHook(world: World, url: string | undefined, flags: Command['flags'], say: Say): Promise<void> {
  const { id: site } = await siteAsked(world.store, flags)
  const { name, shape = 'standard', events = 'pending,report,appeal', token } = flags
  if (!url || !name) {
    throw new Usage(
      `Say where and how it is called: ${parley()} webhook add URL --name NAME --site ID [--shape SHAPE] [--events LIST]`,
    )
  }
  if (!isShape(shape)) throw new Usage(`“${shape}” is none of ${WEBHOOK_SHAPES.join(', ')}.`)
  const id = await addWebhook(world, site, { name, shape, url, token, events: eventsIn(events) })
  const webhook = shownWebhook(world, (await world.store.webhooks.find(id, site))!)
  say(
    [
      `${id}: ${webhook.name} is told of ${webhook.events.join(', ')}.`,
      ...(webhook.secrets[0] ? [`Its signing secret, for the receiver: ${webhook.secrets[0]}`] : []),
    ],
    { webhook },
  )
}

/** `parley webhook set`: another name, address or events; `--state on|paused`. */
export async function setHook(world: World, id: string | undefined, flags: Command['flags'], say: Say): Promise<void> {
  const hook = await hookAsked(world, id, flags)
  const { name, events, token, url, state } = flags
  if (state !== undefined && state !== 'on' && state !== 'paused') throw new Usage('--state takes “on” or “paused”.')
  if ([name, events, token, url, state].every(each => each === undefined)) {
    throw new Usage('Say what is to change: --name, --url, --token, --events or --state on|paused.')
  }
  await changeWebhook(world, hook, {
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
    ...(token !== undefined && { token }),
    ...(events !== undefined && { events: eventsIn(events) }),
    ...(state !== undefined && { state }),
  })
  const webhook = withoutSecrets(shownWebhook(world, (await world.store.webhooks.find(hook.id, hook.site_id))!))
  const missed = hook.state === 'dead' && state === 'on' ? ' What it has missed goes to it now.' : ''
  say(`${webhook.name}: ${webhook.state}, ${webhook.url}, ${webhook.events.join(', ')}.${missed}`, { webhook })
}

/** `parley webhook remove`: tells it no more, and forgets what it was told. */
export async function removeHook(world: World, id: string | undefined, flags: Command['flags'], say: Say) {
  const hook = await hookAsked(world, id, flags)
  await world.store.webhooks.remove(hook.id, hook.site_id)
  say(`${hook.name} is told nothing any more.`, { site: hook.site_id, id: hook.id })
}

/** `parley webhook secret`: the secrets that sign; `--new` makes the next one. */
export async function hookSecret(world: World, id: string | undefined, flags: Command['flags'], say: Say) {
  const hook = await hookAsked(world, id, flags)
  if (hook.shape !== 'standard') throw new Usage(`${hook.name} speaks to ${hook.shape}, which checks no signature.`)
  if (flags.new) await rotateSecret(world, hook)
  const { secrets, bothUntil } = shownWebhook(world, (await world.store.webhooks.find(hook.id, hook.site_id))!)
  const both =
    bothUntil === null ? [] : [`Until ${new Date(bothUntil).toISOString()} both sign; the first is the next one.`]
  say([...secrets, ...both], { id: hook.id, secrets, bothUntil })
}

/** `parley webhook test`: puts a test event into its outbox. */
export async function testHook(world: World, id: string | undefined, flags: Command['flags'], say: Say): Promise<void> {
  const hook = await hookAsked(world, id, flags)
  const delivery = String(await testWebhook(world, hook))
  say(`${SENT_BY} How it went: ${parley()} webhook deliveries ${hook.id} --site ${hook.site_id}`, {
    id: hook.id,
    delivery,
  })
}

/** `parley webhook deliveries`: the newest 50, and how they went. */
export async function listDeliveries(world: World, id: string | undefined, flags: Command['flags'], say: Say) {
  const hook = await hookAsked(world, id, flags)
  const deliveries = (await world.store.deliveries.list(hook.id)).map(shownDelivery)
  const went = ({ outcome, tries, status, error, nextAt }: (typeof deliveries)[number]) =>
    [
      outcome ??
        (tries === 0
          ? 'waiting'
          : `tried ${tries === 1 ? 'once' : `${tries} times`}, next ${nextAt === null ? '-' : new Date(nextAt).toISOString()}`),
      status ?? '',
      error ?? '',
    ]
      .filter(part => part !== '')
      .join(', ')
  say(
    deliveries.length === 0
      ? 'Nothing was sent in the last week.'
      : deliveries.map(one => [one.id, new Date(one.at).toISOString(), one.event, went(one)].join('  ')),
    { id: hook.id, deliveries },
  )
}

/** `parley webhook resend`: one delivery, or all that was given up. */
export async function resend(world: World, words: readonly string[], flags: Command['flags'], say: Say): Promise<void> {
  const [id, delivery] = words
  const hook = await hookAsked(world, id, flags)
  const { store, clock } = world
  if (delivery === undefined) {
    const sent = await store.deliveries.againAll(hook.id, 0, clock())
    return say(sent === 0 ? 'Nothing was given up in the last week.' : `${sent} to be sent again. ${SENT_BY}`, {
      id: hook.id,
      sent,
    })
  }
  const isSent = /^\d{1,15}$/.test(delivery) && (await store.deliveries.again(hook.id, Number(delivery), clock()))
  if (!isSent)
    throw new Usage(
      `“${delivery}” is no delivery of ${hook.name} that is over: ${parley()} webhook deliveries ${hook.id} --site ${hook.site_id}`,
    )
  say(`It is sent again. ${SENT_BY}`, { id: hook.id, sent: 1 })
}

const withoutSecrets = <W extends { secrets: string[] }>({ secrets: _, ...webhook }: W) => webhook

const isShape = (shape: string): shape is WebhookShape => WEBHOOK_SHAPES.includes(shape as WebhookShape)

function eventsIn(list: string): WebhookEvent[] {
  const named = list === 'all' ? EVENTS : list.split(',').map(each => each.trim())
  const unknown = named.find(each => !EVENTS.includes(each as WebhookEvent))
  if (unknown !== undefined) throw new Usage(`“${unknown}” is no event: ${EVENTS.join(', ')}, or “all”.`)
  return named as WebhookEvent[]
}

/** The webhook of this id, or of this name where no other one of the site has it. @throws Usage */
async function hookAsked({ store }: World, typed: string | undefined, flags: Command['flags']): Promise<WebhookRow> {
  const { id: site } = await siteAsked(store, flags)
  const hooks = await store.webhooks.list(site)
  const own = hooks.filter(({ id }) => id === typed)
  const [hook, ...others] = own.length > 0 ? own : hooks.filter(({ name }) => name === typed)
  if (hook && others.length === 0) return hook
  const list = `${parley()} webhook list --site ${site} shows them.`
  if (typed === undefined) throw new Usage(`Say which webhook, by its id or its name: ${list}`)
  if (!hook) throw new Usage(`${site} has no webhook “${typed}”: ${list}`)
  const ids = [hook, ...others].map(({ id, url }) => `  ${id}  ${url}`)
  throw new Usage([`More than one webhook of ${site} is called “${typed}”. Say which by its id:`, ...ids].join('\n'))
}
