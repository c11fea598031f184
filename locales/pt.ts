import type { About, Locale } from './locale.ts'

export const about: About = { lang: 'pt', name: 'Português (Brasil)', dir: 'ltr', reviewer: null }

export const thread: Locale['thread'] = {
  comments: 'Comentários',
  count: { one: '{n} comentário', many: '{n} de comentários', other: '{n} comentários' },
  empty: 'Ainda não há comentários. Que tal escrever o primeiro?',
  closed: 'Os comentários estão encerrados, mas você ainda pode lê-los.',
  guest: 'Visitante',
  badges: { author: 'Autor', staff: 'Equipe', verified: 'Perfil verificado' },
  inReplyTo: 'em resposta a {name}',
  deletedByAuthor: 'Comentário excluído',
  removedByModerator: 'Removido por um moderador',
  reply: 'Responder',
  replyTo: 'Responder a {name}',
  more: 'Ver mais comentários',
  moreReplies: { one: 'Ver mais {n} resposta', many: 'Ver mais {n} de respostas', other: 'Ver mais {n} respostas' },
  loading: 'Carregando comentários',
  retry: 'Tentar de novo',
  loadFailed: 'Não foi possível carregar esta parte.',
  write: 'Escreva um comentário',
  writeReply: 'Escreva uma resposta',
}

export const writing: Locale['writing'] = {
  name: 'Nome (opcional)',
  post: 'Publicar',
  posting: 'Publicando…',
  cancel: 'Cancelar',
  guidelines: 'O que pedimos a quem comenta',
  holds: {
    first: 'Um moderador lê seu primeiro comentário antes que os outros o vejam.',
    all: 'Um moderador lê cada comentário antes que os outros o vejam.',
  },
  left: { one: 'Resta {n} caractere', many: 'Restam {n} de caracteres', other: 'Restam {n} caracteres' },
  over: { one: '{n} caractere a mais', many: '{n} de caracteres a mais', other: '{n} caracteres a mais' },
  posted: 'Seu comentário foi publicado.',
  postedWaiting: 'Seu comentário aguarda um moderador. Por enquanto, só você pode vê-lo.',
  postedRefused: 'Seu comentário não foi publicado.',
  faults: {
    text_empty: 'Escreva algo antes de publicar.',
    text_too_long: 'O texto está longo demais: um comentário pode ter até 10.000 caracteres.',
    name_too_long: 'Este nome é longo demais. Escolha um mais curto.',
    name_imitates: 'Este nome é de alguém da equipe deste site. Escolha outro ou, se for o seu, entre na sua conta.',
    slow_mode: 'Aqui a conversa anda devagar. Seu texto está guardado: publique de novo {wait}.',
    overloaded: 'Há muita gente aqui neste momento. Seu texto está guardado: publique de novo {wait}.',
    thread_closed: 'Os comentários foram encerrados enquanto você escrevia.',
    parent_gone: 'O comentário ao qual você está respondendo não está mais aqui.',
    branch_locked: 'Um moderador encerrou esta conversa. Você pode começar outra.',
    warning_unread: 'Leia primeiro o aviso do moderador. Seu texto continua aqui.',
    too_many_requests: 'Você publicou muito em pouco tempo. Espere um pouco e publique de novo.',
    wait: 'Você publicou muito em pouco tempo. Poderá publicar de novo {wait}.',
    unknown_comment: 'Este comentário não está mais aqui.',
    offline: 'Parece que você está sem conexão. Seu texto continua aqui; tente de novo quando ela voltar.',
    queued: 'Você está sem conexão. Seu comentário está guardado e será enviado automaticamente quando ela voltar.',
    too_many_mentions: 'Você pode mencionar no máximo 10 pessoas. Retire algumas menções.',
    edit_over: 'O prazo para alterar este comentário acabou. Seu novo texto continua aqui, para você copiar.',
    stale_version: 'Este comentário mudou nesse meio-tempo. Copie seu texto, cancele e edite de novo.',
    banned: 'Você não pode mais participar aqui.',
    silent: 'Não houve resposta. Seu texto continua aqui; tente de novo.',
    broken: 'Algo deu errado do nosso lado. Seu texto continua aqui; tente de novo.',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { one: '{n} comentário', many: '{n} de comentários', other: '{n} comentários' },
  noComments: 'Nenhum comentário ainda',
  views: { one: '{n} visualização', many: '{n} de visualizações', other: '{n} visualizações' },
}

export const refused: Locale['refused'] = {
  refused: 'Os comentários desta página ainda não foram configurados.',
  command:
    'Se este site é seu, este comando resolve. Digite-o onde o Parley foi iniciado e com as mesmas configurações (PARLEY_…, PORT):',
}

export const present: Locale['present'] = {
  fresh: { one: '{n} comentário novo', many: '{n} de comentários novos', other: '{n} comentários novos' },
  removed: 'Este comentário não está mais aqui.',
  banned: 'Você não pode mais participar aqui.',
  wait: 'Ações demais em pouco tempo. Espere um pouco e tente de novo.',
  failed: 'Não houve resposta. Tente de novo.',
  order: 'Ordem',
  orders: {
    newest: 'Mais recentes',
    oldest: 'Mais antigos',
    helpful: 'Mais úteis',
    discussed: 'Mais debatidos',
  },
  you: 'Você',
  signIn: 'Entrar',
  stranded:
    'Não foi possível carregar o necessário para publicar. Seu texto está guardado: tente de novo ou recarregue a página.',
  reload: 'Recarregar a página',
}

export const acts: Locale['acts'] = {
  marks: {
    pinned: 'Fixado',
    featured: 'Em destaque',
    locked: 'Encerrado: não aceita mais respostas',
    edited: 'por um moderador',
  },
  edited: 'Editado',
  earlier: 'Editado: ver o que este comentário dizia antes',
  voteFor: 'Votar a favor do comentário de {name}',
  voteAgainst: 'Votar contra o comentário de {name}',
  votes: { one: '{n} voto', many: '{n} de votos', other: '{n} votos' },
  hide: { one: 'Ocultar {n} resposta', many: 'Ocultar {n} de respostas', other: 'Ocultar {n} respostas' },
  show: { one: 'Ver {n} resposta', many: 'Ver {n} de respostas', other: 'Ver {n} respostas' },
  all: 'Ver tudo',
  translate: 'Traduzir',
  moreOn: 'Mais opções para o comentário de {name}',
  muted: 'Você silenciou esta pessoa.',
  showMuted: 'Ver',
}

export const own: Locale['own'] = {
  waiting: { label: 'Aguardando.', detail: 'Por enquanto, só você pode vê-lo.' },
  refused: 'Não publicado.',
  edit: 'Editar',
  delete: 'Excluir',
  undo: 'Desfazer',
  deleted: 'Seu comentário foi excluído.',
  restored: 'Seu comentário está de volta.',
  changed: 'A alteração foi salva.',
  changedWaiting: 'A alteração foi salva. Um moderador vai lê-la antes que os outros a vejam.',
  changedRefused: 'Com este texto, seu comentário não é publicado.',
  undone: 'A alteração foi desfeita.',
  notKept:
    'Seu navegador não guarda nada desta página; por isso, você só pode alterar ou excluir seu comentário até sair dela.',
}

export const reasons: Locale['reasons'] = {
  off_topic: 'Foge demais do assunto da matéria.',
  abuse: 'Ataca a pessoa, e não o que ela diz.',
  hate: 'Fala de outras pessoas com ódio.',
  illegal: 'Pode violar a lei.',
  spam: 'Parece publicidade.',
  propaganda: 'Parece parte de uma campanha.',
  personal_data: 'Revela dados pessoais de alguém.',
  repeated: 'O mesmo texto já foi publicado aqui.',
  too_many_links: 'Tem links demais.',
  first_comment: 'Um moderador lê o primeiro comentário de cada pessoa.',
  premoderated: 'Um moderador lê cada comentário antes da publicação.',
  banned: 'Você não pode mais comentar aqui.',
  reported: 'Foi denunciado por leitores; um moderador vai analisá-lo.',
  unwanted_words: 'Tem palavras que não se usam aqui.',
  unwanted_link: 'Tem link para um endereço que não é aceito aqui.',
  new_link: 'Um moderador confere antes os links para endereços novos.',
  typed_fast: 'Um moderador vai lê-lo antes.',
  muted: 'Por algum tempo, um moderador lê tudo o que você escreve.',
  often_refused: 'Um moderador vai lê-lo antes, porque outros comentários seus não foram publicados.',
  language: 'Aguarda um moderador que entenda este idioma.',
  unproven:
    'Robôs também escrevem aqui. Seu navegador não conseguiu terminar o pequeno cálculo que distingue você deles; por isso, um moderador vai ler antes.',
  other: 'Um moderador decidiu não publicá-lo.',
}

export const menu: Locale['menu'] = {
  menu: 'Comentário de {name}',
  copy: 'Copiar link',
  copied: 'Link copiado',
  notCopied: 'Seu navegador não permite copiar. O link está no horário ao lado do nome.',
  share: 'Compartilhar…',
  follow: 'Seguir esta conversa',
  unfollow: 'Deixar de segui-la',
  followed: 'Você está seguindo esta conversa. As novidades aparecem em “Você”.',
  unfollowed: 'Você não segue mais esta conversa.',
  mute: 'Silenciar esta pessoa',
  unmute: 'Voltar a ver esta pessoa',
  mutedNow: 'Você não verá mais os comentários desta pessoa. Ninguém é avisado.',
  shownNow: 'Você voltou a ver os comentários desta pessoa.',
  report: 'Denunciar…',
  full: 'Não cabe mais nada. Remova primeiro algum item em “Você”.',
}

export const format: Locale['format'] = {
  toolbar: 'Formatação',
  formats: {
    bold: 'Negrito',
    italic: 'Itálico',
    strike: 'Tachado',
    code: 'Código',
    link: 'Link',
    quote: 'Citação',
    list: 'Lista',
  },
  preview: 'Prévia',
  empty: 'O que você escrever vai aparecer aqui.',
  failed: 'Não foi possível carregar a prévia. Seu texto está a salvo.',
}

export const editing: Locale['editing'] = {
  label: 'Seu comentário',
  save: 'Salvar',
  saving: 'Salvando…',
  cancel: 'Cancelar',
  loading: 'Carregando seu texto…',
  over: 'O prazo para alterar este comentário acabou.',
}

export const report: Locale['report'] = {
  question: 'Qual é o problema deste comentário?',
  reasons: {
    off_topic: 'Foge muito do assunto da matéria',
    abuse: 'Ataca uma pessoa',
    hate: 'Fala de outras pessoas com ódio',
    illegal: 'Pode violar a lei',
    spam: 'É publicidade',
    propaganda: 'Faz parte de uma campanha',
    personal_data: 'Revela dados pessoais',
    other: 'Outro motivo',
  },
  words: 'Algo que o moderador deva saber (opcional)',
  send: 'Enviar denúncia',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  thanks: 'Agradecemos. Um moderador vai analisar.',
  choose: 'Escolha primeiro qual é o problema.',
  gone: 'Este comentário não está mais aqui.',
  banned: 'Você não pode mais participar aqui.',
  wait: 'Ações demais em pouco tempo. Espere um pouco e tente de novo.',
  failed: 'Não houve resposta. Tente de novo.',
}

export const you: Locale['you'] = {
  you: 'Você',
  close: 'Fechar',
  tabs: {
    news: 'Novidades',
    comments: 'Comentários',
    votes: 'Votos',
    follows: 'Seguindo',
    mutes: 'Silenciados',
    device: 'Este dispositivo',
  },
  empty: {
    news: 'Ainda não há nada. Aqui você verá as respostas ao que escrever e o que os moderadores decidirem.',
    comments: 'Você ainda não escreveu nada. Aqui você verá o que escrever e se foi publicado.',
    votes: 'Você ainda não votou aqui.',
    follows: 'Você ainda não segue nada. Aqui você verá quantas novidades há no que segue.',
    mutes: 'Você não silenciou ninguém. Quem for silenciado não fica sabendo.',
  },
  states: {
    pending: 'Aguardando',
    published: 'Publicado',
    rejected: 'Não publicado',
    withdrawn: 'Excluído por você',
  },
  waits: 'Por enquanto, só você pode vê-lo.',
  replies: { one: '{n} resposta', many: '{n} de respostas', other: '{n} respostas' },
  votes: { one: '{n} voto', many: '{n} de votos', other: '{n} votos' },
  votedFor: 'Você votou a favor',
  votedAgainst: 'Você votou contra',
  guest: 'Visitante',
  thread: 'Todos os comentários',
  conversation: 'Conversa iniciada por {name}',
  news: { one: '{n} comentário novo', many: '{n} de comentários novos', other: '{n} comentários novos' },
  manyNews: 'Mais de {n} comentários novos',
  followThread: 'Seguir os comentários desta página',
  nothingToFollow: 'Será possível seguir quando alguém tiver escrito aqui.',
  byMail: 'O que disso chega por e-mail',
  restore: 'Recuperar',
  restoreOver: 'Não é mais possível recuperá-lo.',
  feed: 'Feed dos comentários desta página',
  unfollow: 'Deixar de seguir',
  unmute: 'Voltar a ver',
  isNew: 'Novo',
  answered: '{name} respondeu a você',
  told: {
    published: 'Seu comentário foi publicado',
    pending: 'Leitores denunciaram seu comentário; um moderador vai analisá-lo',
    rejected: 'Seu comentário não foi publicado',
    restored: 'Seu comentário está de volta',
    granted: 'A seu pedido, um moderador fez nova análise: está publicado.',
    declined: 'Um moderador fez nova análise e manteve a decisão.',
  },
  failed: 'Não houve resposta. Tente de novo.',
  more: 'Ver mais',
  loading: 'Carregando…',
  retry: 'Tentar de novo',
  fullList: 'Não cabe mais nada. Deixe de seguir alguma coisa primeiro.',
}

export const standing: Locale['standing'] = {
  warned: 'Antes de continuar, leia este aviso de um moderador:',
  read: 'Li o aviso',
  banned: 'Um moderador decidiu que você não pode mais comentar aqui.',
  bannedUntil: 'Um moderador decidiu que você não pode comentar aqui até {time}.',
  muted: 'Cada comentário seu aguarda um moderador.',
  mutedUntil: 'Até {time}, cada comentário seu aguarda um moderador.',
  failed: 'Não houve resposta. Tente de novo.',
}

export const signIn: Locale['signIn'] = {
  signIn: 'Entrar',
  guest: 'Você está escrevendo como visitante.',
  badges: { author: 'Autor', staff: 'Equipe', verified: 'Perfil verificado' },
  ways: { email: 'e-mail', github: 'GitHub', google: 'Google', host: 'a conta deste site' },
  knownBy: 'Acesso com {ways}',
  why: 'Assim seus comentários levam um selo e são seus em qualquer dispositivo. Ninguém vê seu endereço.',
  address: 'Seu e-mail',
  sendCode: 'Receber um código',
  sendOwn: 'Enviar um código para o meu e-mail',
  or: 'ou',
  goOn: 'Continuar com {way}',
  back: 'Cancelar',
  sent: 'Um e-mail com seis dígitos está a caminho de {address}. Digite-os aqui em até dez minutos.',
  sentOwn: 'Um e-mail com seis dígitos está a caminho do seu endereço. Digite-os aqui em até dez minutos.',
  code: 'O código',
  confirm: 'Confirmar',
  noMail:
    'O e-mail não chegou? Ele pode demorar um minuto ou estar na caixa de spam. Em meio minuto você pode pedir um novo envio.',
  again: 'Enviar de novo',
  sentAgain: 'Enviado de novo. Só vale o código mais recente.',
  other: 'Outro endereço',
  otherWay: 'Outra forma',
  inWindow: 'Continue na janela que se abriu.',
  cutOff: 'Se a janela mostrar um código, digite-o aqui. Se ela estiver fechada, abra de novo ou escolha outra forma.',
  reopen: 'Abrir de novo',
  blocked: 'Seu navegador bloqueou a janela. Este link a abre:',
  openTab: 'Continuar com {way} em outra aba',
  checking: 'Um momento…',
  fresh: 'Confirme primeiro que é você, com uma forma de acesso que já usou aqui.',
  noWay: 'Nenhuma das formas de acesso que você usou aqui está disponível agora. Fale com o site.',
  triesLeft: {
    one: 'O código não é este. Você pode tentar mais uma vez.',
    many: 'O código não é este. Você pode tentar mais {n} de vezes.',
    other: 'O código não é este. Você pode tentar mais {n} vezes.',
  },
  faults: {
    email_wrong: 'Não conseguimos escrever para este endereço. Confira se está certo.',
    code_wrong: 'O código não é este. Ele tem seis dígitos.',
    claim_spent: 'Este código não vale mais. Peça um novo.',
    identity_taken: 'Já pertence a outro perfil deste site. Entre com ele; os dois podem ser usados separadamente.',
    proof_needed: 'Escolha uma forma de acesso que você já usou.',
    way_not_offered: 'Esta forma de acesso não está mais disponível aqui. Escolha outra.',
    mail_failed: 'Não foi possível enviar o e-mail. Confira o endereço ou tente de novo mais tarde.',
    issuer_failed: 'O outro site não respondeu como deveria. Tente de novo mais tarde ou escolha outra forma.',
    login_refused: 'A confirmação do seu login neste site expirou. Recarregue a página e tente mais uma vez.',
    email_unverified: 'Seu endereço não está confirmado lá. Confirme-o onde você tem a conta e volte.',
    too_many_requests: 'Muitas tentativas em pouco tempo. Espere um pouco e tente de novo.',
    wait: 'Muitas tentativas em pouco tempo. Você poderá tentar de novo {wait}.',
    broken: 'Algo deu errado do nosso lado. Tente de novo.',
    silent: 'Não houve resposta. Tente de novo.',
  },
}

export const account: Locale['account'] = {
  signedInAs: 'Você entrou como {name}.',
  signedIn: 'Você entrou.',
  guest: {
    came: 'O que você escreveu aqui como visitante agora é seu com este nome.',
    stayed:
      'O que você escreveu como visitante continua com aquele visitante, cuja chave também é usada em outro dispositivo.',
  },
  notKept: 'Seu navegador não guarda nada desta página; por isso, isto vale até você sair dela.',
  byHost: 'Você entrou por meio deste site.',
  signOut: 'Sair',
  everywhere: 'Sair de todos os dispositivos',
  everywhereMeans: 'Todos os navegadores e dispositivos vão esquecer quem você é aqui. Confirme primeiro que é você.',
  signedOut: 'Você saiu. Seus comentários continuam seus: entre de novo para encontrá-los.',
  signedOutAll: 'Você saiu de todos os dispositivos.',
  link: 'Adicionar uma forma de acesso',
  linkNext: 'Agora escolha a forma que quer adicionar.',
  linked: 'A partir de agora, você também pode entrar com {way}.',
  nameless: 'Sem nome',
}

export const appeal: Locale['appeal'] = {
  moderator: 'Um moderador diz:',
  rules: 'As regras deste site',
  ask: 'Pedir nova análise',
  explain:
    'Diga por que ele deve ser publicado. Só é possível pedir uma vez; quem decide é outro moderador, se houver.',
  send: 'Enviar',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  waits: 'Você pediu nova análise. A resposta vai aparecer aqui.',
  yours: 'Você escreveu:',
  granted: 'A seu pedido, um moderador fez nova análise: está publicado.',
  declined: 'Um moderador fez nova análise e manteve a decisão.',
  empty: 'Escreva algo antes de enviar.',
  tooLong: 'O texto está longo demais: o limite é de 2.000 caracteres.',
  already: 'A decisão já foi tomada nesse meio-tempo. Recarregue a página para vê-la.',
  wait: 'Ações demais em pouco tempo. Espere um pouco e tente de novo.',
  failed: 'Não houve resposta. Seu texto continua aqui; tente de novo.',
}

export const device: Locale['device'] = {
  key: 'Sua chave',
  kept: 'Este navegador guarda uma chave que torna seus os comentários que você faz aqui. Ela não contém nome nem endereço.',
  notKept:
    'Seu navegador não guarda nada desta página. Seus comentários são seus até você sair dela, a menos que anote sua frase.',
  none: 'Ainda não há chave. Ela é criada neste navegador quando você publica, vota ou escolhe algo pela primeira vez.',
  leaveNone: 'Não deixar chave enquanto eu estiver nesta página',
  leavesNone: 'O que você escrever agora é seu até sair desta página, e nada fica guardado neste navegador.',
  forget: 'Esquecer-me neste dispositivo',
  forgetMeans:
    'Apaga deste navegador a chave, seu nome e seus rascunhos. Seus comentários ficam; sem a frase, você não poderá mais alterá-los.',
  forgotten: 'Pronto. Este navegador não sabe mais quem você é aqui.',
  undo: 'Desfazer',
  phrase: 'Sua frase',
  phraseMeans:
    'Estas palavras são a sua chave. Digite-as em outro dispositivo para ser a mesma pessoa lá. Quem as tiver pode agir aqui em seu nome: não as mostre a ninguém.',
  showPhrase: 'Ver a frase',
  hidePhrase: 'Ocultar',
  copy: 'Copiar',
  copied: 'Copiada',
  notCopied: 'Seu navegador não permite copiar. Anote as palavras.',
  other: 'Já tenho uma frase',
  otherMeans: 'Digite as 17 palavras do seu outro dispositivo. Maiúsculas, espaços e hifens não importam.',
  otherReplaces: 'Ela substitui a chave deste navegador.',
  typeWords: 'As palavras da sua frase',
  use: 'Usar esta frase',
  taken: 'Este dispositivo agora tem sua chave.',
  wrongCount: 'Uma frase tem 17 palavras; esta tem {n}.',
  wrongWord: 'Confira a palavra número {n}.',
  wrongSomewhere: 'Estas palavras não combinam entre si. Compare com as que você anotou.',
  data: 'O que este site guarda sobre você',
  dataMeans: 'Tudo o que você fez aqui, em um só arquivo: comentários, votos, denúncias e o que segue.',
  export: 'Baixar tudo',
  keeping: 'O que é guardado, e por quanto tempo',
  exportAll: 'Incluir também meus endereços',
  byHost: 'Você entrou por meio deste site; nada sobre você fica guardado neste navegador.',
  erase: 'Apagar tudo o que é meu',
  eraseMeans:
    'Seus comentários perdem o texto e o seu nome, e desaparecem seus votos, o que você segue e quem silenciou. Não é possível desfazer.',
  eraseYes: 'Apagar tudo',
  keep: 'Manter',
  erasing: 'Apagando…',
  erased: 'Tudo o que era seu foi apagado.',
  failed: 'Não houve resposta. Tente de novo.',
}

export const translation: Locale['translation'] = {
  made: 'Tradução automática de {host}',
  coming: 'Traduzindo…',
  failed: 'Nenhuma tradução chegou. O original está acima; tente de novo daqui a pouco.',
}

export const captcha: Locale['captcha'] = {
  label: 'Verificação contra robôs',
  asked:
    'Seu navegador não conseguiu terminar o cálculo que mantém os robôs de fora. Para publicar na hora, faça esta verificação de {name}; ou publique sem ela, e um moderador lê seu comentário antes.',
  thanks: 'Agradecemos. Seu comentário já pode ser publicado.',
  without: 'Publicar sem verificação',
}

export const editions: Locale['editions'] = {
  until: 'Até {time}:',
  none: 'Não há nada para mostrar.',
  moderator: 'alterado por um moderador',
}

export const moved: Locale['moved'] = { gone: 'O comentário a que este link leva não está mais aqui.' }

export const mentions: Locale['mentions'] = {
  people: 'Pessoas nesta conversa',
  names: {
    one: '{n} nome para escolher',
    many: '{n} de nomes para escolher',
    other: '{n} nomes para escolher',
  },
}

export const proof: Locale['proof'] = {
  wait: 'Um momento: seu navegador está terminando um pequeno cálculo que impede enxurradas de robôs.',
}

export const plain: Locale['plain'] = {
  onArticle: 'Comentários sobre {title}',
  first: 'Voltar à primeira página',
  formatting: 'Você pode usar Markdown: *itálico*, **negrito**, > citação, - lista.',
  stale: 'Esta página está desatualizada. Seu texto continua aqui; envie de novo.',
}

export const refusals: Locale['refusals'] = {
  bad_request: {
    title: 'Este endereço não está completo',
    detail: 'Falta algo nele, ou algo não se encaixa. Volte à página de onde veio e tente de lá.',
  },
  not_found: { title: 'Não há nada aqui', detail: 'Confira o endereço.' },
  unknown_comment: { title: 'Comentário inexistente', detail: 'Ele não está aqui; talvez tenha sido removido.' },
  body_too_large: { title: 'O texto é longo demais', detail: 'Volte, encurte o texto e envie de novo.' },
  too_many_requests: {
    title: 'Foi muita coisa em pouco tempo',
    detail: 'Espere um pouco e tente de novo; nada do que você escreveu se perde.',
  },
  overloaded: {
    title: 'Pedidos demais de uma vez',
    detail: 'Nada foi salvo. Tente de novo em alguns segundos.',
  },
  storage_failed: {
    title: 'Agora não é possível salvar nada',
    detail: 'O responsável precisa verificar o servidor. Guarde seu texto e tente mais tarde.',
  },
  internal: { title: 'Algo deu errado do nosso lado', detail: 'Não foi nada que você fez. Tente de novo.' },
}

export const codeMail: Locale['codeMail'] = {
  subject: '{code} é o seu código para {site}',
  what: {
    sign_in: 'Digite este código onde você escreve em {site}:',
    link: 'Digite este código para continuar com o seu perfil em {site}:',
    sign_out: 'Digite este código para sair de {site} em todos os dispositivos:',
    export: 'Digite este código para receber uma cópia do que é seu em {site}:',
    erase: 'Digite este código para apagar de vez tudo o que você escreveu em {site}:',
  },
  lasts: 'Ele vale por dez minutos.',
  notYou:
    'Se você não pediu, alguém digitou um endereço errado. Você não precisa fazer nada; não passe o código a ninguém.',
}

export const handOver: Locale['handOver'] = {
  done: 'Você entrou',
  goOn: 'Pode fechar esta janela e continuar de onde estava.',
  almost: 'Quase lá',
  type: 'Digite este código na página de {site} de onde você veio:',
  secret:
    'Ele vale por alguns minutos, e só para você: não passe a ninguém. Se não foi você quem acabou de tocar em “Entrar” lá, feche esta janela.',
  ends: {
    denied: {
      title: 'Você não entrou',
      what: 'Você disse não, e nada foi transmitido. Pode fechar esta janela e escrever como visitante, ou escolher outra forma.',
    },
    stale: {
      title: 'Não é possível continuar',
      what: 'Isto já foi usado, esperou demais ou começou em outro navegador. Feche esta janela e comece de novo na página de onde veio.',
    },
    unverified: {
      title: 'Seu endereço de e-mail não está confirmado lá',
      what: 'Confirme-o onde você tem a conta e comece de novo na página de onde veio.',
    },
    failed: {
      title: 'O outro site não respondeu como deveria',
      what: 'Nada foi transmitido. Feche esta janela e tente mais tarde, ou escolha outra forma.',
    },
  },
}

export const privacy: Locale['privacy'] = {
  title: 'O que é guardado, e por quanto tempo',
  lead: 'Esta página é feita a partir das configurações que valem neste momento.',
  kept: 'O que é guardado',
  kinds: {
    comments: {
      title: 'O que você escreve',
      what: 'O texto, o nome que você dá, a hora, a página, a que você responde e um palpite sobre o idioma. O nome pode ser qualquer um, ou nenhum.',
    },
    coming: {
      title: 'O que está sendo trazido de outro sistema',
      what: 'Comentários que no arquivo vêm antes daquilo a que respondem, até que isso chegue: como em “O que você escreve”, com um resumo criptográfico do endereço. Se o trabalho for interrompido, eles são apagados. O próprio arquivo é apagado assim que tudo entra, ou um dia depois da última vez que alguém mexeu nele.',
    },
    refused: {
      title: 'O que você apagou, ou o que foi recusado',
      what: 'Só os moderadores veem. Por esse tempo dá para trazer de volta, ou você pode pedir nova análise; depois o texto e o nome somem. Enquanto você espera uma resposta, eles ficam.',
    },
    editions: { title: 'O que um comentário dizia antes de mudar', what: 'Os textos anteriores, com seus horários.' },
    person: {
      title: 'Que vários comentários são seus',
      what: 'Um resumo criptográfico de uma chave aleatória que seu navegador criou, o último nome que você deu quantos dos seus comentários foram publicados ou recusados, e quando a chave foi usada pela primeira e pela última vez. A chave em si não é guardada.',
    },
    proof: {
      title: 'Como você provou quem é',
      what: 'Só se você fez isso: seu endereço de e-mail, ou seu número no serviço de onde veio. Nenhum outro leitor vê.',
    },
    claims: {
      title: 'Tentativas de provar isso',
      what: 'O endereço ou o número, o nome que um serviço deu de você, e resumos criptográficos do código.',
    },
    letters: {
      title: 'E-mails que vão ou já foram para você',
      what: 'O endereço, o assunto e quando; não o que dizia. O que não pôde ser entregue fica por 30 dias. Se um endereço não existe, um resumo cifrado dele fica até o site liberar; ninguém consegue ler o endereço nele.',
    },
    choices: { title: 'O que você escolheu', what: 'Seus votos, o que você segue e até onde viu, e quem silenciou.' },
    mailings: {
      title: 'Onde você é avisado por e-mail',
      what: 'O endereço, do que você é avisado e os números dos comentários de que o próximo e-mail vai falar. O que não é confirmado some depois de 7 dias. Quando você sai, um resumo cifrado do endereço fica por 30 dias, para que ninguém mande perguntar de novo logo em seguida; se você quis que nunca perguntassem, até você voltar atrás.',
    },
    reports: { title: 'Denúncias e pedidos de nova análise', what: 'O motivo e as suas palavras.' },
    evidence: {
      title: 'Em que se baseou uma decisão',
      what: 'O que as regras encontraram em um comentário, e o que os moderadores anotaram ou escreveram ao autor.',
    },
    standing: {
      title: 'Expulsões, leituras prévias e advertências',
      what: 'Até quando, e por quê. Se nesse meio-tempo você mandar apagar tudo, um resumo cifrado do seu endereço ou número fica até o fim, para que apagar não encerre uma expulsão; ninguém consegue ler o endereço nele.',
    },
    network: {
      title: 'De onde você escreveu',
      what: 'Não o seu endereço: oito bytes de um resumo cifrado da sua rede, que não significam nada depois que a chave do dia é apagada, após dois dias.',
    },
    work: {
      title: 'Cálculos do seu navegador',
      what: 'Um resumo criptográfico de cada um que foi usado, para que conte uma só vez.',
    },
    views: {
      title: 'Visualizações de uma página',
      what: 'Um número para cada página. Quem a viu hoje fica só na memória, como um resumo misturado a bytes aleatórios.',
    },
    log: {
      title: 'O registro das decisões',
      what: 'Números, códigos, horários e resumos de textos que não significam nada depois que o texto some; e que alguém foi apagado. Sem nomes, sem textos.',
    },
    desk: {
      title: 'Só de quem modera aqui',
      what: 'O nome, o papel, um endereço se quiserem receber e-mails, o número deles em um serviço de onde vêm, e quando e com que tipo de navegador entraram.',
    },
  },
  after: {
    decision: '{time} depois da decisão',
    answer: '{time} depois da resposta',
    edit: '{time} depois da mudança',
    post: '{time} depois da publicação',
    use: '{time} depois do último uso',
    import: '{time} depois do início',
    mail: '{time} depois do envio',
  },
  until: {
    erased: 'até você mandar apagar tudo',
    withdrawn: 'até você apagar, ou um moderador remover',
    takenBack: 'até você desfazer',
    lifted: 'enquanto durar a medida; que houve uma, até você mandar apagar tudo',
    forGood: 'para sempre',
    account: 'enquanto tiverem um papel; depois disso, o nome e o que fizeram',
    day: 'até o fim do dia; o número fica',
  },
  within: 'Onde há um prazo, apaga-se dentro de um dia após o fim dele.',
  notKept: 'O que não é guardado',
  nothing: {
    readers: 'Seu endereço IP, seu navegador e quais páginas você leu.',
    operator: 'Nomes, endereços, textos e chaves nas linhas que o servidor escreve para quem o opera.',
  },
  device: 'No seu dispositivo',
  deviceMeans:
    'Nada antes de você digitar, votar ou escolher algo. Depois, sua chave, o que você estava digitando (por 30 dias) e suas escolhas. “{you}”, no alto de uma conversa, apaga isso.',
  others: 'Quem mais recebe algo',
  noOthers: 'Ninguém. Para nada do que você faz aqui se consulta outra empresa.',
  captcha:
    'Quando se publica muita coisa e seu navegador não consegue resolver um cálculo, você pode responder a um captcha de {name} no lugar. Então, e não antes, o script dele roda na página.',
  translated:
    'Quando alguém pede um comentário em outro idioma, o texto vai para {host}, que o traduz; o nome, a página e quem pediu não vão para lá. A tradução fica guardada com o comentário por 90 dias.',
  elsewhere: 'Se você entrar com {ways}, esse serviço fica sabendo.',
  receivers: {
    standard: 'um programa do site',
    slack: 'Slack ou Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: 'Quando algo acontece aqui, o site avisa estes destinatários: {receivers}. Eles recebem o nome que você deu, o que você escreveu, a página e a hora. Seu endereço de e-mail, sua chave e de onde você escreveu nunca vão para lá. O que chegou lá é guardado segundo as regras deles.',
  toldEarly:
    'Pode ser um comentário que aguarda ou foi recusado, que ele foi denunciado, ou as palavras de um pedido de nova análise.',
  mailed:
    'Se você provar um endereço de e-mail, a mensagem com o código passa por um servidor de e-mail, que assim fica sabendo do endereço. Os e-mails aos moderadores dizem quantos comentários aguardam, e nada do que você escreveu.',
  mailOfHouse:
    'Os moderadores podem receber e-mails que dizem quantos comentários aguardam; neles não há nada do que você escreveu.',
  mailToReaders:
    'Quem deseja é avisado por e-mail de novos comentários: nomes e o começo do que foi publicado passam por um servidor de e-mail para os endereços de outros leitores. Esse servidor fica sabendo quem é avisado, e de quê.',
  yours: 'O que você pode fazer',
  yoursMeans:
    'Em “{you}”, no alto de qualquer conversa: baixar tudo o que é seu, apagar um comentário, sair de todos os dispositivos, ou mandar apagar tudo. Onde outros responderam a você fica um lugar vazio. Quem provou um endereço também pode pedir ao site.',
  hold: 'Se um tribunal pedir, pode ser preciso guardar um comentário por mais tempo, fora da vista.',
  backups: 'As cópias do banco de dados que o operador fez contêm o que havia quando foram feitas, até serem apagadas.',
  lingers: 'O banco de dados é operado por outra empresa, que pode guardar por até 30 dias o que foi apagado dele.',
}

export const mailing: Locale['mailing'] = {
  title: 'Por e-mail',
  why: 'Um e-mail quando houver novidade, com intervalos, cada um com um link para parar de receber. Ninguém aqui vê seu endereço.',
  replies: 'Respostas ao que escrevo',
  follows: 'O que sigo',
  address: 'Seu e-mail',
  ask: 'Avisar por e-mail',
  own: 'Avisar em {address}',
  asked:
    'Se for permitido escrever para este endereço, um e-mail chega agora: abra o link e concorde. Até lá, nada mais é enviado. Olhe também no spam; quem já saiu só volta a ser perguntado depois de um mês, a não ser que entre com esse endereço.',
  waiting:
    'Se for permitido escrever para {address}, há lá um e-mail cujo link vale por sete dias. Se você já saiu antes, o link do seu último e-mail permite voltar.',
  told: 'Você recebe os avisos em {address}.',
  saved: 'Salvo.',
  end: 'Chega de e-mails',
  ended: 'Não chegarão mais e-mails.',
  wrong: 'Não conseguimos escrever para este endereço. Confira se está certo.',
  wait: 'Muitas tentativas em pouco tempo. Espere um pouco e tente de novo.',
  failed: 'Não houve resposta. Tente de novo.',
}

export const followMail: Locale['followMail'] = {
  guest: 'Visitante',
  confirm: {
    subject: '{site} pode escrever para você?',
    what: 'Alguém, muito provavelmente você, informou este endereço em {site} para receber por e-mail as respostas de lá. Nada é enviado antes de você concordar.',
    open: 'Concordar ou recusar:',
    lasts: 'O link vale por sete dias. Se não foi você, não é preciso fazer nada.',
  },
  digest: {
    subject: {
      one: '{n} comentário novo em {site}',
      many: '{n} de comentários novos em {site}',
      other: '{n} comentários novos em {site}',
    },
    untitled: 'Em {site}',
    reply: '{name} respondeu a você:',
    wrote: '{name} escreveu:',
    read: 'Ler e responder:',
    more: { one: 'E mais {n}.', many: 'E mais {n}.', other: 'E mais {n}.' },
    why: 'Você recebe este e-mail porque o pediu a {site}.',
    manage: 'O que avisamos e como parar:',
  },
  page: {
    title: 'E-mails de {site}',
    asks: '{name} quer receber neste endereço as respostas em {site}. É você?',
    agree: 'Sim, escrevam para mim',
    agreed: 'Pronto. A partir de agora você é avisado por e-mail.',
    gone: 'Este pedido não existe mais.',
    anew: 'Você pode fazer outro abaixo dos comentários de {site}.',
    nothing: 'Nada é enviado ao seu endereço.',
    told: 'Você é avisado por e-mail de:',
    replies: 'Respostas ao que você escreveu',
    thread: 'Comentários: {title}',
    conversation: 'Conversa iniciada por {name}: {title}',
    stop: 'Parar',
    start: 'Avisar de novo',
    leave: 'Chega de e-mails de {site}',
    left: 'Não chegarão mais e-mails.',
    never: 'Nunca mais perguntar a este endereço',
    neverMeans: 'Assim ninguém pode fazer enviar um pedido para cá. Você pode voltar atrás nesta página.',
    isNever: 'Ninguém mais pode fazer enviar um pedido ao seu endereço.',
    allow: 'Voltar atrás',
    saved: 'Salvo.',
  },
}

export const digestMail: Locale['digestMail'] = {
  subject: {
    one: '{n} comentário aguardando em {site}',
    many: '{n} de comentários aguardando em {site}',
    other: '{n} comentários aguardando em {site}',
  },
  subjectMany: 'Mais de {n} comentários aguardando em {site}',
  what: {
    one: '{n} comentário está aguardando em {site}, desde {since}.',
    many: '{n} de comentários estão aguardando em {site}, o primeiro desde {since}.',
    other: '{n} comentários estão aguardando em {site}, o primeiro desde {since}.',
  },
  whatMany: 'Mais de {n} comentários estão aguardando em {site}, o primeiro desde {since}.',
  decide: 'Decidir um por um, também pelo celular',
  desk: 'Abrir a moderação',
  keyless: 'Os dois links exigem que você esteja conectado: quem tem apenas este e-mail não pode fazer nada com ele.',
  quiet:
    'Não virá outro e-mail até que se decida o que está aguardando agora, e no máximo um por hora. Para não receber nenhum, abra “Notificações” na moderação.',
}

export const waiting: Locale['waiting'] = {
  title: 'Aguardando',
  left: {
    one: '{n} comentário aguardando.',
    many: '{n} de comentários aguardando.',
    other: '{n} comentários aguardando.',
  },
  leftMany: 'Mais de {n} comentários aguardando.',
  done: 'Nada está aguardando. Você terminou.',
  passed: 'Esse era o último; os que você deixou para depois ainda estão aguardando.',
  fromStart: 'Recomeçar',
  desk: 'Abrir a moderação',
  signIn: 'Entre primeiro',
  signInWhy:
    'Nesta página se decide em seu nome; por isso ela pede que você entre e não se contenta com o link: um e-mail pode ser encaminhado, e há programas que abrem o que está nele.',
  signInHow: 'Entre na moderação neste navegador e depois volte para cá.',
  comeBack: 'Já entrei',
  on: 'Em {article}',
  record: 'Até agora: publicados, {published}; rejeitados, {refused}.',
  recordNone: 'Ainda não se decidiu sobre nenhum comentário desta pessoa.',
  why: 'Por que está aqui: {reasons}',
  reports: {
    one: '{n} leitor denunciou este comentário.',
    many: '{n} de leitores denunciaram este comentário.',
    other: '{n} leitores denunciaram este comentário.',
  },
  appeal: 'O autor pede uma nova análise.',
  approve: 'Aprovar',
  reject: 'Rejeitar',
  spam: 'Spam',
  later: 'Deixar para depois',
  becauseOf: 'Motivo, que o autor vai ler',
  did: {
    approve: 'Aprovado.',
    reject: 'Rejeitado.',
    spam: 'Marcado como spam.',
    restore: 'Desfeito: está aguardando de novo.',
    confirm: 'Conferido.',
  },
  takeBack: 'Desfazer',
  lost: 'A decisão não foi tomada: nesse meio-tempo, alguém alterou o comentário ou decidiu sobre ele. É assim que está agora.',
  reasons: {
    off_topic: 'Fora do assunto',
    abuse: 'Ofensa',
    hate: 'Ódio',
    illegal: 'Ilegal',
    spam: 'Spam',
    propaganda: 'Campanha',
    personal_data: 'Dados pessoais',
    repeated: 'Repetido',
    too_many_links: 'Muitos links',
    first_comment: 'Autor novo',
    premoderated: 'Moderação prévia',
    banned: 'Banido',
    reported: 'Denunciado',
    unwanted_words: 'Palavras que estão na lista',
    unwanted_link: 'Link indesejado',
    new_link: 'Link novo',
    typed_fast: 'Digitado rápido demais',
    muted: 'Autor retido',
    often_refused: 'Recusado com frequência',
    language: 'Um idioma que ninguém aqui lê',
    unproven: 'Sem cálculo de verificação',
    other: 'Outro motivo',
  },
}
