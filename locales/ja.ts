import type { About, Locale } from './locale.ts'

export const about: About = { lang: 'ja', name: '日本語', dir: 'ltr', reviewer: null }

export const thread: Locale['thread'] = {
  comments: 'コメント',
  count: { other: 'コメント{n}件' },
  empty: 'まだコメントはありません。最初のコメントをお寄せください。',
  closed: 'コメントの受け付けは終了しました。引き続きお読みいただけます。',
  guest: 'ゲスト',
  badges: { author: '筆者', staff: 'スタッフ', verified: '認証済み' },
  inReplyTo: '{name}さんへの返信',
  deletedByAuthor: '削除されたコメントです',
  removedByModerator: 'モデレーターが削除しました',
  reply: '返信',
  replyTo: '{name}さんに返信',
  more: 'コメントをもっと見る',
  moreReplies: { other: '返信をさらに{n}件表示' },
  loading: 'コメントを読み込んでいます',
  retry: '再試行',
  loadFailed: 'この部分を読み込めませんでした。',
  write: 'コメントを書く',
  writeReply: '返信を書く',
}

export const writing: Locale['writing'] = {
  name: '名前（任意）',
  post: '投稿',
  posting: '投稿中…',
  cancel: 'キャンセル',
  guidelines: 'コメントについてのお願い',
  holds: {
    first: '初めてのコメントは、モデレーターが確認してから公開されます。',
    all: 'コメントはすべて、モデレーターが確認してから公開されます。',
  },
  left: { other: '残り{n}文字' },
  over: { other: '{n}文字超過しています' },
  posted: 'コメントが公開されました。',
  postedWaiting: 'コメントはモデレーターの確認待ちです。今はご自身にだけ見えています。',
  postedRefused: 'コメントは公開されませんでした。',
  faults: {
    text_empty: '本文を書いてから投稿してください。',
    text_too_long: '本文が長すぎます。コメントは10,000文字までです。',
    name_too_long: '名前が長すぎます。もっと短い名前にしてください。',
    name_imitates: 'この名前は当サイトの関係者が使っています。別の名前にするか、ご本人の場合はログインしてください。',
    slow_mode: 'ここでは投稿の間隔に制限があります。本文は保存されています。{wait}にもう一度投稿してください。',
    overloaded: 'ただ今たいへん混み合っています。本文は保存されています。{wait}にもう一度投稿してください。',
    thread_closed: 'お書きになっている間に、コメントの受け付けが終了しました。',
    parent_gone: '返信先のコメントはもうありません。',
    branch_locked: 'モデレーターがこの会話を締め切りました。新しい会話を始めることはできます。',
    warning_unread: '先にモデレーターからのお知らせをお読みください。本文は残っています。',
    too_many_requests: '短い間に投稿が続きました。少し待ってから、もう一度投稿してください。',
    wait: '短い間に投稿が続きました。{wait}に再び投稿できます。',
    unknown_comment: 'このコメントはもうありません。',
    offline: 'オフラインのようです。本文は残っています。接続が戻ったら、もう一度お試しください。',
    queued: 'オフラインです。コメントは保存されており、接続が戻ると自動で送信されます。',
    too_many_mentions: 'メンションできるのは10人までです。何人か減らしてください。',
    edit_over: 'このコメントを変更できる時間は過ぎました。新しい本文は残っているので、コピーできます。',
    stale_version: 'このコメントはその間に変更されました。本文をコピーしてキャンセルし、もう一度編集してください。',
    banned: 'ここにはもう参加できません。',
    silent: '応答がありませんでした。本文は残っています。もう一度お試しください。',
    broken: 'こちら側で問題が起きました。本文は残っています。もう一度お試しください。',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { other: 'コメント{n}件' },
  noComments: 'コメントはまだありません',
  views: { other: '閲覧{n}回' },
}

export const refused: Locale['refused'] = {
  refused: 'このページのコメント欄はまだ設定されていません。',
  command:
    'サイトの運営者の方は、次のコマンドをお使いください。Parley を起動した場所で、同じ設定（PARLEY_…、PORT）のもとで実行します：',
}

export const present: Locale['present'] = {
  fresh: { other: '新着コメント{n}件' },
  removed: 'このコメントはもうありません。',
  banned: 'ここにはもう参加できません。',
  wait: '短い間に操作が続きました。少し待ってから、もう一度お試しください。',
  failed: '応答がありませんでした。もう一度お試しください。',
  order: '並べ替え',
  orders: { newest: '新しい順', oldest: '古い順', helpful: '役に立った順', discussed: '議論の多い順' },
  you: 'マイページ',
  signIn: 'ログイン',
  stranded:
    '投稿に必要なものを読み込めませんでした。本文は保存されています。再試行するか、ページを再読み込みしてください。',
  reload: 'ページを再読み込み',
}

export const acts: Locale['acts'] = {
  marks: { pinned: '固定', featured: '注目', locked: '返信は締め切りました', edited: '（モデレーターによる）' },
  edited: '編集済み',
  earlier: '編集済み：以前の本文を表示',
  voteFor: '{name}さんのコメントに賛成',
  voteAgainst: '{name}さんのコメントに反対',
  votes: { other: '{n}票' },
  hide: { other: '返信{n}件を隠す' },
  show: { other: '返信{n}件を表示' },
  all: 'すべて表示',
  moreOn: '{name}さんのコメントのその他の操作',
  muted: 'この投稿者をミュートしています。',
  showMuted: '表示',
}

export const own: Locale['own'] = {
  waiting: { label: '確認待ち：', detail: '今はご自身にだけ見えています。' },
  refused: '公開見送り：',
  edit: '編集',
  delete: '削除',
  undo: '元に戻す',
  deleted: 'コメントを削除しました。',
  restored: 'コメントを元に戻しました。',
  changed: '変更を保存しました。',
  changedWaiting: '変更を保存しました。モデレーターが確認してから公開されます。',
  changedRefused: 'この本文では、コメントは公開されません。',
  undone: '変更を取り消しました。',
  notKept:
    'お使いのブラウザーはこのページの情報を保存しません。コメントの変更や削除ができるのは、このページを離れるまでです。',
}

export const reasons: Locale['reasons'] = {
  off_topic: '記事の内容から離れすぎています。',
  abuse: '意見ではなく、人を攻撃しています。',
  hate: '人への憎悪を含んでいます。',
  illegal: '法律に反するおそれがあります。',
  spam: '宣伝のように読めます。',
  propaganda: '組織的な運動の一部のように読めます。',
  personal_data: '誰かの個人情報を明かしています。',
  repeated: '同じ文章がすでに投稿されています。',
  too_many_links: 'リンクが多すぎます。',
  first_comment: '初めてのコメントは、どなたのものもモデレーターが確認します。',
  premoderated: 'コメントはすべて、まずモデレーターが確認します。',
  banned: 'ここにはもうコメントできません。',
  reported: '読者から報告がありました。モデレーターが確認します。',
  unwanted_words: 'ここでは使われない言葉が含まれています。',
  unwanted_link: 'ここでは認められていないサイトへのリンクがあります。',
  new_link: '新しいサイトへのリンクは、まずモデレーターが確認します。',
  typed_fast: 'まずモデレーターが確認します。',
  muted: 'しばらくの間、投稿はすべてモデレーターが確認します。',
  often_refused: 'これまでに公開されなかったコメントがあるため、まずモデレーターが確認します。',
  language: 'この言語を読めるモデレーターの確認を待っています。',
  unproven:
    'ここには自動プログラムも書き込みます。人とプログラムを見分ける小さな計算がお使いのブラウザーで終わらなかったため、まずモデレーターが確認します。',
  other: 'モデレーターが公開しないと判断しました。',
}

export const menu: Locale['menu'] = {
  menu: '{name}さんのコメント',
  copy: 'リンクをコピー',
  copied: 'リンクをコピーしました',
  notCopied: 'お使いのブラウザーではコピーできません。名前の横の時刻がリンクになっています。',
  share: '共有…',
  follow: 'この会話をフォロー',
  unfollow: 'フォローをやめる',
  followed: 'この会話をフォローしました。新着は「マイページ」でご覧になれます。',
  unfollowed: 'この会話のフォローをやめました。',
  mute: 'この投稿者をミュート',
  unmute: 'この投稿者のミュートを解除',
  mutedNow: 'この投稿者のコメントは表示されなくなります。誰にも通知されません。',
  shownNow: 'この投稿者のコメントが再び表示されます。',
  report: '報告…',
  full: 'これ以上は登録できません。先に「マイページ」でどれかを外してください。',
}

export const format: Locale['format'] = {
  toolbar: '書式',
  formats: {
    bold: '太字',
    italic: '斜体',
    strike: '取り消し線',
    code: 'コード',
    link: 'リンク',
    quote: '引用',
    list: 'リスト',
  },
  preview: 'プレビュー',
  empty: '書いた内容がここに表示されます。',
  failed: 'プレビューを読み込めませんでした。本文は残っています。',
}

export const editing: Locale['editing'] = {
  label: 'コメントの本文',
  save: '保存',
  saving: '保存中…',
  cancel: 'キャンセル',
  loading: '本文を読み込んでいます…',
  over: 'このコメントを変更できる時間は過ぎました。',
}

export const report: Locale['report'] = {
  question: 'このコメントのどこに問題がありますか？',
  reasons: {
    off_topic: '記事の内容から大きく離れている',
    abuse: '人を攻撃している',
    hate: '人への憎悪を含んでいる',
    illegal: '法律に反するおそれがある',
    spam: '宣伝である',
    propaganda: '組織的な運動の一部である',
    personal_data: '個人情報を明かしている',
    other: 'その他',
  },
  words: 'モデレーターに伝えたいこと（任意）',
  send: '報告を送信',
  sending: '送信中…',
  cancel: 'キャンセル',
  thanks: 'ありがとうございます。モデレーターが確認します。',
  choose: '先に問題の種類を選んでください。',
  gone: 'このコメントはもうありません。',
  banned: 'ここにはもう参加できません。',
  wait: '短い間に操作が続きました。少し待ってから、もう一度お試しください。',
  failed: '応答がありませんでした。もう一度お試しください。',
}

export const you: Locale['you'] = {
  you: 'マイページ',
  close: '閉じる',
  tabs: {
    news: 'お知らせ',
    comments: 'コメント',
    votes: '投票',
    follows: 'フォロー中',
    mutes: 'ミュート中',
    device: 'この端末',
  },
  empty: {
    news: 'まだ何もありません。コメントへの返信や、モデレーターの判断がここに表示されます。',
    comments: 'まだここに投稿していません。投稿したコメントと、その後の扱いがここに表示されます。',
    votes: 'まだここで投票していません。',
    follows: 'まだ何もフォローしていません。フォローしたものの新着の数がここに表示されます。',
    mutes: '誰もミュートしていません。ミュートしても相手には知らされません。',
  },
  states: { pending: '確認待ち', published: '公開中', rejected: '公開見送り', withdrawn: 'ご自身で削除' },
  waits: '今はご自身にだけ見えています。',
  replies: { other: '返信{n}件' },
  votes: { other: '{n}票' },
  votedFor: '賛成に投票',
  votedAgainst: '反対に投票',
  guest: 'ゲスト',
  thread: 'すべてのコメント',
  conversation: '{name}さんが始めた会話',
  news: { other: '新着コメント{n}件' },
  manyNews: '{n}件を超える新着コメント',
  followThread: 'このページのコメントをフォロー',
  restore: '元に戻す',
  restoreOver: 'もう元に戻せません。',
  feed: 'このページのコメントのフィード',
  unfollow: 'フォローをやめる',
  unmute: 'ミュートを解除',
  isNew: '新着',
  answered: '{name}さんが返信しました',
  told: {
    published: 'コメントが公開されました',
    pending: 'コメントが読者から報告されました。モデレーターが確認します',
    rejected: 'コメントは公開されませんでした',
    restored: 'コメントが元に戻りました',
    granted: '申し立てを受けてモデレーターが再確認し、公開されました。',
    declined: 'モデレーターが再確認しましたが、判断は変わりませんでした。',
  },
  failed: '応答がありませんでした。もう一度お試しください。',
  more: 'もっと見る',
  loading: '読み込み中…',
  retry: '再試行',
  fullList: 'これ以上は登録できません。先にどれかのフォローをやめてください。',
}

export const standing: Locale['standing'] = {
  warned: '続ける前に、モデレーターからのお知らせをお読みください。',
  read: '読みました',
  banned: 'モデレーターの判断により、ここにはもうコメントできません。',
  bannedUntil: 'モデレーターの判断により、{time}までここにコメントできません。',
  muted: 'コメントはすべて、モデレーターの確認待ちになります。',
  mutedUntil: '{time}まで、コメントはすべてモデレーターの確認待ちになります。',
  failed: '応答がありませんでした。もう一度お試しください。',
}

export const signIn: Locale['signIn'] = {
  signIn: 'ログイン',
  guest: 'ゲストとして投稿します。',
  badges: { author: '筆者', staff: 'スタッフ', verified: '認証済み' },
  ways: { email: 'メール', github: 'GitHub', google: 'Google', host: '当サイトのアカウント' },
  knownBy: 'ログイン方法：{ways}',
  why: 'ログインするとコメントにバッジが付き、どの端末でもご自身のコメントとして扱えます。アドレスは誰にも見えません。',
  address: 'メールアドレス',
  sendCode: 'コードを送信',
  sendOwn: '自分のメールアドレスにコードを送信',
  or: 'または',
  goOn: '{way}で続ける',
  back: 'キャンセル',
  sent: '6桁の数字を記したメールを{address}に送信しました。10分以内にここに入力してください。',
  sentOwn: '6桁の数字を記したメールをご自身のアドレスに送信しました。10分以内にここに入力してください。',
  code: 'コード',
  confirm: '確認',
  noMail: 'メールが届かないときは、1分ほど待つか、迷惑メールをご確認ください。30秒たつと再送信できます。',
  again: '再送信',
  sentAgain: '再送信しました。最新のコードだけが有効です。',
  other: '別のアドレス',
  otherWay: '別の方法',
  inWindow: '開いたウィンドウで続けてください。',
  cutOff:
    'ウィンドウにコードが表示されたら、ここに入力してください。閉じている場合は、もう一度開くか、別の方法を選んでください。',
  reopen: 'もう一度開く',
  blocked: 'ブラウザーがウィンドウをブロックしました。次のリンクから開けます。',
  openTab: '新しいタブで{way}を使って続ける',
  checking: 'お待ちください…',
  fresh: '先に、ここで使ったことのある方法でご本人であることを確認してください。',
  noWay: 'ここで使ったことのあるログイン方法は、現在どれも利用できません。サイトにお問い合わせください。',
  triesLeft: { other: 'コードが違います。あと{n}回試せます。' },
  faults: {
    email_wrong: 'このメールアドレスには送信できません。もう一度ご確認ください。',
    code_wrong: 'コードが違います。コードは6桁です。',
    claim_spent: 'このコードはもう使えません。コードを再送信してください。',
    identity_taken: 'これはすでに別のプロフィールのものです。そちらでログインしてください。どちらも別々に使えます。',
    proof_needed: '以前ログインに使った方法を選んでください。',
    way_not_offered: 'この方法は現在ここでは使えません。別の方法を選んでください。',
    mail_failed: 'メールを送信できませんでした。アドレスを確認するか、しばらくしてからもう一度お試しください。',
    issuer_failed:
      '相手のサイトから正しい応答がありませんでした。しばらくしてからもう一度試すか、別の方法を選んでください。',
    login_refused: '当サイトへのログインの確認が期限切れになりました。ページを再読み込みして、もう一度お試しください。',
    email_unverified:
      'アドレスが相手のサイトで確認されていません。アカウントのあるサイトで確認してから、お戻りください。',
    too_many_requests: '短い間に操作が続きました。少し待ってから、もう一度お試しください。',
    wait: '短い間に操作が続きました。{wait}にもう一度お試しください。',
    broken: 'こちら側で問題が起きました。もう一度お試しください。',
    silent: '応答がありませんでした。もう一度お試しください。',
  },
}

export const account: Locale['account'] = {
  signedInAs: '{name}としてログインしました。',
  signedIn: 'ログインしました。',
  guest: {
    came: 'ここでゲストとして書いたものは、この名前のものになりました。',
    stayed: 'ゲストとして書いたものは、ゲストのものとして残ります。そのキーが別の端末でも使われているためです。',
  },
  notKept: 'お使いのブラウザーはこのページの情報を保存しないため、ログインはこのページを離れるまで有効です。',
  byHost: '当サイトのアカウントでログインしています。',
  signOut: 'ログアウト',
  everywhere: 'すべての端末からログアウト',
  everywhereMeans:
    'どのブラウザーや端末にも、ここでのログイン情報は残りません。先にご本人であることを確認してください。',
  signedOut: 'ログアウトしました。コメントは失われません。もう一度ログインすると表示されます。',
  signedOutAll: 'すべての端末からログアウトしました。',
  link: 'ログイン方法を追加',
  linkNext: '次に、追加する方法を選んでください。',
  linked: '今後は{way}でもログインできます。',
  nameless: '名前なし',
}

export const appeal: Locale['appeal'] = {
  moderator: 'モデレーターより：',
  rules: '当サイトのルール',
  ask: '再確認を申し立てる',
  explain: '公開すべき理由をお書きください。申し立ては1回だけで、ほかにモデレーターがいれば、その人が判断します。',
  send: '送信',
  sending: '送信中…',
  cancel: 'キャンセル',
  waits: '再確認を申し立てました。回答はここに表示されます。',
  yours: 'お書きになった内容：',
  granted: '申し立てを受けてモデレーターが再確認し、公開されました。',
  declined: 'モデレーターが再確認しましたが、判断は変わりませんでした。',
  empty: '理由を書いてから送信してください。',
  tooLong: '長すぎます。2,000文字以内でお書きください。',
  already: 'その間に判断が下されました。ページを再読み込みしてご覧ください。',
  wait: '短い間に操作が続きました。少し待ってから、もう一度お試しください。',
  failed: '応答がありませんでした。本文は残っています。もう一度お試しください。',
}

export const device: Locale['device'] = {
  key: 'キー',
  kept: 'このブラウザーには、ここでのコメントをご自身のものと示すキーが保存されています。名前やアドレスは含まれません。',
  notKept:
    'お使いのブラウザーはこのページの情報を保存しません。フレーズを書き留めておかないかぎり、コメントがご自身のものとして扱われるのは、このページを離れるまでです。',
  none: 'キーはまだありません。初めて投稿や投票、設定などをしたときに、このブラウザーの中で作られます。',
  leaveNone: 'このページを離れるまで、キーを残さない',
  leavesNone:
    '今書くものは、このページを離れるまでご自身のものとして扱われます。このブラウザーには何も保存されません。',
  forget: 'この端末から自分の情報を消す',
  forgetMeans:
    'キー、名前、下書きをこのブラウザーから消します。コメントは残りますが、フレーズがなければ変更できなくなります。',
  forgotten: '消しました。このブラウザーにはもう、ここでの情報は残っていません。',
  undo: '元に戻す',
  phrase: 'フレーズ',
  phraseMeans:
    'これらの語がキーになります。別の端末で入力すると、そこでも同じ人として参加できます。知っている人は誰でもここで本人になりすませるので、人に教えないでください。',
  showPhrase: 'フレーズを表示',
  hidePhrase: '隠す',
  copy: 'コピー',
  copied: 'コピーしました',
  notCopied: 'お使いのブラウザーではコピーできません。書き留めてください。',
  other: 'フレーズを持っています',
  otherMeans: '別の端末にある17語を入力してください。大文字・小文字、空白、ハイフンの違いは問いません。',
  otherReplaces: 'このブラウザーのキーと置き換わります。',
  typeWords: 'フレーズの語',
  use: 'このフレーズを使う',
  taken: 'この端末でキーが使えるようになりました。',
  wrongCount: 'フレーズは17語ですが、入力されたのは{n}語です。',
  wrongWord: '{n}番目の語をもう一度ご確認ください。',
  wrongSomewhere: '語の組み合わせが合いません。書き留めたものと見比べてください。',
  data: '当サイトが保存しているご自身の情報',
  dataMeans: 'ここでの活動のすべて（コメント、投票、報告、フォロー）を1つのファイルにまとめます。',
  export: 'すべてダウンロード',
  keeping: '保存する情報と期間',
  exportAll: '自分のアドレスも含める',
  byHost: '当サイトのアカウントでログインしています。このブラウザーには何も保存されません。',
  erase: '自分の情報をすべて消去',
  eraseMeans: 'コメントの本文と名前、投票、フォロー、ミュートが消去されます。元に戻すことはできません。',
  eraseYes: 'すべて消去',
  keep: '消去しない',
  erasing: '消去中…',
  erased: 'すべて消去しました。',
  failed: '応答がありませんでした。もう一度お試しください。',
}

export const captcha: Locale['captcha'] = {
  label: '自動プログラムを防ぐための確認',
  asked:
    '自動プログラムを防ぐための計算が、お使いのブラウザーで終わりませんでした。すぐに投稿するには、代わりに{name}の確認を済ませてください。確認なしで投稿すると、まずモデレーターがコメントを読みます。',
  thanks: 'ありがとうございます。コメントを送信できるようになりました。',
  without: '確認せずに投稿',
}

export const editions: Locale['editions'] = {
  until: '{time}まで：',
  none: '表示するものはありません。',
  moderator: 'モデレーターによる変更',
}

export const moved: Locale['moved'] = { gone: 'このリンク先のコメントはもうありません。' }

export const mentions: Locale['mentions'] = {
  people: 'この会話の参加者',
  names: { other: '候補の名前は{n}件です' },
}

export const proof: Locale['proof'] = {
  wait: 'お待ちください。大量の自動投稿を防ぐための小さな計算を、ブラウザーが行っています。',
}

export const mailing: Locale['mailing'] = {
  title: 'メールで受け取る',
  why: '新しいことがあると、間隔をおいてメールが届きます。どのメールにも停止用のリンクがあります。アドレスがここで他の人に見えることはありません。',
  replies: '自分のコメントへの返信',
  follows: 'フォローしているもの',
  address: 'メールアドレス',
  ask: 'メールで知らせる',
  own: '{address}に知らせる',
  asked:
    'このアドレスに送れる場合は、今メールが届きます。リンクを開いて同意してください。それまでほかには何も送りません。迷惑メールもご確認ください。以前に停止した方には、そのアドレスでサインインしない限り、1か月は再度お尋ねしません。',
  waiting: '{address}ではまだ同意がありません。メールのリンクは7日間有効です。',
  told: '{address}にお知らせしています。',
  saved: '保存しました。',
  end: 'メールを停止',
  ended: '今後メールは届きません。',
  wrong: 'このメールアドレスには送信できません。もう一度ご確認ください。',
  wait: '短い間に操作が続きました。少し待ってから、もう一度お試しください。',
  failed: '応答がありませんでした。もう一度お試しください。',
}

export const followMail: Locale['followMail'] = {
  guest: 'ゲスト',
  confirm: {
    subject: '{site}からメールをお送りしてよいですか',
    what: '{site}で、おそらくご自身がこのアドレスを入力し、返信をメールで受け取りたいと希望されました。同意いただくまで何も送りません。',
    open: '同意する、または断る：',
    lasts: 'リンクは7日間有効です。お心当たりがなければ、何もする必要はありません。',
  },
  digest: {
    subject: { other: '{site}に新着コメント{n}件' },
    untitled: '{site}',
    reply: '{name}さんからの返信：',
    wrote: '{name}さんのコメント：',
    read: '読む・返信する：',
    more: { other: 'ほか{n}件。' },
    why: 'このメールは、{site}でご希望いただいたためお送りしています。',
    manage: 'お知らせする内容と停止の方法：',
  },
  page: {
    title: '{site}からのメール',
    asks: '{name}さんが、{site}での返信をこのアドレスで受け取りたいと希望しています。ご自身ですか。',
    agree: 'はい、受け取ります',
    agreed: '完了しました。今後はメールでお知らせします。',
    gone: 'このリクエストはもうありません。{site}のコメント欄から改めてお申し込みいただけます。',
    nothing: 'このアドレスには何も送られていません。',
    told: 'メールでお知らせしているもの：',
    replies: 'ご自身のコメントへの返信',
    thread: 'コメント：{title}',
    conversation: '{name}さんが始めた会話：{title}',
    stop: '停止',
    start: '再開',
    leave: '{site}からのメールをすべて停止',
    left: '今後メールは届きません。',
    never: 'このアドレスに今後一切尋ねない',
    neverMeans: '誰もここへ確認メールを送らせることができなくなります。このページで取り消せます。',
    isNever: '誰もこのアドレスへ確認メールを送らせることはできません。',
    allow: '取り消す',
    saved: '保存しました。',
  },
}
