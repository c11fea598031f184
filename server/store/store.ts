import { accountStore } from './account.ts'
import { actsStore } from './acts.ts'
import { apiKeysStore } from './api-keys.ts'
import { appealsStore } from './appeals.ts'
import { articlesStore } from './articles.ts'
import { authorsStore } from './authors.ts'
import { caseFileStore } from './case-file.ts'
import { claimsStore } from './claims.ts'
import { deliveriesStore } from './deliveries.ts'
import { deskIdentitiesStore } from './desk-identities.ts'
import { deskWaysStore } from './desk-ways.ts'
import { digestsStore } from './digests.ts'
import { doctorStore } from './doctor.ts'
import { doubtsStore } from './doubts.ts'
import { type Driver, Engine } from './engine.ts'
import { erasingStore } from './erasing.ts'
import { erasuresStore } from './erasures.ts'
import { followsStore } from './follows.ts'
import { identitiesStore } from './identities.ts'
import { importsStore } from './imports.ts'
import { invitationsStore } from './invitations.ts'
import { listsStore } from './lists.ts'
import { locationsStore } from './locations.ts'
import { logStore } from './log.ts'
import { mailStateStore } from './mail-state.ts'
import { mailingsStore } from './mailings.ts'
import { mentionsStore } from './mentions.ts'
import { movesStore } from './moves.ts'
import { mutesStore } from './mutes.ts'
import { networksStore } from './networks.ts'
import { newsStore } from './news.ts'
import { notesStore } from './notes.ts'
import { outboxStore } from './outbox.ts'
import { outboxDeskStore } from './outbox-desk.ts'
import { ownStore } from './own.ts'
import { peopleStore } from './people.ts'
import { postingStore } from './posting.ts'
import { proofsStore } from './proofs.ts'
import { queueStore } from './queue.ts'
import { queueChangesStore } from './queue-changes.ts'
import { reportsStore } from './reports.ts'
import { retentionStore } from './retention.ts'
import { revisionsStore } from './revisions.ts'
import { rulingsStore } from './rulings.ts'
import { samplesStore } from './samples.ts'
import { savedRepliesStore } from './saved-replies.ts'
import { sealsStore } from './seals.ts'
import { searchStore } from './search.ts'
import { sightingsStore } from './sightings.ts'
import { siteChangesStore } from './site-changes.ts'
import { siteKeysStore } from './site-keys.ts'
import { sitesStore } from './sites.ts'
import { staffStore } from './staff.ts'
import { standingStore } from './standing.ts'
import { surroundingsStore } from './surroundings.ts'
import { teamStore } from './team.ts'
import { tellingsStore } from './tellings.ts'
import { threadsStore } from './threads.ts'
import { translationsStore } from './translations.ts'
import { trialsStore } from './trials.ts'
import { versionStore } from './version.ts'
import { viewsStore } from './views.ts'
import { votesStore } from './votes.ts'
import { webhooksStore } from './webhooks.ts'

/** The store: queries by noun, over whichever driver. */
export function createStore(driver: Driver) {
  const engine = new Engine(driver)
  const outbox = outboxStore(engine)
  return {
    engine,
    account: accountStore(engine),
    acts: actsStore(engine),
    apiKeys: apiKeysStore(engine),
    appeals: appealsStore(engine),
    articles: articlesStore(engine),
    claims: claimsStore(engine),
    deskIdentities: deskIdentitiesStore(engine),
    deskWays: deskWaysStore(engine),
    deliveries: deliveriesStore(engine),
    digests: digestsStore(engine),
    authors: authorsStore(engine),
    caseFile: caseFileStore(engine),
    doctor: doctorStore(engine),
    doubts: doubtsStore(engine),
    identities: identitiesStore(engine),
    imports: importsStore(engine),
    erasing: erasingStore(engine),
    erasures: erasuresStore(engine),
    follows: followsStore(engine),
    invitations: invitationsStore(engine),
    lists: listsStore(engine),
    locations: locationsStore(engine),
    log: logStore(engine),
    mailState: mailStateStore(engine),
    mentions: mentionsStore(engine),
    moves: movesStore(engine),
    mutes: mutesStore(engine),
    networks: networksStore(engine),
    news: newsStore(engine),
    mailings: mailingsStore(engine, outbox.rows),
    tellings: tellingsStore(engine, outbox.rows),
    notes: notesStore(engine),
    outbox,
    outboxDesk: outboxDeskStore(engine),
    own: ownStore(engine),
    people: peopleStore(engine),
    posting: postingStore(engine),
    proofs: proofsStore(engine),
    queue: queueStore(engine),
    queueChanges: queueChangesStore(engine),
    reports: reportsStore(engine),
    retention: retentionStore(engine),
    revisions: revisionsStore(engine),
    rulings: rulingsStore(engine),
    samples: samplesStore(engine),
    savedReplies: savedRepliesStore(engine),
    seals: sealsStore(engine),
    search: searchStore(engine),
    siteKeys: siteKeysStore(engine),
    sightings: sightingsStore(engine),
    siteChanges: siteChangesStore(engine),
    sites: sitesStore(engine),
    staff: staffStore(engine),
    standing: standingStore(engine),
    surroundings: surroundingsStore(engine),
    team: teamStore(engine),
    threads: threadsStore(engine),
    translations: translationsStore(engine),
    trials: trialsStore(engine),
    version: versionStore(engine),
    views: viewsStore(engine),
    votes: votesStore(engine),
    webhooks: webhooksStore(engine),
    close: () => driver.close(),
  }
}

export type Store = ReturnType<typeof createStore>
