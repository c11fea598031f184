import type { About, Locale } from './locale.ts'

export const about: About = { lang: 'it', name: 'Italiano', dir: 'ltr', reviewer: null }

export const thread: Locale['thread'] = {
  comments: 'Commenti',
  count: { one: '{n} commento', many: '{n} di commenti', other: '{n} commenti' },
  empty: 'Ancora nessun commento. Scrivi il primo.',
  closed: 'I commenti sono chiusi, ma si possono ancora leggere.',
  guest: 'Ospite',
  badges: { author: 'Autore', staff: 'Staff', verified: 'Profilo verificato' },
  inReplyTo: 'in risposta a {name}',
  deletedByAuthor: 'Commento eliminato',
  removedByModerator: 'Rimosso da un moderatore',
  reply: 'Rispondi',
  replyTo: 'Rispondi a {name}',
  more: 'Mostra altri commenti',
  moreReplies: {
    one: 'Mostra ancora {n} risposta',
    many: 'Mostra ancora {n} di risposte',
    other: 'Mostra ancora {n} risposte',
  },
  loading: 'Caricamento dei commenti',
  retry: 'Riprova',
  loadFailed: 'Impossibile caricare questa parte.',
  write: 'Scrivi un commento',
  writeReply: 'Scrivi una risposta',
}

export const writing: Locale['writing'] = {
  name: 'Nome (facoltativo)',
  post: 'Pubblica',
  posting: 'Pubblicazione…',
  cancel: 'Annulla',
  guidelines: 'Che cosa chiediamo a chi commenta',
  holds: {
    first: 'Un moderatore legge il tuo primo commento prima che gli altri lo vedano.',
    all: 'Un moderatore legge ogni commento prima che gli altri lo vedano.',
  },
  left: { one: 'Resta {n} carattere', many: 'Restano {n} di caratteri', other: 'Restano {n} caratteri' },
  over: { one: '{n} carattere di troppo', many: '{n} di caratteri di troppo', other: '{n} caratteri di troppo' },
  posted: 'Il tuo commento è pubblicato.',
  postedWaiting: 'Il tuo commento è in attesa di un moderatore. Per ora lo vedi solo tu.',
  postedRefused: 'Il tuo commento non è stato pubblicato.',
  faults: {
    text_empty: 'Scrivi qualcosa prima di pubblicare.',
    text_too_long: 'Il testo è troppo lungo: un commento può avere al massimo 10.000 caratteri.',
    name_too_long: 'Il nome è troppo lungo. Scegline uno più breve.',
    name_imitates: 'Questo nome è di qualcuno dello staff. Scegline un altro oppure, se è il tuo, accedi.',
    slow_mode: 'Qui si conversa con calma. Il testo è conservato: pubblicalo di nuovo {wait}.',
    overloaded: 'In questo momento c’è moltissima gente. Il testo è conservato: pubblicalo di nuovo {wait}.',
    thread_closed: 'I commenti sono stati chiusi mentre scrivevi.',
    parent_gone: 'Il commento a cui stai rispondendo non è più qui.',
    branch_locked: 'Un moderatore ha chiuso questa conversazione. Puoi iniziarne un’altra.',
    warning_unread: 'Leggi prima l’avviso del moderatore. Il testo è al sicuro qui.',
    too_many_requests: 'Hai pubblicato molto in poco tempo. Attendi un po’ e pubblica di nuovo.',
    wait: 'Hai pubblicato molto in poco tempo. Potrai farlo di nuovo {wait}.',
    unknown_comment: 'Questo commento non è più qui.',
    offline: 'Sembra che manchi la connessione. Il testo è al sicuro qui; riprova appena torna.',
    queued: 'Manca la connessione. Il commento è conservato e partirà da solo appena torna.',
    too_many_mentions: 'Puoi menzionare al massimo 10 persone. Togli qualche menzione.',
    edit_over: 'Il tempo per modificare questo commento è scaduto. Il nuovo testo è ancora qui: puoi copiarlo.',
    stale_version: 'Nel frattempo questo commento è cambiato. Copia il testo, annulla e modificalo di nuovo.',
    banned: 'Qui non puoi più partecipare.',
    silent: 'Nessuna risposta. Il testo è al sicuro qui; riprova.',
    broken: 'Qualcosa è andato storto da parte nostra. Il testo è al sicuro qui; riprova.',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { one: '{n} commento', many: '{n} di commenti', other: '{n} commenti' },
  noComments: 'Ancora nessun commento',
  views: { one: '{n} visualizzazione', many: '{n} di visualizzazioni', other: '{n} visualizzazioni' },
}

export const refused: Locale['refused'] = {
  refused: 'I commenti non sono ancora configurati per questa pagina.',
  command:
    'Se il sito è tuo, questo comando aiuta. Scrivilo dove è stato avviato Parley, con le stesse impostazioni (PARLEY_…, PORT):',
}

export const present: Locale['present'] = {
  fresh: { one: '{n} nuovo commento', many: '{n} di nuovi commenti', other: '{n} nuovi commenti' },
  removed: 'Questo commento non è più qui.',
  banned: 'Qui non puoi più partecipare.',
  wait: 'Troppe azioni in poco tempo. Attendi un po’ e riprova.',
  failed: 'Nessuna risposta. Riprova.',
  order: 'Ordine',
  orders: {
    newest: 'Più recenti',
    oldest: 'Meno recenti',
    helpful: 'Più utili',
    discussed: 'Più discussi',
  },
  you: 'Il mio profilo',
  signIn: 'Accedi',
  stranded: 'Impossibile caricare ciò che serve per pubblicare. Il testo è conservato: riprova o ricarica la pagina.',
  reload: 'Ricarica la pagina',
}

export const acts: Locale['acts'] = {
  marks: {
    pinned: 'Fissato in alto',
    featured: 'In evidenza',
    locked: 'Chiuso: non accetta altre risposte',
    edited: 'da un moderatore',
  },
  edited: 'Modificato',
  earlier: 'Modificato: mostra che cosa diceva prima questo commento',
  voteFor: 'Vota a favore del commento di {name}',
  voteAgainst: 'Vota contro il commento di {name}',
  votes: { one: '{n} voto', many: '{n} di voti', other: '{n} voti' },
  hide: { one: 'Nascondi {n} risposta', many: 'Nascondi {n} di risposte', other: 'Nascondi {n} risposte' },
  show: { one: 'Mostra {n} risposta', many: 'Mostra {n} di risposte', other: 'Mostra {n} risposte' },
  all: 'Mostra tutto',
  translate: 'Traduci',
  moreOn: 'Altre opzioni per il commento di {name}',
  muted: 'Hai silenziato questa persona.',
  showMuted: 'Mostra',
}

export const own: Locale['own'] = {
  waiting: { label: 'In attesa.', detail: 'Per ora lo vedi solo tu.' },
  refused: 'Non pubblicato.',
  edit: 'Modifica',
  delete: 'Elimina',
  undo: 'Annulla',
  deleted: 'Il tuo commento è stato eliminato.',
  restored: 'Il tuo commento è di nuovo qui.',
  changed: 'La modifica è salvata.',
  changedWaiting: 'La modifica è salvata. Un moderatore la leggerà prima che gli altri la vedano.',
  changedRefused: 'Con questo testo il tuo commento non viene pubblicato.',
  undone: 'La modifica è stata annullata.',
  notKept:
    'Il browser non conserva nulla di questa pagina: puoi modificare o eliminare il commento solo finché resti qui.',
}

export const reasons: Locale['reasons'] = {
  off_topic: 'Si allontana troppo dall’articolo.',
  abuse: 'Attacca una persona anziché ciò che dice.',
  hate: 'Parla di altre persone con odio.',
  illegal: 'Potrebbe violare la legge.',
  spam: 'Sembra pubblicità.',
  propaganda: 'Sembra parte di una campagna.',
  personal_data: 'Rivela informazioni private su qualcuno.',
  repeated: 'Lo stesso testo è già stato pubblicato qui.',
  too_many_links: 'Contiene troppi link.',
  first_comment: 'Un moderatore legge il primo commento di ogni persona.',
  premoderated: 'Un moderatore legge ogni commento prima della pubblicazione.',
  banned: 'Qui non puoi più commentare.',
  reported: 'Alcuni lettori lo hanno segnalato; un moderatore lo esaminerà.',
  unwanted_words: 'Contiene parole che qui non si usano.',
  unwanted_link: 'Contiene un link a un sito non ammesso qui.',
  new_link: 'Un moderatore controlla prima i link a siti nuovi.',
  typed_fast: 'Prima lo legge un moderatore.',
  muted: 'Per qualche tempo un moderatore legge tutto ciò che scrivi.',
  often_refused: 'Prima lo legge un moderatore, perché altri tuoi commenti non sono stati pubblicati.',
  language: 'È in attesa di un moderatore che ne conosca la lingua.',
  unproven:
    'Qui scrivono anche i bot. Il browser non è riuscito a terminare il piccolo calcolo che ti distingue da loro, perciò prima lo legge un moderatore.',
  other: 'Un moderatore ha deciso di non pubblicarlo.',
}

export const menu: Locale['menu'] = {
  menu: 'Commento di {name}',
  copy: 'Copia link',
  copied: 'Link copiato',
  notCopied: 'Il browser non permette di copiare. Il link è nell’ora accanto al nome.',
  share: 'Condividi…',
  follow: 'Segui questa conversazione',
  unfollow: 'Non seguire più',
  followed: 'Ora segui questa conversazione. Trovi le novità in «Il mio profilo».',
  unfollowed: 'Non segui più questa conversazione.',
  mute: 'Silenzia questa persona',
  unmute: 'Mostra di nuovo questa persona',
  mutedNow: 'Non vedrai più i commenti di questa persona. Nessuno viene avvisato.',
  shownNow: 'Vedi di nuovo i commenti di questa persona.',
  report: 'Segnala…',
  full: 'Non c’è più posto. Per fare spazio, togli qualcosa in «Il mio profilo».',
}

export const format: Locale['format'] = {
  toolbar: 'Formato',
  formats: {
    bold: 'Grassetto',
    italic: 'Corsivo',
    strike: 'Barrato',
    code: 'Codice',
    link: 'Link',
    quote: 'Citazione',
    list: 'Elenco',
  },
  preview: 'Anteprima',
  empty: 'Qui vedrai ciò che scrivi.',
  failed: 'Impossibile caricare l’anteprima. Il testo è al sicuro.',
}

export const editing: Locale['editing'] = {
  label: 'Il tuo commento',
  save: 'Salva',
  saving: 'Salvataggio…',
  cancel: 'Annulla',
  loading: 'Caricamento del testo…',
  over: 'Il tempo per modificare questo commento è scaduto.',
}

export const report: Locale['report'] = {
  question: 'Che cosa non va in questo commento?',
  reasons: {
    off_topic: 'Si allontana molto dall’articolo',
    abuse: 'Attacca una persona',
    hate: 'Parla di altre persone con odio',
    illegal: 'Potrebbe violare la legge',
    spam: 'È pubblicità',
    propaganda: 'Fa parte di una campagna',
    personal_data: 'Rivela informazioni private',
    other: 'Altro',
  },
  words: 'Qualcosa che il moderatore dovrebbe sapere (facoltativo)',
  send: 'Invia segnalazione',
  sending: 'Invio…',
  cancel: 'Annulla',
  thanks: 'Grazie, un moderatore lo esaminerà.',
  choose: 'Indica innanzitutto che cosa non va.',
  gone: 'Questo commento non è più qui.',
  banned: 'Qui non puoi più partecipare.',
  wait: 'Troppe azioni in poco tempo. Attendi un po’ e riprova.',
  failed: 'Nessuna risposta. Riprova.',
}

export const you: Locale['you'] = {
  you: 'Il mio profilo',
  close: 'Chiudi',
  tabs: {
    news: 'Novità',
    comments: 'Commenti',
    votes: 'Voti',
    follows: 'Seguiti',
    mutes: 'Silenziati',
    device: 'Questo dispositivo',
  },
  empty: {
    news: 'Ancora nulla. Qui vedrai le risposte a ciò che scrivi e le decisioni dei moderatori.',
    comments: 'Qui non hai ancora scritto nulla. In questo spazio vedrai ciò che scrivi e se viene pubblicato.',
    votes: 'Qui non hai ancora votato.',
    follows: 'Non segui ancora nulla. Qui vedrai quante novità ci sono in ciò che segui.',
    mutes: 'Non hai silenziato nessuno. Chi viene silenziato non lo sa.',
  },
  states: {
    pending: 'In attesa',
    published: 'Pubblicato',
    rejected: 'Non pubblicato',
    withdrawn: 'Eliminato da te',
  },
  waits: 'Per ora lo vedi solo tu.',
  replies: { one: '{n} risposta', many: '{n} di risposte', other: '{n} risposte' },
  votes: { one: '{n} voto', many: '{n} di voti', other: '{n} voti' },
  votedFor: 'Hai votato a favore',
  votedAgainst: 'Hai votato contro',
  guest: 'Ospite',
  thread: 'Tutti i commenti',
  conversation: 'Conversazione iniziata da {name}',
  news: { one: '{n} nuovo commento', many: '{n} di nuovi commenti', other: '{n} nuovi commenti' },
  manyNews: 'Più di {n} nuovi commenti',
  followThread: 'Segui i commenti di questa pagina',
  nothingToFollow: 'Si potrà seguire quando qualcuno avrà scritto qui.',
  byMail: 'Cosa ne arriva via e-mail',
  restore: 'Recupera',
  restoreOver: 'Non è più possibile recuperarlo.',
  feed: 'Feed dei commenti di questa pagina',
  unfollow: 'Non seguire più',
  unmute: 'Mostra di nuovo',
  isNew: 'Nuovo',
  answered: '{name} ti ha risposto',
  told: {
    published: 'Il tuo commento è pubblicato',
    pending: 'Alcuni lettori hanno segnalato il tuo commento; un moderatore lo esaminerà',
    rejected: 'Il tuo commento non è pubblicato',
    restored: 'Il tuo commento è di nuovo visibile',
    granted: 'Come hai chiesto, un moderatore lo ha riesaminato: è pubblicato.',
    declined: 'Un moderatore lo ha riesaminato e la decisione resta la stessa.',
  },
  failed: 'Nessuna risposta. Riprova.',
  more: 'Mostra altro',
  loading: 'Caricamento…',
  retry: 'Riprova',
  fullList: 'Non c’è più posto. Per fare spazio, smetti di seguire qualcos’altro.',
}

export const standing: Locale['standing'] = {
  warned: 'Prima di continuare, leggi l’avviso di un moderatore:',
  read: 'Ho letto',
  banned: 'Un moderatore ha deciso che qui non puoi più commentare.',
  bannedUntil: 'Un moderatore ha deciso che qui non puoi commentare fino a {time}.',
  muted: 'Ogni tuo commento resta in attesa di un moderatore.',
  mutedUntil: 'Fino a {time} ogni tuo commento resta in attesa di un moderatore.',
  failed: 'Nessuna risposta. Riprova.',
}

export const signIn: Locale['signIn'] = {
  signIn: 'Accedi',
  guest: 'Scrivi come ospite.',
  badges: { author: 'Autore', staff: 'Staff', verified: 'Profilo verificato' },
  ways: { email: 'e-mail', github: 'GitHub', google: 'Google', host: 'l’account di questo sito' },
  knownBy: 'Accesso con {ways}',
  why: 'Così i tuoi commenti hanno un contrassegno e sono tuoi su ogni dispositivo. Nessuno vede il tuo indirizzo.',
  address: 'Il tuo indirizzo e-mail',
  sendCode: 'Inviami un codice',
  sendOwn: 'Invia un codice al mio indirizzo e-mail',
  or: 'oppure',
  goOn: 'Continua con {way}',
  back: 'Annulla',
  sent: 'Un’e-mail con sei cifre è in arrivo all’indirizzo {address}. Inseriscile qui entro dieci minuti.',
  sentOwn: 'Un’e-mail con sei cifre è in arrivo al tuo indirizzo. Inseriscile qui entro dieci minuti.',
  code: 'Il codice',
  confirm: 'Conferma',
  noMail:
    'L’e-mail non è arrivata? Può volerci un minuto, oppure è finita nello spam. Tra mezzo minuto potrai chiedere un nuovo invio.',
  again: 'Invia di nuovo',
  sentAgain: 'Inviata di nuovo. Vale solo il codice più recente.',
  other: 'Altro indirizzo',
  otherWay: 'Altro metodo',
  inWindow: 'Continua nella finestra che si è aperta.',
  cutOff: 'Se la finestra mostra un codice, inseriscilo qui. Se è chiusa, riaprila o scegli un altro metodo.',
  reopen: 'Riapri',
  blocked: 'Il browser ha bloccato la finestra. Questo link la apre:',
  openTab: 'Continua con {way} in una nuova scheda',
  checking: 'Un momento…',
  fresh: 'Conferma innanzitutto la tua identità, con un metodo che hai già usato qui.',
  noWay: 'Nessuno dei metodi di accesso che hai usato qui è disponibile ora. Rivolgiti al sito.',
  triesLeft: {
    one: 'Il codice non è questo. Resta un solo tentativo.',
    many: 'Il codice non è questo. Restano {n} di tentativi.',
    other: 'Il codice non è questo. Restano {n} tentativi.',
  },
  faults: {
    email_wrong: 'A questo indirizzo e-mail non possiamo scrivere. Ricontrollalo.',
    code_wrong: 'Il codice non è questo. Deve avere sei cifre.',
    claim_spent: 'Questo codice non è più valido. Chiedine uno nuovo.',
    identity_taken:
      'Appartiene già a un altro profilo di questo sito. Accedi con quello; puoi usarli entrambi, ciascuno per sé.',
    proof_needed: 'Scegli un metodo con cui hai già fatto l’accesso.',
    way_not_offered: 'Questo metodo non è più disponibile qui. Scegline un altro.',
    mail_failed: 'Impossibile inviare l’e-mail. Ricontrolla l’indirizzo o riprova più tardi.',
    issuer_failed: 'L’altro sito non ha risposto come doveva. Riprova più tardi o scegli un altro metodo.',
    login_refused: 'La conferma del tuo accesso a questo sito è scaduta. Ricarica la pagina e riprova.',
    email_unverified: 'Lì il tuo indirizzo non è confermato. Confermalo dove hai l’account e torna qui.',
    too_many_requests: 'Troppi tentativi in poco tempo. Attendi un po’ e riprova.',
    wait: 'Troppi tentativi in poco tempo. Potrai riprovare {wait}.',
    broken: 'Qualcosa è andato storto da parte nostra. Riprova.',
    silent: 'Nessuna risposta. Riprova.',
  },
}

export const account: Locale['account'] = {
  signedInAs: 'Hai effettuato l’accesso come {name}.',
  signedIn: 'Hai effettuato l’accesso.',
  guest: {
    came: 'Ciò che hai scritto qui come ospite ora è tuo con questo nome.',
    stayed:
      'Ciò che hai scritto come ospite resta di quell’ospite, la cui chiave è in uso anche su un altro dispositivo.',
  },
  notKept: 'Il browser non conserva nulla di questa pagina, perciò questo vale solo finché resti qui.',
  byHost: 'Hai effettuato l’accesso tramite questo sito.',
  signOut: 'Esci',
  everywhere: 'Esci da tutti i dispositivi',
  everywhereMeans:
    'Tutti i browser e i dispositivi dimenticheranno chi sei qui. Innanzitutto, conferma la tua identità.',
  signedOut: 'Disconnessione effettuata. I commenti restano tuoi: accedi di nuovo per ritrovarli.',
  signedOutAll: 'Disconnessione effettuata su tutti i dispositivi.',
  link: 'Aggiungi un metodo di accesso',
  linkNext: 'Ora scegli il metodo da aggiungere.',
  linked: 'D’ora in poi puoi accedere anche con {way}.',
  nameless: 'Senza nome',
}

export const appeal: Locale['appeal'] = {
  moderator: 'Un moderatore dice:',
  rules: 'Le regole di questo sito',
  ask: 'Chiedi una revisione',
  explain: 'Spiega perché andrebbe pubblicato. Puoi chiederlo una volta sola; decide un altro moderatore, se c’è.',
  send: 'Invia',
  sending: 'Invio…',
  cancel: 'Annulla',
  waits: 'Hai chiesto una revisione. La risposta comparirà qui.',
  yours: 'Hai scritto:',
  granted: 'Come hai chiesto, un moderatore lo ha riesaminato: è pubblicato.',
  declined: 'Un moderatore lo ha riesaminato e la decisione resta la stessa.',
  empty: 'Scrivi qualcosa prima di inviare.',
  tooLong: 'Il testo è troppo lungo: hai a disposizione 2000 caratteri.',
  already: 'Nel frattempo è stata presa una decisione. Ricarica la pagina per vederla.',
  wait: 'Troppe azioni in poco tempo. Attendi un po’ e riprova.',
  failed: 'Nessuna risposta. Il testo è al sicuro qui; riprova.',
}

export const device: Locale['device'] = {
  key: 'La tua chiave',
  kept: 'Questo browser conserva una chiave che rende tuoi i commenti che scrivi qui. Non contiene né nomi né indirizzi.',
  notKept:
    'Il browser non conserva nulla di questa pagina. I commenti sono tuoi finché resti qui, a meno che tu non annoti la tua frase.',
  none: 'Non c’è ancora una chiave. Viene creata in questo browser la prima volta che pubblichi, voti o scegli qualcosa.',
  leaveNone: 'Non conservare la chiave finché resto su questa pagina',
  leavesNone: 'Ciò che scrivi ora è tuo finché resti su questa pagina, e in questo browser non si conserva nulla.',
  forget: 'Dimenticami su questo dispositivo',
  forgetMeans:
    'Rimuove da questo browser la chiave, il tuo nome e le bozze. I commenti restano; senza la frase non potrai più modificarli.',
  forgotten: 'Fatto. Questo browser non sa più chi sei qui.',
  undo: 'Annulla',
  phrase: 'La tua frase',
  phraseMeans:
    'Queste parole sono la tua chiave. Scrivile su un altro dispositivo per essere anche lì la stessa persona. Chi le possiede può agire qui a nome tuo: tienile per te.',
  showPhrase: 'Mostra la frase',
  hidePhrase: 'Nascondi',
  copy: 'Copia',
  copied: 'Copiata',
  notCopied: 'Il browser non permette di copiare. Annota le parole.',
  other: 'Ho già una frase',
  otherMeans: 'Scrivi le 17 parole dell’altro dispositivo. Maiuscole, spazi e trattini non contano.',
  otherReplaces: 'Prende il posto della chiave di questo browser.',
  typeWords: 'Le parole della tua frase',
  use: 'Usa questa frase',
  taken: 'Ora questo dispositivo ha la tua chiave.',
  wrongCount: 'Una frase ha 17 parole; queste sono {n}.',
  wrongWord: 'Ricontrolla la parola numero {n}.',
  wrongSomewhere: 'Queste parole non combaciano tra loro. Confrontale con quelle che hai annotato.',
  data: 'Che cosa conserva di te questo sito',
  dataMeans: 'Tutto ciò che hai fatto qui, in un solo file: commenti, voti, segnalazioni e ciò che segui.',
  export: 'Scarica tutto',
  keeping: 'Che cosa si conserva, e per quanto tempo',
  exportAll: 'Anche con i miei indirizzi',
  byHost: 'Hai effettuato l’accesso tramite questo sito; in questo browser non si conserva nulla di te.',
  erase: 'Cancella tutti i miei dati',
  eraseMeans:
    'I tuoi commenti perdono il testo e il nome, e spariscono i voti, ciò che segui e chi hai silenziato. Non si può annullare.',
  eraseYes: 'Cancella tutto',
  keep: 'Conserva',
  erasing: 'Cancellazione…',
  erased: 'Tutti i tuoi dati sono cancellati.',
  failed: 'Nessuna risposta. Riprova.',
}

export const translation: Locale['translation'] = {
  made: 'Traduzione automatica di {host}',
  coming: 'Traduzione in corso…',
  failed: 'Non è arrivata nessuna traduzione. L’originale è qui sopra; riprova tra un po’.',
}

export const captcha: Locale['captcha'] = {
  label: 'Verifica contro i bot',
  asked:
    'Il browser non è riuscito a terminare il calcolo che tiene fuori i bot. Per pubblicare subito, supera invece questa verifica di {name}; oppure pubblica senza, e un moderatore leggerà prima il commento.',
  thanks: 'Grazie. Ora il tuo commento può essere pubblicato.',
  without: 'Pubblica senza verifica',
}

export const editions: Locale['editions'] = {
  until: 'Prima della modifica ({time}):',
  none: 'Non c’è nulla da mostrare.',
  moderator: 'modificato da un moderatore',
}

export const moved: Locale['moved'] = { gone: 'Il commento a cui porta questo link non è più qui.' }

export const mentions: Locale['mentions'] = {
  people: 'Persone in questa conversazione',
  names: {
    one: '{n} nome tra cui scegliere',
    many: '{n} di nomi tra cui scegliere',
    other: '{n} nomi tra cui scegliere',
  },
}

export const proof: Locale['proof'] = {
  wait: 'Un momento: il browser sta terminando un piccolo calcolo che tiene lontane le ondate di bot.',
}

export const plain: Locale['plain'] = {
  onArticle: 'Commenti su {title}',
  first: 'Torna alla prima pagina',
  formatting: 'Puoi usare Markdown: *corsivo*, **grassetto**, > citazione, - elenco.',
  stale: 'Questa pagina non è più aggiornata. Il tuo testo è ancora qui: invialo di nuovo.',
}

export const refusals: Locale['refusals'] = {
  bad_request: {
    title: 'Questo indirizzo non è completo',
    detail: 'Qualcosa manca o non va bene. Torna alla pagina da cui sei venuto e riprova da lì.',
  },
  not_found: { title: 'Qui non c’è nulla', detail: 'Controlla l’indirizzo.' },
  unknown_comment: { title: 'Commento inesistente', detail: 'Qui non c’è; forse è stato rimosso.' },
  body_too_large: { title: 'Il testo è troppo lungo', detail: 'Torna indietro, accorcialo e invialo di nuovo.' },
  too_many_requests: {
    title: 'Troppo in poco tempo',
    detail: 'Attendi un po’ e riprova; nulla di ciò che hai scritto va perso.',
  },
  overloaded: {
    title: 'Troppe richieste in una volta',
    detail: 'Nulla è stato salvato. Riprova tra qualche secondo.',
  },
  storage_failed: {
    title: 'Ora non si può salvare nulla',
    detail: 'Il gestore deve occuparsi del server. Conserva il tuo testo e riprova più tardi.',
  },
  internal: { title: 'Qualcosa è andato storto da parte nostra', detail: 'Non è dipeso da te. Riprova.' },
}

export const codeMail: Locale['codeMail'] = {
  subject: '{code} è il tuo codice per {site}',
  what: {
    sign_in: 'Inserisci questo codice dove scrivi su {site}:',
    link: 'Inserisci questo codice per continuare con il tuo profilo su {site}:',
    sign_out: 'Inserisci questo codice per uscire da {site} su tutti i dispositivi:',
    export: 'Inserisci questo codice per avere una copia di ciò che è tuo su {site}:',
    erase: 'Inserisci questo codice per cancellare definitivamente tutto ciò che hai scritto su {site}:',
  },
  lasts: 'Vale per dieci minuti.',
  notYou:
    'Se non l’hai chiesto tu, qualcuno ha sbagliato a scrivere un indirizzo. Non devi fare nulla; non dare il codice a nessuno.',
}

export const handOver: Locale['handOver'] = {
  done: 'Hai effettuato l’accesso',
  goOn: 'Puoi chiudere questa finestra e continuare da dove eri.',
  almost: 'Ci siamo quasi',
  type: 'Inserisci questo codice nella pagina di {site} da cui sei venuto:',
  secret:
    'Vale per pochi minuti, e solo per te: non darlo a nessuno. Se non hai appena premuto tu stesso «Accedi» su quella pagina, chiudi questa finestra.',
  ends: {
    denied: {
      title: 'L’accesso non è avvenuto',
      what: 'Hai detto di no, e nulla è stato trasmesso. Puoi chiudere questa finestra e scrivere come ospite, o scegliere un altro metodo.',
    },
    stale: {
      title: 'Non si può continuare',
      what: 'È già stato usato, ha atteso troppo o è cominciato in un altro browser. Chiudi questa finestra e ricomincia dalla pagina da cui sei venuto.',
    },
    unverified: {
      title: 'Lì il tuo indirizzo e-mail non è confermato',
      what: 'Confermalo dove hai l’account, poi ricomincia dalla pagina da cui sei venuto.',
    },
    failed: {
      title: 'L’altro sito non ha risposto come doveva',
      what: 'Nulla è stato trasmesso. Chiudi questa finestra e riprova più tardi, o scegli un altro metodo.',
    },
  },
}

export const privacy: Locale['privacy'] = {
  title: 'Che cosa si conserva, e per quanto tempo',
  lead: 'Questa pagina nasce dalle impostazioni in vigore in questo momento.',
  kept: 'Che cosa si conserva',
  kinds: {
    comments: {
      title: 'Ciò che scrivi',
      what: 'Il testo, il nome che dai, l’ora, la pagina, ciò a cui rispondi e un’ipotesi sulla lingua. Il nome può essere qualsiasi, o nessuno.',
    },
    coming: {
      title: 'Ciò che si sta importando da un altro sistema',
      what: 'I commenti che nel suo file vengono prima di ciò a cui rispondono, finché anche quello arriva: come in «Ciò che scrivi», con un’impronta dell’indirizzo. Se il lavoro viene interrotto, si cancellano. Il file stesso si cancella appena tutto è importato, o un giorno dopo l’ultima volta che è stato toccato.',
    },
    refused: {
      title: 'Ciò che hai eliminato, o che è stato rifiutato',
      what: 'Lo vedono solo i moderatori. In questo tempo si può recuperare, o puoi chiedere una revisione; poi testo e nome scompaiono. Finché attendi una risposta, restano.',
    },
    editions: {
      title: 'Che cosa diceva un commento prima della modifica',
      what: 'I testi precedenti, con i loro orari.',
    },
    person: {
      title: 'Che più commenti sono tuoi',
      what: 'Un’impronta di una chiave casuale creata dal tuo browser, l’ultimo nome che hai dato quanti dei tuoi commenti sono stati pubblicati o rifiutati, e quando la chiave è stata usata per la prima e l’ultima volta. La chiave stessa non si conserva.',
    },
    proof: {
      title: 'Come hai dimostrato chi sei',
      what: 'Solo se l’hai fatto: il tuo indirizzo e-mail, o il tuo numero presso il servizio da cui sei venuto. Nessun altro lettore lo vede.',
    },
    claims: {
      title: 'I tentativi di dimostrarlo',
      what: 'L’indirizzo o il numero, il nome che un servizio ha dato di te, e impronte del codice.',
    },
    letters: {
      title: 'Le e-mail che ti vengono o ti sono state inviate',
      what: 'L’indirizzo, l’argomento e quando; non il contenuto. Ciò che non si è potuto consegnare resta 30 giorni. Se un indirizzo non esiste, ne resta un’impronta cifrata finché il sito non la revoca; nessuno può leggervi l’indirizzo.',
    },
    choices: {
      title: 'Ciò che hai scelto',
      what: 'I tuoi voti, ciò che segui e fin dove l’hai visto, e chi hai silenziato.',
    },
    mailings: {
      title: 'Dove ricevi avvisi per e-mail',
      what: 'L’indirizzo, di che cosa vieni avvisato e i numeri dei commenti di cui parlerà la prossima e-mail. Ciò che non viene confermato si cancella dopo 7 giorni. Quando ti disiscrivi, un’impronta cifrata dell’indirizzo resta 30 giorni, perché nessuno ti faccia chiedere subito di nuovo; se hai voluto che non ti si chieda mai più, finché non lo annulli.',
    },
    reports: { title: 'Segnalazioni e richieste di revisione', what: 'Il motivo e le tue parole.' },
    evidence: {
      title: 'Su che cosa si basava una decisione',
      what: 'Ciò che le regole hanno trovato in un commento, e ciò che i moderatori hanno annotato o scritto all’autore.',
    },
    standing: {
      title: 'Esclusioni, controlli preventivi e avvertimenti',
      what: 'Fino a quando, e perché. Se nel frattempo fai cancellare tutto, fino alla fine resta un’impronta cifrata del tuo indirizzo o numero, perché la cancellazione non ponga fine a un’esclusione; nessuno può leggervi l’indirizzo.',
    },
    network: {
      title: 'Da dove hai scritto',
      what: 'Non il tuo indirizzo: otto byte di un’impronta cifrata della tua rete, che non significano più nulla quando la chiave del giorno è cancellata, dopo due giorni.',
    },
    work: {
      title: 'I calcoli del tuo browser',
      what: 'Un’impronta di ciascuno di quelli usati, perché valga una volta sola.',
    },
    views: {
      title: 'Le visite di una pagina',
      what: 'Un numero per ogni pagina. Chi l’ha vista oggi si ricorda solo in memoria, come impronta mescolata a byte casuali.',
    },
    log: {
      title: 'Il registro delle decisioni',
      what: 'Numeri, codici, orari e impronte di testi che non significano nulla quando il testo non c’è più; e che qualcuno è stato cancellato. Niente nomi, niente testi.',
    },
    desk: {
      title: 'Solo di chi modera qui',
      what: 'Il nome, il ruolo, un indirizzo se desiderano ricevere e-mail, il loro numero presso un servizio da cui arrivano, e quando e con quale tipo di browser hanno effettuato l’accesso.',
    },
  },
  after: {
    decision: '{time} dopo la decisione',
    answer: '{time} dopo la risposta',
    edit: '{time} dopo la modifica',
    post: '{time} dopo la pubblicazione',
    use: '{time} dopo l’ultimo uso',
    import: '{time} dopo l’inizio',
    mail: '{time} dopo l’invio',
  },
  until: {
    erased: 'finché non fai cancellare tutto',
    withdrawn: 'finché non lo elimini, o un moderatore lo rimuove',
    takenBack: 'finché non lo ritiri',
    lifted: 'finché dura la misura; che ce ne fu una, finché non fai cancellare tutto',
    forGood: 'per sempre',
    account: 'finché hanno un ruolo; poi il loro nome e ciò che hanno fatto',
    day: 'fino alla fine del giorno; il numero resta',
  },
  within: 'Dove è indicato un tempo, la cancellazione avviene entro un giorno dalla sua fine.',
  notKept: 'Che cosa non si conserva',
  nothing: {
    readers: 'Il tuo indirizzo IP, il tuo browser, e quali pagine hai letto.',
    operator: 'Nomi, indirizzi, testi e chiavi nelle righe che il server scrive per chi lo gestisce.',
  },
  device: 'Sul tuo dispositivo',
  deviceMeans:
    'Nulla prima che tu scriva, voti o scelga qualcosa. Poi la tua chiave, ciò che stavi scrivendo (per 30 giorni) e le tue scelte. «{you}», all’inizio di una conversazione, elimina tutto questo.',
  others: 'Chi altro riceve qualcosa',
  noOthers: 'Nessuno. Per nulla di ciò che fai qui si interpella un’altra azienda.',
  captcha:
    'Quando si pubblica moltissimo e il tuo browser non riesce a risolvere un calcolo, puoi rispondere invece a un captcha di {name}. Allora, e non prima, il suo script gira sulla pagina.',
  translated:
    'Quando qualcuno chiede un commento in un’altra lingua, il testo va a {host}, che lo traduce; il nome, la pagina e chi lo chiede non ci vanno. La traduzione si conserva con il commento per 90 giorni.',
  elsewhere: 'Se accedi con {ways}, quel servizio ne viene a conoscenza.',
  receivers: {
    standard: 'un programma del sito',
    slack: 'Slack o Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: 'Quando qui succede qualcosa, il sito lo fa sapere a questi destinatari: {receivers}. Ricevono il nome che hai dato, ciò che hai scritto, la pagina e l’ora. Il tuo indirizzo e-mail, la tua chiave e da dove hai scritto non vi arrivano mai. Ciò che vi è arrivato si conserva secondo le loro regole.',
  toldEarly:
    'Può essere un commento in attesa o rifiutato, il fatto che sia stato segnalato, o le parole di una richiesta di revisione.',
  mailed:
    'Se dimostri un indirizzo e-mail, il messaggio con il codice passa per un server di posta, che così viene a conoscere l’indirizzo. Le e-mail ai moderatori dicono quanti commenti attendono, e nulla di ciò che hai scritto.',
  mailOfHouse:
    'I moderatori possono ricevere e-mail che dicono quanti commenti attendono; non contengono nulla di ciò che hai scritto.',
  mailToReaders:
    'Chi lo desidera riceve per e-mail avvisi di nuovi commenti: i nomi e l’inizio di ciò che è stato pubblicato passano per un server di posta verso gli indirizzi di altri lettori. Quel server viene a sapere chi viene avvisato e di che cosa.',
  yours: 'Che cosa puoi fare',
  yoursMeans:
    'In «{you}», all’inizio di ogni conversazione: scaricare tutto ciò che è tuo, eliminare un commento, uscire da tutti i dispositivi, o far cancellare tutto. Dove altri ti hanno risposto resta un posto vuoto. Chi ha dimostrato un indirizzo può anche rivolgersi al sito.',
  hold: 'Se un tribunale lo ha chiesto, può darsi che un commento vada conservato più a lungo, fuori dalla vista.',
  backups:
    'Le copie della base di dati fatte dal gestore contengono ciò che c’era in quel momento, finché non vengono cancellate.',
  lingers:
    'La base di dati è gestita da un’altra azienda, che può conservare fino a 30 giorni ciò che ne è stato cancellato.',
}

export const mailing: Locale['mailing'] = {
  title: 'Per e-mail',
  why: 'Un’e-mail quando c’è qualcosa di nuovo, a intervalli, ciascuna con un link per non riceverne più. Qui nessuno vede il tuo indirizzo.',
  replies: 'Le risposte a ciò che scrivo',
  follows: 'Ciò che seguo',
  address: 'Il tuo indirizzo e-mail',
  ask: 'Avvisami per e-mail',
  own: 'Avvisami a {address}',
  asked:
    'Se a questo indirizzo si può scrivere, ora arriva un’e-mail: apri il link e acconsenti. Fino ad allora non viene inviato altro. Guarda anche nello spam; chi si è cancellato in passato non viene interpellato per un mese, a meno che non acceda con l’indirizzo.',
  waiting:
    'Se a {address} si può scrivere, lì c’è un’e-mail il cui link vale sette giorni. Se in passato hai disdetto, il link nella tua ultima e-mail ti permette di tornare.',
  told: 'Ricevi gli avvisi a {address}.',
  saved: 'Salvato.',
  end: 'Niente più e-mail',
  ended: 'Non arriveranno altre e-mail.',
  wrong: 'A questo indirizzo e-mail non possiamo scrivere. Ricontrollalo.',
  wait: 'Troppi tentativi in poco tempo. Attendi un po’ e riprova.',
  failed: 'Nessuna risposta. Riprova.',
}

export const followMail: Locale['followMail'] = {
  guest: 'Ospite',
  confirm: {
    subject: '{site} può scriverti?',
    what: 'Qualcuno, molto probabilmente tu, ha indicato questo indirizzo su {site} per ricevere per e-mail le risposte. Non viene inviato nulla finché non acconsenti.',
    open: 'Acconsenti o rifiuta:',
    lasts: 'Il link vale sette giorni. Se non sei stato tu, non devi fare nulla.',
  },
  digest: {
    subject: {
      one: '{n} nuovo commento su {site}',
      many: '{n} di nuovi commenti su {site}',
      other: '{n} nuovi commenti su {site}',
    },
    untitled: 'Su {site}',
    reply: '{name} ti ha risposto:',
    wrote: '{name} ha scritto:',
    read: 'Leggi e rispondi:',
    more: { one: 'E un altro.', many: 'E altri {n}.', other: 'E altri {n}.' },
    why: 'Ricevi questa e-mail perché l’hai chiesta a {site}.',
    manage: 'Di che cosa vieni avvisato, e come smettere:',
  },
  page: {
    title: 'E-mail da {site}',
    asks: '{name} desidera ricevere a questo indirizzo le risposte su {site}. Sei tu?',
    agree: 'Sì, scrivetemi',
    agreed: 'Fatto. D’ora in poi ricevi gli avvisi per e-mail.',
    gone: 'Questa richiesta non c’è più.',
    anew: 'Puoi farne un’altra sotto i commenti di {site}.',
    nothing: 'Al tuo indirizzo non viene inviato nulla.',
    told: 'Ricevi per e-mail:',
    replies: 'Le risposte a ciò che hai scritto',
    thread: 'Commenti: {title}',
    conversation: 'Conversazione iniziata da {name}: {title}',
    stop: 'Basta',
    start: 'Avvisami di nuovo',
    leave: 'Niente più e-mail da {site}',
    left: 'Non arriveranno altre e-mail.',
    never: 'Non interpellare mai più questo indirizzo',
    neverMeans: 'Così nessuno può far inviare qui una richiesta. Puoi tornare indietro in questa pagina.',
    isNever: 'Nessuno può più far inviare una richiesta al tuo indirizzo.',
    allow: 'Torna indietro',
    saved: 'Salvato.',
  },
}

export const digestMail: Locale['digestMail'] = {
  subject: {
    one: '{n} commento in attesa su {site}',
    many: '{n} di commenti in attesa su {site}',
    other: '{n} commenti in attesa su {site}',
  },
  subjectMany: 'Più di {n} commenti in attesa su {site}',
  what: {
    one: '{n} commento è in attesa su {site}. In attesa da: {since}.',
    many: '{n} di commenti sono in attesa su {site}. Il primo attende da: {since}.',
    other: '{n} commenti sono in attesa su {site}. Il primo attende da: {since}.',
  },
  whatMany: 'Più di {n} commenti sono in attesa su {site}. Il primo attende da: {since}.',
  decide: 'Decidi uno dopo l’altro, anche dal telefono',
  desk: 'Apri la moderazione',
  keyless: 'Entrambi chiedono che tu abbia effettuato l’accesso: chi ha soltanto questa e-mail non può farci nulla.',
  quiet:
    'Non arrivano altre e-mail finché non viene deciso ciò che ora è in attesa, e al massimo una all’ora. Per non riceverne più, apri «Notifiche» nella moderazione.',
}

export const waiting: Locale['waiting'] = {
  title: 'In attesa',
  left: {
    one: '{n} commento in attesa.',
    many: '{n} di commenti in attesa.',
    other: '{n} commenti in attesa.',
  },
  leftMany: 'Più di {n} commenti in attesa.',
  done: 'Nulla è in attesa. Hai finito.',
  passed: 'Era l’ultimo; quelli lasciati per dopo sono ancora in attesa.',
  fromStart: 'Ricomincia',
  desk: 'Apri la moderazione',
  signIn: 'Prima accedi',
  signInWhy:
    'In questa pagina si decide a nome tuo, perciò ti chiede di accedere e il link non le basta: un’e-mail può essere inoltrata, e certi programmi aprono ciò che contiene.',
  signInHow: 'Accedi alla moderazione in questo browser, poi torna qui.',
  comeBack: 'Ho effettuato l’accesso',
  on: 'Su {article}',
  record: 'Finora: pubblicati {published}, rifiutati {refused}.',
  recordNone: 'Finora non è stato deciso nulla su questo autore.',
  why: 'Perché è qui: {reasons}',
  reports: {
    one: '{n} lettore lo ha segnalato.',
    many: '{n} di lettori lo hanno segnalato.',
    other: '{n} lettori lo hanno segnalato.',
  },
  appeal: 'L’autore chiede di riesaminarlo.',
  approve: 'Approva',
  reject: 'Rifiuta',
  spam: 'Spam',
  later: 'Lascialo per dopo',
  becauseOf: 'Motivo, che l’autore leggerà',
  did: {
    approve: 'Approvato.',
    reject: 'Rifiutato.',
    spam: 'Segnato come spam.',
    restore: 'Annullato: è di nuovo in attesa.',
    confirm: 'Visto.',
  },
  takeBack: 'Annulla',
  lost: 'La decisione non è stata presa: nel frattempo qualcuno ha modificato il commento o ha deciso. Ecco come stanno ora le cose.',
  reasons: {
    off_topic: 'Fuori tema',
    abuse: 'Attacco personale',
    hate: 'Odio',
    illegal: 'Illegale',
    spam: 'Spam',
    propaganda: 'Propaganda',
    personal_data: 'Dati personali',
    repeated: 'Già detto',
    too_many_links: 'Molti link',
    first_comment: 'Nuovo autore',
    premoderated: 'Attende sempre',
    banned: 'Escluso',
    reported: 'Segnalato',
    unwanted_words: 'Parole che sono nell’elenco',
    unwanted_link: 'Link non ammesso',
    new_link: 'Link nuovo',
    typed_fast: 'Scritto troppo in fretta',
    muted: 'Silenziato',
    often_refused: 'Spesso rifiutato',
    language: 'Una lingua che qui nessuno legge',
    unproven: 'Senza prova di calcolo',
    other: 'Altro motivo',
  },
}
