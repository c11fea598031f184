import type { About, Locale } from './locale.ts'

export const about: About = { lang: 'tr', name: 'Türkçe', dir: 'ltr', reviewer: null }

export const thread: Locale['thread'] = {
  comments: 'Yorumlar',
  count: { one: '{n} yorum', other: '{n} yorum' },
  empty: 'Henüz kimse yazmadı. İlk sözü siz söyleyin.',
  closed: 'Bu tartışma kapandı. Yazılanları hâlâ okuyabilirsiniz.',
  guest: 'Misafir',
  badges: { author: 'Yazar', staff: 'Site ekibi', verified: 'Doğrulanmış' },
  inReplyTo: 'yanıtlanan: {name}',
  deletedByAuthor: 'Yorum silindi',
  removedByModerator: 'Bir moderatör kaldırdı',
  reply: 'Yanıtla',
  replyTo: 'Yanıtla: {name}',
  more: 'Daha fazla yorum göster',
  moreReplies: { one: '{n} yanıt daha göster', other: '{n} yanıt daha göster' },
  loading: 'Yorumlar yükleniyor',
  retry: 'Yeniden dene',
  loadFailed: 'Bu bölüm yüklenemedi.',
  write: 'Yorum yazın',
  writeReply: 'Yanıt yazın',
}

export const writing: Locale['writing'] = {
  name: 'Ad (isteğe bağlı)',
  post: 'Gönder',
  posting: 'Gönderiliyor…',
  cancel: 'Vazgeç',
  guidelines: 'Burada sizden beklenenler',
  holds: {
    first: 'İlk yorumunuzu, başkaları görmeden önce bir moderatör okur.',
    all: 'Her yorumu, başkaları görmeden önce bir moderatör okur.',
  },
  left: { one: '{n} karakter kaldı', other: '{n} karakter kaldı' },
  over: { one: '{n} karakter fazla', other: '{n} karakter fazla' },
  posted: 'Yorumunuz yayımlandı.',
  postedWaiting: 'Yorumunuz moderatör incelemesini bekliyor. Şimdilik yalnızca siz görüyorsunuz.',
  postedRefused: 'Yorumunuz yayımlanmadı.',
  faults: {
    text_empty: 'Önce bir şeyler yazın, sonra gönderin.',
    text_too_long: 'Bu metin gönderilemeyecek kadar uzun: Bir yorum en fazla 10.000 karakter olabilir.',
    name_too_long: 'Bu ad çok uzun. Lütfen daha kısa bir ad seçin.',
    name_imitates: 'Bu ad, site ekibinden birine ait. Başka bir ad seçin; ad sizinse giriş yapın.',
    slow_mode: 'Bu tartışma yavaş ilerliyor. Metniniz saklandı; {wait} yeniden gönderin.',
    overloaded: 'Şu anda burası çok kalabalık. Metniniz saklandı; {wait} yeniden gönderin.',
    thread_closed: 'Siz yazarken bu tartışma kapandı.',
    parent_gone: 'Yanıtladığınız yorum artık burada değil.',
    branch_locked: 'Bir moderatör bu tartışmayı kilitledi. Yeni bir tartışma başlatabilirsiniz.',
    warning_unread: 'Lütfen önce moderatörün size yazdığını okuyun. Metniniz burada duruyor.',
    too_many_requests: 'Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip yeniden gönderin.',
    wait: 'Kısa sürede çok fazla deneme yapıldı. {wait} yeniden gönderebilirsiniz.',
    unknown_comment: 'Bu yorum artık burada değil.',
    offline: 'İnternet bağlantınız yok gibi görünüyor. Metniniz burada duruyor; bağlantı gelince yeniden deneyin.',
    queued: 'İnternet bağlantınız yok. Yorumunuz saklandı; bağlantı gelince kendiliğinden gönderilecek.',
    too_many_mentions: 'En fazla 10 kişiyi adıyla anabilirsiniz. Lütfen birkaçını çıkarın.',
    edit_over: 'Bu yorumu değiştirme süresi doldu. Yeni metniniz hâlâ burada, kopyalayabilirsiniz.',
    stale_version: 'Bu yorum bu arada değişti. Metninizi kopyalayın, vazgeçin ve yorumu yeniden düzenleyin.',
    banned: 'Artık buradaki tartışmalara katılamazsınız.',
    silent: 'Sunucu yanıt vermedi. Metniniz burada duruyor; lütfen yeniden deneyin.',
    broken: 'Bizim tarafımızda bir sorun çıktı. Metniniz burada duruyor; lütfen yeniden deneyin.',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { one: '{n} yorum', other: '{n} yorum' },
  noComments: 'Henüz yorum yok',
  views: { one: '{n} görüntülenme', other: '{n} görüntülenme' },
}

export const refused: Locale['refused'] = {
  refused: 'Yorumlar bu sayfada henüz kullanıma açılmadı.',
  command:
    'Site sizinse şu komut işe yarar. Komutu Parley’in başlatıldığı yerde ve aynı ayarlarla (PARLEY_…, PORT) yazın:',
}

export const present: Locale['present'] = {
  fresh: { one: '{n} yeni yorum', other: '{n} yeni yorum' },
  removed: 'Bu yorum artık burada değil.',
  banned: 'Artık buradaki tartışmalara katılamazsınız.',
  wait: 'Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip yeniden deneyin.',
  failed: 'Sunucu yanıt vermedi. Lütfen yeniden deneyin.',
  order: 'Sıralama',
  orders: { newest: 'En yeni', oldest: 'En eski', helpful: 'En yararlı', discussed: 'En çok tartışılan' },
  you: 'Siz',
  signIn: 'Giriş yap',
  stranded: 'Yorum göndermek için gerekenler yüklenemedi. Metniniz saklandı: Yeniden deneyin ya da sayfayı yenileyin.',
  reload: 'Sayfayı yenile',
}

export const acts: Locale['acts'] = {
  marks: {
    pinned: 'Sabitlendi',
    featured: 'Öne çıkan',
    locked: 'Kilitli: artık yanıtlanamaz',
    edited: 'moderatör tarafından',
  },
  edited: 'Düzenlendi',
  earlier: 'Düzenlendi: Yorumun önceki hâlini göster',
  voteFor: 'Yoruma olumlu oy ver: {name}',
  voteAgainst: 'Yoruma olumsuz oy ver: {name}',
  votes: { one: '{n} oy', other: '{n} oy' },
  hide: { one: '{n} yanıtı gizle', other: '{n} yanıtı gizle' },
  show: { one: '{n} yanıtı göster', other: '{n} yanıtı göster' },
  all: 'Tamamını göster',
  translate: 'Çevir',
  moreOn: 'Bu yorumla ilgili seçenekler: {name}',
  muted: 'Bu kişiyi sessize aldınız.',
  showMuted: 'Göster',
}

export const own: Locale['own'] = {
  waiting: { label: 'Bekliyor:', detail: 'Şimdilik yalnızca siz görüyorsunuz.' },
  refused: 'Yayımlanmadı:',
  edit: 'Düzenle',
  delete: 'Sil',
  undo: 'Geri al',
  deleted: 'Yorumunuz silindi.',
  restored: 'Yorumunuz geri geldi.',
  changed: 'Değişikliğiniz kaydedildi.',
  changedWaiting: 'Değişikliğiniz kaydedildi. Başkaları görmeden önce bir moderatör okuyacak.',
  changedRefused: 'Yorumunuz bu metinle yayımlanmıyor.',
  undone: 'Değişikliğiniz geri alındı.',
  notKept:
    'Tarayıcınız bu sayfa için hiçbir şey saklamıyor; bu yüzden yorumunuzu yalnızca sayfadan ayrılana kadar değiştirebilir ya da silebilirsiniz.',
}

export const reasons: Locale['reasons'] = {
  off_topic: 'Yazının konusundan çok uzaklaşıyor.',
  abuse: 'Söylenene değil, söyleyene saldırıyor.',
  hate: 'İnsanlardan nefretle söz ediyor.',
  illegal: 'Yasalara aykırı olabilir.',
  spam: 'Reklam izlenimi veriyor.',
  propaganda: 'Bir kampanyanın parçası izlenimi veriyor.',
  personal_data: 'Birinin özel bilgilerini açığa vuruyor.',
  repeated: 'Aynı metin burada daha önce paylaşıldı.',
  too_many_links: 'Çok fazla bağlantı içeriyor.',
  first_comment: 'Herkesin ilk yorumunu bir moderatör okur.',
  premoderated: 'Her yorumu önce bir moderatör okur.',
  banned: 'Artık burada yorum yazamazsınız.',
  reported: 'Okurlar bu yorumu bildirdi; bir moderatör bakacak.',
  unwanted_words: 'Burada kullanılmayan sözcükler içeriyor.',
  unwanted_link: 'Burada bağlantı verilmeyen bir yere bağlantı içeriyor.',
  new_link: 'Yeni yerlere verilen bağlantılara önce bir moderatör bakar.',
  typed_fast: 'Önce bir moderatör okuyacak.',
  muted: 'Bir süre, yazdığınız her şeyi bir moderatör okuyacak.',
  often_refused: 'Başka yorumlarınız yayımlanmadığı için önce bir moderatör okuyacak.',
  language: 'Bu dili bilen bir moderatörü bekliyor.',
  unproven:
    'Buraya botlar da yazıyor. Tarayıcınız, sizi onlardan ayıran küçük hesaplamayı bitiremedi; bu yüzden önce bir moderatör okuyacak.',
  other: 'Bir moderatör yayımlanmamasına karar verdi.',
}

export const menu: Locale['menu'] = {
  menu: 'Yorumu yazan: {name}',
  copy: 'Bağlantıyı kopyala',
  copied: 'Bağlantı kopyalandı',
  notCopied: 'Tarayıcınız kopyalamaya izin vermiyor. Bağlantı, adın yanında yazan zamanın üzerindedir.',
  share: 'Paylaş…',
  follow: 'Bu tartışmayı takip et',
  unfollow: 'Takibi bırak',
  followed: 'Bu tartışmayı takip ediyorsunuz. Yenilikleri “Siz” bölümünde bulabilirsiniz.',
  unfollowed: 'Bu tartışmayı artık takip etmiyorsunuz.',
  mute: 'Bu kişiyi sessize al',
  unmute: 'Bu kişiyi yeniden göster',
  mutedNow: 'Bu kişinin yorumlarını artık görmeyeceksiniz. Bundan kimsenin haberi olmaz.',
  shownNow: 'Bu kişinin yorumlarını yeniden görüyorsunuz.',
  report: 'Bildir…',
  full: 'Listede yer kalmadı. Önce “Siz” bölümünden birini çıkarın.',
}

export const format: Locale['format'] = {
  toolbar: 'Biçim',
  formats: {
    bold: 'Kalın',
    italic: 'İtalik',
    strike: 'Üstü çizili',
    code: 'Kod',
    link: 'Bağlantı',
    quote: 'Alıntı',
    list: 'Liste',
  },
  preview: 'Önizleme',
  empty: 'Yazdıklarınız burada gösterilecek.',
  failed: 'Önizleme yüklenemedi. Metniniz duruyor.',
}

export const editing: Locale['editing'] = {
  label: 'Yorumunuz',
  save: 'Kaydet',
  saving: 'Kaydediliyor…',
  cancel: 'Vazgeç',
  loading: 'Metniniz geliyor…',
  over: 'Bu yorumu değiştirme süresi doldu.',
}

export const report: Locale['report'] = {
  question: 'Bu yorumdaki sorun ne?',
  reasons: {
    off_topic: 'Yazının konusundan çok uzak',
    abuse: 'Bir kişiye saldırıyor',
    hate: 'İnsanlardan nefretle söz ediyor',
    illegal: 'Yasalara aykırı olabilir',
    spam: 'Reklam yapıyor',
    propaganda: 'Bir kampanyanın parçası',
    personal_data: 'Özel bilgileri açığa vuruyor',
    other: 'Başka bir şey',
  },
  words: 'Moderatörün bilmesi gerekenler (isteğe bağlı)',
  send: 'Bildirimi gönder',
  sending: 'Gönderiliyor…',
  cancel: 'Vazgeç',
  thanks: 'Teşekkürler, bir moderatör bakacak.',
  choose: 'Önce sorunun ne olduğunu seçin.',
  gone: 'Bu yorum artık burada değil.',
  banned: 'Artık buradaki tartışmalara katılamazsınız.',
  wait: 'Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip yeniden deneyin.',
  failed: 'Sunucu yanıt vermedi. Lütfen yeniden deneyin.',
}

export const you: Locale['you'] = {
  you: 'Siz',
  close: 'Kapat',
  tabs: {
    news: 'Yenilikler',
    comments: 'Yorumlar',
    votes: 'Oylar',
    follows: 'Takip',
    mutes: 'Sessiz',
    device: 'Bu cihaz',
  },
  empty: {
    news: 'Henüz bir şey yok. Yazdıklarınıza gelen yanıtları ve moderatörlerin kararlarını burada görürsünüz.',
    comments: 'Buraya henüz bir şey yazmadınız. Yazdıklarınızı ve durumlarını burada görürsünüz.',
    votes: 'Burada henüz oy vermediniz.',
    follows:
      'Burada henüz bir şey takip etmiyorsunuz. Takip ettiklerinizde ne kadar yenilik olduğunu burada görürsünüz.',
    mutes: 'Kimseyi sessize almadınız. Sessize aldığınız kişinin bundan haberi olmaz.',
  },
  states: { pending: 'Bekliyor', published: 'Yayımlandı', rejected: 'Yayımlanmadı', withdrawn: 'Siz sildiniz' },
  waits: 'Şimdilik yalnızca siz görüyorsunuz.',
  replies: { one: '{n} yanıt', other: '{n} yanıt' },
  votes: { one: '{n} oy', other: '{n} oy' },
  votedFor: 'Olumlu oy verdiniz',
  votedAgainst: 'Olumsuz oy verdiniz',
  guest: 'Misafir',
  thread: 'Tüm yorumlar',
  conversation: 'Tartışmayı başlatan: {name}',
  news: { one: '{n} yeni yorum', other: '{n} yeni yorum' },
  manyNews: '{n}+ yeni yorum',
  followThread: 'Bu sayfadaki yorumları takip et',
  nothingToFollow: 'Buraya biri yazınca takip edilebilir.',
  byMail: 'Bunlardan e-postayla gelenler',
  restore: 'Geri getir',
  restoreOver: 'Artık geri getirilemez.',
  feed: 'Bu sayfadaki yorumların beslemesi',
  unfollow: 'Takibi bırak',
  unmute: 'Yeniden göster',
  isNew: 'Yeni',
  answered: '{name} size yanıt verdi',
  told: {
    published: 'Yorumunuz yayımlandı',
    pending: 'Okurlar yorumunuzu bildirdi; bir moderatör bakacak',
    rejected: 'Yorumunuz yayımlanmadı',
    restored: 'Yorumunuz geri geldi',
    granted: 'Bir moderatör isteğiniz üzerine yeniden inceledi: Yorum yayımlandı.',
    declined: 'Bir moderatör yeniden inceledi; karar değişmedi.',
  },
  failed: 'Sunucu yanıt vermedi. Lütfen yeniden deneyin.',
  more: 'Daha fazla göster',
  loading: 'Yükleniyor…',
  retry: 'Yeniden dene',
  fullList: 'Listede yer kalmadı. Önce bir şeyin takibini bırakın.',
}

export const standing: Locale['standing'] = {
  warned: 'Devam etmeden önce, bir moderatörün size mesajı var:',
  read: 'Okudum',
  banned: 'Bir moderatörün kararıyla artık burada yorum yazamazsınız.',
  bannedUntil: 'Bir moderatörün kararıyla {time} tarihine kadar burada yorum yazamazsınız.',
  muted: 'Her yorumunuz moderatör incelemesini bekler.',
  mutedUntil: '{time} tarihine kadar her yorumunuz moderatör incelemesini bekler.',
  failed: 'Sunucu yanıt vermedi. Lütfen yeniden deneyin.',
}

export const signIn: Locale['signIn'] = {
  signIn: 'Giriş yap',
  guest: 'Burada misafir olarak yazıyorsunuz.',
  badges: { author: 'Yazar', staff: 'Site ekibi', verified: 'Doğrulanmış' },
  ways: { email: 'e-posta', github: 'GitHub', google: 'Google', host: 'Site hesabı' },
  knownBy: 'Giriş yolları: {ways}',
  why: 'Böylece yorumlarınız bir rozet taşır ve her cihazda sizin olur. Adresinizi kimse görmez.',
  address: 'E-posta adresiniz',
  sendCode: 'Kod gönder',
  sendOwn: 'E-posta adresime kod gönder',
  or: 'ya da',
  goOn: '{way} ile devam et',
  back: 'Vazgeç',
  sent: '{address} adresine altı haneli bir kod gönderiliyor. Kodu on dakika içinde buraya yazın.',
  sentOwn: 'E-posta adresinize altı haneli bir kod gönderiliyor. Kodu on dakika içinde buraya yazın.',
  code: 'Kod',
  confirm: 'Onayla',
  noMail:
    'E-posta gelmedi mi? Bir dakika sürebilir ya da istenmeyen postalar arasına düşmüş olabilir. Yarım dakika sonra yeniden gönderilmesini isteyebilirsiniz.',
  again: 'Yeniden gönder',
  sentAgain: 'Yeniden gönderildi. Yalnızca en yeni kod geçerlidir.',
  other: 'Başka bir adres',
  otherWay: 'Başka bir yol',
  inWindow: 'Açılan pencerede devam edin.',
  cutOff: 'Pencerede bir kod görünüyorsa buraya yazın. Pencere kapandıysa yeniden açın ya da başka bir yol seçin.',
  reopen: 'Pencereyi yeniden aç',
  blocked: 'Tarayıcınız pencereyi engelledi. Şu bağlantı onu açar:',
  openTab: '{way} ile yeni sekmede devam et',
  checking: 'Bir saniye…',
  fresh: 'Önce, burada daha önce kullandığınız bir yolla siz olduğunuzu gösterin.',
  noWay: 'Burada kullandığınız giriş yollarının hiçbiri şu anda sunulmuyor. Lütfen siteye danışın.',
  triesLeft: {
    one: 'Kod bu değil. {n} deneme hakkınız kaldı.',
    other: 'Kod bu değil. {n} deneme hakkınız kaldı.',
  },
  faults: {
    email_wrong: 'Bu adrese e-posta gönderilemez. Lütfen adresi kontrol edin.',
    code_wrong: 'Kod bu değil. Kod altı hanelidir.',
    claim_spent: 'Bu kod artık kullanılamaz. Lütfen yeni bir kod isteyin.',
    identity_taken:
      'Bu, buradaki başka bir profile ait. Onunla giriş yapabilirsiniz; iki profil de ayrı ayrı kullanılabilir.',
    proof_needed: 'Lütfen daha önce giriş yaptığınız bir yolu seçin.',
    way_not_offered: 'Bu yol artık sunulmuyor. Lütfen başka bir yol seçin.',
    mail_failed: 'E-posta gönderilemedi. Lütfen adresi kontrol edin ya da biraz sonra yeniden deneyin.',
    issuer_failed: 'Öteki site beklendiği gibi yanıt vermedi. Biraz sonra yeniden deneyin ya da başka bir yol seçin.',
    login_refused: 'Bu siteye girişinizin üzerinden zaman geçti. Sayfayı yenileyip bir kez daha deneyin.',
    email_unverified: 'Adresiniz orada onaylanmamış. Hesabınızın olduğu yerde onaylayıp geri gelin.',
    too_many_requests: 'Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip yeniden deneyin.',
    wait: 'Kısa sürede çok fazla deneme yapıldı. {wait} yeniden deneyebilirsiniz.',
    broken: 'Bizim tarafımızda bir sorun çıktı. Lütfen yeniden deneyin.',
    silent: 'Sunucu yanıt vermedi. Lütfen yeniden deneyin.',
  },
}

export const account: Locale['account'] = {
  signedInAs: '{name} adıyla giriş yaptınız.',
  signedIn: 'Giriş yaptınız.',
  guest: {
    came: 'Burada misafir olarak yazdıklarınız artık bu adla sizin.',
    stayed: 'Misafir olarak yazdıklarınız misafirde kalıyor, çünkü anahtarı başka bir cihazda da kullanılıyor.',
  },
  notKept: 'Tarayıcınız bu sayfa için hiçbir şey saklamıyor; bu yüzden giriş, sayfadan ayrılana kadar geçerli.',
  byHost: 'Girişinizi bu site sağladı.',
  signOut: 'Çıkış yap',
  everywhere: 'Her yerden çıkış yap',
  everywhereMeans: 'Her tarayıcı ve cihaz burada kim olduğunuzu unutur. Önce siz olduğunuzu gösterin.',
  signedOut: 'Çıkış yaptınız. Yorumlarınız sizin kalır: Onları bulmak için yeniden giriş yapın.',
  signedOutAll: 'Tüm cihazlardan çıkış yaptınız.',
  link: 'Giriş yolu ekle',
  linkNext: 'Şimdi eklenecek yolu seçin.',
  linked: 'Bundan sonra {way} ile de giriş yapabilirsiniz.',
  nameless: 'Adsız',
}

export const appeal: Locale['appeal'] = {
  moderator: 'Moderatörün notu:',
  rules: 'Bu sitenin kuralları',
  ask: 'Yeniden incelenmesini iste',
  explain: 'Neden yayımlanması gerektiğini yazın. Bir kez isteyebilirsiniz; başka bir moderatör varsa kararı o verir.',
  send: 'Gönder',
  sending: 'Gönderiliyor…',
  cancel: 'Vazgeç',
  waits: 'Yeniden inceleme istediniz. Sonucu burada göreceksiniz.',
  yours: 'Yazdığınız:',
  granted: 'Bir moderatör isteğiniz üzerine yeniden inceledi: Yorum yayımlandı.',
  declined: 'Bir moderatör yeniden inceledi; karar değişmedi.',
  empty: 'Önce bir şeyler yazın, sonra gönderin.',
  tooLong: 'Bu metin çok uzun: En fazla 2.000 karakter yazabilirsiniz.',
  already: 'Bu arada karar verildi. Görmek için sayfayı yenileyin.',
  wait: 'Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip yeniden deneyin.',
  failed: 'Sunucu yanıt vermedi. Metniniz burada duruyor; lütfen yeniden deneyin.',
}

export const device: Locale['device'] = {
  key: 'Anahtarınız',
  kept: 'Bu tarayıcıda, buradaki yorumlarınızın sizin olmasını sağlayan bir anahtar saklanıyor. İçinde ad da adres de yok.',
  notKept:
    'Tarayıcınız bu sayfa için hiçbir şey saklamıyor. Anahtar sözcüklerinizi bir yere yazmazsanız yorumlarınız yalnızca sayfadan ayrılana kadar sizindir.',
  none: 'Henüz anahtar yok. İlk kez yorum yazdığınızda, oy verdiğinizde ya da bir seçim yaptığınızda bu tarayıcıda oluşturulur.',
  leaveNone: 'Bu sayfadan ayrılana kadar anahtar saklanmasın',
  leavesNone: 'Şimdi yazdıklarınız bu sayfadan ayrılana kadar sizindir ve bu tarayıcıda hiçbir şey saklanmaz.',
  forget: 'Beni bu cihazda unut',
  forgetMeans:
    'Anahtarı, adınızı ve taslaklarınızı bu tarayıcıdan kaldırır. Yorumlarınız kalır; anahtar sözcükler olmadan artık onları değiştiremezsiniz.',
  forgotten: 'Unutuldunuz. Bu tarayıcı artık sizi burada tanımıyor.',
  undo: 'Geri al',
  phrase: 'Anahtar sözcükleriniz',
  phraseMeans:
    'Bu sözcükler anahtarınızdır. Başka bir cihaza yazarsanız orada da aynı kişi olursunuz. Onları bilen herkes burada sizin yerinize geçebilir: Kimseyle paylaşmayın.',
  showPhrase: 'Sözcükleri göster',
  hidePhrase: 'Sözcükleri gizle',
  copy: 'Kopyala',
  copied: 'Kopyalandı',
  notCopied: 'Tarayıcınız kopyalamaya izin vermiyor. Lütfen sözcükleri bir yere yazın.',
  other: 'Anahtar sözcüklerim var',
  otherMeans: 'Öteki cihazınızdaki 17 sözcüğü yazın. Büyük-küçük harf, boşluk ve kısa çizgi fark etmez.',
  otherReplaces: 'Bu tarayıcıdaki anahtarın yerini alır.',
  typeWords: 'Anahtar sözcükleriniz',
  use: 'Bu sözcükleri kullan',
  taken: 'Anahtarınız artık bu cihazda.',
  wrongCount: '17 anahtar sözcük olmalı; burada {n} sözcük var.',
  wrongWord: 'Lütfen {n}. sözcüğe yeniden bakın.',
  wrongSomewhere: 'Bu sözcükler birbirine uymuyor. Lütfen bir yere yazdıklarınızla karşılaştırın.',
  data: 'Bu sitenin sizinle ilgili sakladıkları',
  dataMeans: 'Burada yaptığınız her şey tek bir dosyada: yorumlar, oylar, bildirimler, takipler.',
  export: 'Tümünü indir',
  keeping: 'Neler saklanıyor, ne kadar süreyle',
  exportAll: 'Adreslerimle birlikte indir',
  byHost: 'Girişinizi bu site sağladı; bu tarayıcıda sizinle ilgili hiçbir şey saklanmıyor.',
  erase: 'Bana ait her şeyi sil',
  eraseMeans:
    'Yorumlarınızın metni ve adınız silinir; oylarınız, takipleriniz ve sessize aldıklarınız kaldırılır. Bu işlem geri alınamaz.',
  eraseYes: 'Her şeyi sil',
  keep: 'Kalsın',
  erasing: 'Siliniyor…',
  erased: 'Size ait her şey silindi.',
  failed: 'Sunucu yanıt vermedi. Lütfen yeniden deneyin.',
}

export const translation: Locale['translation'] = {
  made: 'Makine çevirisi: {host}',
  coming: 'Çevriliyor…',
  failed: 'Çeviri gelmedi. Özgün metin yukarıda; biraz sonra yeniden deneyin.',
}

export const captcha: Locale['captcha'] = {
  label: 'Botları dışarıda tutan doğrulama',
  asked:
    'Tarayıcınız, botları dışarıda tutan hesaplamayı bitiremedi. Yorumunuzun hemen yayımlanması için onun yerine {name} doğrulamasını tamamlayın; ya da doğrulama olmadan gönderin, yorumunuzu önce bir moderatör okusun.',
  thanks: 'Teşekkürler. Yorumunuz artık gönderilebilir.',
  without: 'Doğrulama olmadan gönder',
}

export const editions: Locale['editions'] = {
  until: '{time} tarihine kadar:',
  none: 'Gösterilecek bir şey yok.',
  moderator: 'bir moderatör değiştirdi',
}

export const moved: Locale['moved'] = { gone: 'Bu bağlantının götürdüğü yorum artık burada değil.' }

export const mentions: Locale['mentions'] = {
  people: 'Bu tartışmadaki kişiler',
  names: { one: 'Seçilebilecek {n} ad', other: 'Seçilebilecek {n} ad' },
}

export const proof: Locale['proof'] = {
  wait: 'Bir saniye: Tarayıcınız, bot akınlarını dışarıda tutan küçük bir hesaplamayı bitiriyor.',
}

export const plain: Locale['plain'] = {
  onArticle: 'Yorumlar: {title}',
  first: 'İlk sayfaya dön',
  formatting: 'Markdown kullanabilirsiniz: *italik*, **kalın**, > alıntı, - liste.',
  stale: 'Bu sayfa eskimiş. Metniniz burada duruyor; yeniden gönderin.',
}

export const refusals: Locale['refusals'] = {
  bad_request: {
    title: 'Bu adres eksik',
    detail: 'İçinde bir şey eksik ya da yanlış. Geldiğiniz sayfaya dönüp oradan yeniden deneyin.',
  },
  not_found: { title: 'Burada bir şey yok', detail: 'Lütfen adresi denetleyin.' },
  unknown_comment: { title: 'Böyle bir yorum yok', detail: 'Yorum burada değil; kaldırılmış olabilir.' },
  body_too_large: { title: 'Metin çok uzun', detail: 'Geri dönüp kısaltın ve yeniden gönderin.' },
  too_many_requests: {
    title: 'Kısa sürede çok fazla istek',
    detail: 'Lütfen biraz bekleyip yeniden deneyin; yazdıklarınız kaybolmaz.',
  },
  overloaded: {
    title: 'Şu anda çok fazla istek var',
    detail: 'Hiçbir şey kaydedilmedi. Birkaç saniye sonra yeniden deneyin.',
  },
  storage_failed: {
    title: 'Şu anda hiçbir şey kaydedilemiyor',
    detail: 'Site sahibinin sunucuya bakması gerekiyor. Metninizi saklayın ve daha sonra yeniden deneyin.',
  },
  internal: {
    title: 'Bizim tarafımızda bir sorun çıktı',
    detail: 'Sizin yaptığınız bir şey değil. Lütfen yeniden deneyin.',
  },
}

export const codeMail: Locale['codeMail'] = {
  subject: '{code} – {site} için kodunuz',
  what: {
    sign_in: 'Bu kodu {site} sitesinde yazdığınız yere girin:',
    link: '{site} sitesindeki profilinizle devam etmek için bu kodu girin:',
    sign_out: '{site} sitesinden tüm cihazlarda çıkmak için bu kodu girin:',
    export: '{site} sitesinde size ait olanların bir kopyasını almak için bu kodu girin:',
    erase: '{site} sitesinde yazdığınız her şeyi kalıcı olarak silmek için bu kodu girin:',
  },
  lasts: 'On dakika geçerlidir.',
  notYou:
    'Bu kodu siz istemediyseniz biri bir adresi yanlış yazmıştır. Bir şey yapmanız gerekmez; kodu kimseye söylemeyin.',
}

export const handOver: Locale['handOver'] = {
  done: 'Giriş yaptınız',
  goOn: 'Bu pencereyi kapatıp kaldığınız yerden devam edebilirsiniz.',
  almost: 'Neredeyse tamam',
  type: 'Bu kodu, geldiğiniz {site} sayfasına girin:',
  secret:
    'Birkaç dakika ve yalnızca sizin için geçerlidir: Kimseye söylemeyin. Orada az önce “Giriş yap” düğmesine kendiniz basmadıysanız bu pencereyi kapatın.',
  ends: {
    denied: {
      title: 'Giriş yapılmadı',
      what: 'Reddettiniz ve hiçbir şey aktarılmadı. Bu pencereyi kapatıp misafir olarak yazabilir ya da başka bir yol seçebilirsiniz.',
    },
    stale: {
      title: 'Buradan devam edilemiyor',
      what: 'Daha önce kullanılmış, çok beklemiş ya da başka bir tarayıcıda başlamış. Bu pencereyi kapatıp geldiğiniz sayfada yeniden başlayın.',
    },
    unverified: {
      title: 'E-posta adresiniz orada onaylanmamış',
      what: 'Hesabınızın olduğu yerde onaylayın, sonra geldiğiniz sayfada yeniden başlayın.',
    },
    failed: {
      title: 'Öteki site beklendiği gibi yanıt vermedi',
      what: 'Hiçbir şey aktarılmadı. Bu pencereyi kapatıp biraz sonra yeniden deneyin ya da başka bir yol seçin.',
    },
  },
}

export const privacy: Locale['privacy'] = {
  title: 'Neler saklanıyor, ne kadar süreyle',
  lead: 'Bu sayfa, şu anda geçerli olan ayarlardan oluşturulur.',
  kept: 'Neler saklanıyor',
  kinds: {
    comments: {
      title: 'Yazdıklarınız',
      what: 'Metin, verdiğiniz ad, zaman, sayfa, neye yanıt verdiğiniz ve dile ilişkin bir tahmin. Ad herhangi bir ad olabilir, hiç olmayabilir de.',
    },
    coming: {
      title: 'Başka bir sistemden aktarılmakta olanlar',
      what: 'Dosyada, yanıtladıkları yorumdan önce gelen yorumlar, o yorum da gelene kadar: “Yazdıklarınız” altındakiler ve adresin bir özeti. Aktarma yarıda kalırsa silinirler. Dosyanın kendisi, aktarma biter bitmez ya da son kullanılmasından bir gün sonra silinir.',
    },
    refused: {
      title: 'Sildikleriniz ya da reddedilenler',
      what: 'Moderatörlerden başka kimse görmez. Bu süre içinde geri alınabilir ya da yeniden inceleme isteyebilirsiniz; sonra metin ve ad silinir. Yanıt beklediğiniz sürece kalırlar.',
    },
    editions: { title: 'Bir yorumun değişmeden önceki hâli', what: 'Önceki metinler, zamanlarıyla birlikte.' },
    person: {
      title: 'Birkaç yorumun size ait olduğu',
      what: 'Tarayıcınızın ürettiği rastgele bir anahtarın özeti, en son verdiğiniz ad yorumlarınızın kaçının yayımlandığı ya da reddedildiği ve anahtarın ilk ve son ne zaman kullanıldığı. Anahtarın kendisi saklanmaz.',
    },
    proof: {
      title: 'Kim olduğunuzu nasıl gösterdiğiniz',
      what: 'Yalnızca bunu yaptıysanız: e-posta adresiniz ya da geldiğiniz hizmetteki numaranız. Başka hiçbir okur bunu görmez.',
    },
    claims: {
      title: 'Bunu gösterme denemeleri',
      what: 'Adres ya da numara, bir hizmetin sizin için verdiği ad ve kodun özetleri.',
    },
    letters: {
      title: 'Size gönderilecek ya da gönderilmiş e-postalar',
      what: 'Adres, ne hakkında olduğu ve zamanı; içeriği değil. Ulaştırılamayanlar 30 gün kalır. Bir adres yoksa, site kaldırana kadar onun anahtarlı bir özeti kalır; kimse ondan adresi okuyamaz.',
    },
    choices: {
      title: 'Seçimleriniz',
      what: 'Oylarınız, takip ettikleriniz ve bunların ne kadarını gördüğünüz, sessize aldıklarınız.',
    },
    mailings: {
      title: 'E-posta ile haber aldığınız adres',
      what: 'Adres, nelerden haber aldığınız ve bir sonraki e-postanın söz edeceği yorumların numaraları. Onaylanmayanlar 7 gün sonra silinir. Ayrıldığınızda, kimse size hemen yeniden sordurmasın diye adresin anahtarlı bir özeti 30 gün kalır; hiç sorulmasını istemediyseniz, bunu geri alana kadar.',
    },
    reports: { title: 'Bildirimler ve yeniden inceleme istekleri', what: 'Gerekçe ve yazdıklarınız.' },
    evidence: {
      title: 'Bir kararın neye dayandığı',
      what: 'Kuralların bir yorumda buldukları ve moderatörlerin not ettikleri ya da yazara yazdıkları.',
    },
    standing: {
      title: 'Engellemeler, ön incelemeler ve uyarılar',
      what: 'Ne zamana kadar ve neden. Bu arada her şeyi sildirirseniz, silme bir engeli sona erdirmesin diye adresinizin ya da numaranızın anahtarlı bir özeti sonuna kadar kalır; kimse ondan adresi okuyamaz.',
    },
    network: {
      title: 'Nereden yazdığınız',
      what: 'Adresiniz değil: ağınızın anahtarlı özetinden sekiz bayt; günün anahtarı iki gün sonra silinince bunların hiçbir anlamı kalmaz.',
    },
    work: {
      title: 'Tarayıcınızın hesaplamaları',
      what: 'Kullanılan her hesaplamanın bir özeti; böylece yalnızca bir kez sayılır.',
    },
    views: {
      title: 'Bir sayfanın görüntülenmesi',
      what: 'Her sayfa için bir sayı. Bugün kimin gördüğü yalnızca bellekte, rastgele baytlarla karılmış bir özet olarak tutulur.',
    },
    log: {
      title: 'Karar günlüğü',
      what: 'Numaralar, kodlar, zamanlar ve metin silindikten sonra anlamı kalmayan metin özetleri; bir de birinin silindiği bilgisi. Ad yok, metin yok.',
    },
    desk: {
      title: 'Yalnızca burada moderatörlük yapanlardan',
      what: 'Adları, rolleri, e-posta istiyorlarsa bir adres, geldikleri hizmetteki numaraları, ne zaman ve ne tür bir tarayıcıyla giriş yaptıkları.',
    },
  },
  after: {
    decision: 'karardan sonra {time}',
    answer: 'yanıttan sonra {time}',
    edit: 'değişiklikten sonra {time}',
    post: 'gönderildikten sonra {time}',
    use: 'son kullanımdan sonra {time}',
    import: 'başladıktan sonra {time}',
    mail: 'gönderildikten sonra {time}',
  },
  until: {
    erased: 'her şeyi sildirene kadar',
    withdrawn: 'siz silene ya da bir moderatör kaldırana kadar',
    takenBack: 'siz geri alana kadar',
    lifted: 'geçerli olduğu sürece; böyle bir önlem olduğu bilgisi, her şeyi sildirene kadar',
    forGood: 'kalıcı olarak',
    account: 'bir rolleri olduğu sürece; sonrasında adları ve yaptıkları',
    day: 'günün sonuna kadar; sayı kalır',
  },
  within: 'Süre belirtilen yerlerde, sürenin bitiminden sonraki bir gün içinde silinir.',
  notKept: 'Neler saklanmıyor',
  nothing: {
    readers: 'IP adresiniz, tarayıcınız ve hangi sayfaları okuduğunuz.',
    operator: 'Sunucunun, işletene yazdığı satırlarda adlar, adresler, metinler ve anahtarlar.',
  },
  device: 'Cihazınızda',
  deviceMeans:
    'Bir şey yazmadan, oy vermeden ya da seçmeden önce hiçbir şey. Sonra anahtarınız, yazmakta olduğunuz metin (30 gün) ve seçimleriniz. Bir tartışmanın başındaki “{you}” bunları kaldırır.',
  others: 'Başka kime bir şey gidiyor',
  noOthers: 'Kimseye. Burada yaptığınız hiçbir şey için başka bir şirkete başvurulmaz.',
  captcha:
    'Çok fazla gönderi olduğunda ve tarayıcınız bir hesaplamayı çözemediğinde, onun yerine bir {name} doğrulamasını yanıtlayabilirsiniz. Ancak o zaman, daha önce değil, bu hizmetin betiği sayfada çalışır.',
  translated:
    'Biri bir yorumu başka bir dilde istediğinde, yorumun metni çeviri için {host} adresine gider; ad, sayfa ve isteyenin kim olduğu oraya gitmez. Gelen çeviri yorumla birlikte 90 gün saklanır.',
  elsewhere: 'Şu yollardan biriyle giriş yaparsanız o hizmet bunu öğrenir: {ways}.',
  receivers: {
    standard: 'sitenin bir programı',
    slack: 'Slack ya da Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: 'Burada bir şey olduğunda site şu alıcılara haber verir: {receivers}. Verdiğiniz ad, yazdıklarınız, sayfa ve zaman iletilir. E-posta adresiniz, anahtarınız ve nereden yazdığınız oraya hiçbir zaman gitmez. Oraya ulaşanlar onların kendi kurallarına göre saklanır.',
  toldEarly:
    'Bu, bekleyen ya da reddedilen bir yorum, yorumun bildirilmiş olması ya da bir yeniden inceleme isteğinin metni olabilir.',
  mailed:
    'Bir e-posta adresini onaylarsanız, kodlu ileti bir posta sunucusundan geçer ve sunucu böylece adresi öğrenir. Moderatörlere giden e-postalar kaç yorumun beklediğini söyler, yazdıklarınızı içermez.',
  mailOfHouse:
    'Moderatörlere kaç yorumun beklediğini söyleyen e-postalar gidebilir; bunlarda yazdığınız hiçbir şey yoktur.',
  mailToReaders:
    'İsteyene yeni yorumlar e-postayla haber verilir: adlar ve yayımlananların başlangıcı bir posta sunucusundan diğer okurların adreslerine gider. O sunucu kime neyin haber verildiğini öğrenir.',
  yours: 'Neler yapabilirsiniz',
  yoursMeans:
    'Her tartışmanın başındaki “{you}” bölümünde: size ait her şeyi indirebilir, bir yorumu silebilir, her yerden çıkış yapabilir ya da her şeyi sildirebilirsiniz. Başkalarının size yanıt verdiği yerde boş bir yer kalır. Bir adresi onaylamış olanlar siteye de başvurabilir.',
  hold: 'Bir mahkeme istemişse bir yorumun gözden uzakta daha uzun süre saklanması gerekebilir.',
  backups: 'İşletenin aldığı veritabanı kopyaları, silinene kadar, alındıkları anda ne varsa onu içerir.',
  lingers: 'Veritabanını başka bir şirket işletiyor; oradan silinenleri 30 güne kadar saklayabilir.',
}

export const mailing: Locale['mailing'] = {
  title: 'E-postayla',
  why: 'Yeni bir şey olduğunda, aralıklı olarak bir e-posta gelir; her birinde vazgeçme bağlantısı vardır. Adresinizi burada kimse görmez.',
  replies: 'Yazdıklarıma gelen yanıtlar',
  follows: 'Takip ettiklerim',
  address: 'E-posta adresiniz',
  ask: 'E-postayla haber ver',
  own: '{address} adresine haber ver',
  asked:
    'Bu adrese yazılabiliyorsa şimdi bir e-posta gelir: bağlantısını açıp onaylayın. O zamana kadar başka bir şey gönderilmez. Gereksiz postalara da bakın; daha önce vazgeçene, o adresle giriş yapmadıkça bir ay boyunca yeniden sorulmaz.',
  waiting:
    '{address} adresine yazılabiliyorsa orada, bağlantısı yedi gün geçerli bir e-posta vardır. Daha önce vazgeçtiyseniz son e-postanızdaki bağlantıyla geri dönebilirsiniz.',
  told: '{address} adresine haber veriliyor.',
  saved: 'Kaydedildi.',
  end: 'Artık e-posta gelmesin',
  ended: 'Artık e-posta gelmeyecek.',
  wrong: 'Bu adrese e-posta gönderilemez. Lütfen adresi kontrol edin.',
  wait: 'Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip yeniden deneyin.',
  failed: 'Sunucu yanıt vermedi. Lütfen yeniden deneyin.',
}

export const followMail: Locale['followMail'] = {
  guest: 'Misafir',
  confirm: {
    subject: '{site} size yazabilir mi?',
    what: 'Birisi, büyük olasılıkla siz, oradaki yanıtları e-postayla öğrenmek için {site} sitesinde bu adresi verdi. Siz onaylamadan hiçbir şey gönderilmez.',
    open: 'Onaylayın ya da reddedin:',
    lasts: 'Bağlantı yedi gün geçerlidir. Siz değilseniz bir şey yapmanız gerekmez.',
  },
  digest: {
    subject: { one: '{site}: {n} yeni yorum', other: '{site}: {n} yeni yorum' },
    untitled: '{site}',
    reply: '{name} size yanıt verdi:',
    wrote: '{name} yazdı:',
    read: 'Okuyun ve yanıtlayın:',
    more: { one: 'Ve {n} yorum daha.', other: 'Ve {n} yorum daha.' },
    why: 'Bu e-postayı {site} sitesinden istediğiniz için alıyorsunuz.',
    manage: 'Size nelerin haber verildiği ve nasıl vazgeçileceği:',
  },
  page: {
    title: '{site} e-postaları',
    asks: '{name}, {site} sitesindeki yanıtları bu adreste öğrenmek istiyor. Bu siz misiniz?',
    agree: 'Evet, bana yazın',
    agreed: 'Tamam. Artık size e-postayla haber veriliyor.',
    gone: 'Bu istek artık yok.',
    anew: '{site} sitesindeki yorumların altından yenisini yapabilirsiniz.',
    nothing: 'Adresinize hiçbir şey gönderilmiyor.',
    told: 'E-postayla haber verilenler:',
    replies: 'Yazdıklarınıza gelen yanıtlar',
    thread: 'Yorumlar: {title}',
    conversation: 'Tartışmayı başlatan: {name}: {title}',
    stop: 'Artık olmasın',
    start: 'Yeniden haber ver',
    leave: '{site} sitesinden artık e-posta gelmesin',
    left: 'Artık e-posta gelmeyecek.',
    never: 'Bu adrese bir daha asla sorma',
    neverMeans: 'O zaman kimse buraya istek göndertemez. Bunu bu sayfada geri alabilirsiniz.',
    isNever: 'Artık kimse adresinize istek göndertemez.',
    allow: 'Geri al',
    saved: 'Kaydedildi.',
  },
}

export const digestMail: Locale['digestMail'] = {
  subject: {
    one: '{site}: {n} yorum bekliyor',
    other: '{site}: {n} yorum bekliyor',
  },
  subjectMany: '{site}: {n} yorumdan fazlası bekliyor',
  what: {
    one: '{site} sitesinde {n} yorum {since} tarihinden beri bekliyor.',
    other: '{site} sitesinde {n} yorum bekliyor; ilki {since} tarihinden beri.',
  },
  whatMany: '{site} sitesinde {n} yorumdan fazlası bekliyor; ilki {since} tarihinden beri.',
  decide: 'Birer birer karar verin; telefondan da olur',
  desk: 'Moderasyon panelini aç',
  keyless: 'İkisi de giriş yapmış olmanızı ister: Yalnızca bu e-postaya sahip olan kişi bununla bir şey yapamaz.',
  quiet:
    'Şimdi bekleyenler için karar verilene kadar başka e-posta gelmez; saatte de en fazla bir tane gelir. Hiç almamak için moderasyon panelinde “E-posta bilgilendirmeleri” bölümünü açın.',
}

export const waiting: Locale['waiting'] = {
  title: 'Bekleyenler',
  left: {
    one: '{n} yorum bekliyor.',
    other: '{n} yorum bekliyor.',
  },
  leftMany: '{n} yorumdan fazlası bekliyor.',
  done: 'Bekleyen yorum yok. İşiniz bitti.',
  passed: 'Bu sonuncuydu; sonraya bıraktıklarınız hâlâ bekliyor.',
  fromStart: 'Baştan başla',
  desk: 'Moderasyon panelini aç',
  signIn: 'Önce giriş yapın',
  signInWhy:
    'Bu sayfada kararlar sizin adınıza verilir; bu yüzden bağlantı yetmez, giriş yapmanız gerekir: E-posta başkasına iletilebilir, bazı programlar da içindeki bağlantıları açar.',
  signInHow: 'Bu tarayıcıda moderasyon paneline giriş yapın, sonra buraya dönün.',
  comeBack: 'Giriş yaptım',
  on: 'Yazı: {article}',
  record: 'Şimdiye kadar {published} yorumu yayımlandı, {refused} yorumu reddedildi.',
  recordNone: 'Bu kişinin hiçbir yorumu için henüz karar verilmedi.',
  why: 'Neden burada: {reasons}',
  reports: {
    one: '{n} okur bildirdi.',
    other: '{n} okur bildirdi.',
  },
  appeal: 'Sahibi yeniden bakılmasını istiyor.',
  approve: 'Onayla',
  reject: 'Reddet',
  spam: 'Spam',
  later: 'Sonraya bırak',
  becauseOf: 'Neden (yorumun sahibi okur)',
  did: {
    approve: 'Onaylandı.',
    reject: 'Reddedildi.',
    spam: 'Spam olarak işaretlendi.',
    restore: 'Geri alındı: Yorum yeniden bekliyor.',
    confirm: 'İncelendi.',
  },
  takeBack: 'Geri al',
  lost: 'Karar verilmedi: Bu arada yorum değiştirildi ya da başkası karar verdi. Şimdiki durum şöyle.',
  reasons: {
    off_topic: 'Konu dışı',
    abuse: 'Kişiye saldırı',
    hate: 'Nefret',
    illegal: 'Yasalara aykırı',
    spam: 'Spam',
    propaganda: 'Propaganda',
    personal_data: 'Kişisel bilgi',
    repeated: 'Tekrar',
    too_many_links: 'Çok bağlantı',
    first_comment: 'Yeni gelen',
    premoderated: 'Herkes bekler',
    banned: 'Yasaklı',
    reported: 'Bildirildi',
    unwanted_words: 'Listedeki sözcükler',
    unwanted_link: 'İstenmeyen bağlantı',
    new_link: 'Yeni bağlantı',
    typed_fast: 'Çok hızlı yazıldı',
    muted: 'Sessizde',
    often_refused: 'Sık reddedilen',
    language: 'Burada kimsenin okumadığı bir dil',
    unproven: 'Hesaplama kanıtı yok',
    other: 'Başka bir neden',
  },
}
