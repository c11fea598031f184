import type * as v from 'valibot'
import { expect, test } from 'vitest'
import type * as contract from '../../server/contract.ts'
import { MODERATOR_ACTS, MODERATOR_RULINGS, RULINGS } from '../../server/contract.ts'
import type * as wire from '../../server/http/wire.ts'
import type * as acts from '../../server/http/wire-acts.ts'
import type * as imports from '../../server/http/wire-imports.ts'
import type * as kept from '../../server/http/wire-kept.ts'
import type * as machines from '../../server/http/wire-machines.ts'
import type * as people from '../../server/http/wire-people.ts'
import type * as sites from '../../server/http/wire-sites.ts'
import type * as translations from '../../server/http/wire-translations.ts'
import type * as ways from '../../server/http/wire-ways.ts'

/** True where each type can stand for the other; the compiler holds these lines, `npm run check` runs it. */
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

const AGREE: true[] = [
  true satisfies Mutual<v.InferOutput<typeof wire.Comment>, contract.Comment>,
  true satisfies Mutual<v.InferOutput<typeof wire.Thread>, contract.Thread>,
  true satisfies Mutual<v.InferOutput<typeof wire.Replies>, contract.Replies>,
  true satisfies Mutual<v.InferOutput<typeof wire.Me>, contract.Me>,
  true satisfies Mutual<v.InferOutput<typeof wire.Changes>, contract.Changes>,
  true satisfies Mutual<v.InferOutput<typeof wire.CommentPlace>, contract.CommentPlace>,
  true satisfies Mutual<v.InferInput<typeof wire.CountsRequest>, contract.CountsRequest>,
  true satisfies Mutual<v.InferOutput<typeof wire.Counts>, contract.Counts>,
  true satisfies Mutual<v.InferInput<typeof wire.ViewsRequest>, contract.ViewsRequest>,
  true satisfies Mutual<v.InferOutput<typeof wire.Views>, contract.Views>,
  true satisfies Mutual<v.InferOutput<typeof wire.CommentAnswer>, contract.CommentAnswer>,
  true satisfies Mutual<v.InferInput<typeof wire.PostRequest>, contract.PostRequest>,
  true satisfies Mutual<v.InferInput<typeof wire.ReviseRequest>, contract.ReviseRequest>,
  true satisfies Mutual<v.InferOutput<typeof wire.Source>, contract.Source>,
  true satisfies Mutual<v.InferOutput<typeof wire.Editions>, contract.Editions>,
  true satisfies Mutual<v.InferInput<typeof wire.PreviewRequest>, contract.PreviewRequest>,
  true satisfies Mutual<v.InferOutput<typeof wire.Preview>, contract.Preview>,
  true satisfies Mutual<v.InferOutput<typeof wire.DeskMe>, contract.DeskMe>,
  true satisfies Mutual<v.InferOutput<typeof ways.DeskEntry>, contract.DeskEntry>,
  true satisfies Mutual<v.InferOutput<typeof ways.Passkey>, contract.Passkey>,
  true satisfies Mutual<v.InferOutput<typeof ways.DeskAccount>, contract.DeskAccount>,
  true satisfies Mutual<v.InferOutput<typeof ways.PasskeyChallenge>, contract.PasskeyChallenge>,
  true satisfies Mutual<v.InferOutput<typeof wire.Finding>, contract.Finding>,
  true satisfies Mutual<v.InferOutput<typeof wire.Decision>, contract.Decision>,
  true satisfies Mutual<v.InferOutput<typeof wire.Case>, contract.Case>,
  true satisfies Mutual<v.InferOutput<typeof wire.Queue>, contract.Queue>,
  true satisfies Mutual<v.InferOutput<typeof wire.QueueChanges>, contract.QueueChanges>,
  true satisfies Mutual<v.InferOutput<typeof wire.CaseDetail>, contract.CaseDetail>,
  true satisfies Mutual<v.InferOutput<typeof wire.LogPage>, contract.LogPage>,
  true satisfies Mutual<v.InferOutput<typeof wire.Notifications>, contract.Notifications>,
  true satisfies Mutual<v.InferInput<typeof wire.NotificationsRequest>, contract.NotificationsRequest>,
  true satisfies Mutual<v.InferOutput<typeof imports.ImportsAtDesk>, contract.ImportsAtDesk>,
  true satisfies Mutual<v.InferOutput<typeof wire.CaseLines>, contract.CaseLines>,
  true satisfies Mutual<v.InferOutput<typeof wire.AuthorRecord>, contract.AuthorRecord>,
  true satisfies Mutual<v.InferOutput<typeof people.AuthorWeight>, contract.AuthorWeight>,
  true satisfies Mutual<v.InferInput<typeof wire.AuthorRulingsRequest>, contract.AuthorRulingsRequest>,
  true satisfies Mutual<v.InferOutput<typeof wire.AuthorRulingsAnswer>, contract.AuthorRulingsAnswer>,
  true satisfies Mutual<v.InferInput<typeof wire.RulingsRequest>, contract.RulingsRequest>,
  true satisfies Mutual<v.InferOutput<typeof wire.RulingsAnswer>, contract.RulingsAnswer>,
  true satisfies Mutual<v.InferInput<typeof wire.VoteRequest>, contract.VoteRequest>,
  true satisfies Mutual<v.InferInput<typeof kept.VotesRequest>, contract.VotesRequest>,
  true satisfies Mutual<v.InferOutput<typeof kept.Votes>, contract.Votes>,
  true satisfies Mutual<v.InferInput<typeof kept.MuteRequest>, contract.MuteRequest>,
  true satisfies Mutual<v.InferOutput<typeof kept.MuteAnswer>, contract.MuteAnswer>,
  true satisfies Mutual<v.InferInput<typeof kept.FollowRequest>, contract.FollowRequest>,
  true satisfies Mutual<v.InferOutput<typeof kept.FollowAnswer>, contract.FollowAnswer>,
  true satisfies Mutual<v.InferInput<typeof kept.SeenRequest>, contract.SeenRequest>,
  true satisfies Mutual<v.InferOutput<typeof kept.OwnComments>, contract.OwnComments>,
  true satisfies Mutual<v.InferOutput<typeof kept.OwnVotes>, contract.OwnVotes>,
  true satisfies Mutual<v.InferOutput<typeof kept.OwnFollows>, contract.OwnFollows>,
  true satisfies Mutual<v.InferOutput<typeof kept.OwnMutes>, contract.OwnMutes>,
  true satisfies Mutual<v.InferOutput<typeof wire.VoteAnswer>, contract.VoteAnswer>,
  true satisfies Mutual<v.InferOutput<typeof wire.DeskArticles>, contract.DeskArticles>,
  true satisfies Mutual<v.InferOutput<typeof wire.DeskArticle>, contract.DeskArticle>,
  true satisfies Mutual<v.InferInput<typeof wire.GovernRequest>, contract.GovernRequest>,
  true satisfies Mutual<v.InferInput<typeof wire.StampRequest>, contract.StampRequest>,
  true satisfies Mutual<v.InferInput<typeof wire.PolicyRequest>, contract.PolicyRequest>,
  true satisfies Mutual<v.InferInput<typeof wire.ListRequest>, contract.ListRequest>,
  true satisfies Mutual<v.InferInput<typeof wire.TrialRequest>, contract.TrialRequest>,
  true satisfies Mutual<v.InferOutput<typeof wire.Trial>, contract.Trial>,

  true satisfies Mutual<v.InferOutput<typeof wire.MovePreview>, contract.MovePreview>,
  true satisfies Mutual<v.InferOutput<typeof wire.MoveProgress>, contract.MoveProgress>,
  true satisfies Mutual<v.InferOutput<typeof wire.SamplesAnswer>, contract.SamplesAnswer>,
  true satisfies Mutual<v.InferOutput<typeof wire.ProblemDocument>, contract.ProblemDocument>,
  true satisfies Mutual<v.InferInput<typeof acts.ReportRequest>, contract.ReportRequest>,
  true satisfies Mutual<v.InferOutput<typeof acts.ReportAnswer>, contract.ReportAnswer>,
  true satisfies Mutual<v.InferInput<typeof acts.AppealRequest>, contract.AppealRequest>,
  true satisfies Mutual<v.InferInput<typeof acts.AcknowledgeRequest>, contract.AcknowledgeRequest>,
  true satisfies Mutual<v.InferInput<typeof acts.ActRequest>, contract.ActRequest>,
  true satisfies Mutual<v.InferInput<typeof acts.ReplyRequest>, contract.ReplyRequest>,
  true satisfies Mutual<v.InferOutput<typeof acts.CaseFile>, contract.CaseFile>,
  true satisfies Mutual<v.InferInput<typeof acts.NoteRequest>, contract.NoteRequest>,
  true satisfies Mutual<v.InferOutput<typeof acts.Note>, contract.Note>,
  true satisfies Mutual<v.InferOutput<typeof acts.SavedReplies>, contract.SavedReplies>,
  true satisfies Mutual<v.InferInput<typeof acts.SavedReplyRequest>, contract.SavedReplyRequest>,
  true satisfies Mutual<v.InferInput<typeof people.EmailClaimRequest>, contract.EmailClaimRequest>,
  true satisfies Mutual<v.InferInput<typeof people.OpenIdClaimRequest>, contract.OpenIdClaimRequest>,
  true satisfies Mutual<v.InferOutput<typeof people.Claim>, contract.Claim>,
  true satisfies Mutual<v.InferInput<typeof people.CodeRequest>, contract.CodeRequest>,
  true satisfies Mutual<v.InferInput<typeof people.TicketRequest>, contract.TicketRequest>,
  true satisfies Mutual<v.InferInput<typeof people.HostLoginRequest>, contract.HostLoginRequest>,
  true satisfies Mutual<v.InferOutput<typeof people.SignedIn>, contract.SignedIn>,
  true satisfies Mutual<v.InferOutput<typeof people.Account>, contract.Account>,
  true satisfies Mutual<v.InferInput<typeof people.EraseRequest>, contract.EraseRequest>,
  true satisfies Mutual<v.InferOutput<typeof people.EraseProgress>, contract.EraseProgress>,
  true satisfies Mutual<v.InferOutput<typeof sites.DeskSite>, contract.DeskSite>,
  true satisfies Mutual<v.InferOutput<typeof sites.SiteChangeAnswer>, contract.SiteChangeAnswer>,
  true satisfies Mutual<v.InferOutput<typeof sites.Examples>, contract.Examples>,
  true satisfies Mutual<v.InferOutput<typeof sites.SiteChangeList>, contract.SiteChangeList>,
  true satisfies Mutual<v.InferOutput<typeof sites.Team>, contract.Team>,
  true satisfies Mutual<v.InferOutput<typeof sites.NewInvitation>, contract.NewInvitation>,
  true satisfies Mutual<v.InferOutput<typeof sites.Invitation>, contract.Invitation>,
  true satisfies Mutual<v.InferInput<typeof sites.SiteChangeRequest>, contract.SiteChangeRequest>,
  true satisfies Mutual<v.InferInput<typeof sites.NewSiteRequest>, contract.NewSiteRequest>,
  true satisfies Mutual<v.InferInput<typeof sites.ExamplesRequest>, contract.ExamplesRequest>,
  true satisfies Mutual<v.InferInput<typeof sites.InvitationRequest>, contract.InvitationRequest>,
  true satisfies Mutual<v.InferInput<typeof sites.InvitationToken>, contract.InvitationToken>,
  true satisfies Mutual<v.InferInput<typeof sites.AcceptanceRequest>, contract.AcceptanceRequest>,
  true satisfies Mutual<v.InferInput<typeof sites.DeskMeRequest>, contract.DeskMeRequest>,
  true satisfies Mutual<v.InferInput<typeof translations.TranslationRequest>, contract.TranslationRequest>,
  true satisfies Mutual<v.InferInput<typeof translations.DeskTranslationRequest>, contract.DeskTranslationRequest>,
  true satisfies Mutual<v.InferOutput<typeof translations.Translation>, contract.Translation>,
  true satisfies Mutual<v.InferOutput<typeof translations.Translator>, contract.Translator>,
  true satisfies Mutual<v.InferInput<typeof translations.TranslatorKeyRequest>, contract.TranslatorKeyRequest>,
  true satisfies Mutual<v.InferInput<typeof translations.TranslatorTrialRequest>, contract.TranslatorTrialRequest>,
  true satisfies Mutual<v.InferOutput<typeof translations.TranslatorTrial>, contract.TranslatorTrial>,
  true satisfies Mutual<v.InferOutput<typeof machines.ApiKeys>, contract.ApiKeys>,
  true satisfies Mutual<v.InferInput<typeof machines.KeyRequest>, contract.KeyRequest>,
  true satisfies Mutual<v.InferOutput<typeof machines.MadeKey>, contract.MadeKey>,
  true satisfies Mutual<v.InferOutput<typeof machines.Webhooks>, contract.Webhooks>,
  true satisfies Mutual<v.InferInput<typeof machines.WebhookRequest>, contract.WebhookRequest>,
  true satisfies Mutual<v.InferInput<typeof machines.WebhookChange>, contract.WebhookChange>,
  true satisfies Mutual<v.InferOutput<typeof machines.Deliveries>, contract.Deliveries>,
]

test('the widget’s types and the server’s schemas agree', () => {
  expect(AGREE).toHaveLength(113)
})

test('a moderator may make exactly the rulings and acts that the table gives to moderators, answer as staff, and import', () => {
  const given = Object.entries(RULINGS).filter(([, { by }]) => 'moderator' in by)
  const named = [...MODERATOR_RULINGS, ...MODERATOR_ACTS, 'reply', 'import']
  expect(given.map(([name]) => name).sort()).toEqual([...named].sort())
})
