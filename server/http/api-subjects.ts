/** What requests are about, in the order in which somebody would look; the first that fits has a request. */
const SUBJECTS: readonly [room: string, subject: string, isOf: RegExp][] = [
  ['Readers', 'Reading a thread', /^\/api\/(threads|moved|comments\/\{id\}(\/replies|\/editions)?$)/],
  ['Readers', 'Writing', /^\/api\/(comments|stamps|preview)(\/\{id\}(\/(source|restore|reports|appeal))?)?$/],
  ['Readers', 'Votes, follows, mutes', /^\/api\/(votes|follows|comments\/\{id\}\/(vote|mute)$)/],
  ['Readers', 'Translations', /^\/api\/comments\/\{id\}\/translation/],
  ['Readers', 'Numbers of a page', /^\/api\/(counts|views)/],
  ['Readers', 'What is mine', /^\/api\/(me|account)/],
  ['Readers', 'Signing in and out', /^\/api\/(sign-in|session)/],
  ['Moderators', 'Who I am', /^\/api\/desk\/(me|notifications)$/],
  [
    'Moderators',
    'The queue and its cases',
    /^\/api\/desk\/(queue|changes|comments\/\{id\}(\/others|\/file|\/translation)?$)/,
  ],
  ['Moderators', 'Deciding', /^\/api\/desk\/(rulings|authors\/\{id\}(\/rulings)?$)/],
  ['Moderators', 'Acting, replying, noting', /^\/api\/desk\/(acts|replies|notes|saved-replies)/],
  ['Moderators', 'The log of decisions', /^\/api\/desk\/log/],
  ['Owners', 'The policy', /^\/api\/desk\/(policy|lists|trials)/],
  ['Owners', 'Articles and moves', /^\/api\/desk\/(articles|moves|separations|claims)/],
  [
    'Owners',
    'Sites',
    /^\/api\/desk\/(samples|sites(\/\{id\}(\/(examples|sightings|changes|words|translator(\/trial)?))?)?$)/,
  ],
  ['Owners', 'People of a site', /^\/api\/desk\/sites\/\{id\}\/(people|invitations|organisation)/],
  ['Owners', 'Webhooks', /^\/api\/desk\/webhooks/],
  ['Owners', 'Mail', /^\/api\/desk\/outbox/],
  ['Owners', 'Keys', /^\/api\/desk\/keys/],
  ['Owners', 'Moving in and out', /^\/api\/desk\/(imports|export|archive)/],
  ['Owners', 'What is kept of somebody', /^\/api\/desk\/(authors|persons|erasures|holds|comments\/\{id\}\/hold)/],
  [
    'The way in to the desk',
    'Sessions, invitations, passkeys',
    /^\/api\/desk\/(session|invitation|account|passkey|recovery)/,
  ],
  ['Everything else', 'Other requests', /./],
]
const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** The requests of the API by room and subject: those that read before those that change, and each list in one order. */
export function bySubject<Each extends { method: string; path: string }>(
  all: readonly Each[],
): { room: string; subjects: { subject: string; all: Each[] }[] }[] {
  const rest = new Set(all)
  const rooms = new Map<string, { subject: string; all: Each[] }[]>()
  for (const [room, subject, isOf] of SUBJECTS) {
    const own = [...rest].filter(({ method, path }) =>
      subject === 'Reading a thread' ? method === 'get' && isOf.test(path) : isOf.test(path),
    )
    for (const each of own) rest.delete(each)
    own.sort((a, b) => a.path.localeCompare(b.path, 'en') || METHODS.indexOf(a.method) - METHODS.indexOf(b.method))
    if (own.length > 0) rooms.set(room, [...(rooms.get(room) ?? []), { subject, all: own }])
  }
  return [...rooms].map(([room, subjects]) => ({ room, subjects }))
}
