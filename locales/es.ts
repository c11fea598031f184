import type { About, Locale } from './locale.ts'

export const about: About = { lang: 'es', name: 'Español', dir: 'ltr', reviewer: null }

export const thread: Locale['thread'] = {
  comments: 'Comentarios',
  count: { one: '{n} comentario', many: '{n} de comentarios', other: '{n} comentarios' },
  empty: 'Todavía no hay comentarios. El primero puede ser el suyo.',
  closed: 'Los comentarios están cerrados, pero pueden seguir leyéndose.',
  guest: 'Visitante',
  badges: { author: 'Autor', staff: 'Equipo', verified: 'Perfil verificado' },
  inReplyTo: 'en respuesta a {name}',
  deletedByAuthor: 'Comentario eliminado',
  removedByModerator: 'Retirado por un moderador',
  reply: 'Responder',
  replyTo: 'Responder a {name}',
  more: 'Ver más comentarios',
  moreReplies: {
    one: 'Ver {n} respuesta más',
    many: 'Ver {n} de respuestas más',
    other: 'Ver {n} respuestas más',
  },
  loading: 'Cargando comentarios',
  retry: 'Reintentar',
  loadFailed: 'No se pudo cargar esta parte.',
  write: 'Escriba un comentario',
  writeReply: 'Escriba una respuesta',
}

export const writing: Locale['writing'] = {
  name: 'Nombre (opcional)',
  post: 'Publicar',
  posting: 'Publicando…',
  cancel: 'Cancelar',
  guidelines: 'Qué le pedimos al comentar',
  holds: {
    first: 'Un moderador lee su primer comentario antes de que lo vean los demás.',
    all: 'Un moderador lee cada comentario antes de que lo vean los demás.',
  },
  left: { one: 'Queda {n} carácter', many: 'Quedan {n} de caracteres', other: 'Quedan {n} caracteres' },
  over: { one: 'Sobra {n} carácter', many: 'Sobran {n} de caracteres', other: 'Sobran {n} caracteres' },
  posted: 'Su comentario se ha publicado.',
  postedWaiting: 'Su comentario está a la espera de un moderador. Por ahora solo lo ve usted.',
  postedRefused: 'Su comentario no se ha publicado.',
  faults: {
    text_empty: 'Escriba algo antes de publicar.',
    text_too_long: 'El texto es demasiado largo: un comentario puede tener hasta 10 000 caracteres.',
    name_too_long: 'El nombre es demasiado largo. Elija uno más corto.',
    name_imitates: 'Este nombre es de alguien del equipo de este sitio. Elija otro o, si es el suyo, inicie sesión.',
    slow_mode: 'Aquí se conversa despacio. Su texto se conserva: vuelva a publicarlo {wait}.',
    overloaded: 'Hay muchísima gente aquí en este momento. Su texto se conserva: vuelva a publicarlo {wait}.',
    thread_closed: 'Los comentarios se cerraron mientras usted escribía.',
    parent_gone: 'El comentario al que responde ya no está aquí.',
    branch_locked: 'Un moderador ha cerrado esta conversación. Puede empezar otra.',
    warning_unread: 'Lea primero el aviso del moderador. Su texto sigue aquí.',
    too_many_requests: 'Ha publicado mucho en poco tiempo. Espere un momento y vuelva a publicar.',
    wait: 'Ha publicado mucho en poco tiempo. Podrá volver a publicar {wait}.',
    unknown_comment: 'Este comentario ya no está aquí.',
    offline: 'Parece que no hay conexión. Su texto sigue aquí; inténtelo de nuevo cuando la recupere.',
    queued: 'No hay conexión. Su comentario se conserva y se enviará automáticamente en cuanto la recupere.',
    too_many_mentions: 'Puede mencionar a 10 personas como máximo. Quite alguna mención.',
    edit_over: 'Ya pasó el plazo para cambiar este comentario. Su nuevo texto sigue aquí para que pueda copiarlo.',
    stale_version: 'Este comentario ha cambiado entretanto. Copie su texto, cancele y edítelo de nuevo.',
    banned: 'Ya no puede participar aquí.',
    silent: 'No hubo respuesta. Su texto sigue aquí; inténtelo de nuevo.',
    broken: 'Algo ha fallado por nuestra parte. Su texto sigue aquí; inténtelo de nuevo.',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { one: '{n} comentario', many: '{n} de comentarios', other: '{n} comentarios' },
  noComments: 'Sin comentarios todavía',
  views: { one: '{n} visualización', many: '{n} de visualizaciones', other: '{n} visualizaciones' },
}

export const refused: Locale['refused'] = {
  refused: 'Los comentarios de esta página aún no están configurados.',
  command:
    'Si este sitio es suyo, lo resuelve este comando. Escríbalo donde se inició Parley y con los mismos ajustes (PARLEY_…, PORT):',
}

export const present: Locale['present'] = {
  fresh: { one: '{n} comentario nuevo', many: '{n} de comentarios nuevos', other: '{n} comentarios nuevos' },
  removed: 'Este comentario ya no está aquí.',
  banned: 'Ya no puede participar aquí.',
  wait: 'Demasiadas acciones en poco tiempo. Espere un momento y vuelva a intentarlo.',
  failed: 'No hubo respuesta. Inténtelo de nuevo.',
  order: 'Orden',
  orders: {
    newest: 'Más recientes',
    oldest: 'Más antiguos',
    helpful: 'Más útiles',
    discussed: 'Más debatidos',
  },
  you: 'Mi perfil',
  signIn: 'Iniciar sesión',
  stranded:
    'No se pudo cargar lo necesario para publicar. Su texto se conserva: inténtelo de nuevo o recargue la página.',
  reload: 'Recargar la página',
}

export const acts: Locale['acts'] = {
  marks: {
    pinned: 'Fijado',
    featured: 'Destacado',
    locked: 'Cerrado: no admite más respuestas',
    edited: 'por un moderador',
  },
  edited: 'Editado',
  earlier: 'Editado: ver qué decía antes este comentario',
  voteFor: 'Votar a favor del comentario de {name}',
  voteAgainst: 'Votar en contra del comentario de {name}',
  votes: { one: '{n} voto', many: '{n} de votos', other: '{n} votos' },
  hide: { one: 'Ocultar {n} respuesta', many: 'Ocultar {n} de respuestas', other: 'Ocultar {n} respuestas' },
  show: { one: 'Ver {n} respuesta', many: 'Ver {n} de respuestas', other: 'Ver {n} respuestas' },
  all: 'Ver todo',
  translate: 'Traducir',
  moreOn: 'Más opciones para el comentario de {name}',
  muted: 'Ha silenciado a esta persona.',
  showMuted: 'Ver',
}

export const own: Locale['own'] = {
  waiting: { label: 'En espera.', detail: 'Por ahora solo lo ve usted.' },
  refused: 'No publicado.',
  edit: 'Editar',
  delete: 'Eliminar',
  undo: 'Deshacer',
  deleted: 'Su comentario se ha eliminado.',
  restored: 'Su comentario está de vuelta.',
  changed: 'El cambio se ha guardado.',
  changedWaiting: 'El cambio se ha guardado. Un moderador lo leerá antes de que lo vean los demás.',
  changedRefused: 'Con este texto, su comentario no se publica.',
  undone: 'El cambio se ha deshecho.',
  notKept:
    'Su navegador no guarda nada de esta página, así que solo puede cambiar o eliminar su comentario hasta que salga de ella.',
}

export const reasons: Locale['reasons'] = {
  off_topic: 'Se aleja demasiado del artículo.',
  abuse: 'Ataca a una persona en vez de rebatir lo que dice.',
  hate: 'Habla de otras personas con odio.',
  illegal: 'Podría infringir la ley.',
  spam: 'Parece publicidad.',
  propaganda: 'Parece parte de una campaña.',
  personal_data: 'Revela datos privados de alguien.',
  repeated: 'Este mismo texto ya se publicó aquí.',
  too_many_links: 'Tiene demasiados enlaces.',
  first_comment: 'Un moderador lee el primer comentario de cada persona.',
  premoderated: 'Un moderador lee todos los comentarios antes de publicarlos.',
  banned: 'Ya no puede comentar aquí.',
  reported: 'Otros lectores lo han denunciado; un moderador lo revisará.',
  unwanted_words: 'Contiene palabras que aquí no se usan.',
  unwanted_link: 'Contiene un enlace a un sitio no admitido aquí.',
  new_link: 'Un moderador comprueba antes los enlaces a sitios nuevos.',
  typed_fast: 'Un moderador lo lee antes.',
  muted: 'Durante un tiempo, un moderador lee todo lo que usted escribe.',
  often_refused: 'Un moderador lo lee antes, porque otros comentarios suyos no se publicaron.',
  language: 'Está a la espera de un moderador que conozca su idioma.',
  unproven:
    'Aquí también escriben programas automáticos. Su navegador no pudo terminar el pequeño cálculo que lo distingue a usted de ellos, así que un moderador lo lee antes.',
  other: 'Un moderador decidió no publicarlo.',
}

export const menu: Locale['menu'] = {
  menu: 'Comentario de {name}',
  copy: 'Copiar enlace',
  copied: 'Enlace copiado',
  notCopied: 'Su navegador no permite copiar. El enlace está en la hora que figura junto al nombre.',
  share: 'Compartir…',
  follow: 'Seguir esta conversación',
  unfollow: 'Dejar de seguirla',
  followed: 'Ahora sigue esta conversación. Verá las novedades en «Mi perfil».',
  unfollowed: 'Ya no sigue esta conversación.',
  mute: 'Silenciar a esta persona',
  unmute: 'Volver a ver a esta persona',
  mutedNow: 'Ya no verá los comentarios de esta persona. Nadie recibirá aviso.',
  shownNow: 'Vuelve a ver los comentarios de esta persona.',
  report: 'Denunciar…',
  full: 'No caben más. Quite primero algo en «Mi perfil».',
}

export const format: Locale['format'] = {
  toolbar: 'Formato',
  formats: {
    bold: 'Negrita',
    italic: 'Cursiva',
    strike: 'Tachado',
    code: 'Código',
    link: 'Enlace',
    quote: 'Cita',
    list: 'Lista',
  },
  preview: 'Vista previa',
  empty: 'Aquí verá cómo queda lo que escriba.',
  failed: 'No se pudo cargar la vista previa. Su texto está a salvo.',
}

export const editing: Locale['editing'] = {
  label: 'Su comentario',
  save: 'Guardar',
  saving: 'Guardando…',
  cancel: 'Cancelar',
  loading: 'Cargando su texto…',
  over: 'Ya pasó el plazo para cambiar este comentario.',
}

export const report: Locale['report'] = {
  question: '¿Qué problema hay con este comentario?',
  reasons: {
    off_topic: 'Se aleja mucho del artículo',
    abuse: 'Ataca a una persona',
    hate: 'Habla de otras personas con odio',
    illegal: 'Podría infringir la ley',
    spam: 'Es publicidad',
    propaganda: 'Forma parte de una campaña',
    personal_data: 'Revela datos privados',
    other: 'Otra cosa',
  },
  words: 'Algo que el moderador deba saber (opcional)',
  send: 'Enviar denuncia',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  thanks: 'Gracias. Un moderador lo revisará.',
  choose: 'Elija primero cuál es el problema.',
  gone: 'Este comentario ya no está aquí.',
  banned: 'Ya no puede participar aquí.',
  wait: 'Demasiadas acciones en poco tiempo. Espere un momento y vuelva a intentarlo.',
  failed: 'No hubo respuesta. Inténtelo de nuevo.',
}

export const you: Locale['you'] = {
  you: 'Mi perfil',
  close: 'Cerrar',
  tabs: {
    news: 'Novedades',
    comments: 'Comentarios',
    votes: 'Votos',
    follows: 'Siguiendo',
    mutes: 'Silenciados',
    device: 'Este dispositivo',
  },
  empty: {
    news: 'Todavía nada. Aquí verá las respuestas a lo que escriba y lo que decidan los moderadores.',
    comments: 'Todavía no ha escrito nada. Aquí verá lo que escriba y si se publica.',
    votes: 'Todavía no ha votado aquí.',
    follows: 'Todavía no sigue nada. Aquí verá cuántas novedades hay en lo que siga.',
    mutes: 'No ha silenciado a nadie. Las personas que silencie no lo sabrán.',
  },
  states: { pending: 'En espera', published: 'Publicado', rejected: 'No publicado', withdrawn: 'Eliminado por usted' },
  waits: 'Por ahora solo lo ve usted.',
  replies: { one: '{n} respuesta', many: '{n} de respuestas', other: '{n} respuestas' },
  votes: { one: '{n} voto', many: '{n} de votos', other: '{n} votos' },
  votedFor: 'Votó a favor',
  votedAgainst: 'Votó en contra',
  guest: 'Visitante',
  thread: 'Todos los comentarios',
  conversation: 'Conversación iniciada por {name}',
  news: { one: '{n} comentario nuevo', many: '{n} de comentarios nuevos', other: '{n} comentarios nuevos' },
  manyNews: 'Más de {n} comentarios nuevos',
  followThread: 'Seguir los comentarios de esta página',
  nothingToFollow: 'Se podrá seguir cuando alguien haya escrito aquí.',
  byMail: 'Qué llega de esto por correo',
  restore: 'Recuperar',
  restoreOver: 'Ya no se puede recuperar.',
  feed: 'Canal de los comentarios de esta página',
  unfollow: 'Dejar de seguir',
  unmute: 'Volver a ver',
  isNew: 'Nuevo',
  answered: '{name} le ha respondido',
  told: {
    published: 'Su comentario está publicado',
    pending: 'Otros lectores han denunciado su comentario; un moderador lo revisará',
    rejected: 'Su comentario no se ha publicado',
    restored: 'Su comentario está de nuevo visible',
    granted: 'A petición suya, un moderador lo ha revisado: está publicado.',
    declined: 'Un moderador lo ha revisado y mantiene la decisión.',
  },
  failed: 'No hubo respuesta. Inténtelo de nuevo.',
  more: 'Ver más',
  loading: 'Cargando…',
  retry: 'Reintentar',
  fullList: 'No caben más. Primero deje de seguir alguna otra cosa.',
}

export const standing: Locale['standing'] = {
  warned: 'Antes de continuar, un moderador quiere decirle algo:',
  read: 'Lo he leído',
  banned: 'Un moderador ha decidido que usted ya no puede comentar aquí.',
  bannedUntil: 'Un moderador ha decidido que usted no puede comentar aquí hasta el {time}.',
  muted: 'Cada comentario suyo queda a la espera de un moderador.',
  mutedUntil: 'Hasta el {time}, cada comentario suyo queda a la espera de un moderador.',
  failed: 'No hubo respuesta. Inténtelo de nuevo.',
}

export const signIn: Locale['signIn'] = {
  signIn: 'Iniciar sesión',
  guest: 'Escribe aquí como visitante.',
  badges: { author: 'Autor', staff: 'Equipo', verified: 'Perfil verificado' },
  ways: { email: 'correo electrónico', github: 'GitHub', google: 'Google', host: 'la cuenta de este sitio' },
  knownBy: 'Acceso con {ways}',
  why: 'Así sus comentarios llevan un distintivo y son suyos en cualquier dispositivo. Nadie ve su dirección.',
  address: 'Su correo electrónico',
  sendCode: 'Enviarme un código',
  sendOwn: 'Enviar un código a mi correo electrónico',
  or: 'o',
  goOn: 'Continuar con {way}',
  back: 'Cancelar',
  sent: 'Hemos enviado un correo con seis cifras a {address}. Escríbalas aquí antes de diez minutos.',
  sentOwn: 'Hemos enviado un correo con seis cifras a su dirección. Escríbalas aquí antes de diez minutos.',
  code: 'El código',
  confirm: 'Confirmar',
  noMail:
    '¿No le ha llegado el correo? Puede tardar un minuto o estar en la carpeta de spam. Dentro de medio minuto podrá pedirlo otra vez.',
  again: 'Enviar otra vez',
  sentAgain: 'Se ha enviado otra vez. Solo vale el código más reciente.',
  other: 'Otra dirección',
  otherWay: 'Otra forma',
  inWindow: 'Continúe en la ventana que se ha abierto.',
  cutOff: 'Si la ventana muestra un código, escríbalo aquí. Si está cerrada, ábrala de nuevo o elija otra forma.',
  reopen: 'Abrir de nuevo',
  blocked: 'Su navegador ha bloqueado la ventana. Este enlace la abre:',
  openTab: 'Continuar con {way} en otra pestaña',
  checking: 'Un momento…',
  fresh: 'Confirme primero que es usted, con una forma de acceso que ya haya usado aquí.',
  noWay: 'Ninguna de las formas de acceso que ha usado aquí está disponible ahora. Consulte con el sitio.',
  triesLeft: {
    one: 'Este no es el código. Puede intentarlo una vez más.',
    many: 'Este no es el código. Puede intentarlo {n} de veces más.',
    other: 'Este no es el código. Puede intentarlo {n} veces más.',
  },
  faults: {
    email_wrong: 'No podemos escribir a esta dirección. Compruebe que sea correcta.',
    code_wrong: 'Este no es el código. Tiene seis cifras.',
    claim_spent: 'Este código ya no sirve. Pida uno nuevo.',
    identity_taken: 'Ya pertenece a otro perfil de este sitio. Inicie sesión con él; puede usar ambos por separado.',
    proof_needed: 'Elija una forma de acceso que ya haya usado.',
    way_not_offered: 'Esta forma de acceso ya no está disponible aquí. Elija otra.',
    mail_failed: 'No se pudo enviar el correo. Compruebe la dirección o inténtelo de nuevo más tarde.',
    issuer_failed: 'El otro sitio no respondió como debía. Inténtelo de nuevo más tarde o elija otra forma.',
    login_refused: 'La confirmación de su sesión en este sitio ha caducado. Recargue la página e inténtelo de nuevo.',
    email_unverified: 'Su dirección no está confirmada allí. Confírmela donde tiene la cuenta y vuelva.',
    too_many_requests: 'Demasiados intentos seguidos. Espere un momento y vuelva a intentarlo.',
    wait: 'Demasiados intentos seguidos. Podrá volver a intentarlo {wait}.',
    broken: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo.',
    silent: 'No hubo respuesta. Inténtelo de nuevo.',
  },
}

export const account: Locale['account'] = {
  signedInAs: 'Ha iniciado sesión como {name}.',
  signedIn: 'Ha iniciado sesión.',
  guest: {
    came: 'Lo que escribió aquí como visitante es ahora suyo con este nombre.',
    stayed:
      'Lo que escribió como visitante sigue siendo de ese visitante, cuya clave también se usa en otro dispositivo.',
  },
  notKept: 'Su navegador no guarda nada de esta página, así que esto vale hasta que salga de ella.',
  byHost: 'Ha iniciado sesión a través de este sitio.',
  signOut: 'Cerrar sesión',
  everywhere: 'Cerrar todas las sesiones',
  everywhereMeans: 'Todos los navegadores y dispositivos olvidarán quién es usted aquí. Confirme primero que es usted.',
  signedOut: 'Ha cerrado sesión. Sus comentarios siguen siendo suyos: los encontrará al iniciar sesión de nuevo.',
  signedOutAll: 'Ha cerrado sesión en todos los dispositivos.',
  link: 'Añadir una forma de acceso',
  linkNext: 'Elija ahora la forma que quiere añadir.',
  linked: 'Desde ahora también puede iniciar sesión con {way}.',
  nameless: 'Sin nombre',
}

export const appeal: Locale['appeal'] = {
  moderator: 'Un moderador dice:',
  rules: 'Las normas de este sitio',
  ask: 'Pedir una revisión',
  explain: 'Explique por qué debería publicarse. Puede pedirlo una sola vez; decidirá otro moderador, si lo hay.',
  send: 'Enviar',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  waits: 'Ha pedido una revisión. La respuesta aparecerá aquí.',
  yours: 'Usted escribió:',
  granted: 'A petición suya, un moderador lo ha revisado: está publicado.',
  declined: 'Un moderador lo ha revisado y mantiene la decisión.',
  empty: 'Escriba algo antes de enviar.',
  tooLong: 'El texto es demasiado largo: dispone de 2000 caracteres.',
  already: 'Entretanto ya se ha decidido. Recargue la página para verlo.',
  wait: 'Demasiadas acciones en poco tiempo. Espere un momento y vuelva a intentarlo.',
  failed: 'No hubo respuesta. Su texto sigue aquí; inténtelo de nuevo.',
}

export const device: Locale['device'] = {
  key: 'Su clave',
  kept: 'Este navegador guarda una clave que hace suyos los comentarios que escribe aquí. No contiene ningún nombre ni dirección.',
  notKept:
    'Su navegador no guarda nada de esta página. Sus comentarios son suyos hasta que salga de ella, salvo que anote su frase.',
  none: 'Todavía no hay ninguna clave. Se crea en este navegador la primera vez que publique, vote o elija algo.',
  leaveNone: 'No guardar ninguna clave mientras esté en esta página',
  leavesNone: 'Lo que escriba ahora es suyo hasta que salga de esta página, y en este navegador no se guarda nada.',
  forget: 'Olvidarme en este dispositivo',
  forgetMeans:
    'Borra de este navegador la clave, su nombre y sus borradores. Sus comentarios permanecen; sin la frase ya no podrá cambiarlos.',
  forgotten: 'Hecho. Este navegador ya no sabe quién es usted aquí.',
  undo: 'Deshacer',
  phrase: 'Su frase',
  phraseMeans:
    'Estas palabras son su clave. Escríbalas en otro dispositivo para ser allí la misma persona. Quien las tenga puede actuar aquí en su nombre: no las comparta.',
  showPhrase: 'Ver la frase',
  hidePhrase: 'Ocultarla',
  copy: 'Copiar',
  copied: 'Copiada',
  notCopied: 'Su navegador no permite copiar. Anote las palabras.',
  other: 'Ya tengo una frase',
  otherMeans: 'Escriba las 17 palabras de su otro dispositivo. Las mayúsculas, los espacios y los guiones no importan.',
  otherReplaces: 'Sustituye a la clave de este navegador.',
  typeWords: 'Las palabras de su frase',
  use: 'Usar esta frase',
  taken: 'Este dispositivo ya tiene su clave.',
  wrongCount: 'Una frase tiene 17 palabras; las que ha escrito son {n}.',
  wrongWord: 'Revise la palabra número {n}.',
  wrongSomewhere: 'Estas palabras no encajan entre sí. Compárelas con las que anotó.',
  data: 'Lo que este sitio guarda sobre usted',
  dataMeans: 'Todo lo que ha hecho aquí, en un solo archivo: comentarios, votos, denuncias y seguimientos.',
  export: 'Descargar todo',
  keeping: 'Qué se guarda y durante cuánto tiempo',
  exportAll: 'Incluir también mis direcciones',
  byHost: 'Ha iniciado sesión a través de este sitio; en este navegador no se guarda nada sobre usted.',
  erase: 'Borrar todo lo mío',
  eraseMeans:
    'Sus comentarios se quedarán sin texto y sin su nombre, y desaparecerán sus votos, lo que sigue y a quienes ha silenciado. No se puede deshacer.',
  eraseYes: 'Borrar todo',
  keep: 'Conservarlo',
  erasing: 'Borrando…',
  erased: 'Todo lo suyo se ha borrado.',
  failed: 'No hubo respuesta. Inténtelo de nuevo.',
}

export const translation: Locale['translation'] = {
  made: 'Traducción automática de {host}',
  coming: 'Traduciendo…',
  failed: 'No llegó ninguna traducción. El original está arriba; inténtelo de nuevo dentro de un rato.',
}

export const captcha: Locale['captcha'] = {
  label: 'Comprobación contra programas automáticos',
  asked:
    'Su navegador no pudo terminar el cálculo que mantiene fuera a los programas automáticos. Para publicar enseguida, complete en su lugar esta comprobación de {name}; o publique sin ella, y un moderador leerá antes su comentario.',
  thanks: 'Gracias. Su comentario ya puede publicarse.',
  without: 'Publicar sin comprobación',
}

export const editions: Locale['editions'] = {
  until: 'Hasta el {time}:',
  none: 'No hay nada que mostrar.',
  moderator: 'cambiado por un moderador',
}

export const moved: Locale['moved'] = { gone: 'El comentario al que lleva este enlace ya no está aquí.' }

export const mentions: Locale['mentions'] = {
  people: 'Personas de esta conversación',
  names: {
    one: '{n} nombre para elegir',
    many: '{n} de nombres para elegir',
    other: '{n} nombres para elegir',
  },
}

export const proof: Locale['proof'] = {
  wait: 'Un momento: su navegador está terminando un pequeño cálculo que frena las avalanchas de programas automáticos.',
}

export const plain: Locale['plain'] = {
  onArticle: 'Comentarios sobre {title}',
  first: 'Volver a la primera página',
  formatting: 'Puede usar Markdown: *cursiva*, **negrita**, > cita, - lista.',
  stale: 'Esta página ha caducado. Su texto sigue aquí; envíelo de nuevo.',
}

export const refusals: Locale['refusals'] = {
  bad_request: {
    title: 'Esta dirección no está completa',
    detail: 'Falta algo en ella o algo no encaja. Vuelva a la página de la que viene e inténtelo desde allí.',
  },
  not_found: { title: 'Aquí no hay nada', detail: 'Compruebe la dirección.' },
  unknown_comment: { title: 'No existe ese comentario', detail: 'No está aquí; es posible que se haya retirado.' },
  body_too_large: { title: 'El texto es demasiado largo', detail: 'Vuelva atrás, acórtelo y envíelo de nuevo.' },
  too_many_requests: {
    title: 'Demasiado en poco tiempo',
    detail: 'Espere un momento e inténtelo de nuevo; no se pierde nada de lo que ha escrito.',
  },
  overloaded: {
    title: 'Hay demasiadas peticiones a la vez',
    detail: 'No se ha guardado nada. Inténtelo de nuevo dentro de unos segundos.',
  },
  storage_failed: {
    title: 'Ahora no se puede guardar nada',
    detail: 'El responsable tiene que revisar el servidor. Conserve su texto e inténtelo más tarde.',
  },
  internal: {
    title: 'Algo ha fallado por nuestra parte',
    detail: 'No ha sido por nada que usted hiciera. Inténtelo de nuevo.',
  },
}

export const codeMail: Locale['codeMail'] = {
  subject: '{code} es su código para {site}',
  what: {
    sign_in: 'Escriba este código donde comenta en {site}:',
    link: 'Escriba este código para continuar con su perfil en {site}:',
    sign_out: 'Escriba este código para cerrar todas sus sesiones en {site}:',
    export: 'Escriba este código para obtener una copia de lo suyo en {site}:',
    erase: 'Escriba este código para borrar definitivamente todo lo que ha escrito en {site}:',
  },
  lasts: 'Sirve durante diez minutos.',
  notYou:
    'Si no lo ha pedido, alguien se ha equivocado al escribir una dirección. No tiene que hacer nada; no dé el código a nadie.',
}

export const handOver: Locale['handOver'] = {
  done: 'Ha iniciado sesión',
  goOn: 'Puede cerrar esta ventana y continuar donde estaba.',
  almost: 'Ya casi está',
  type: 'Escriba este código en la página de {site} de la que viene:',
  secret:
    'Sirve durante unos minutos y solo para usted: no se lo dé a nadie. Si no acaba de pulsar allí «Iniciar sesión», cierre esta ventana.',
  ends: {
    denied: {
      title: 'No ha iniciado sesión',
      what: 'Usted dijo que no, y no se ha transmitido nada. Puede cerrar esta ventana y escribir como visitante, o elegir otra forma.',
    },
    stale: {
      title: 'No se puede continuar',
      what: 'Ya se usó, ha esperado demasiado o empezó en otro navegador. Cierre esta ventana y empiece de nuevo en la página de la que viene.',
    },
    unverified: {
      title: 'Su dirección de correo no está confirmada allí',
      what: 'Confírmela donde tiene la cuenta y empiece de nuevo en la página de la que viene.',
    },
    failed: {
      title: 'El otro sitio no respondió como debía',
      what: 'No se ha transmitido nada. Cierre esta ventana e inténtelo más tarde, o elija otra forma.',
    },
  },
}

export const privacy: Locale['privacy'] = {
  title: 'Qué se guarda y durante cuánto tiempo',
  lead: 'Esta página se genera a partir de los ajustes vigentes en este momento.',
  kept: 'Qué se guarda',
  kinds: {
    comments: {
      title: 'Lo que escribe',
      what: 'El texto, el nombre que da, la hora, la página, a qué responde y una estimación del idioma. El nombre puede ser cualquiera, o ninguno.',
    },
    coming: {
      title: 'Lo que se está trayendo de otro sistema',
      what: 'Comentarios que en su archivo están antes de aquello a lo que responden, hasta que eso llegue: como en «Lo que escribe», con un resumen criptográfico de la dirección. Si la importación se interrumpe, se borran. El archivo mismo se borra en cuanto está todo dentro, o un día después de la última vez que se tocó.',
    },
    refused: {
      title: 'Lo que ha borrado, o lo que fue rechazado',
      what: 'Solo lo ven los moderadores. Durante ese tiempo se puede recuperar, o usted puede pedir una revisión; después desaparecen el texto y el nombre. Mientras espere una respuesta, se conservan.',
    },
    editions: {
      title: 'Lo que decía un comentario antes de modificarse',
      what: 'Los textos anteriores, con sus fechas.',
    },
    person: {
      title: 'Que varios comentarios son suyos',
      what: 'Un resumen criptográfico de una clave aleatoria creada por su navegador, el último nombre que dio cuántos de sus comentarios se publicaron o se rechazaron, y cuándo se usó la clave por primera y por última vez. La clave misma no se guarda.',
    },
    proof: {
      title: 'Cómo ha demostrado quién es',
      what: 'Solo si lo ha hecho: su dirección de correo, o su número en el servicio por el que entró. Ningún otro lector lo ve.',
    },
    claims: {
      title: 'Los intentos de demostrarlo',
      what: 'La dirección o el número, el nombre que un servicio dio de usted, y resúmenes criptográficos del código.',
    },
    letters: {
      title: 'Los correos que se le envían o se le han enviado',
      what: 'La dirección, de qué trataba y cuándo; no lo que decía. Lo que no se pudo entregar se conserva 30 días. Si una dirección no existe, queda un resumen cifrado de ella hasta que el sitio lo levante; nadie puede leer en él la dirección.',
    },
    choices: {
      title: 'Lo que ha elegido',
      what: 'Sus votos, lo que sigue y hasta dónde lo ha visto, y a quién ha silenciado.',
    },
    mailings: {
      title: 'Dónde recibe avisos por correo',
      what: 'La dirección, de qué se le avisa y los números de los comentarios de los que hablará el próximo correo. Lo que no se confirma se borra a los 7 días. Cuando se da de baja, queda 30 días un resumen cifrado de la dirección, para que nadie haga que se le pregunte de nuevo enseguida; si pidió que no se le preguntara nunca, hasta que lo retire.',
    },
    reports: { title: 'Denuncias y peticiones de revisión', what: 'El motivo y sus palabras.' },
    evidence: {
      title: 'En qué se basó una decisión',
      what: 'Lo que las reglas encontraron en un comentario, y lo que los moderadores anotaron o escribieron a su autor.',
    },
    standing: {
      title: 'Expulsiones, revisiones previas y advertencias',
      what: 'Hasta cuándo y por qué. Si entretanto pide que se borre todo, queda hasta el final un resumen cifrado de su dirección o número, para que borrar no ponga fin a una expulsión; nadie puede leer en él la dirección.',
    },
    network: {
      title: 'Desde dónde escribió',
      what: 'No su dirección: ocho bytes de un resumen cifrado de su red, que no significan nada cuando se borra la clave del día, a los dos días.',
    },
    work: {
      title: 'Los cálculos de su navegador',
      what: 'Un resumen criptográfico de cada uno que se usó, para que cuente una sola vez.',
    },
    views: {
      title: 'Las visitas de una página',
      what: 'Un número por página. Quién la ha visto hoy se recuerda solo en la memoria, como un resumen mezclado con bytes aleatorios.',
    },
    log: {
      title: 'El registro de decisiones',
      what: 'Números, códigos, fechas y resúmenes de textos que no significan nada cuando el texto ya no está; y que se borró a alguien. Ni nombres ni textos.',
    },
    desk: {
      title: 'Solo de quienes moderan aquí',
      what: 'Su nombre, su función, una dirección si desean recibir correo, su número en un servicio por el que entran, y cuándo y con qué tipo de navegador iniciaron sesión.',
    },
  },
  after: {
    decision: '{time} después de la decisión',
    answer: '{time} después de la respuesta',
    edit: '{time} después del cambio',
    post: '{time} después de publicarse',
    use: '{time} después de su último uso',
    import: '{time} después de empezar',
    mail: '{time} después del envío',
  },
  until: {
    erased: 'hasta que pida que se borre todo',
    withdrawn: 'hasta que usted lo borre, o un moderador lo retire',
    takenBack: 'hasta que usted lo retire',
    lifted: 'mientras dure la medida; que la hubo, hasta que pida que se borre todo',
    forGood: 'para siempre',
    account: 'mientras tengan una función; después, su nombre y lo que hicieron',
    day: 'hasta el final del día; el número permanece',
  },
  within: 'Donde se indica un plazo, se borra dentro del día siguiente a su fin.',
  notKept: 'Qué no se guarda',
  nothing: {
    readers: 'Su dirección IP, su navegador y qué páginas ha leído.',
    operator: 'Nombres, direcciones, textos y claves en las líneas que el servidor escribe para su administrador.',
  },
  device: 'En su dispositivo',
  deviceMeans:
    'Nada antes de que escriba, vote o elija algo. Después, su clave, lo que estaba escribiendo (durante 30 días) y lo que ha elegido. «{you}», al comienzo de una conversación, lo elimina.',
  others: 'Quién más recibe algo',
  noOthers: 'Nadie. Para nada de lo que hace aquí se consulta a otra empresa.',
  captcha:
    'Cuando se publica muchísimo y su navegador no puede resolver un cálculo, puede responder en su lugar a un captcha de {name}. Entonces, y no antes, se ejecuta su programa en la página.',
  translated:
    'Cuando alguien pide un comentario en otro idioma, su texto va a {host}, que lo traduce; el nombre, la página y quién lo pide no van allí. La traducción se guarda con el comentario durante 90 días.',
  elsewhere: 'Si inicia sesión con {ways}, ese servicio lo sabrá.',
  receivers: {
    standard: 'un programa del sitio',
    slack: 'Slack o Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: 'Cuando aquí ocurre algo, el sitio avisa a los siguientes destinatarios: {receivers}. Reciben el nombre que usted dio, lo que escribió, la página y la hora. Su dirección de correo, su clave y desde dónde escribió no van nunca allí. Lo que ha llegado allí se guarda según sus propias normas.',
  toldEarly:
    'Puede ser un comentario que está a la espera o fue rechazado, que se denunció, o las palabras de una petición de revisión.',
  mailed:
    'Si demuestra una dirección de correo, el mensaje con el código pasa por un servidor de correo, que así conoce la dirección. Los correos a los moderadores dicen cuántos comentarios esperan, y nada de lo que usted escribió.',
  mailOfHouse:
    'Los moderadores pueden recibir correos que dicen cuántos comentarios esperan; en ellos no hay nada de lo que usted escribió.',
  mailToReaders:
    'Quien lo desea recibe por correo avisos de comentarios nuevos: los nombres y el comienzo de lo publicado pasan por un servidor de correo hacia las direcciones de otros lectores. Ese servidor conoce a quién se avisa y de qué.',
  yours: 'Qué puede hacer',
  yoursMeans:
    'En «{you}», al comienzo de cualquier conversación: descargar todo lo suyo, borrar un comentario, cerrar todas las sesiones o pedir que se borre todo. Donde otros le respondieron queda un hueco vacío. Quien ha demostrado una dirección también puede pedírselo al sitio.',
  hold: 'Si un tribunal lo ha pedido, puede que un comentario deba conservarse más tiempo, fuera de la vista.',
  backups:
    'Las copias de la base de datos que ha hecho el administrador contienen lo que había cuando se hicieron, hasta que se borren.',
  lingers: 'La base de datos la gestiona otra empresa, que puede conservar hasta 30 días lo que se borró de ella.',
}

export const mailing: Locale['mailing'] = {
  title: 'Por correo',
  why: 'Un correo cuando haya novedades, espaciados, cada uno con un enlace para dejar de recibirlos. Nadie aquí ve su dirección.',
  replies: 'Respuestas a lo que escribo',
  follows: 'Lo que sigo',
  address: 'Su correo electrónico',
  ask: 'Avisarme por correo',
  own: 'Avisarme en {address}',
  asked:
    'Si se puede escribir a esta dirección, ahora llegará un correo: abra su enlace y acepte. Hasta entonces no se envía nada más. Mire también en el correo no deseado; a quien ya se dio de baja no se le vuelve a preguntar hasta pasado un mes, salvo que entre con esa dirección.',
  waiting:
    'Si se puede escribir a {address}, allí hay un correo cuyo enlace vale siete días. Si ya se dio de baja, el enlace de su último correo le permite volver.',
  told: 'Recibe los avisos en {address}.',
  saved: 'Guardado.',
  end: 'No más correos',
  ended: 'No llegarán más correos.',
  wrong: 'No podemos escribir a esta dirección. Compruebe que sea correcta.',
  wait: 'Demasiados intentos seguidos. Espere un momento y vuelva a intentarlo.',
  failed: 'No hubo respuesta. Inténtelo de nuevo.',
}

export const followMail: Locale['followMail'] = {
  guest: 'Visitante',
  confirm: {
    subject: '¿Puede escribirle {site}?',
    what: 'Alguien, muy probablemente usted, dio esta dirección en {site} para recibir por correo las respuestas de allí. No se envía nada hasta que usted acepte.',
    open: 'Aceptar o rechazar:',
    lasts: 'El enlace vale siete días. Si no fue usted, no tiene que hacer nada.',
  },
  digest: {
    subject: {
      one: '{n} comentario nuevo en {site}',
      many: '{n} de comentarios nuevos en {site}',
      other: '{n} comentarios nuevos en {site}',
    },
    untitled: 'En {site}',
    reply: '{name} le ha respondido:',
    wrote: '{name} escribió:',
    read: 'Leer y responder:',
    more: { one: 'Y {n} más.', many: 'Y {n} más.', other: 'Y {n} más.' },
    why: 'Recibe este correo porque se lo pidió a {site}.',
    manage: 'De qué se le avisa y cómo dejar de recibirlo:',
  },
  page: {
    title: 'Correo de {site}',
    asks: '{name} desea recibir en esta dirección las respuestas de {site}. ¿Es usted?',
    agree: 'Sí, escríbanme',
    agreed: 'Hecho. Desde ahora se le avisa por correo.',
    gone: 'Esta solicitud ya no existe.',
    anew: 'Puede hacer otra bajo los comentarios de {site}.',
    nothing: 'No se envía nada a su dirección.',
    told: 'Se le avisa por correo de:',
    replies: 'Respuestas a lo que escribió',
    thread: 'Comentarios: {title}',
    conversation: 'Conversación iniciada por {name}: {title}',
    stop: 'No más',
    start: 'Avisarme de nuevo',
    leave: 'No más correo de {site}',
    left: 'No llegarán más correos.',
    never: 'No volver a preguntar nunca a esta dirección',
    neverMeans: 'Así nadie podrá hacer que se envíe una solicitud aquí. Puede deshacerlo en esta página.',
    isNever: 'Ya nadie puede hacer que se envíe una solicitud a su dirección.',
    allow: 'Deshacerlo',
    saved: 'Guardado.',
  },
}

export const digestMail: Locale['digestMail'] = {
  subject: {
    one: '{n} comentario en espera en {site}',
    many: '{n} de comentarios en espera en {site}',
    other: '{n} comentarios en espera en {site}',
  },
  subjectMany: 'Más de {n} comentarios en espera en {site}',
  what: {
    one: 'Hay {n} comentario en espera en {site}, desde el {since}.',
    many: 'Hay {n} de comentarios en espera en {site}, el primero desde el {since}.',
    other: 'Hay {n} comentarios en espera en {site}, el primero desde el {since}.',
  },
  whatMany: 'Hay más de {n} comentarios en espera en {site}, el primero desde el {since}.',
  decide: 'Decidirlos uno tras otro, también desde el teléfono',
  desk: 'Abrir la moderación',
  keyless:
    'En ambos sitios se comprueba que usted ha iniciado sesión: quien solo tenga este correo no puede hacer nada con él.',
  quiet:
    'No llegará otro correo hasta que se decida lo que ahora está en espera y, como mucho, llegará uno por hora. Para no recibir ninguno, abra «Notificaciones» en la moderación.',
}

export const waiting: Locale['waiting'] = {
  title: 'En espera',
  left: {
    one: '{n} comentario en espera.',
    many: '{n} de comentarios en espera.',
    other: '{n} comentarios en espera.',
  },
  leftMany: 'Más de {n} comentarios en espera.',
  done: 'No queda nada en espera. Ha terminado.',
  passed: 'Ese era el último; los que dejó para más tarde siguen en espera.',
  fromStart: 'Volver a empezar',
  desk: 'Abrir la moderación',
  signIn: 'Primero inicie sesión',
  signInWhy:
    'En esta página se decide en nombre de usted; por eso pide su sesión y no le basta el enlace: un correo puede reenviarse, y hay programas que abren lo que contiene.',
  signInHow: 'Entre en la moderación con este navegador y luego vuelva aquí.',
  comeBack: 'Ya he iniciado sesión',
  on: 'En {article}',
  record: 'Hasta ahora: publicados, {published}; rechazados, {refused}.',
  recordNone: 'Todavía no se ha decidido sobre ningún comentario de esta persona.',
  why: 'Por qué está aquí: {reasons}',
  reports: {
    one: '{n} lector lo ha denunciado.',
    many: '{n} de lectores lo han denunciado.',
    other: '{n} lectores lo han denunciado.',
  },
  appeal: 'Su autor pide que se revise.',
  approve: 'Aprobar',
  reject: 'Rechazar',
  spam: 'Spam',
  later: 'Dejarlo para más tarde',
  becauseOf: 'Motivo, que el autor leerá',
  did: {
    approve: 'Aprobado.',
    reject: 'Rechazado.',
    spam: 'Marcado como spam.',
    restore: 'Deshecho: vuelve a estar en espera.',
    confirm: 'Visto.',
  },
  takeBack: 'Deshacer',
  lost: 'No se ha decidido: entretanto, alguien modificó el comentario o decidió sobre él. Así están ahora las cosas.',
  reasons: {
    off_topic: 'Fuera de tema',
    abuse: 'Ataque personal',
    hate: 'Odio',
    illegal: 'Ilegal',
    spam: 'Spam',
    propaganda: 'Propaganda',
    personal_data: 'Datos personales',
    repeated: 'Ya dicho',
    too_many_links: 'Muchos enlaces',
    first_comment: 'Autor nuevo',
    premoderated: 'Espera siempre',
    banned: 'Expulsado',
    reported: 'Denunciado',
    unwanted_words: 'Palabras de la lista',
    unwanted_link: 'Enlace no admitido',
    new_link: 'Enlace nuevo',
    typed_fast: 'Escrito muy rápido',
    muted: 'Silenciado',
    often_refused: 'Rechazado a menudo',
    language: 'Un idioma que aquí nadie lee',
    unproven: 'Sin prueba de cálculo',
    other: 'Otro motivo',
  },
}
