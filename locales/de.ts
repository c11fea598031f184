import type { About, Locale } from './locale.ts'

export const about: About = { lang: 'de', name: 'Deutsch', dir: 'ltr', reviewer: null }

export const thread: Locale['thread'] = {
  comments: 'Kommentare',
  count: { one: '{n} Kommentar', other: '{n} Kommentare' },
  empty: 'Noch keine Kommentare. Machen Sie den Anfang.',
  closed: 'Diese Diskussion ist geschlossen. Lesen können Sie sie weiterhin.',
  guest: 'Gast',
  badges: { author: 'Autor/in', staff: 'Redaktion', verified: 'Verifiziert' },
  inReplyTo: 'Antwort an {name}',
  deletedByAuthor: 'Kommentar gelöscht',
  removedByModerator: 'Kommentar von der Moderation entfernt',
  reply: 'Antworten',
  replyTo: '{name} antworten',
  more: 'Weitere Kommentare anzeigen',
  moreReplies: { one: '{n} weitere Antwort anzeigen', other: '{n} weitere Antworten anzeigen' },
  loading: 'Kommentare werden geladen',
  retry: 'Noch einmal versuchen',
  loadFailed: 'Dieser Teil konnte nicht geladen werden.',
  write: 'Kommentar schreiben',
  writeReply: 'Antwort schreiben',
}

export const writing: Locale['writing'] = {
  name: 'Name (optional)',
  post: 'Absenden',
  posting: 'Wird gesendet …',
  cancel: 'Abbrechen',
  guidelines: 'Worum wir Sie hier bitten',
  holds: {
    first: 'Die Moderation liest Ihren ersten Kommentar, bevor andere ihn sehen.',
    all: 'Die Moderation liest jeden Kommentar, bevor andere ihn sehen.',
  },
  left: { one: 'Noch {n} Zeichen', other: 'Noch {n} Zeichen' },
  over: { one: '{n} Zeichen zu viel', other: '{n} Zeichen zu viel' },
  posted: 'Ihr Kommentar wurde veröffentlicht.',
  postedWaiting: 'Ihr Kommentar wartet auf die Moderation. Noch können nur Sie ihn sehen.',
  postedRefused: 'Ihr Kommentar wurde nicht veröffentlicht.',
  faults: {
    text_empty: 'Schreiben Sie erst etwas, bevor Sie absenden.',
    text_too_long: 'Das ist zu lang: Ein Kommentar darf höchstens 10.000 Zeichen haben.',
    name_too_long: 'Dieser Name ist zu lang. Bitte wählen Sie einen kürzeren.',
    name_imitates:
      'So heißt hier jemand aus der Redaktion. Wählen Sie einen anderen Namen oder melden Sie sich an, wenn es Ihrer ist.',
    slow_mode:
      'Diese Diskussion läuft im langsamen Modus. Ihr Text bleibt erhalten: Versuchen Sie es {wait} noch einmal.',
    overloaded: 'Gerade sind sehr viele hier. Ihr Text bleibt erhalten: Versuchen Sie es {wait} noch einmal.',
    thread_closed: 'Diese Diskussion wurde geschlossen, während Sie schrieben.',
    parent_gone: 'Der Kommentar, auf den Sie antworten, ist nicht mehr da.',
    branch_locked: 'Die Moderation hat dieses Gespräch geschlossen. Sie können ein neues beginnen.',
    warning_unread: 'Bitte lesen Sie zuerst, was die Moderation Ihnen mitteilt. Ihr Text bleibt erhalten.',
    too_many_requests: 'Das war viel auf einmal. Bitte warten Sie kurz und senden Sie dann noch einmal ab.',
    wait: 'Das war viel auf einmal. Sie können {wait} erneut absenden.',
    unknown_comment: 'Dieser Kommentar ist nicht mehr da.',
    offline:
      'Sie sind offenbar offline. Ihr Text bleibt erhalten: Versuchen Sie es noch einmal, sobald Sie wieder online sind.',
    queued:
      'Sie sind offline. Ihr Kommentar bleibt erhalten und wird von selbst gesendet, sobald Sie wieder online sind.',
    too_many_mentions: 'Sie können höchstens 10 Personen erwähnen. Bitte lassen Sie einige weg.',
    edit_over:
      'Die Zeit, diesen Kommentar zu ändern, ist vorbei. Ihr neuer Text steht noch hier, damit Sie ihn kopieren können.',
    stale_version:
      'Dieser Kommentar hat sich inzwischen geändert. Kopieren Sie Ihren Text, brechen Sie ab und bearbeiten Sie den Kommentar erneut.',
    banned: 'Sie können sich hier nicht mehr beteiligen.',
    silent: 'Es kam keine Antwort. Ihr Text bleibt erhalten; bitte versuchen Sie es noch einmal.',
    broken: 'Bei uns ist etwas schiefgegangen. Ihr Text bleibt erhalten; bitte versuchen Sie es noch einmal.',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { one: '{n} Kommentar', other: '{n} Kommentare' },
  noComments: 'Noch keine Kommentare',
  views: { one: '{n} Aufruf', other: '{n} Aufrufe' },
}

export const refused: Locale['refused'] = {
  refused: 'Für diese Seite sind Kommentare noch nicht eingerichtet.',
  command:
    'Wenn das Ihre Website ist, hilft dieser Befehl. Geben Sie ihn dort ein, wo Parley gestartet wurde, und mit denselben Einstellungen (PARLEY_…, PORT):',
}

export const present: Locale['present'] = {
  fresh: { one: '{n} neuer Kommentar', other: '{n} neue Kommentare' },
  removed: 'Dieser Kommentar ist nicht mehr da.',
  banned: 'Sie können sich hier nicht mehr beteiligen.',
  wait: 'Das war viel auf einmal. Bitte warten Sie kurz und versuchen Sie es dann noch einmal.',
  failed: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
  order: 'Reihenfolge',
  orders: {
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    helpful: 'Hilfreichste',
    discussed: 'Meistdiskutierte',
  },
  you: 'Ihr Bereich',
  signIn: 'Anmelden',
  stranded:
    'Was zum Absenden nötig ist, konnte nicht geladen werden. Ihr Text bleibt erhalten: Versuchen Sie es noch einmal oder laden Sie die Seite neu.',
  reload: 'Seite neu laden',
}

export const acts: Locale['acts'] = {
  marks: {
    pinned: 'Angeheftet',
    featured: 'Redaktionsempfehlung',
    locked: 'Geschlossen: keine weiteren Antworten',
    edited: 'von der Moderation',
  },
  edited: 'Bearbeitet',
  earlier: 'Bearbeitet: frühere Fassungen dieses Kommentars anzeigen',
  voteFor: 'Für den Kommentar von {name} stimmen',
  voteAgainst: 'Gegen den Kommentar von {name} stimmen',
  votes: { one: '{n} Stimme', other: '{n} Stimmen' },
  hide: { one: '{n} Antwort einklappen', other: '{n} Antworten einklappen' },
  show: { one: '{n} Antwort ausklappen', other: '{n} Antworten ausklappen' },
  all: 'Ganz anzeigen',
  translate: 'Übersetzen',
  moreOn: 'Mehr zum Kommentar von {name}',
  muted: 'Sie haben diese Person ausgeblendet.',
  showMuted: 'Anzeigen',
}

export const own: Locale['own'] = {
  waiting: { label: 'Wird geprüft:', detail: 'Noch können nur Sie ihn sehen.' },
  refused: 'Nicht veröffentlicht:',
  edit: 'Bearbeiten',
  delete: 'Löschen',
  undo: 'Rückgängig machen',
  deleted: 'Ihr Kommentar wurde gelöscht.',
  restored: 'Ihr Kommentar ist wieder da.',
  changed: 'Ihre Änderung wurde gespeichert.',
  changedWaiting: 'Ihre Änderung wurde gespeichert. Die Moderation liest sie, bevor andere sie sehen.',
  changedRefused: 'Mit diesem Text wird Ihr Kommentar nicht veröffentlicht.',
  undone: 'Ihre Änderung wurde rückgängig gemacht.',
  notKept:
    'Ihr Browser speichert für diese Seite nichts. Deshalb können Sie Ihren Kommentar nur so lange ändern oder löschen, bis Sie die Seite verlassen.',
}

export const reasons: Locale['reasons'] = {
  off_topic: 'Er führt zu weit vom Artikel weg.',
  abuse: 'Er richtet sich gegen eine Person statt gegen das, was sie sagt.',
  hate: 'Er verbreitet Hass gegen Menschen.',
  illegal: 'Er verstößt möglicherweise gegen das Gesetz.',
  spam: 'Er liest sich wie Werbung.',
  propaganda: 'Er liest sich wie Teil einer Kampagne.',
  personal_data: 'Er gibt private Angaben über jemanden preis.',
  repeated: 'Derselbe Text stand hier schon einmal.',
  too_many_links: 'Er enthält zu viele Links.',
  first_comment: 'Den ersten Kommentar liest bei allen zuerst die Moderation.',
  premoderated: 'Die Moderation liest jeden Kommentar zuerst.',
  banned: 'Sie können hier nicht mehr kommentieren.',
  reported: 'Er wurde gemeldet; die Moderation sieht ihn sich an.',
  unwanted_words: 'Er enthält Wörter, die hier nicht verwendet werden.',
  unwanted_link: 'Er enthält einen Link zu einer Website, auf die hier nicht verlinkt wird.',
  new_link: 'Links zu neuen Websites prüft zuerst die Moderation.',
  typed_fast: 'Die Moderation liest ihn zuerst.',
  muted: 'Eine Zeit lang liest die Moderation zuerst alles, was Sie schreiben.',
  often_refused: 'Die Moderation liest ihn zuerst, weil andere Ihrer Kommentare nicht veröffentlicht wurden.',
  language: 'Er wartet auf ein Mitglied der Moderation, das diese Sprache versteht.',
  unproven:
    'Auch Bots schreiben hier. Ihr Browser konnte die kleine Rechenaufgabe, die Sie von ihnen unterscheidet, nicht zu Ende bringen; deshalb liest die Moderation den Kommentar zuerst.',
  other: 'Die Moderation hat sich dagegen entschieden.',
}

export const menu: Locale['menu'] = {
  menu: 'Kommentar von {name}',
  copy: 'Link kopieren',
  copied: 'Link kopiert',
  notCopied: 'Ihr Browser lässt das Kopieren nicht zu. Der Link steckt in der Zeitangabe neben dem Namen.',
  share: 'Teilen …',
  follow: 'Diesem Gespräch folgen',
  unfollow: 'Nicht mehr folgen',
  followed: 'Sie folgen diesem Gespräch. Was neu ist, finden Sie unter „Ihr Bereich“.',
  unfollowed: 'Sie folgen diesem Gespräch nicht mehr.',
  mute: 'Diese Person ausblenden',
  unmute: 'Diese Person wieder anzeigen',
  mutedNow: 'Sie sehen die Kommentare dieser Person nicht mehr. Niemand erfährt davon.',
  shownNow: 'Sie sehen die Kommentare dieser Person wieder.',
  report: 'Melden …',
  full: 'Die Liste ist voll. Entfernen Sie zuerst etwas unter „Ihr Bereich“.',
}

export const format: Locale['format'] = {
  toolbar: 'Formatierung',
  formats: {
    bold: 'Fett',
    italic: 'Kursiv',
    strike: 'Durchgestrichen',
    code: 'Code',
    link: 'Link',
    quote: 'Zitat',
    list: 'Liste',
  },
  preview: 'Vorschau',
  empty: 'Hier sehen Sie, was Sie schreiben.',
  failed: 'Die Vorschau konnte nicht geladen werden. Ihr Text bleibt erhalten.',
}

export const editing: Locale['editing'] = {
  label: 'Ihr Kommentar',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  cancel: 'Abbrechen',
  loading: 'Ihr Text wird geladen …',
  over: 'Die Zeit, diesen Kommentar zu ändern, ist vorbei.',
}

export const report: Locale['report'] = {
  question: 'Was stimmt mit diesem Kommentar nicht?',
  reasons: {
    off_topic: 'Er führt weit vom Artikel weg',
    abuse: 'Er greift eine Person an',
    hate: 'Er verbreitet Hass gegen Menschen',
    illegal: 'Er verstößt möglicherweise gegen das Gesetz',
    spam: 'Er ist Werbung',
    propaganda: 'Er ist Teil einer Kampagne',
    personal_data: 'Er gibt private Angaben preis',
    other: 'Etwas anderes',
  },
  words: 'Was die Moderation noch wissen sollte (optional)',
  send: 'Meldung senden',
  sending: 'Wird gesendet …',
  cancel: 'Abbrechen',
  thanks: 'Danke, die Moderation sieht sich das an.',
  choose: 'Wählen Sie zuerst aus, was nicht stimmt.',
  gone: 'Dieser Kommentar ist nicht mehr da.',
  banned: 'Sie können sich hier nicht mehr beteiligen.',
  wait: 'Das war viel auf einmal. Bitte warten Sie kurz und versuchen Sie es dann noch einmal.',
  failed: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
}

export const you: Locale['you'] = {
  you: 'Ihr Bereich',
  close: 'Schließen',
  tabs: {
    news: 'Neues',
    comments: 'Kommentare',
    votes: 'Stimmen',
    follows: 'Gefolgt',
    mutes: 'Ausgeblendet',
    device: 'Dieses Gerät',
  },
  empty: {
    news: 'Noch nichts. Hier stehen Antworten auf das, was Sie schreiben, und was die Moderation dazu entscheidet.',
    comments: 'Sie haben hier noch nichts geschrieben. Hier steht, was Sie schreiben und was daraus wird.',
    votes: 'Sie haben hier noch nicht abgestimmt.',
    follows: 'Sie folgen hier noch keiner Diskussion. Sobald Sie einer folgen, steht hier, wie viel darin neu ist.',
    mutes: 'Sie haben niemanden ausgeblendet. Wer ausgeblendet wird, erfährt davon nichts.',
  },
  states: {
    pending: 'Wird geprüft',
    published: 'Veröffentlicht',
    rejected: 'Nicht veröffentlicht',
    withdrawn: 'Von Ihnen gelöscht',
  },
  waits: 'Noch können nur Sie ihn sehen.',
  replies: { one: '{n} Antwort', other: '{n} Antworten' },
  votes: { one: '{n} Stimme', other: '{n} Stimmen' },
  votedFor: 'Sie haben dafür gestimmt',
  votedAgainst: 'Sie haben dagegen gestimmt',
  guest: 'Gast',
  thread: 'Alle Kommentare',
  conversation: 'Gespräch, begonnen von {name}',
  news: { one: '{n} neuer Kommentar', other: '{n} neue Kommentare' },
  manyNews: 'Mehr als {n} neue Kommentare',
  followThread: 'Den Kommentaren auf dieser Seite folgen',
  nothingToFollow: 'Folgen können Sie, sobald hier jemand geschrieben hat.',
  byMail: 'Was davon per E-Mail kommt',
  restore: 'Wiederherstellen',
  restoreOver: 'Er lässt sich nicht mehr wiederherstellen.',
  feed: 'Feed der Kommentare auf dieser Seite',
  unfollow: 'Nicht mehr folgen',
  unmute: 'Wieder anzeigen',
  isNew: 'Neu',
  answered: '{name} hat Ihnen geantwortet',
  told: {
    published: 'Ihr Kommentar ist veröffentlicht',
    pending: 'Ihr Kommentar wurde gemeldet; die Moderation sieht ihn sich an',
    rejected: 'Ihr Kommentar wird nicht veröffentlicht',
    restored: 'Ihr Kommentar ist wieder da',
    granted: 'Die Moderation hat auf Ihre Bitte noch einmal geprüft: Ihr Kommentar ist jetzt veröffentlicht.',
    declined: 'Die Moderation hat noch einmal geprüft, und es bleibt bei der Entscheidung.',
  },
  failed: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
  more: 'Mehr anzeigen',
  loading: 'Wird geladen …',
  retry: 'Noch einmal versuchen',
  fullList: 'Die Liste ist voll. Entfernen Sie zuerst einen Eintrag.',
}

export const standing: Locale['standing'] = {
  warned: 'Bitte lesen Sie zuerst diese Mitteilung der Moderation:',
  read: 'Gelesen',
  banned: 'Die Moderation hat entschieden, dass Sie hier nicht mehr kommentieren können.',
  bannedUntil: 'Die Moderation hat entschieden, dass Sie hier bis {time} nicht kommentieren können.',
  muted: 'Die Moderation liest jeden Ihrer Kommentare zuerst.',
  mutedUntil: 'Bis {time} liest die Moderation jeden Ihrer Kommentare zuerst.',
  failed: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
}

export const signIn: Locale['signIn'] = {
  signIn: 'Anmelden',
  guest: 'Sie schreiben hier als Gast.',
  badges: { author: 'Autor/in', staff: 'Redaktion', verified: 'Verifiziert' },
  ways: { email: 'E-Mail', github: 'GitHub', google: 'Google', host: 'Ihrem Konto auf dieser Website' },
  knownBy: 'Anmeldung mit {ways}',
  why: 'Ihre Kommentare sind dann gekennzeichnet und gehören Ihnen auf jedem Gerät. Niemand sieht Ihre Adresse.',
  address: 'Ihre E-Mail-Adresse',
  sendCode: 'Code anfordern',
  sendOwn: 'Code an meine E-Mail-Adresse senden',
  or: 'oder',
  goOn: 'Weiter mit {way}',
  back: 'Abbrechen',
  sent: 'Ein sechsstelliger Code ist per E-Mail unterwegs an {address}. Geben Sie ihn innerhalb von zehn Minuten hier ein.',
  sentOwn:
    'Ein sechsstelliger Code ist per E-Mail unterwegs an Ihre Adresse. Geben Sie ihn innerhalb von zehn Minuten hier ein.',
  code: 'Der Code',
  confirm: 'Bestätigen',
  noMail:
    'Noch keine E-Mail? Sie kann eine Minute brauchen oder im Spam liegen. In einer halben Minute können Sie sie erneut anfordern.',
  again: 'Erneut senden',
  sentAgain: 'Die E-Mail ist erneut unterwegs. Nur der neueste Code gilt.',
  other: 'Andere Adresse',
  otherWay: 'Anderer Weg',
  inWindow: 'Machen Sie in dem Fenster weiter, das sich geöffnet hat.',
  cutOff:
    'Zeigt das Fenster einen Code, geben Sie ihn hier ein. Ist es geschlossen, öffnen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  reopen: 'Erneut öffnen',
  blocked: 'Ihr Browser hat das Fenster blockiert. Dieser Link öffnet es:',
  openTab: 'Weiter mit {way} in einem neuen Tab',
  checking: 'Einen Moment …',
  fresh: 'Bestätigen Sie zuerst auf einem Weg, den Sie hier schon benutzt haben, dass Sie es sind.',
  noWay:
    'Keiner der Wege, auf denen Sie sich hier angemeldet haben, steht zurzeit zur Verfügung. Bitte wenden Sie sich an die Redaktion.',
  triesLeft: {
    one: 'Das ist nicht der Code. Sie haben noch einen Versuch.',
    other: 'Das ist nicht der Code. Sie haben noch {n} Versuche.',
  },
  faults: {
    email_wrong: 'An diese E-Mail-Adresse können wir nicht schreiben. Bitte prüfen Sie sie.',
    code_wrong: 'Das ist nicht der Code. Er hat sechs Ziffern.',
    claim_spent: 'Dieser Code gilt nicht mehr. Bitte fordern Sie einen neuen an.',
    identity_taken:
      'Dieser Weg gehört hier zu einem anderen Profil. Melden Sie sich stattdessen damit an; Sie können beide nutzen, jedes für sich.',
    proof_needed: 'Bitte wählen Sie einen Weg, auf dem Sie sich schon einmal angemeldet haben.',
    way_not_offered: 'Dieser Weg steht hier nicht mehr zur Verfügung. Bitte wählen Sie einen anderen.',
    mail_failed:
      'Die E-Mail konnte nicht gesendet werden. Bitte prüfen Sie die Adresse oder versuchen Sie es später noch einmal.',
    issuer_failed:
      'Die andere Website hat nicht richtig geantwortet. Versuchen Sie es später noch einmal oder wählen Sie einen anderen Weg.',
    login_refused:
      'Ihre Anmeldung auf dieser Website liegt zu lange zurück. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    email_unverified:
      'Ihre Adresse ist dort nicht bestätigt. Bestätigen Sie sie dort, wo Sie das Konto haben, und kommen Sie dann wieder.',
    too_many_requests: 'Das war viel auf einmal. Bitte warten Sie kurz und versuchen Sie es dann noch einmal.',
    wait: 'Das war viel auf einmal. Sie können es {wait} noch einmal versuchen.',
    broken: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
    silent: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
  },
}

export const account: Locale['account'] = {
  signedInAs: 'Sie sind als {name} angemeldet.',
  signedIn: 'Sie sind angemeldet.',
  guest: {
    came: 'Was Sie hier als Gast geschrieben haben, gehört Ihnen jetzt unter diesem Namen.',
    stayed:
      'Was Sie als Gast geschrieben haben, bleibt beim Gast, denn dessen Schlüssel wird auch auf einem anderen Gerät benutzt.',
  },
  notKept: 'Ihr Browser speichert für diese Seite nichts; die Anmeldung endet, wenn Sie die Seite verlassen.',
  byHost: 'Sie sind über diese Website angemeldet.',
  signOut: 'Abmelden',
  everywhere: 'Überall abmelden',
  everywhereMeans: 'Alle Browser und Geräte vergessen, wer Sie hier sind. Bestätigen Sie zuerst, dass Sie es sind.',
  signedOut: 'Sie sind abgemeldet. Ihre Kommentare gehören weiter Ihnen: Melden Sie sich wieder an, um sie zu finden.',
  signedOutAll: 'Sie sind auf allen Geräten abgemeldet.',
  link: 'Weiteren Anmeldeweg hinzufügen',
  linkNext: 'Wählen Sie jetzt den Weg, den Sie hinzufügen möchten.',
  linked: 'Ab jetzt können Sie sich auch mit {way} anmelden.',
  nameless: 'Ohne Namen',
}

export const appeal: Locale['appeal'] = {
  moderator: 'Die Moderation schreibt:',
  rules: 'Die Regeln dieser Website',
  ask: 'Um erneute Prüfung bitten',
  explain:
    'Schreiben Sie, warum Ihr Kommentar veröffentlicht werden sollte. Sie können einmal darum bitten; wenn möglich, entscheidet jemand anderes aus der Moderation.',
  send: 'Senden',
  sending: 'Wird gesendet …',
  cancel: 'Abbrechen',
  waits: 'Sie haben um erneute Prüfung gebeten. Die Antwort wird hier stehen.',
  yours: 'Sie haben geschrieben:',
  granted: 'Die Moderation hat auf Ihre Bitte noch einmal geprüft: Ihr Kommentar ist jetzt veröffentlicht.',
  declined: 'Die Moderation hat noch einmal geprüft, und es bleibt bei der Entscheidung.',
  empty: 'Schreiben Sie erst etwas, bevor Sie absenden.',
  tooLong: 'Das ist zu lang: Hier ist Platz für 2.000 Zeichen.',
  already: 'Darüber wurde inzwischen entschieden. Laden Sie die Seite neu, um das Ergebnis zu sehen.',
  wait: 'Das war viel auf einmal. Bitte warten Sie kurz und versuchen Sie es dann noch einmal.',
  failed: 'Es kam keine Antwort. Ihr Text bleibt erhalten; bitte versuchen Sie es noch einmal.',
}

export const device: Locale['device'] = {
  key: 'Ihr Schlüssel',
  kept: 'Dieser Browser bewahrt einen Schlüssel auf, an dem diese Website Ihre Kommentare erkennt. Er enthält weder Namen noch Adresse.',
  notKept:
    'Ihr Browser speichert für diese Seite nichts. Ihre Kommentare gehören Ihnen, bis Sie die Seite verlassen – es sei denn, Sie notieren sich Ihre Wortfolge.',
  none: 'Es gibt noch keinen Schlüssel. Er entsteht in diesem Browser, wenn Sie zum ersten Mal etwas absenden, abstimmen oder auswählen.',
  leaveNone: 'Keinen Schlüssel speichern, bis ich diese Seite verlasse',
  leavesNone:
    'Was Sie jetzt schreiben, gehört Ihnen, bis Sie diese Seite verlassen. In diesem Browser wird nichts gespeichert.',
  forget: 'Mich auf diesem Gerät vergessen',
  forgetMeans:
    'Entfernt den Schlüssel, Ihren Namen und Ihre Entwürfe aus diesem Browser. Ihre Kommentare bleiben; ohne die Wortfolge können Sie sie nicht mehr ändern.',
  forgotten: 'Vergessen. Dieser Browser kennt Sie hier nicht mehr.',
  undo: 'Rückgängig machen',
  phrase: 'Ihre geheime Wortfolge',
  phraseMeans:
    'Diese Wörter sind Ihr Schlüssel. Geben Sie sie auf einem anderen Gerät ein, sind Sie dort dieselbe Person. Wer sie hat, kann hier in Ihrem Namen handeln: Behalten Sie sie für sich.',
  showPhrase: 'Wortfolge anzeigen',
  hidePhrase: 'Verbergen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied: 'Ihr Browser lässt das Kopieren nicht zu. Bitte schreiben Sie die Wörter auf.',
  other: 'Ich habe eine Wortfolge',
  otherMeans:
    'Geben Sie die 17 Wörter von Ihrem anderen Gerät ein. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.',
  otherReplaces: 'Die Wortfolge ersetzt den Schlüssel in diesem Browser.',
  typeWords: 'Die Wörter Ihrer Wortfolge',
  use: 'Diese Wortfolge verwenden',
  taken: 'Jetzt hat auch dieses Gerät Ihren Schlüssel.',
  wrongCount: 'Eine Wortfolge hat 17 Wörter; das hier sind {n}.',
  wrongWord: 'Bitte prüfen Sie Wort {n}.',
  wrongSomewhere: 'Diese Wörter passen nicht zusammen. Bitte vergleichen Sie sie mit denen, die Sie notiert haben.',
  data: 'Was diese Website über Sie gespeichert hat',
  dataMeans:
    'Alles, was Sie hier getan haben, in einer Datei: Kommentare, Stimmen, Meldungen und die Diskussionen, denen Sie folgen.',
  export: 'Alles herunterladen',
  keeping: 'Was gespeichert wird und wie lange',
  exportAll: 'Auch mit meinen Adressen',
  byHost: 'Sie sind über diese Website angemeldet; in diesem Browser wird nichts von Ihnen gespeichert.',
  erase: 'Alle meine Daten löschen',
  eraseMeans:
    'Ihre Kommentare verlieren Text und Namen; Ihre Stimmen und die Listen unter „Gefolgt“ und „Ausgeblendet“ werden gelöscht. Das lässt sich nicht rückgängig machen.',
  eraseYes: 'Alles löschen',
  keep: 'Behalten',
  erasing: 'Wird gelöscht …',
  erased: 'Alle Ihre Daten wurden gelöscht.',
  failed: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
}

export const translation: Locale['translation'] = {
  made: 'Maschinell übersetzt von {host}',
  coming: 'Wird übersetzt …',
  failed: 'Es kam keine Übersetzung. Das Original steht darüber; versuchen Sie es später noch einmal.',
}

export const captcha: Locale['captcha'] = {
  label: 'Eine Prüfung, die Bots fernhält',
  asked:
    'Ihr Browser konnte die Rechenaufgabe, die Bots fernhält, nicht zu Ende bringen. Damit Ihr Kommentar sofort erscheint, absolvieren Sie stattdessen diese Prüfung von {name}; Sie können auch ohne sie absenden, dann liest ihn zuerst die Moderation.',
  thanks: 'Danke. Ihr Kommentar kann jetzt abgesendet werden.',
  without: 'Ohne Prüfung absenden',
}

export const editions: Locale['editions'] = {
  until: 'Bis {time}:',
  none: 'Es gibt nichts anzuzeigen.',
  moderator: 'von der Moderation geändert',
}

export const moved: Locale['moved'] = { gone: 'Der Kommentar, zu dem dieser Link führt, ist nicht mehr hier.' }

export const mentions: Locale['mentions'] = {
  people: 'Personen in dieser Diskussion',
  names: { one: '{n} Name zur Auswahl', other: '{n} Namen zur Auswahl' },
}

export const proof: Locale['proof'] = {
  wait: 'Einen Moment: Ihr Browser löst noch eine kleine Rechenaufgabe zum Schutz vor Bots.',
}

export const plain: Locale['plain'] = {
  onArticle: 'Kommentare zu {title}',
  first: 'Zurück zur ersten Seite',
  formatting: 'Sie können Markdown verwenden: *betont*, **fett**, > Zitat, - Liste.',
  stale: 'Diese Seite ist nicht mehr aktuell. Ihr Text ist noch da; senden Sie ihn noch einmal ab.',
}

export const refusals: Locale['refusals'] = {
  bad_request: {
    title: 'Diese Adresse ist nicht vollständig',
    detail:
      'Etwas darin fehlt oder passt nicht. Gehen Sie zurück auf die Seite, von der Sie kommen, und versuchen Sie es von dort.',
  },
  not_found: { title: 'Hier ist nichts', detail: 'Bitte prüfen Sie die Adresse.' },
  unknown_comment: { title: 'Diesen Kommentar gibt es hier nicht', detail: 'Vielleicht wurde er inzwischen entfernt.' },
  body_too_large: {
    title: 'Der Text ist zu lang',
    detail: 'Gehen Sie zurück, kürzen Sie ihn und senden Sie ihn noch einmal ab.',
  },
  too_many_requests: {
    title: 'Das war viel auf einmal',
    detail: 'Bitte warten Sie kurz und versuchen Sie es dann noch einmal; von Ihrem Text geht nichts verloren.',
  },
  overloaded: {
    title: 'Im Moment sind es zu viele Anfragen',
    detail: 'Es wurde nichts gespeichert. Versuchen Sie es in ein paar Sekunden noch einmal.',
  },
  storage_failed: {
    title: 'Im Moment lässt sich nichts speichern',
    detail:
      'Der Betreiber muss sich um den Server kümmern. Heben Sie Ihren Text auf und versuchen Sie es später noch einmal.',
  },
  internal: {
    title: 'Bei uns ist etwas schiefgegangen',
    detail: 'An Ihnen lag es nicht. Bitte versuchen Sie es noch einmal.',
  },
}

export const codeMail: Locale['codeMail'] = {
  subject: '{code} ist Ihr Code für {site}',
  what: {
    sign_in: 'Geben Sie diesen Code dort ein, wo Sie auf {site} schreiben:',
    link: 'Geben Sie diesen Code ein, um mit Ihrem Profil auf {site} fortzufahren:',
    sign_out: 'Geben Sie diesen Code ein, um sich bei {site} auf allen Geräten abzumelden:',
    export: 'Geben Sie diesen Code ein, um eine Kopie Ihrer Daten auf {site} zu erhalten:',
    erase: 'Geben Sie diesen Code ein, um alles, was Sie auf {site} geschrieben haben, endgültig zu löschen:',
  },
  lasts: 'Er gilt zehn Minuten.',
  notYou:
    'Wenn Sie ihn nicht angefordert haben, hat sich jemand bei einer Adresse vertippt. Sie müssen nichts tun; verraten Sie den Code niemandem.',
}

export const handOver: Locale['handOver'] = {
  done: 'Sie sind angemeldet',
  goOn: 'Sie können dieses Fenster schließen und dort weitermachen, wo Sie waren.',
  almost: 'Fast geschafft',
  type: 'Geben Sie diesen Code auf der Seite von {site} ein, von der Sie kommen:',
  secret:
    'Er gilt ein paar Minuten und nur für Sie: Verraten Sie ihn niemandem. Wenn Sie dort nicht eben selbst auf „Anmelden“ gedrückt haben, schließen Sie dieses Fenster.',
  ends: {
    denied: {
      title: 'Sie wurden nicht angemeldet',
      what: 'Sie haben abgelehnt, und es wurde nichts weitergegeben. Sie können dieses Fenster schließen und als Gast schreiben oder einen anderen Weg wählen.',
    },
    stale: {
      title: 'Hier geht es nicht weiter',
      what: 'Der Vorgang wurde schon abgeschlossen, hat zu lange gewartet oder begann in einem anderen Browser. Schließen Sie dieses Fenster und fangen Sie auf der Seite, von der Sie kommen, noch einmal an.',
    },
    unverified: {
      title: 'Ihre E-Mail-Adresse ist dort nicht bestätigt',
      what: 'Bestätigen Sie sie dort, wo Sie das Konto haben, und fangen Sie dann auf der Seite, von der Sie kommen, noch einmal an.',
    },
    failed: {
      title: 'Die andere Website hat nicht richtig geantwortet',
      what: 'Es wurde nichts weitergegeben. Schließen Sie dieses Fenster und versuchen Sie es später noch einmal oder wählen Sie einen anderen Weg.',
    },
  },
}

export const privacy: Locale['privacy'] = {
  title: 'Was gespeichert wird und wie lange',
  lead: 'Diese Seite entsteht aus den Einstellungen, die in diesem Augenblick gelten.',
  kept: 'Was gespeichert wird',
  kinds: {
    comments: {
      title: 'Was Sie schreiben',
      what: 'Der Text, der Name, den Sie angeben, die Zeit, die Seite, worauf Sie antworten, und eine Vermutung über die Sprache. Als Name geht jeder, oder keiner.',
    },
    coming: {
      title: 'Was gerade aus einem anderen System übernommen wird',
      what: 'Kommentare, die in dessen Datei vor dem stehen, worauf sie antworten, bis auch das da ist: wie unter „Was Sie schreiben“, dazu ein Hashwert der Adresse. Wird die Übernahme abgebrochen, werden sie gelöscht. Die Datei selbst wird gelöscht, sobald alles übernommen ist, oder einen Tag nachdem sie zuletzt angefasst wurde.',
    },
    refused: {
      title: 'Was Sie gelöscht haben oder was abgelehnt wurde',
      what: 'Nur die Moderation sieht es. So lange lässt es sich zurückholen, oder Sie können um erneute Prüfung bitten; danach verschwinden Text und Name. Solange Sie auf eine Antwort warten, bleiben sie.',
    },
    editions: {
      title: 'Was ein Kommentar sagte, bevor er geändert wurde',
      what: 'Die früheren Texte mit ihren Zeiten.',
    },
    person: {
      title: 'Dass mehrere Kommentare von Ihnen sind',
      what: 'Ein Hashwert eines zufälligen Schlüssels, den Ihr Browser erzeugt hat, der Name, den Sie zuletzt angegeben haben, wie viele Ihrer Kommentare veröffentlicht oder abgelehnt wurden und wann der Schlüssel zuerst und zuletzt verwendet wurde. Der Schlüssel selbst wird nicht gespeichert.',
    },
    proof: {
      title: 'Womit Sie gezeigt haben, wer Sie sind',
      what: 'Nur wenn Sie das getan haben: Ihre E-Mail-Adresse oder Ihre Nummer bei dem Dienst, über den Sie gekommen sind. Andere Leserinnen und Leser sehen sie nicht.',
    },
    claims: {
      title: 'Versuche, das zu zeigen',
      what: 'Die Adresse oder Nummer, der Name, den ein Dienst von Ihnen genannt hat, und Hashwerte des Codes.',
    },
    letters: {
      title: 'E-Mails, die an Sie gehen oder gegangen sind',
      what: 'Die Adresse, worum es ging und wann; nicht, was darin stand. Was sich nicht zustellen ließ, bleibt 30 Tage. Gibt es eine Adresse nicht, bleibt ein verschlüsselter Hashwert von ihr, bis die Website das aufhebt; niemand kann die Adresse daraus lesen.',
    },
    choices: {
      title: 'Was Sie gewählt haben',
      what: 'Ihre Stimmen, wem und was Sie folgen und wie weit Sie es gesehen haben, und wen Sie ausgeblendet haben.',
    },
    mailings: {
      title: 'Wo Sie per E-Mail benachrichtigt werden',
      what: 'Die Adresse, worüber Sie benachrichtigt werden, und die Nummern der Kommentare, von denen die nächste E-Mail berichtet. Was nicht bestätigt wird, wird nach 7 Tagen gelöscht. Wenn Sie sich abmelden, bleibt 30 Tage lang ein verschlüsselter Hashwert der Adresse, damit niemand Sie gleich wieder fragen lässt; wollten Sie nie gefragt werden, bis Sie das zurücknehmen.',
    },
    reports: { title: 'Meldungen und Bitten um erneute Prüfung', what: 'Der Grund und Ihre Worte.' },
    evidence: {
      title: 'Worauf eine Entscheidung beruhte',
      what: 'Was die Regeln in einem Kommentar gefunden haben und was die Moderation notiert oder dem Verfasser geschrieben hat.',
    },
    standing: {
      title: 'Sperren, Vorprüfungen und Verwarnungen',
      what: 'Bis wann und warum. Lassen Sie inzwischen alles löschen, bleibt bis zum Ende ein verschlüsselter Hashwert Ihrer Adresse oder Nummer, damit das Löschen keine Sperre aufhebt; niemand kann die Adresse daraus lesen.',
    },
    network: {
      title: 'Von wo Sie geschrieben haben',
      what: 'Nicht Ihre Adresse: acht Byte eines verschlüsselten Hashwerts Ihres Netzes, die nichts mehr bedeuten, sobald der Schlüssel des Tages nach zwei Tagen gelöscht ist.',
    },
    work: {
      title: 'Rechenaufgaben Ihres Browsers',
      what: 'Ein Hashwert jeder verwendeten, damit sie nur einmal zählt.',
    },
    views: {
      title: 'Aufrufe einer Seite',
      what: 'Eine Zahl für jede Seite. Wer sie heute gesehen hat, steht nur im Arbeitsspeicher, als Hashwert mit zufälligen Bytes.',
    },
    log: {
      title: 'Das Protokoll der Entscheidungen',
      what: 'Nummern, Kürzel, Zeiten und Hashwerte von Texten, die nichts bedeuten, wenn der Text gelöscht ist; und dass jemand gelöscht wurde. Keine Namen, keine Texte.',
    },
    desk: {
      title: 'Nur von denen, die hier moderieren',
      what: 'Ihr Name, ihre Rolle, eine Adresse, wenn sie E-Mails wünschen, ihre Nummer bei einem Dienst, über den sie kommen, und wann und mit welcher Art von Browser sie sich angemeldet haben.',
    },
  },
  after: {
    decision: '{time} nach der Entscheidung',
    answer: '{time} nach der Antwort',
    edit: '{time} nach der Änderung',
    post: '{time} nach dem Absenden',
    use: '{time} nach der letzten Verwendung',
    import: '{time} nach dem Beginn',
    mail: '{time} nach dem Versand',
  },
  until: {
    erased: 'bis Sie alles löschen lassen',
    withdrawn: 'bis Sie es löschen oder die Moderation es entfernt',
    takenBack: 'bis Sie es zurücknehmen',
    lifted: 'solange die Maßnahme gilt; dass es eine gab, bis Sie alles löschen lassen',
    forGood: 'auf Dauer',
    account: 'solange sie eine Rolle haben; danach ihr Name und was sie getan haben',
    day: 'bis zum Ende des Tages; die Zahl bleibt',
  },
  within: 'Wo eine Frist genannt ist, wird innerhalb eines Tages nach ihrem Ende gelöscht.',
  notKept: 'Was nicht gespeichert wird',
  nothing: {
    readers: 'Ihre IP-Adresse, Ihr Browser und welche Seiten Sie gelesen haben.',
    operator: 'Namen, Adressen, Texte und Schlüssel in den Zeilen, die der Server für seinen Betreiber schreibt.',
  },
  device: 'Auf Ihrem Gerät',
  deviceMeans:
    'Nichts, bevor Sie etwas eintippen, abstimmen oder auswählen. Dann Ihr Schlüssel, was Sie gerade geschrieben haben (30 Tage lang), und Ihre Auswahl. „{you}“ am Anfang einer Diskussion entfernt das alles.',
  others: 'Wer sonst etwas erhält',
  noOthers: 'Niemand. Nichts, was Sie hier tun, führt zu einer Anfrage bei einem anderen Unternehmen.',
  captcha:
    'Wenn sehr viel gepostet wird und Ihr Browser eine Rechenaufgabe nicht lösen kann, können Sie stattdessen ein Captcha von {name} lösen. Dann, und nicht vorher, läuft dessen Skript auf der Seite.',
  translated:
    'Wenn jemand einen Kommentar in einer anderen Sprache haben möchte, geht sein Text an {host}, wo er übersetzt wird; der Name, die Seite und wer danach fragt, gehen nicht dorthin. Die Übersetzung wird 90 Tage beim Kommentar aufbewahrt.',
  elsewhere: 'Wenn Sie sich über {ways} anmelden, erfährt dieser Dienst davon.',
  receivers: {
    standard: 'ein Programm der Website',
    slack: 'Slack oder Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: 'Wenn hier etwas geschieht, lässt die Website es an folgende Stellen melden: {receivers}. Das sind der Name, den Sie angegeben haben, was Sie geschrieben haben, die Seite und die Zeit. Ihre E-Mail-Adresse, Ihr Schlüssel und von wo Sie geschrieben haben, gehen nie dorthin. Was dort angekommen ist, wird nach deren eigenen Regeln gespeichert.',
  toldEarly:
    'Das kann ein Kommentar sein, der wartet oder abgelehnt wurde, dass er gemeldet wurde, oder der Text einer Bitte um erneute Prüfung.',
  mailed:
    'Wenn Sie eine E-Mail-Adresse nachweisen, geht die E-Mail mit dem Code über einen Mailserver, der dadurch die Adresse erfährt. E-Mails an die Moderation sagen, wie viele Kommentare warten, und enthalten nichts von dem, was Sie geschrieben haben.',
  mailOfHouse:
    'Die Moderation erhält vielleicht E-Mails, die sagen, wie viele Kommentare warten; nichts von dem, was Sie geschrieben haben, steht darin.',
  mailToReaders:
    'Wer es wünscht, erfährt per E-Mail von neuen Kommentaren: Namen und Anfänge dessen, was veröffentlicht wurde, gehen über einen Mailserver an die Adressen anderer Leser. Dieser Server erfährt, wer wovon benachrichtigt wird.',
  yours: 'Was Sie tun können',
  yoursMeans:
    'Unter „{you}“ am Anfang jeder Diskussion: alles herunterladen, was von Ihnen ist, einen Kommentar löschen, sich überall abmelden oder alles löschen lassen. Wo andere Ihnen geantwortet haben, bleibt eine leere Stelle. Wer eine Adresse nachgewiesen hat, kann sich auch an die Website wenden.',
  hold: 'Wenn ein Gericht es verlangt, muss ein Kommentar vielleicht länger aufbewahrt werden, ohne dass er zu sehen ist.',
  backups:
    'Sicherungskopien der Datenbank, die der Betreiber angelegt hat, enthalten, was es damals gab, bis sie gelöscht werden.',
  lingers:
    'Die Datenbank wird von einem anderen Unternehmen betrieben, das bis zu 30 Tage lang aufbewahren kann, was daraus gelöscht wurde.',
}

export const mailing: Locale['mailing'] = {
  title: 'Per E-Mail',
  why: 'Eine Mail, wenn es Neues gibt, mit Abstand dazwischen, jede mit einem Link zum Abbestellen. Niemand hier sieht Ihre Adresse.',
  replies: 'Antworten auf das, was ich schreibe',
  follows: 'Wem oder was ich folge',
  address: 'Ihre E-Mail-Adresse',
  ask: 'Per E-Mail benachrichtigen',
  own: 'An {address} benachrichtigen',
  asked:
    'Wenn an diese Adresse geschrieben werden darf, kommt jetzt eine Mail: Öffnen Sie den Link darin und stimmen Sie zu. Bis dahin wird nichts weiter gesendet. Sehen Sie auch im Spam nach; wer sich früher abgemeldet hat, wird erst nach einem Monat wieder gefragt, außer bei Anmeldung mit dieser Adresse.',
  waiting:
    'Wenn an {address} geschrieben werden darf, liegt dort eine Mail, deren Link sieben Tage gilt. Falls Sie sich früher abgemeldet haben: Der Link in Ihrer letzten Mail führt zurück.',
  told: 'Sie werden an {address} benachrichtigt.',
  saved: 'Gespeichert.',
  end: 'Keine Mails mehr',
  ended: 'Es kommen keine Mails mehr.',
  wrong: 'An diese E-Mail-Adresse können wir nicht schreiben. Bitte prüfen Sie sie.',
  wait: 'Das war viel auf einmal. Bitte warten Sie kurz und versuchen Sie es dann noch einmal.',
  failed: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
}

export const followMail: Locale['followMail'] = {
  guest: 'Gast',
  confirm: {
    subject: 'Darf {site} Ihnen schreiben?',
    what: 'Jemand, sehr wahrscheinlich Sie, hat auf {site} diese Adresse angegeben, um per E-Mail von Antworten dort zu erfahren. Es wird nichts gesendet, bevor Sie zustimmen.',
    open: 'Zustimmen oder ablehnen:',
    lasts: 'Der Link gilt sieben Tage. Wenn Sie das nicht waren, brauchen Sie nichts zu tun.',
  },
  digest: {
    subject: { one: '{n} neuer Kommentar auf {site}', other: '{n} neue Kommentare auf {site}' },
    untitled: 'Auf {site}',
    reply: '{name} hat Ihnen geantwortet:',
    wrote: '{name} schreibt:',
    read: 'Lesen und antworten:',
    more: { one: 'Und {n} weiterer.', other: 'Und {n} weitere.' },
    why: 'Sie erhalten diese Mail, weil Sie {site} darum gebeten haben.',
    manage: 'Worüber Sie benachrichtigt werden, und wie Sie das beenden:',
  },
  page: {
    title: 'Mails von {site}',
    asks: '{name} möchte an dieser Adresse von Antworten auf {site} erfahren. Sind Sie das?',
    agree: 'Ja, schreiben Sie mir',
    agreed: 'Erledigt. Von jetzt an werden Sie per E-Mail benachrichtigt.',
    gone: 'Diese Anfrage gibt es nicht mehr.',
    anew: 'Unter den Kommentaren auf {site} können Sie eine neue stellen.',
    nothing: 'An Ihre Adresse wird nichts gesendet.',
    told: 'Sie werden per E-Mail benachrichtigt über:',
    replies: 'Antworten auf das, was Sie geschrieben haben',
    thread: 'Kommentare: {title}',
    conversation: 'Gespräch, begonnen von {name}: {title}',
    stop: 'Nicht mehr',
    start: 'Wieder benachrichtigen',
    leave: 'Keine Mails mehr von {site}',
    left: 'Es kommen keine Mails mehr.',
    never: 'Diese Adresse nie wieder fragen',
    neverMeans:
      'Dann kann niemand mehr eine Anfrage hierher senden lassen. Auf dieser Seite können Sie das zurücknehmen.',
    isNever: 'An Ihre Adresse kann niemand mehr eine Anfrage senden lassen.',
    allow: 'Das zurücknehmen',
    saved: 'Gespeichert.',
  },
}

export const digestMail: Locale['digestMail'] = {
  subject: {
    one: 'Bei {site} wartet ein Kommentar',
    other: 'Bei {site} warten {n} Kommentare',
  },
  subjectMany: 'Bei {site} warten mehr als {n} Kommentare',
  what: {
    one: 'Bei {site} wartet ein Kommentar, seit dem {since}.',
    other: 'Bei {site} warten {n} Kommentare, der erste seit dem {since}.',
  },
  whatMany: 'Bei {site} warten mehr als {n} Kommentare, der erste seit dem {since}.',
  decide: 'Einen nach dem anderen entscheiden, auch am Telefon',
  desk: 'Zur Moderation',
  keyless: 'Beides fragt, ob Sie angemeldet sind: Wer diese Mail hat, kann mit ihr nichts tun.',
  quiet:
    'Es kommt keine weitere Mail, bis über das entschieden ist, was jetzt wartet, und höchstens eine in der Stunde. Wer gar keine möchte, öffnet in der Moderation die Benachrichtigungen.',
}

export const waiting: Locale['waiting'] = {
  title: 'Was wartet',
  left: {
    one: 'Ein Kommentar wartet.',
    other: '{n} Kommentare warten.',
  },
  leftMany: 'Mehr als {n} Kommentare warten.',
  done: 'Nichts wartet mehr. Sie sind fertig.',
  passed: 'Das war der letzte; die aufgeschobenen warten noch.',
  fromStart: 'Von vorn beginnen',
  desk: 'Zur Moderation',
  signIn: 'Bitte erst anmelden',
  signInWhy:
    'Diese Seite entscheidet in Ihrem Namen. Deshalb fragt sie nach Ihrer Anmeldung und nicht nach dem Link: Eine Mail kann weitergeleitet werden, und Programme öffnen, was darin steht.',
  signInHow: 'Melden Sie sich in diesem Browser bei der Moderation an und kommen Sie dann hierher zurück.',
  comeBack: 'Ich bin angemeldet',
  on: 'Zu {article}',
  record: 'Bisher {published} veröffentlicht, {refused} abgelehnt.',
  recordNone: 'Bisher wurde über nichts von dieser Person entschieden.',
  why: 'Warum er hier ist: {reasons}',
  reports: {
    one: 'Eine Person hat ihn gemeldet.',
    other: '{n} Personen haben ihn gemeldet.',
  },
  appeal: 'Die Person bittet, noch einmal hinzusehen.',
  approve: 'Veröffentlichen',
  reject: 'Ablehnen',
  spam: 'Spam',
  later: 'Für später lassen',
  becauseOf: 'Grund, den die Person liest',
  did: {
    approve: 'Veröffentlicht.',
    reject: 'Abgelehnt.',
    spam: 'Als Spam markiert.',
    restore: 'Zurückgenommen: Er wartet wieder.',
    confirm: 'Bleibt veröffentlicht.',
  },
  takeBack: 'Zurücknehmen',
  lost: 'Nichts wurde entschieden: Inzwischen hat jemand den Kommentar geändert oder darüber entschieden. So steht es jetzt.',
  reasons: {
    off_topic: 'Nicht beim Thema',
    abuse: 'Angriff auf eine Person',
    hate: 'Hass',
    illegal: 'Vielleicht gegen das Gesetz',
    spam: 'Werbung',
    propaganda: 'Teil einer Kampagne',
    personal_data: 'Private Angaben über jemanden',
    repeated: 'Derselbe Text stand hier schon',
    too_many_links: 'Mehr Links, als die Site erlaubt',
    first_comment: 'Ein erster Kommentar',
    premoderated: 'Hier wartet jeder Kommentar',
    banned: 'Die Person ist gesperrt',
    reported: 'Er wurde gemeldet',
    unwanted_words: 'Wörter, die auf der Liste stehen',
    unwanted_link: 'Ein Link zu einem Ort, der auf der Liste steht',
    new_link: 'Ein Link zu einem Ort, der hier neu ist',
    typed_fast: 'Schneller getippt, als Menschen tippen',
    muted: 'Die Person ist stummgeschaltet',
    often_refused: 'Von dieser Person wurde oft etwas abgelehnt',
    language: 'Eine Sprache, die hier niemand liest',
    unproven: 'Der Browser hat die Rechnung nicht gelöst',
    other: 'Ein anderer Grund',
  },
}
