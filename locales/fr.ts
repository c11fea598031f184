import type { About, Locale } from './locale.ts'

export const about: About = { lang: 'fr', name: 'Français', dir: 'ltr', reviewer: null }

export const thread: Locale['thread'] = {
  comments: 'Commentaires',
  count: { one: '{n} commentaire', many: '{n} de commentaires', other: '{n} commentaires' },
  empty: 'Aucun commentaire pour l’instant. Lancez la discussion.',
  closed: 'Cette discussion est fermée, mais vous pouvez toujours la lire.',
  guest: 'Invité',
  badges: { author: 'Auteur', staff: 'Rédaction', verified: 'Profil vérifié' },
  inReplyTo: 'en réponse à {name}',
  deletedByAuthor: 'Commentaire supprimé',
  removedByModerator: 'Commentaire supprimé par la modération',
  reply: 'Répondre',
  replyTo: 'Répondre à {name}',
  more: 'Afficher plus de commentaires',
  moreReplies: {
    one: 'Afficher {n} réponse supplémentaire',
    many: 'Afficher {n} de réponses supplémentaires',
    other: 'Afficher {n} réponses supplémentaires',
  },
  loading: 'Chargement des commentaires',
  retry: 'Réessayer',
  loadFailed: 'Cette partie n’a pas pu être chargée.',
  write: 'Écrire un commentaire',
  writeReply: 'Écrire une réponse',
}

export const writing: Locale['writing'] = {
  name: 'Nom (facultatif)',
  post: 'Publier',
  posting: 'Envoi en cours…',
  cancel: 'Annuler',
  guidelines: 'Ce que nous vous demandons ici',
  holds: {
    first: 'La modération lit votre premier commentaire avant que les autres ne le voient.',
    all: 'La modération lit chaque commentaire avant que les autres ne le voient.',
  },
  left: { one: 'Il reste {n} caractère', many: 'Il reste {n} de caractères', other: 'Il reste {n} caractères' },
  over: { one: '{n} caractère en trop', many: '{n} de caractères en trop', other: '{n} caractères en trop' },
  posted: 'Votre commentaire est publié.',
  postedWaiting: 'Votre commentaire est en attente de modération. Pour l’instant, il n’est visible que pour vous.',
  postedRefused: 'Votre commentaire n’a pas été publié.',
  faults: {
    text_empty: 'Écrivez d’abord quelque chose.',
    text_too_long: 'C’est trop long : un commentaire peut compter 10 000 caractères.',
    name_too_long: 'Ce nom est trop long. Choisissez-en un plus court.',
    name_imitates:
      'Ce nom est celui d’un membre de la rédaction. Choisissez-en un autre, ou connectez-vous si c’est le vôtre.',
    slow_mode: 'Cette discussion est en mode ralenti. Votre texte est conservé : réessayez {wait}.',
    overloaded: 'Il y a beaucoup de monde en ce moment. Votre texte est conservé : réessayez {wait}.',
    thread_closed: 'Cette discussion a été fermée pendant que vous écriviez.',
    parent_gone: 'Le commentaire auquel vous répondez n’est plus là.',
    branch_locked: 'La modération a fermé ce fil. Vous pouvez en ouvrir un autre.',
    warning_unread: 'Lisez d’abord le message de la modération. Votre texte est conservé.',
    too_many_requests: 'Cela fait beaucoup d’un coup. Patientez un peu, puis réessayez.',
    wait: 'Cela fait beaucoup d’un coup. Vous pourrez réessayer {wait}.',
    unknown_comment: 'Ce commentaire n’est plus là.',
    offline: 'Vous semblez hors ligne. Votre texte est conservé : réessayez une fois la connexion revenue.',
    queued: 'Vous êtes hors ligne. Votre commentaire est conservé et partira tout seul une fois la connexion revenue.',
    too_many_mentions: 'Vous pouvez mentionner 10 personnes au plus. Retirez-en quelques-unes.',
    edit_over:
      'Ce commentaire ne peut plus être modifié : le délai est passé. Votre nouveau texte est encore là, vous pouvez le copier.',
    stale_version: 'Ce commentaire a changé entre-temps. Copiez votre texte, annulez, puis modifiez-le de nouveau.',
    banned: 'Vous ne pouvez plus participer ici.',
    silent: 'Pas de réponse. Votre texte est conservé ; réessayez.',
    broken: 'Un problème est survenu de notre côté. Votre texte est conservé ; réessayez.',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { one: '{n} commentaire', many: '{n} de commentaires', other: '{n} commentaires' },
  noComments: 'Aucun commentaire',
  views: { one: '{n} vue', many: '{n} de vues', other: '{n} vues' },
}

export const refused: Locale['refused'] = {
  refused: 'Les commentaires ne sont pas encore configurés pour cette page.',
  command:
    'Si ce site est le vôtre, cette commande vous aidera. Tapez-la là où Parley a été lancé, avec les mêmes réglages (PARLEY_…, PORT) :',
}

export const present: Locale['present'] = {
  fresh: { one: '{n} nouveau commentaire', many: '{n} de nouveaux commentaires', other: '{n} nouveaux commentaires' },
  removed: 'Ce commentaire n’est plus là.',
  banned: 'Vous ne pouvez plus participer ici.',
  wait: 'Cela fait beaucoup d’un coup. Patientez un peu, puis réessayez.',
  failed: 'Pas de réponse. Veuillez réessayer.',
  order: 'Ordre',
  orders: { newest: 'Plus récents', oldest: 'Plus anciens', helpful: 'Plus utiles', discussed: 'Plus commentés' },
  you: 'Vous',
  signIn: 'Se connecter',
  stranded:
    'Ce qu’il faut pour publier n’a pas pu être chargé. Votre texte est conservé : réessayez ou rechargez la page.',
  reload: 'Recharger la page',
}

export const acts: Locale['acts'] = {
  marks: {
    pinned: 'Épinglé',
    featured: 'Sélection de la rédaction',
    locked: 'Fil fermé aux réponses',
    edited: 'par la modération',
  },
  edited: 'Modifié',
  earlier: 'Modifié : afficher les versions précédentes de ce commentaire',
  voteFor: 'Voter pour le commentaire signé {name}',
  voteAgainst: 'Voter contre le commentaire signé {name}',
  votes: { one: '{n} vote', many: '{n} de votes', other: '{n} votes' },
  hide: { one: 'Replier {n} réponse', many: 'Replier {n} de réponses', other: 'Replier {n} réponses' },
  show: { one: 'Déplier {n} réponse', many: 'Déplier {n} de réponses', other: 'Déplier {n} réponses' },
  all: 'Tout afficher',
  translate: 'Traduire',
  moreOn: 'Plus d’options pour le commentaire signé {name}',
  muted: 'Vous avez masqué cette personne.',
  showMuted: 'Afficher',
}

export const own: Locale['own'] = {
  waiting: { label: 'En attente de modération :', detail: 'Pour l’instant, il n’est visible que pour vous.' },
  refused: 'Non publié :',
  edit: 'Modifier',
  delete: 'Supprimer',
  undo: 'Annuler',
  deleted: 'Votre commentaire est supprimé.',
  restored: 'Votre commentaire est rétabli.',
  changed: 'Votre modification est enregistrée.',
  changedWaiting: 'Votre modification est enregistrée. La modération la lira avant que les autres ne la voient.',
  changedRefused: 'Avec ce texte, votre commentaire n’est pas publié.',
  undone: 'Votre modification est annulée.',
  notKept:
    'Votre navigateur n’enregistre rien pour cette page : vous ne pourrez modifier ou supprimer votre commentaire que tant que vous y restez.',
}

export const reasons: Locale['reasons'] = {
  off_topic: 'Il s’éloigne trop de l’article.',
  abuse: 'Il s’en prend à une personne plutôt qu’à ses propos.',
  hate: 'Il tient des propos haineux.',
  illegal: 'Il est peut-être contraire à la loi.',
  spam: 'Il ressemble à de la publicité.',
  propaganda: 'Il semble faire partie d’une campagne.',
  personal_data: 'Il dévoile des informations privées sur quelqu’un.',
  repeated: 'Le même texte a déjà été publié ici.',
  too_many_links: 'Il contient trop de liens.',
  first_comment: 'La modération lit le premier commentaire de chacun.',
  premoderated: 'La modération lit d’abord chaque commentaire.',
  banned: 'Vous ne pouvez plus commenter ici.',
  reported: 'Il a été signalé ; la modération va l’examiner.',
  unwanted_words: 'Il contient des mots qui n’ont pas cours ici.',
  unwanted_link: 'Il contient un lien vers un site qui n’est pas accepté ici.',
  new_link: 'La modération vérifie d’abord les liens vers de nouveaux sites.',
  typed_fast: 'La modération le lira d’abord.',
  muted: 'Pendant quelque temps, la modération lit d’abord tout ce que vous écrivez.',
  often_refused: 'La modération le lira d’abord, car d’autres de vos commentaires n’ont pas été publiés.',
  language: 'Il attend une personne de la modération qui lit cette langue.',
  unproven:
    'Des robots écrivent ici aussi. Votre navigateur n’a pas pu terminer le petit calcul qui vous distingue d’eux ; la modération lira donc d’abord votre commentaire.',
  other: 'La modération ne l’a pas retenu.',
}

export const menu: Locale['menu'] = {
  menu: 'Commentaire signé {name}',
  copy: 'Copier le lien',
  copied: 'Lien copié',
  notCopied: 'Votre navigateur ne permet pas la copie. Le lien se trouve sur l’heure, à côté du nom.',
  share: 'Partager…',
  follow: 'Suivre ce fil',
  unfollow: 'Ne plus suivre ce fil',
  followed: 'Vous suivez ce fil. Retrouvez ses nouveautés sous « Vous ».',
  unfollowed: 'Vous ne suivez plus ce fil.',
  mute: 'Masquer cette personne',
  unmute: 'Réafficher cette personne',
  mutedNow: 'Vous ne verrez plus ses commentaires. Personne n’en est informé.',
  shownNow: 'Vous voyez de nouveau ses commentaires.',
  report: 'Signaler…',
  full: 'La liste est pleine. Retirez d’abord quelque chose sous « Vous ».',
}

export const format: Locale['format'] = {
  toolbar: 'Mise en forme',
  formats: {
    bold: 'Gras',
    italic: 'Italique',
    strike: 'Barré',
    code: 'Code',
    link: 'Lien',
    quote: 'Citation',
    list: 'Liste',
  },
  preview: 'Aperçu',
  empty: 'Ce que vous écrivez s’affichera ici.',
  failed: 'L’aperçu n’a pas pu être chargé. Votre texte est conservé.',
}

export const editing: Locale['editing'] = {
  label: 'Votre commentaire',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  cancel: 'Annuler',
  loading: 'Chargement de votre texte…',
  over: 'Ce commentaire ne peut plus être modifié : le délai est passé.',
}

export const report: Locale['report'] = {
  question: 'Qu’est-ce qui ne va pas dans ce commentaire ?',
  reasons: {
    off_topic: 'Il s’éloigne beaucoup de l’article',
    abuse: 'Il s’en prend à une personne',
    hate: 'Il tient des propos haineux',
    illegal: 'Il est peut-être contraire à la loi',
    spam: 'C’est de la publicité',
    propaganda: 'Il fait partie d’une campagne',
    personal_data: 'Il dévoile des informations privées',
    other: 'Autre chose',
  },
  words: 'Ce que la modération devrait savoir (facultatif)',
  send: 'Envoyer le signalement',
  sending: 'Envoi en cours…',
  cancel: 'Annuler',
  thanks: 'Merci, la modération va l’examiner.',
  choose: 'Choisissez d’abord ce qui ne va pas.',
  gone: 'Ce commentaire n’est plus là.',
  banned: 'Vous ne pouvez plus participer ici.',
  wait: 'Cela fait beaucoup d’un coup. Patientez un peu, puis réessayez.',
  failed: 'Pas de réponse. Veuillez réessayer.',
}

export const you: Locale['you'] = {
  you: 'Vous',
  close: 'Fermer',
  tabs: {
    news: 'Nouveautés',
    comments: 'Commentaires',
    votes: 'Votes',
    follows: 'Suivis',
    mutes: 'Masqués',
    device: 'Cet appareil',
  },
  empty: {
    news: 'Rien pour l’instant. Les réponses à vos commentaires et les décisions de la modération s’afficheront ici.',
    comments: 'Vous n’avez encore rien écrit ici. Vos commentaires, et ce qu’il en advient, s’afficheront ici.',
    votes: 'Vous n’avez pas encore voté ici.',
    follows: 'Vous ne suivez encore rien ici. Vous verrez ici ce qu’il y a de nouveau dans ce que vous suivez.',
    mutes: 'Vous n’avez masqué personne. Les personnes masquées n’en sont pas informées.',
  },
  states: {
    pending: 'En attente de modération',
    published: 'Publié',
    rejected: 'Non publié',
    withdrawn: 'Supprimé par vous',
  },
  waits: 'Pour l’instant, il n’est visible que pour vous.',
  replies: { one: '{n} réponse', many: '{n} de réponses', other: '{n} réponses' },
  votes: { one: '{n} vote', many: '{n} de votes', other: '{n} votes' },
  votedFor: 'Vous avez voté pour',
  votedAgainst: 'Vous avez voté contre',
  guest: 'Invité',
  thread: 'Tous les commentaires',
  conversation: 'Fil ouvert par {name}',
  news: { one: '{n} nouveau commentaire', many: '{n} de nouveaux commentaires', other: '{n} nouveaux commentaires' },
  manyNews: 'Plus de {n} nouveaux commentaires',
  followThread: 'Suivre les commentaires de cette page',
  nothingToFollow: 'Vous pourrez suivre dès que quelqu’un aura écrit ici.',
  byMail: 'Ce qui en arrive par e-mail',
  restore: 'Rétablir',
  restoreOver: 'Il ne peut plus être rétabli.',
  feed: 'Flux des commentaires de cette page',
  unfollow: 'Ne plus suivre',
  unmute: 'Réafficher',
  isNew: 'Nouveau',
  answered: '{name} vous a répondu',
  told: {
    published: 'Votre commentaire est publié',
    pending: 'Votre commentaire a été signalé ; la modération va l’examiner',
    rejected: 'Votre commentaire n’est pas publié',
    restored: 'Votre commentaire est rétabli',
    granted: 'La modération a réexaminé votre commentaire à votre demande : il est publié.',
    declined: 'La modération a réexaminé votre commentaire et maintient sa décision.',
  },
  failed: 'Pas de réponse. Veuillez réessayer.',
  more: 'Afficher plus',
  loading: 'Chargement…',
  retry: 'Réessayer',
  fullList: 'La liste est pleine. Retirez-en d’abord un élément.',
}

export const standing: Locale['standing'] = {
  warned: 'Avant de continuer, un message de la modération :',
  read: 'J’ai lu ce message',
  banned: 'La modération vous a retiré le droit de commenter ici.',
  bannedUntil: 'La modération a suspendu votre droit de commenter ici jusqu’au {time}.',
  muted: 'La modération lit d’abord chacun de vos commentaires.',
  mutedUntil: 'Jusqu’au {time}, la modération lit d’abord chacun de vos commentaires.',
  failed: 'Pas de réponse. Veuillez réessayer.',
}

export const signIn: Locale['signIn'] = {
  signIn: 'Se connecter',
  guest: 'Vous écrivez ici en tant qu’invité.',
  badges: { author: 'Auteur', staff: 'Rédaction', verified: 'Profil vérifié' },
  ways: { email: 'votre e-mail', github: 'GitHub', google: 'Google', host: 'votre compte sur ce site' },
  knownBy: 'Connexion avec {ways}',
  why: 'Vos commentaires porteront un badge et seront les vôtres sur tous vos appareils. Personne ne voit votre adresse.',
  address: 'Votre adresse e-mail',
  sendCode: 'Recevoir un code',
  sendOwn: 'Envoyer un code à mon adresse e-mail',
  or: 'ou',
  goOn: 'Continuer avec {way}',
  back: 'Annuler',
  sent: 'Un code à six chiffres part par e-mail vers {address}. Saisissez-le ici dans les dix minutes.',
  sentOwn: 'Un code à six chiffres part par e-mail vers votre adresse. Saisissez-le ici dans les dix minutes.',
  code: 'Le code',
  confirm: 'Valider',
  noMail:
    'Pas encore d’e-mail ? Il peut mettre une minute ou se trouver parmi les indésirables. Vous pourrez le faire renvoyer dans une demi-minute.',
  again: 'Renvoyer',
  sentAgain: 'L’e-mail est renvoyé. Seul le dernier code est valable.',
  other: 'Autre adresse',
  otherWay: 'Autre moyen',
  inWindow: 'Continuez dans la fenêtre qui s’est ouverte.',
  cutOff:
    'Si la fenêtre affiche un code, saisissez-le ici. Si elle est fermée, rouvrez-la ou choisissez un autre moyen.',
  reopen: 'La rouvrir',
  blocked: 'Votre navigateur a bloqué la fenêtre. Ce lien l’ouvre :',
  openTab: 'Continuer avec {way} dans un nouvel onglet',
  checking: 'Un instant…',
  fresh: 'Confirmez d’abord que c’est bien vous, par un moyen que vous avez déjà utilisé ici.',
  noWay: 'Aucun de vos moyens de connexion n’est proposé ici actuellement. Adressez-vous à la rédaction.',
  triesLeft: {
    one: 'Ce n’est pas le bon code. Il vous reste {n} essai.',
    many: 'Ce n’est pas le bon code. Il vous reste {n} d’essais.',
    other: 'Ce n’est pas le bon code. Il vous reste {n} essais.',
  },
  faults: {
    email_wrong: 'Impossible d’écrire à cette adresse. Vérifiez-la.',
    code_wrong: 'Ce n’est pas le bon code. Il compte six chiffres.',
    claim_spent: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    identity_taken:
      'Ce moyen de connexion appartient ici à un autre profil. Servez-vous-en plutôt pour vous connecter ; les deux profils restent utilisables, chacun de son côté.',
    proof_needed: 'Choisissez un moyen de connexion que vous avez déjà utilisé.',
    way_not_offered: 'Ce moyen n’est plus proposé ici. Choisissez-en un autre.',
    mail_failed: 'L’e-mail n’a pas pu être envoyé. Vérifiez l’adresse ou réessayez un peu plus tard.',
    issuer_failed: 'L’autre site n’a pas répondu comme prévu. Réessayez un peu plus tard ou choisissez un autre moyen.',
    login_refused: 'Votre connexion à ce site est trop ancienne. Rechargez la page, puis réessayez.',
    email_unverified:
      'Votre adresse n’y est pas confirmée. Confirmez-la sur le site où vous avez ce compte, puis revenez.',
    too_many_requests: 'Cela fait beaucoup d’un coup. Patientez un peu, puis réessayez.',
    wait: 'Cela fait beaucoup d’un coup. Vous pourrez réessayer {wait}.',
    broken: 'Un problème est survenu de notre côté. Veuillez réessayer.',
    silent: 'Pas de réponse. Veuillez réessayer.',
  },
}

export const account: Locale['account'] = {
  signedInAs: 'Connexion réussie sous le nom {name}.',
  signedIn: 'Connexion réussie.',
  guest: {
    came: 'Ce que vous avez écrit ici en tant qu’invité est désormais à vous sous ce nom.',
    stayed:
      'Ce que vous avez écrit en tant qu’invité reste à cet invité, dont la clé sert aussi sur un autre appareil.',
  },
  notKept: 'Votre navigateur n’enregistre rien pour cette page : votre connexion prendra fin quand vous la quitterez.',
  byHost: 'Votre connexion passe par ce site.',
  signOut: 'Se déconnecter',
  everywhere: 'Se déconnecter partout',
  everywhereMeans:
    'Tous les navigateurs et appareils oublieront qui vous êtes ici. Confirmez d’abord que c’est bien vous.',
  signedOut: 'Déconnexion réussie. Vos commentaires restent les vôtres : reconnectez-vous pour les retrouver.',
  signedOutAll: 'Déconnexion réussie sur tous vos appareils.',
  link: 'Ajouter un moyen de connexion',
  linkNext: 'Choisissez maintenant le moyen à ajouter.',
  linked: 'Vous pouvez désormais aussi vous connecter avec {way}.',
  nameless: 'Sans nom',
}

export const appeal: Locale['appeal'] = {
  moderator: 'La modération écrit :',
  rules: 'Les règles de ce site',
  ask: 'Demander un réexamen',
  explain:
    'Dites pourquoi votre commentaire devrait être publié. Une seule demande est possible ; si la modération compte une autre personne, c’est elle qui décidera.',
  send: 'Envoyer',
  sending: 'Envoi en cours…',
  cancel: 'Annuler',
  waits: 'Vous avez demandé un réexamen. La réponse s’affichera ici.',
  yours: 'Vous avez écrit :',
  granted: 'La modération a réexaminé votre commentaire à votre demande : il est publié.',
  declined: 'La modération a réexaminé votre commentaire et maintient sa décision.',
  empty: 'Écrivez d’abord quelque chose.',
  tooLong: 'C’est trop long : vous disposez de 2 000 caractères.',
  already: 'La décision a été prise entre-temps. Rechargez la page pour la voir.',
  wait: 'Cela fait beaucoup d’un coup. Patientez un peu, puis réessayez.',
  failed: 'Pas de réponse. Votre texte est conservé ; réessayez.',
}

export const device: Locale['device'] = {
  key: 'Votre clé',
  kept: 'Ce navigateur garde une clé à laquelle ce site reconnaît vos commentaires. Elle ne contient ni nom ni adresse.',
  notKept:
    'Votre navigateur n’enregistre rien pour cette page. Vos commentaires sont les vôtres jusqu’à ce que vous la quittiez, sauf si vous notez votre phrase secrète.',
  none: 'Il n’y a pas encore de clé. Elle sera créée dans ce navigateur dès que vous publierez, voterez ou choisirez quelque chose.',
  leaveNone: 'Ne garder aucune clé tant que je suis sur cette page',
  leavesNone:
    'Ce que vous écrivez maintenant est à vous jusqu’à ce que vous quittiez cette page ; rien n’est enregistré dans ce navigateur.',
  forget: 'M’oublier sur cet appareil',
  forgetMeans:
    'Retire de ce navigateur la clé, votre nom et vos brouillons. Vos commentaires restent ; sans la phrase secrète, vous ne pourrez plus les modifier.',
  forgotten: 'C’est oublié. Ce navigateur ne vous connaît plus ici.',
  undo: 'Annuler',
  phrase: 'Votre phrase secrète',
  phraseMeans:
    'Ces mots sont votre clé. Saisissez-les sur un autre appareil pour y être la même personne. Quiconque les possède peut agir ici en votre nom : gardez-les pour vous.',
  showPhrase: 'Afficher la phrase',
  hidePhrase: 'La masquer',
  copy: 'Copier',
  copied: 'Copié',
  notCopied: 'Votre navigateur ne permet pas la copie. Notez les mots.',
  other: 'J’ai une phrase secrète',
  otherMeans:
    'Saisissez les 17 mots affichés sur votre autre appareil. Majuscules, espaces et traits d’union n’ont pas d’importance.',
  otherReplaces: 'La phrase remplacera la clé de ce navigateur.',
  typeWords: 'Les mots de votre phrase secrète',
  use: 'Utiliser cette phrase',
  taken: 'Cet appareil a maintenant votre clé.',
  wrongCount: 'Une phrase secrète compte 17 mots ; vous en avez saisi {n}.',
  wrongWord: 'Vérifiez le mot {n}.',
  wrongSomewhere: 'Ces mots ne vont pas ensemble. Comparez-les avec ceux que vous avez notés.',
  data: 'Ce que ce site a enregistré sur vous',
  dataMeans: 'Tout ce que vous avez fait ici, en un fichier : commentaires, votes, signalements, suivis.',
  export: 'Tout télécharger',
  keeping: 'Ce qui est conservé, et combien de temps',
  exportAll: 'Avec mes adresses',
  byHost: 'Votre connexion passe par ce site, et ce navigateur n’enregistre rien sur vous.',
  erase: 'Effacer toutes mes données',
  eraseMeans:
    'Vos commentaires perdront leur texte et votre nom ; vos votes, vos suivis et la liste des personnes masquées disparaîtront. C’est irréversible.',
  eraseYes: 'Tout effacer',
  keep: 'Conserver',
  erasing: 'Effacement…',
  erased: 'Toutes vos données sont effacées.',
  failed: 'Pas de réponse. Veuillez réessayer.',
}

export const translation: Locale['translation'] = {
  made: 'Traduction automatique par {host}',
  coming: 'Traduction en cours…',
  failed: 'La traduction n’est pas arrivée. L’original est au-dessus ; réessayez dans un moment.',
}

export const captcha: Locale['captcha'] = {
  label: 'Un test qui tient les robots à distance',
  asked:
    'Votre navigateur n’a pas pu terminer le calcul qui tient les robots à distance. Pour publier tout de suite, passez plutôt ce test proposé par {name} ; vous pouvez aussi envoyer sans test, et la modération lira d’abord votre commentaire.',
  thanks: 'Merci. Votre commentaire peut maintenant partir.',
  without: 'Envoyer sans test',
}

export const editions: Locale['editions'] = {
  until: 'Jusqu’au {time} :',
  none: 'Il n’y a rien à afficher.',
  moderator: 'modifié par la modération',
}

export const moved: Locale['moved'] = { gone: 'Le commentaire auquel mène ce lien n’est plus ici.' }

export const mentions: Locale['mentions'] = {
  people: 'Personnes dans cette discussion',
  names: { one: '{n} nom au choix', many: '{n} de noms au choix', other: '{n} noms au choix' },
}

export const proof: Locale['proof'] = {
  wait: 'Un instant : votre navigateur termine un petit calcul qui protège ce site des robots.',
}

export const plain: Locale['plain'] = {
  onArticle: 'Commentaires sur {title}',
  first: 'Retour à la première page',
  formatting: 'Vous pouvez utiliser Markdown : *italique*, **gras**, > citation, - liste.',
  stale: 'Cette page n’est plus à jour. Votre texte est toujours là ; envoyez-le à nouveau.',
}

export const refusals: Locale['refusals'] = {
  bad_request: {
    title: 'Cette adresse est incomplète',
    detail: 'Quelque chose y manque ou ne convient pas. Revenez à la page d’où vous venez et réessayez de là.',
  },
  not_found: { title: 'Il n’y a rien ici', detail: 'Vérifiez l’adresse.' },
  unknown_comment: {
    title: 'Commentaire introuvable',
    detail: 'Ce commentaire n’est pas ici ; il a peut-être été retiré.',
  },
  body_too_large: {
    title: 'Le texte est trop long',
    detail: 'Revenez en arrière, raccourcissez-le et envoyez-le à nouveau.',
  },
  too_many_requests: {
    title: 'Cela fait beaucoup d’un coup',
    detail: 'Patientez un peu, puis réessayez ; rien de ce que vous avez écrit n’est perdu.',
  },
  overloaded: {
    title: 'Trop de demandes à la fois',
    detail: 'Rien n’a été enregistré. Réessayez dans quelques secondes.',
  },
  storage_failed: {
    title: 'Rien ne peut être enregistré pour l’instant',
    detail: 'Le responsable doit s’occuper du serveur. Gardez votre texte et réessayez plus tard.',
  },
  internal: { title: 'Un problème est survenu de notre côté', detail: 'Vous n’y êtes pour rien. Réessayez.' },
}

export const codeMail: Locale['codeMail'] = {
  subject: '{code} est votre code pour {site}',
  what: {
    sign_in: 'Saisissez ce code là où vous écrivez sur {site} :',
    link: 'Saisissez ce code pour continuer avec votre profil sur {site} :',
    sign_out: 'Saisissez ce code pour vous déconnecter de {site} sur tous vos appareils :',
    export: 'Saisissez ce code pour obtenir une copie de ce qui est à vous sur {site} :',
    erase: 'Saisissez ce code pour effacer définitivement tout ce que vous avez écrit sur {site} :',
  },
  lasts: 'Il est valable dix minutes.',
  notYou:
    'Si vous ne l’avez pas demandé, quelqu’un s’est trompé d’adresse. Vous n’avez rien à faire ; ne donnez ce code à personne.',
}

export const handOver: Locale['handOver'] = {
  done: 'Vous êtes connecté',
  goOn: 'Vous pouvez fermer cette fenêtre et continuer là où vous étiez.',
  almost: 'Encore une étape',
  type: 'Saisissez ce code sur la page de {site} d’où vous venez :',
  secret:
    'Il est valable quelques minutes, et pour vous seul : ne le donnez à personne. Si vous ne venez pas de cliquer vous-même sur « Se connecter » sur cette page, fermez cette fenêtre.',
  ends: {
    denied: {
      title: 'Vous n’êtes pas connecté',
      what: 'Vous avez refusé, et rien n’a été transmis. Vous pouvez fermer cette fenêtre et écrire comme invité, ou choisir un autre moyen.',
    },
    stale: {
      title: 'Impossible de continuer ici',
      what: 'Cette connexion a déjà servi, a trop attendu ou a commencé dans un autre navigateur. Fermez cette fenêtre et recommencez sur la page d’où vous venez.',
    },
    unverified: {
      title: 'Votre adresse e-mail n’y est pas confirmée',
      what: 'Confirmez-la sur le site où vous avez ce compte, puis recommencez sur la page d’où vous venez.',
    },
    failed: {
      title: 'L’autre site n’a pas répondu comme prévu',
      what: 'Rien n’a été transmis. Fermez cette fenêtre et réessayez un peu plus tard, ou choisissez un autre moyen.',
    },
  },
}

export const privacy: Locale['privacy'] = {
  title: 'Ce qui est conservé, et combien de temps',
  lead: 'Cette page est établie d’après les réglages en vigueur à cet instant.',
  kept: 'Ce qui est conservé',
  kinds: {
    comments: {
      title: 'Ce que vous écrivez',
      what: 'Le texte, le nom que vous donnez, l’heure, la page, ce à quoi vous répondez et une estimation de la langue. Le nom peut être n’importe lequel, ou absent.',
    },
    coming: {
      title: 'Ce qui est en train d’être repris d’un autre système',
      what: 'Les commentaires qui figurent dans son fichier avant ce à quoi ils répondent, jusqu’à ce que cela arrive : comme sous « Ce que vous écrivez », avec une empreinte de l’adresse. Si la reprise est interrompue, ils sont supprimés. Le fichier lui-même est supprimé dès que tout est repris, ou un jour après qu’on y a touché pour la dernière fois.',
    },
    refused: {
      title: 'Ce que vous avez supprimé, ou qui a été refusé',
      what: 'Seule la modération le voit. Pendant ce temps, on peut le rétablir, ou vous pouvez demander un réexamen ; ensuite, le texte et le nom disparaissent. Tant que vous attendez une réponse, ils restent.',
    },
    editions: {
      title: 'Ce que disait un commentaire avant d’être modifié',
      what: 'Les textes antérieurs, avec leurs dates.',
    },
    person: {
      title: 'Que plusieurs commentaires sont de vous',
      what: 'Une empreinte d’une clé aléatoire créée par votre navigateur, le dernier nom que vous avez donné le nombre de vos commentaires publiés ou refusés, et quand la clé a servi pour la première et la dernière fois. La clé elle-même n’est pas conservée.',
    },
    proof: {
      title: 'Comment vous avez prouvé qui vous êtes',
      what: 'Seulement si vous l’avez fait : votre adresse e-mail, ou votre numéro auprès du service par lequel vous êtes venu. Aucun autre lecteur ne les voit.',
    },
    claims: {
      title: 'Les tentatives de le prouver',
      what: 'L’adresse ou le numéro, le nom qu’un service a donné de vous, et des empreintes du code.',
    },
    letters: {
      title: 'Les e-mails qui vous sont ou vous ont été envoyés',
      what: 'L’adresse, l’objet et le moment ; pas le contenu. Ce qui n’a pas pu être remis reste 30 jours. Si une adresse n’existe pas, une empreinte chiffrée en reste jusqu’à ce que le site la lève ; personne ne peut y lire l’adresse.',
    },
    choices: {
      title: 'Ce que vous avez choisi',
      what: 'Vos votes, ce que vous suivez et jusqu’où vous l’avez vu, et les personnes que vous avez masquées.',
    },
    mailings: {
      title: 'Où vous êtes prévenu par e-mail',
      what: 'L’adresse, ce dont vous êtes prévenu et les numéros des commentaires dont parlera le prochain e-mail. Ce qui n’est pas confirmé est supprimé au bout de 7 jours. Quand vous vous désabonnez, une empreinte chiffrée de l’adresse reste 30 jours, pour que personne ne vous fasse redemander aussitôt ; si vous avez souhaité ne jamais être sollicité, jusqu’à ce que vous y renonciez.',
    },
    reports: { title: 'Signalements et demandes de réexamen', what: 'Le motif, et vos mots.' },
    evidence: {
      title: 'Ce qui fondait une décision',
      what: 'Ce que les règles ont trouvé dans un commentaire, et ce que la modération a noté ou écrit à son auteur.',
    },
    standing: {
      title: 'Exclusions, relectures préalables et avertissements',
      what: 'Jusqu’à quand, et pourquoi. Si vous faites tout effacer entre-temps, une empreinte chiffrée de votre adresse ou de votre numéro reste jusqu’à la fin, pour que l’effacement ne lève aucune exclusion ; personne ne peut y lire l’adresse.',
    },
    network: {
      title: 'D’où vous avez écrit',
      what: 'Pas votre adresse : huit octets d’une empreinte chiffrée de votre réseau, qui ne signifient plus rien une fois la clé du jour supprimée, au bout de deux jours.',
    },
    work: {
      title: 'Les calculs de votre navigateur',
      what: 'Une empreinte de chacun de ceux qui ont servi, pour qu’il ne compte qu’une fois.',
    },
    views: {
      title: 'Les vues d’une page',
      what: 'Un nombre par page. Qui l’a vue aujourd’hui n’est retenu qu’en mémoire vive, sous forme d’empreinte mêlée d’octets aléatoires.',
    },
    log: {
      title: 'Le journal des décisions',
      what: 'Des numéros, des codes, des dates, des empreintes de textes qui ne signifient rien une fois le texte disparu ; et le fait que quelqu’un a été effacé. Ni noms, ni textes.',
    },
    desk: {
      title: 'Seulement pour celles et ceux qui modèrent ici',
      what: 'Leur nom, leur rôle, une adresse s’ils souhaitent des e-mails, leur numéro auprès d’un service par lequel ils viennent, et quand et avec quel type de navigateur ils se sont connectés.',
    },
  },
  after: {
    decision: '{time} après la décision',
    answer: '{time} après la réponse',
    edit: '{time} après la modification',
    post: '{time} après la publication',
    use: '{time} après la dernière utilisation',
    import: '{time} après le début',
    mail: '{time} après l’envoi',
  },
  until: {
    erased: 'jusqu’à ce que vous fassiez tout effacer',
    withdrawn: 'jusqu’à ce que vous le supprimiez, ou que la modération le retire',
    takenBack: 'jusqu’à ce que vous y renonciez',
    lifted: 'aussi longtemps que la mesure dure ; qu’il y en a eu une, jusqu’à ce que vous fassiez tout effacer',
    forGood: 'pour toujours',
    account: 'aussi longtemps qu’ils ont un rôle ; ensuite leur nom et ce qu’ils ont fait',
    day: 'jusqu’à la fin de la journée ; le nombre reste',
  },
  within: 'Là où une durée est indiquée, l’effacement a lieu dans la journée qui suit sa fin.',
  notKept: 'Ce qui n’est pas conservé',
  nothing: {
    readers: 'Votre adresse IP, votre navigateur, et les pages que vous avez lues.',
    operator: 'Les noms, adresses, textes et clés, dans les lignes que le serveur écrit pour son exploitant.',
  },
  device: 'Sur votre appareil',
  deviceMeans:
    'Rien avant que vous n’écriviez, ne votiez ou ne choisissiez quelque chose. Ensuite votre clé, ce que vous étiez en train d’écrire (30 jours) et vos choix. « {you} », en haut d’une discussion, efface tout cela.',
  others: 'Qui d’autre reçoit quelque chose',
  noOthers: 'Personne. Rien de ce que vous faites ici n’est demandé à une autre entreprise.',
  captcha:
    'Quand on publie énormément et que votre navigateur ne parvient pas à résoudre un calcul, vous pouvez répondre à la place à un captcha de {name}. Alors, et pas avant, son script s’exécute sur la page.',
  translated:
    'Quand quelqu’un demande un commentaire dans une autre langue, son texte est envoyé à {host}, qui le traduit ; le nom, la page et l’identité de la personne qui demande n’y vont pas. La traduction est gardée avec le commentaire pendant 90 jours.',
  elsewhere: 'Si vous vous connectez par {ways}, ce service l’apprend.',
  receivers: {
    standard: 'un programme du site',
    slack: 'Slack ou Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: 'Quand il se passe quelque chose ici, le site le fait savoir aux destinataires suivants : {receivers}. Ils reçoivent le nom que vous avez donné, ce que vous avez écrit, la page et l’heure. Votre adresse e-mail, votre clé et l’endroit d’où vous avez écrit n’y vont jamais. Ce qui y est parvenu est conservé selon leurs propres règles.',
  toldEarly:
    'Il peut s’agir d’un commentaire en attente ou refusé, du fait qu’il a été signalé, ou du texte d’une demande de réexamen.',
  mailed:
    'Si vous prouvez une adresse e-mail, le message avec le code passe par un serveur de messagerie, qui apprend ainsi l’adresse. Les e-mails à la modération disent combien de commentaires attendent, et rien de ce que vous avez écrit.',
  mailOfHouse:
    'La modération peut recevoir des e-mails qui disent combien de commentaires attendent ; rien de ce que vous avez écrit n’y figure.',
  mailToReaders:
    'Qui le souhaite est prévenu par e-mail des nouveaux commentaires : les noms et le début de ce qui a été publié passent par un serveur de messagerie vers les adresses d’autres lecteurs. Ce serveur apprend qui est prévenu, et de quoi.',
  yours: 'Ce que vous pouvez faire',
  yoursMeans:
    'Dans « {you} », en haut de toute discussion : télécharger tout ce qui est à vous, supprimer un commentaire, vous déconnecter partout, ou faire tout effacer. Là où d’autres vous ont répondu, une place vide demeure. Qui a prouvé une adresse peut aussi s’adresser au site.',
  hold: 'Si un tribunal l’a demandé, un commentaire peut devoir être conservé plus longtemps, hors de vue.',
  backups:
    'Les copies de la base de données faites par l’exploitant contiennent ce qu’il y avait au moment de la copie, jusqu’à leur suppression.',
  lingers:
    'La base de données est exploitée par une autre entreprise, qui peut conserver jusqu’à 30 jours ce qui en a été effacé.',
}

export const mailing: Locale['mailing'] = {
  title: 'Par e-mail',
  why: 'Un e-mail quand il y a du nouveau, espacés dans le temps, chacun avec un lien pour ne plus en recevoir. Personne ici ne voit votre adresse.',
  replies: 'Les réponses à ce que j’écris',
  follows: 'Ce que je suis',
  address: 'Votre adresse e-mail',
  ask: 'Me prévenir par e-mail',
  own: 'Me prévenir à {address}',
  asked:
    'Si cette adresse accepte du courrier, un e-mail arrive maintenant : ouvrez son lien et donnez votre accord. D’ici là, rien d’autre n’est envoyé. Regardez aussi dans les indésirables ; qui s’est désinscrit n’est sollicité de nouveau qu’après un mois, sauf en se connectant avec cette adresse.',
  waiting:
    'Si {address} accepte du courrier, un e-mail s’y trouve, dont le lien est valable sept jours. Si vous vous étiez désinscrit(e), le lien de votre dernier e-mail permet de revenir.',
  told: 'Vous êtes prévenu(e) à {address}.',
  saved: 'Enregistré.',
  end: 'Plus d’e-mails',
  ended: 'Plus aucun e-mail ne vous sera envoyé.',
  wrong: 'Impossible d’écrire à cette adresse. Vérifiez-la.',
  wait: 'Cela fait beaucoup d’un coup. Patientez un peu, puis réessayez.',
  failed: 'Pas de réponse. Veuillez réessayer.',
}

export const followMail: Locale['followMail'] = {
  guest: 'Invité',
  confirm: {
    subject: '{site} peut-il vous écrire ?',
    what: 'Quelqu’un, très probablement vous, a donné cette adresse sur {site} pour être prévenu par e-mail des réponses. Rien n’est envoyé avant votre accord.',
    open: 'Accepter ou refuser :',
    lasts: 'Le lien est valable sept jours. Si ce n’était pas vous, vous n’avez rien à faire.',
  },
  digest: {
    subject: {
      one: '{n} nouveau commentaire sur {site}',
      many: '{n} de nouveaux commentaires sur {site}',
      other: '{n} nouveaux commentaires sur {site}',
    },
    untitled: 'Sur {site}',
    reply: '{name} vous a répondu :',
    wrote: '{name} a écrit :',
    read: 'Lire et répondre :',
    more: { one: 'Et {n} autre.', many: 'Et {n} autres.', other: 'Et {n} autres.' },
    why: 'Vous recevez cet e-mail parce que vous l’avez demandé à {site}.',
    manage: 'Ce dont vous êtes prévenu(e), et comment y mettre fin :',
  },
  page: {
    title: 'E-mails de {site}',
    asks: '{name} souhaite être prévenu(e) à cette adresse des réponses sur {site}. Est-ce vous ?',
    agree: 'Oui, écrivez-moi',
    agreed: 'C’est fait. Vous êtes désormais prévenu(e) par e-mail.',
    gone: 'Cette demande n’existe plus.',
    anew: 'Vous pouvez en faire une autre sous les commentaires de {site}.',
    nothing: 'Rien n’est envoyé à votre adresse.',
    told: 'Vous êtes prévenu(e) par e-mail de :',
    replies: 'Les réponses à ce que vous avez écrit',
    thread: 'Commentaires : {title}',
    conversation: 'Fil ouvert par {name} : {title}',
    stop: 'Arrêter',
    start: 'Me prévenir à nouveau',
    leave: 'Plus d’e-mails de {site}',
    left: 'Plus aucun e-mail ne vous sera envoyé.',
    never: 'Ne plus jamais solliciter cette adresse',
    neverMeans: 'Personne ne pourra alors faire envoyer de demande ici. Vous pouvez revenir là-dessus sur cette page.',
    isNever: 'Plus personne ne peut faire envoyer de demande à votre adresse.',
    allow: 'Revenir là-dessus',
    saved: 'Enregistré.',
  },
}

export const digestMail: Locale['digestMail'] = {
  subject: {
    one: '{n} commentaire en attente sur {site}',
    many: '{n} de commentaires en attente sur {site}',
    other: '{n} commentaires en attente sur {site}',
  },
  subjectMany: 'Plus de {n} commentaires en attente sur {site}',
  what: {
    one: '{n} commentaire est en attente sur {site} depuis le {since}.',
    many: '{n} de commentaires sont en attente sur {site}, le premier depuis le {since}.',
    other: '{n} commentaires sont en attente sur {site}, le premier depuis le {since}.',
  },
  whatMany: 'Plus de {n} commentaires sont en attente sur {site}, le premier depuis le {since}.',
  decide: 'Les examiner l’un après l’autre, y compris sur un téléphone',
  desk: 'Ouvrir la modération',
  keyless: 'Les deux liens demandent que vous soyez connecté(e) : à lui seul, cet e-mail ne permet rien.',
  quiet:
    'Vous ne recevrez pas d’autre e-mail tant que ce qui attend n’aura pas été tranché, et jamais plus d’un par heure. Pour n’en recevoir aucun, ouvrez « Notifications » dans la modération.',
}

export const waiting: Locale['waiting'] = {
  title: 'En attente',
  left: {
    one: '{n} commentaire en attente.',
    many: '{n} de commentaires en attente.',
    other: '{n} commentaires en attente.',
  },
  leftMany: 'Plus de {n} commentaires en attente.',
  done: 'Plus rien n’est en attente. C’est terminé.',
  passed: 'C’était le dernier ; ceux que vous avez laissés pour plus tard attendent encore.',
  fromStart: 'Recommencer',
  desk: 'Ouvrir la modération',
  signIn: 'Connectez-vous d’abord',
  signInWhy:
    'Sur cette page, on décide en votre nom ; c’est pourquoi elle demande votre connexion et ne se contente pas du lien : un e-mail peut être transféré, et des programmes ouvrent ce qu’il contient.',
  signInHow: 'Connectez-vous à la modération dans ce navigateur, puis revenez ici.',
  comeBack: 'Je suis connecté(e)',
  on: 'Sur {article}',
  record: 'Jusqu’ici : publiés, {published} ; refusés, {refused}.',
  recordNone: 'Aucun commentaire de cette personne n’a encore été examiné.',
  why: 'Pourquoi il est ici : {reasons}',
  reports: {
    one: '{n} lecteur l’a signalé.',
    many: '{n} de lecteurs l’ont signalé.',
    other: '{n} lecteurs l’ont signalé.',
  },
  appeal: 'Son auteur demande un réexamen.',
  approve: 'Approuver',
  reject: 'Refuser',
  spam: 'Spam',
  later: 'Le laisser pour plus tard',
  becauseOf: 'Motif, que lira l’auteur',
  did: {
    approve: 'Approuvé.',
    reject: 'Refusé.',
    spam: 'Marqué comme spam.',
    restore: 'Annulé : il est de nouveau en attente.',
    confirm: 'Relu.',
  },
  takeBack: 'Annuler',
  lost: 'La décision n’a pas été prise : entre-temps, quelqu’un a modifié ce commentaire ou en a décidé. Voici où en sont les choses.',
  reasons: {
    off_topic: 'Hors sujet',
    abuse: 'Attaque personnelle',
    hate: 'Haine',
    illegal: 'Illégal',
    spam: 'Spam',
    propaganda: 'Propagande',
    personal_data: 'Données personnelles',
    repeated: 'Déjà dit',
    too_many_links: 'Beaucoup de liens',
    first_comment: 'Nouvel auteur',
    premoderated: 'Attente d’office',
    banned: 'Exclu',
    reported: 'Signalé',
    unwanted_words: 'Mots qui figurent sur la liste',
    unwanted_link: 'Lien indésirable',
    new_link: 'Lien nouveau',
    typed_fast: 'Saisi trop vite',
    muted: 'En sourdine',
    often_refused: 'Souvent refusé',
    language: 'Une langue que personne ici ne lit',
    unproven: 'Sans preuve de calcul',
    other: 'Autre motif',
  },
}
