import type { About, Locale } from './locale.ts'

export const about: About = {
  lang: 'zh',
  name: '简体中文',
  dir: 'ltr',
  notFor: ['hant', 'tw', 'hk', 'mo'],
  reviewer: null,
}

export const thread: Locale['thread'] = {
  comments: '评论',
  count: { other: '{n} 条评论' },
  empty: '还没有评论，欢迎发表第一条。',
  closed: '评论已关闭，您仍可阅读。',
  guest: '访客',
  badges: { author: '作者', staff: '工作人员', verified: '已验证' },
  inReplyTo: '回复 {name}',
  deletedByAuthor: '评论已删除',
  removedByModerator: '评论已被管理员移除',
  reply: '回复',
  replyTo: '回复 {name}',
  more: '显示更多评论',
  moreReplies: { other: '再显示 {n} 条回复' },
  loading: '正在加载评论',
  retry: '重试',
  loadFailed: '这部分内容未能加载。',
  write: '写评论',
  writeReply: '写回复',
}

export const writing: Locale['writing'] = {
  name: '名字（选填）',
  post: '发布',
  posting: '正在发布…',
  cancel: '取消',
  guidelines: '评论须知',
  holds: {
    first: '您的第一条评论须经管理员审阅后，他人才能看到。',
    all: '每条评论须经管理员审阅后，他人才能看到。',
  },
  left: { other: '还可输入 {n} 个字符' },
  over: { other: '超出 {n} 个字符' },
  posted: '您的评论已发布。',
  postedWaiting: '您的评论正在等待管理员审核。目前只有您能看到。',
  postedRefused: '您的评论未能发布。',
  faults: {
    text_empty: '请先写点内容再发布。',
    text_too_long: '内容过长：每条评论最多 10,000 个字符。',
    name_too_long: '名字过长，请换一个短一些的。',
    name_imitates: '本站工作人员已使用这个名字。请换一个；如果您就是本人，请登录。',
    slow_mode: '这里限制了评论的频率。您的内容已保留，请{wait}重新发布。',
    overloaded: '现在这里的人很多。您的内容已保留，请{wait}重新发布。',
    thread_closed: '您写评论时，评论已关闭。',
    parent_gone: '您要回复的评论已不在这里。',
    branch_locked: '管理员已锁定这个对话。您可以另开一个。',
    warning_unread: '请先阅读管理员的提醒。您的内容仍保留在这里。',
    too_many_requests: '操作过于频繁。请稍后再发布。',
    wait: '操作过于频繁。请{wait}再发布。',
    unknown_comment: '这条评论已不在这里。',
    offline: '网络似乎已断开。您的内容仍保留在这里，请联网后重试。',
    queued: '网络已断开。您的评论已保留，联网后会自动发出。',
    too_many_mentions: '最多可以提及 10 个人，请减少几位。',
    edit_over: '这条评论已过可修改的时间。新内容仍在这里，您可以复制。',
    stale_version: '这条评论在此期间有了改动。请复制您的内容，取消后重新编辑。',
    banned: '您已无法在这里参与讨论。',
    silent: '没有收到回应。您的内容仍保留在这里，请重试。',
    broken: '我们这边出了问题。您的内容仍保留在这里，请重试。',
  },
}

export const numbers: Locale['numbers'] = {
  comments: { other: '{n} 条评论' },
  noComments: '暂无评论',
  views: { other: '{n} 次阅读' },
}

export const refused: Locale['refused'] = {
  refused: '本页面的评论功能尚未设置好。',
  command: '如果这是您的网站，可以使用这条命令。请在启动 Parley 的地方、以相同的设置（PARLEY_…、PORT）运行：',
}

export const present: Locale['present'] = {
  fresh: { other: '{n} 条新评论' },
  removed: '这条评论已不在这里。',
  banned: '您已无法在这里参与讨论。',
  wait: '操作过于频繁。请稍后再试。',
  failed: '没有收到回应，请重试。',
  order: '排序',
  orders: { newest: '最新', oldest: '最早', helpful: '最有帮助', discussed: '讨论最多' },
  you: '我的',
  signIn: '登录',
  stranded: '发布评论所需的内容未能加载。您写的内容已保留，请重试或重新加载页面。',
  reload: '重新加载页面',
}

export const acts: Locale['acts'] = {
  marks: { pinned: '置顶', featured: '精选', locked: '已锁定，不再接受回复', edited: '管理员操作' },
  edited: '已编辑',
  earlier: '已编辑：查看这条评论之前的内容',
  voteFor: '赞成 {name} 的评论',
  voteAgainst: '反对 {name} 的评论',
  votes: { other: '{n} 票' },
  hide: { other: '收起 {n} 条回复' },
  show: { other: '展开 {n} 条回复' },
  all: '展开全文',
  translate: '翻译',
  moreOn: '{name} 的评论：更多操作',
  muted: '您已屏蔽此人。',
  showMuted: '显示',
}

export const own: Locale['own'] = {
  waiting: { label: '等待审核：', detail: '目前只有您能看到。' },
  refused: '未发布：',
  edit: '编辑',
  delete: '删除',
  undo: '撤销',
  deleted: '您的评论已删除。',
  restored: '您的评论已恢复。',
  changed: '修改已保存。',
  changedWaiting: '修改已保存。须经管理员审阅后，他人才能看到。',
  changedRefused: '修改后的评论未能发布。',
  undone: '修改已撤销。',
  notKept: '您的浏览器不为本页面保存任何内容，因此只有在离开本页面之前，您才能修改或删除自己的评论。',
}

export const reasons: Locale['reasons'] = {
  off_topic: '偏离文章主题太远。',
  abuse: '攻击了个人，而不是针对其观点。',
  hate: '言语中带有对他人的仇恨。',
  illegal: '可能违反法律。',
  spam: '读起来像广告。',
  propaganda: '读起来像有组织的宣传。',
  personal_data: '泄露了他人的隐私。',
  repeated: '同样的内容之前已在这里发布过。',
  too_many_links: '链接太多。',
  first_comment: '每个人的第一条评论都由管理员先行审阅。',
  premoderated: '每条评论都由管理员先行审阅。',
  banned: '您已无法在这里评论。',
  reported: '有读者举报了这条评论，管理员会查看。',
  unwanted_words: '含有这里不使用的词语。',
  unwanted_link: '含有这里不接受的网站链接。',
  new_link: '链接到新网站时，须由管理员先行查看。',
  typed_fast: '须由管理员先行审阅。',
  muted: '在一段时间内，您写的内容都由管理员先行审阅。',
  often_refused: '您有其他评论未能发布，因此这条须由管理员先行审阅。',
  language: '正在等待懂得这种语言的管理员。',
  unproven: '自动程序也会在这里发帖。您的浏览器未能完成用来区分您与程序的小计算，因此须由管理员先行审阅。',
  other: '管理员决定不予发布。',
}

export const menu: Locale['menu'] = {
  menu: '{name} 的评论',
  copy: '复制链接',
  copied: '链接已复制',
  notCopied: '您的浏览器不允许复制。名字旁的时间就是链接。',
  share: '分享…',
  follow: '关注这个对话',
  unfollow: '取消关注',
  followed: '您已关注这个对话。有新内容时可在“我的”中查看。',
  unfollowed: '您已取消关注这个对话。',
  mute: '屏蔽此人',
  unmute: '取消屏蔽此人',
  mutedNow: '您将不再看到此人的评论。不会通知任何人。',
  shownNow: '您又能看到此人的评论了。',
  report: '举报…',
  full: '数量已达上限。请先在“我的”中移除一项。',
}

export const format: Locale['format'] = {
  toolbar: '格式',
  formats: {
    bold: '粗体',
    italic: '斜体',
    strike: '删除线',
    code: '代码',
    link: '链接',
    quote: '引用',
    list: '列表',
  },
  preview: '预览',
  empty: '您写的内容会显示在这里。',
  failed: '预览未能加载。您写的内容没有丢失。',
}

export const editing: Locale['editing'] = {
  label: '您的评论',
  save: '保存',
  saving: '正在保存…',
  cancel: '取消',
  loading: '正在加载您的内容…',
  over: '这条评论已过可修改的时间。',
}

export const report: Locale['report'] = {
  question: '这条评论有什么问题？',
  reasons: {
    off_topic: '严重偏离文章主题',
    abuse: '攻击个人',
    hate: '言语中带有对他人的仇恨',
    illegal: '可能违反法律',
    spam: '是广告',
    propaganda: '属于有组织的宣传',
    personal_data: '泄露他人隐私',
    other: '其他',
  },
  words: '想让管理员知道的情况（选填）',
  send: '提交举报',
  sending: '正在提交…',
  cancel: '取消',
  thanks: '谢谢，管理员会查看。',
  choose: '请先选择问题类型。',
  gone: '这条评论已不在这里。',
  banned: '您已无法在这里参与讨论。',
  wait: '操作过于频繁。请稍后再试。',
  failed: '没有收到回应，请重试。',
}

export const you: Locale['you'] = {
  you: '我的',
  close: '关闭',
  tabs: { news: '动态', comments: '评论', votes: '投票', follows: '关注', mutes: '屏蔽', device: '本设备' },
  empty: {
    news: '暂无动态。您的评论收到的回复和管理员的处理结果会显示在这里。',
    comments: '您还没有在这里发表评论。您写的内容及其处理结果都会显示在这里。',
    votes: '您还没有在这里投过票。',
    follows: '您还没有关注任何内容。您关注的内容有多少更新，会显示在这里。',
    mutes: '您没有屏蔽任何人。被屏蔽的人不会收到通知。',
  },
  states: { pending: '等待审核', published: '已发布', rejected: '未发布', withdrawn: '您已删除' },
  waits: '目前只有您能看到。',
  replies: { other: '{n} 条回复' },
  votes: { other: '{n} 票' },
  votedFor: '您投了赞成票',
  votedAgainst: '您投了反对票',
  guest: '访客',
  thread: '全部评论',
  conversation: '{name} 发起的对话',
  news: { other: '{n} 条新评论' },
  manyNews: '超过 {n} 条新评论',
  followThread: '关注本页面的评论',
  nothingToFollow: '有人在此发表评论后即可关注。',
  byMail: '其中哪些通过邮件发送',
  restore: '恢复',
  restoreOver: '已无法恢复。',
  feed: '本页面评论的订阅源',
  unfollow: '取消关注',
  unmute: '取消屏蔽',
  isNew: '新',
  answered: '{name} 回复了您',
  told: {
    published: '您的评论已发布',
    pending: '有读者举报了您的评论，管理员会查看',
    rejected: '您的评论未发布',
    restored: '您的评论已恢复',
    granted: '管理员已应您的申请复核：评论已发布。',
    declined: '管理员已复核，维持原来的决定。',
  },
  failed: '没有收到回应，请重试。',
  more: '显示更多',
  loading: '正在加载…',
  retry: '重试',
  fullList: '数量已达上限。请先取消关注一项。',
}

export const standing: Locale['standing'] = {
  warned: '在您继续之前，管理员提醒您：',
  read: '我已阅读',
  banned: '管理员决定，您不能再在这里评论。',
  bannedUntil: '管理员决定，在 {time} 之前您不能在这里评论。',
  muted: '您的每条评论都须等待管理员审核。',
  mutedUntil: '在 {time} 之前，您的每条评论都须等待管理员审核。',
  failed: '没有收到回应，请重试。',
}

export const signIn: Locale['signIn'] = {
  signIn: '登录',
  guest: '您正以访客身份发言。',
  badges: { author: '作者', staff: '工作人员', verified: '已验证' },
  ways: { email: '电子邮件', github: 'GitHub', google: 'Google', host: '本站账号' },
  knownBy: '登录方式：{ways}',
  why: '登录后，您的评论会带有标识，并且在任何设备上都归您所有。没有人能看到您的邮箱地址。',
  address: '您的邮箱地址',
  sendCode: '发送验证码',
  sendOwn: '向我的邮箱发送验证码',
  or: '或',
  goOn: '使用 {way} 继续',
  back: '取消',
  sent: '一封含六位数字的邮件正发往 {address}。请在十分钟内在此输入这些数字。',
  sentOwn: '一封含六位数字的邮件正发往您的邮箱。请在十分钟内在此输入这些数字。',
  code: '验证码',
  confirm: '确认',
  noMail: '还没有收到邮件？可能需要等一分钟，也可能被归入了垃圾邮件。半分钟后您可以要求重新发送。',
  again: '重新发送',
  sentAgain: '已重新发送。只有最新的验证码有效。',
  other: '换一个邮箱',
  otherWay: '换一种方式',
  inWindow: '请在打开的窗口中继续。',
  cutOff: '如果窗口中显示了验证码，请在此输入。如果窗口已关闭，请重新打开，或换一种方式。',
  reopen: '重新打开',
  blocked: '您的浏览器拦截了窗口。点此链接打开：',
  openTab: '在新标签页中使用 {way} 继续',
  checking: '请稍候…',
  fresh: '请先用您在这里用过的方式验证是您本人。',
  noWay: '您在这里用过的登录方式目前都不可用。请联系本站。',
  triesLeft: { other: '验证码不正确。您还可以再试 {n} 次。' },
  faults: {
    email_wrong: '无法向这个邮箱地址发信，请检查一下。',
    code_wrong: '验证码不正确。验证码为六位数字。',
    claim_spent: '这个验证码已失效。请重新获取。',
    identity_taken: '它已属于本站的另一个身份。请改用它登录；两个身份可以分别使用。',
    proof_needed: '请选择您以前登录时用过的方式。',
    way_not_offered: '这里已不再提供这种方式。请换一种。',
    mail_failed: '邮件未能发出。请检查邮箱地址，或过一会儿再试。',
    issuer_failed: '对方网站没有正常回应。请过一会儿再试，或换一种方式。',
    login_refused: '您在本站的登录验证已过期。请重新加载页面，然后再试一次。',
    email_unverified: '您的邮箱地址在对方网站上尚未确认。请在该账号所在的网站确认后再回来。',
    too_many_requests: '操作过于频繁。请稍后再试。',
    wait: '操作过于频繁。请{wait}再试。',
    broken: '我们这边出了问题，请重试。',
    silent: '没有收到回应，请重试。',
  },
}

export const account: Locale['account'] = {
  signedInAs: '您已以 {name} 的身份登录。',
  signedIn: '您已登录。',
  guest: {
    came: '您以访客身份在这里写的内容，现在已归到这个名下。',
    stayed: '您以访客身份写的内容仍归该访客所有，因为其密钥也在另一台设备上使用。',
  },
  notKept: '您的浏览器不为本页面保存任何内容，因此登录只在您离开本页面之前有效。',
  byHost: '您已通过本站登录。',
  signOut: '退出登录',
  everywhere: '在所有设备上退出',
  everywhereMeans: '所有浏览器和设备都会忘记您在这里的身份。请先验证是您本人。',
  signedOut: '您已退出登录。您的评论仍归您所有：重新登录即可找到。',
  signedOutAll: '您已在所有设备上退出登录。',
  link: '添加登录方式',
  linkNext: '现在请选择要添加的方式。',
  linked: '今后您也可以使用 {way} 登录。',
  nameless: '未署名',
}

export const appeal: Locale['appeal'] = {
  moderator: '管理员说：',
  rules: '本站规则',
  ask: '申请复核',
  explain: '请说明为什么应当发布。只能申请一次；如果有其他管理员，将由其他管理员决定。',
  send: '提交',
  sending: '正在提交…',
  cancel: '取消',
  waits: '您已申请复核。答复会显示在这里。',
  yours: '您的申请：',
  granted: '管理员已应您的申请复核：评论已发布。',
  declined: '管理员已复核，维持原来的决定。',
  empty: '请先写点内容再提交。',
  tooLong: '内容过长：最多 2,000 个字符。',
  already: '在此期间已有决定。请重新加载页面查看。',
  wait: '操作过于频繁。请稍后再试。',
  failed: '没有收到回应。您的内容仍保留在这里，请重试。',
}

export const device: Locale['device'] = {
  key: '您的密钥',
  kept: '这个浏览器保存着一把密钥，凭它可以确认这里的评论是您写的。其中不含名字或地址。',
  notKept: '您的浏览器不为本页面保存任何内容。在您离开本页面之前，评论归您所有；如果您记下密钥短语，之后也是如此。',
  none: '还没有密钥。您第一次发布评论、投票或作出选择时，会在这个浏览器中生成。',
  leaveNone: '在我离开本页面之前，不保存密钥',
  leavesNone: '您现在写的内容在您离开本页面之前归您所有，这个浏览器中不保存任何内容。',
  forget: '在本设备上忘记我',
  forgetMeans: '从这个浏览器中移除密钥、您的名字和草稿。您的评论会保留；没有密钥短语，您将无法再修改它们。',
  forgotten: '已忘记。这个浏览器不再认得您。',
  undo: '撤销',
  phrase: '您的密钥短语',
  phraseMeans:
    '这些词就是您的密钥。在另一台设备上输入，您在那里就是同一个人。任何人得到它们都能在这里冒用您的身份，请妥善保管。',
  showPhrase: '显示密钥短语',
  hidePhrase: '隐藏',
  copy: '复制',
  copied: '已复制',
  notCopied: '您的浏览器不允许复制。请把这些词抄下来。',
  other: '我已有密钥短语',
  otherMeans: '请输入另一台设备上的 17 个词。大小写、空格和连字符都不影响。',
  otherReplaces: '它会取代这个浏览器中的密钥。',
  typeWords: '密钥短语中的词',
  use: '使用这个密钥短语',
  taken: '本设备现在有了您的密钥。',
  wrongCount: '密钥短语有 17 个词，您输入了 {n} 个。',
  wrongWord: '请检查第 {n} 个词。',
  wrongSomewhere: '这些词组合有误。请与您记下的核对。',
  data: '本站保存的您的信息',
  dataMeans: '您在这里所做的一切，汇成一个文件：评论、投票、举报、关注。',
  export: '全部下载',
  keeping: '保存哪些内容，保存多久',
  exportAll: '连同我的邮箱地址',
  byHost: '您已通过本站登录，这个浏览器中不保存您的任何信息。',
  erase: '清除我的全部内容',
  eraseMeans: '您评论中的文字和名字会被清除，您的投票、关注和屏蔽也会消失。此操作无法撤销。',
  eraseYes: '全部清除',
  keep: '保留',
  erasing: '正在清除…',
  erased: '您的全部内容已清除。',
  failed: '没有收到回应，请重试。',
}

export const translation: Locale['translation'] = {
  made: '由 {host} 机器翻译',
  coming: '正在翻译…',
  failed: '没有收到译文。原文就在上面；请过一会儿再试。',
}

export const captcha: Locale['captcha'] = {
  label: '防止自动程序的验证',
  asked:
    '您的浏览器未能完成用来阻挡自动程序的计算。如需立即发布，请改为完成 {name} 的这项验证；也可以不验证直接发布，由管理员先行审阅您的评论。',
  thanks: '谢谢。您的评论现在可以发出了。',
  without: '不验证，直接发布',
}

export const editions: Locale['editions'] = {
  until: '{time} 之前：',
  none: '没有可显示的内容。',
  moderator: '由管理员修改',
}

export const moved: Locale['moved'] = { gone: '这个链接指向的评论已不在这里。' }

export const mentions: Locale['mentions'] = {
  people: '这个对话中的人',
  names: { other: '有 {n} 个名字可选' },
}

export const proof: Locale['proof'] = {
  wait: '请稍候：您的浏览器正在完成一项小计算，用来阻挡自动程序的大量发帖。',
}

export const plain: Locale['plain'] = {
  onArticle: '{title} 的评论',
  first: '返回第一页',
  formatting: '可以使用 Markdown：*斜体*、**粗体**、> 引用、- 列表。',
  stale: '此页面已过期。您的内容仍保留在这里，请重新发送。',
}

export const refusals: Locale['refusals'] = {
  bad_request: {
    title: '这个地址不完整',
    detail: '其中有缺失或不正确的部分。请返回您来自的页面，从那里重试。',
  },
  not_found: { title: '这里什么也没有', detail: '请检查地址。' },
  unknown_comment: { title: '没有这条评论', detail: '这里没有这条评论，可能已被移除。' },
  body_too_large: { title: '内容太长', detail: '请返回，缩短后重新发送。' },
  too_many_requests: { title: '操作过于频繁', detail: '请稍候再试；您写的内容不会丢失。' },
  overloaded: { title: '当前请求过多', detail: '没有保存任何内容。请过几秒钟再试。' },
  storage_failed: {
    title: '目前无法保存',
    detail: '需要网站所有者检查服务器。请先留存您的内容，稍后再试。',
  },
  internal: { title: '我们这边出了问题', detail: '这不是您的操作造成的。请重试。' },
}

export const codeMail: Locale['codeMail'] = {
  subject: '{code} 是您在 {site} 的验证码',
  what: {
    sign_in: '请在 {site} 上您发表评论的地方输入此验证码：',
    link: '请输入此验证码，以继续使用您在 {site} 的个人资料：',
    sign_out: '请输入此验证码，以在所有设备上退出 {site}：',
    export: '请输入此验证码，以获取您在 {site} 的全部内容的副本：',
    erase: '请输入此验证码，以彻底清除您在 {site} 写下的一切：',
  },
  lasts: '十分钟内有效。',
  notYou: '如果不是您本人索取，则是有人填错了地址。您无需做任何事；请勿将验证码告诉任何人。',
}

export const handOver: Locale['handOver'] = {
  done: '您已登录',
  goOn: '您可以关闭此窗口，继续刚才的操作。',
  almost: '只差一步',
  type: '请在您来自的 {site} 页面输入此验证码：',
  secret: '几分钟内有效，且仅供您本人使用：请勿告诉任何人。如果您刚才没有亲自在那里点击“登录”，请关闭此窗口。',
  ends: {
    denied: {
      title: '您没有登录',
      what: '您选择了拒绝，没有传递任何信息。您可以关闭此窗口，以访客身份评论，或换一种方式。',
    },
    stale: {
      title: '无法继续',
      what: '它已被使用、等待过久，或是在另一个浏览器中开始的。请关闭此窗口，在您来自的页面重新开始。',
    },
    unverified: {
      title: '您的邮箱地址在对方网站上尚未确认',
      what: '请在该账号所在的网站确认，然后在您来自的页面重新开始。',
    },
    failed: {
      title: '对方网站没有正常回应',
      what: '没有传递任何信息。请关闭此窗口，过一会儿再试，或换一种方式。',
    },
  },
}

export const privacy: Locale['privacy'] = {
  title: '保存哪些内容，保存多久',
  lead: '本页依据此刻生效的设置生成。',
  kept: '保存的内容',
  kinds: {
    comments: {
      title: '您写的内容',
      what: '文字、您填写的名字、时间、页面、您回复的对象，以及对语言的推测。名字可以随意填写，也可以不填。',
    },
    coming: {
      title: '正在从另一系统导入的内容',
      what: '在其文件中排在所回复内容之前的评论，直到所回复的内容到来：与“您写的内容”相同，另有地址的摘要值。如果导入中断，这些内容会被删除。文件本身在导入完成后立即删除，或在最后一次使用一天后删除。',
    },
    refused: {
      title: '您删除的内容，或未获通过的内容',
      what: '只有管理员能看到。在此期间可以恢复，或者您可以申请复核；之后文字和名字都会消失。在您等待答复期间，它们会保留。',
    },
    editions: { title: '评论修改前的内容', what: '之前的文字及其时间。' },
    person: {
      title: '多条评论出自您本人',
      what: '您的浏览器生成的随机密钥的摘要值、您最近填写的名字，您有多少评论已发布或被拒绝，以及密钥首次和最近一次使用的时间。密钥本身不保存。',
    },
    proof: {
      title: '您如何证明身份',
      what: '仅在您这样做过时：您的邮箱地址，或您在所用服务上的编号。其他读者看不到。',
    },
    claims: { title: '证明身份的尝试', what: '地址或编号、服务提供的您的名字，以及验证码的摘要值。' },
    letters: {
      title: '将要或已经发给您的邮件',
      what: '地址、事由和时间；不含内容。未能送达的保留 30 天。如果地址不存在，其加密摘要值会保留到网站解除为止；没有人能从中读出地址。',
    },
    choices: { title: '您的选择', what: '您的投票、关注及看到何处，以及屏蔽。' },
    mailings: {
      title: '用邮件通知您的地方',
      what: '地址、通知您的事项，以及下一封邮件将提到的评论的编号。未经确认的在 7 天后删除。您退订后，地址的加密摘要值会保留 30 天，以免有人马上再次让系统询问您；如果您希望永远不被询问，则保留到您撤回为止。',
    },
    reports: { title: '举报与复核申请', what: '理由和您的原话。' },
    evidence: {
      title: '决定的依据',
      what: '规则在评论中发现的内容，以及管理员的备注或写给作者的话。',
    },
    standing: {
      title: '封禁、先审后发与警告',
      what: '到何时为止，以及原因。如果您在此期间清除全部内容，您的地址或编号的加密摘要值会保留到期满，以免清除使封禁失效；没有人能从中读出地址。',
    },
    network: {
      title: '您从哪里发表',
      what: '不是您的地址：而是您所在网络的加密摘要值中的八个字节；两天后当日密钥被删除，它们便不再有任何意义。',
    },
    work: { title: '您的浏览器完成的计算', what: '每次用过的计算的摘要值，使其只计一次。' },
    views: {
      title: '页面浏览量',
      what: '每个页面一个数字。今天谁看过，只以混入随机字节的摘要值保存在内存中。',
    },
    log: {
      title: '决定的记录',
      what: '编号、代码、时间，以及文字消失后便毫无意义的文字摘要值；还有曾有人被清除这一事实。没有名字，没有文字。',
    },
    desk: {
      title: '仅限此处的管理员',
      what: '他们的名字、角色、希望收邮件时的地址、在所用服务上的编号，以及登录时间和浏览器类型。',
    },
  },
  after: {
    decision: '决定后 {time}',
    answer: '答复后 {time}',
    edit: '修改后 {time}',
    post: '发布后 {time}',
    use: '最后一次使用后 {time}',
    import: '开始后 {time}',
    mail: '发送后 {time}',
  },
  until: {
    erased: '直到您清除全部内容',
    withdrawn: '直到您删除，或管理员移除',
    takenBack: '直到您撤回',
    lifted: '在措施有效期间；曾有过措施这一事实，保留到您清除全部内容为止',
    forGood: '永久',
    account: '在其拥有角色期间；之后保留其名字及所做的事',
    day: '到当天结束；数字保留',
  },
  within: '凡注明期限的，均在期限届满后一天内删除。',
  notKept: '不保存的内容',
  nothing: {
    readers: '您的 IP 地址、您的浏览器，以及您读过哪些页面。',
    operator: '服务器写给运营者的记录中的名字、地址、文字和密钥。',
  },
  device: '在您的设备上',
  deviceMeans:
    '在您输入、投票或选择之前，什么都不保存。之后保存您的密钥、您正在写的内容（30 天）和您的选择。对话顶部的“{you}”可以将其清除。',
  others: '还有谁会得到信息',
  noOthers: '没有。您在这里所做的一切都不会询问其他公司。',
  captcha:
    '当发帖量极大、而您的浏览器无法完成计算时，您可以改为完成 {name} 的验证。只有在那时，其脚本才会在页面上运行。',
  translated:
    '有人想看某条评论的其他语言版本时，评论的文字会发送到 {host} 进行翻译；姓名、页面以及是谁要求的都不会发送到那里。译文与评论一起保留 90 天。',
  elsewhere: '如果您通过 {ways} 登录，该服务会知道您登录了。',
  receivers: {
    standard: '本站的程序',
    slack: 'Slack 或 Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: '这里有动态时，网站会通知以下对象：{receivers}。它们会得到您填写的名字、您写的内容、页面和时间。您的邮箱地址、您的密钥以及您从哪里发表，永远不会传到那里。已传到那里的内容按其自身的规则保存。',
  toldEarly: '其中可能包括等待审核或未获通过的评论、对它的举报，或复核申请的文字。',
  mailed:
    '如果您验证邮箱地址，含验证码的邮件会经过邮件服务器，后者因此得知该地址。发给管理员的邮件只说明有多少评论在等待，不含您写的任何内容。',
  mailOfHouse: '管理员可能会收到说明有多少评论在等待的邮件；其中不含您写的任何内容。',
  mailToReaders:
    '愿意的读者会收到新评论的邮件通知：姓名和已发布内容的开头会经过邮件服务器，发送到其他读者的地址。该服务器因此得知通知了谁、通知了什么。',
  yours: '您可以做什么',
  yoursMeans:
    '在任一对话顶部的“{you}”中：下载您的全部内容、删除评论、在所有设备上退出，或清除全部内容。他人回复过您的地方会留下空位。已验证地址的人也可以向网站提出。',
  hold: '如果法院要求，某条评论可能须在不公开的情况下保存更久。',
  backups: '运营者制作的数据库副本含有制作时的内容，直到副本被删除。',
  lingers: '数据库由另一家公司运营，其中清除的内容可能会被保留最多 30 天。',
}

export const mailing: Locale['mailing'] = {
  title: '邮件通知',
  why: '有新内容时会发邮件，邮件之间有间隔，每封都有停止通知的链接。这里没有人能看到您的地址。',
  replies: '对我所写内容的回复',
  follows: '我关注的内容',
  address: '您的邮箱地址',
  ask: '用邮件通知我',
  own: '通知到 {address}',
  asked:
    '如果可以向此地址发信，现在就会收到一封邮件：请打开其中的链接并同意。在此之前不会再发送其他内容。也请查看垃圾邮件；曾经退订的人一个月内不会再次收到询问，除非用该地址登录。',
  waiting:
    '如果可以向 {address} 发信，那里会有一封邮件，其中的链接七天内有效。如果您曾经退订，可以用最后一封邮件中的链接恢复。',
  told: '通知会发送到 {address}。',
  saved: '已保存。',
  end: '不再接收邮件',
  ended: '不会再有邮件。',
  wrong: '无法向这个邮箱地址发信，请检查一下。',
  wait: '操作过于频繁。请稍后再试。',
  failed: '没有收到回应，请重试。',
}

export const followMail: Locale['followMail'] = {
  guest: '访客',
  confirm: {
    subject: '{site} 可以给您发邮件吗？',
    what: '有人（很可能是您）在 {site} 填写了此地址，希望通过邮件得知那里的回复。在您同意之前不会发送任何内容。',
    open: '同意或拒绝：',
    lasts: '链接七天内有效。如果不是您本人，无需任何操作。',
  },
  digest: {
    subject: { other: '{site} 有 {n} 条新评论' },
    untitled: '{site}',
    reply: '{name} 回复了您：',
    wrote: '{name} 写道：',
    read: '阅读并回复：',
    more: { other: '还有 {n} 条。' },
    why: '您收到此邮件，是因为您曾向 {site} 提出要求。',
    manage: '通知内容及停止方式：',
  },
  page: {
    title: '来自 {site} 的邮件',
    asks: '{name} 希望在此地址收到 {site} 上的回复通知。是您本人吗？',
    agree: '是的，请给我发邮件',
    agreed: '已完成。今后会通过邮件通知您。',
    gone: '此请求已不存在。',
    anew: '您可以在 {site} 的评论下方重新提出。',
    nothing: '没有向您的地址发送任何邮件。',
    told: '通过邮件通知您：',
    replies: '对您所写内容的回复',
    thread: '评论：{title}',
    conversation: '{name} 发起的对话：{title}',
    stop: '停止',
    start: '重新通知',
    leave: '不再接收 {site} 的邮件',
    left: '不会再有邮件。',
    never: '永远不再询问此地址',
    neverMeans: '这样就没有人能让请求发送到这里。您可以在本页面撤销。',
    isNever: '已没有人能让请求发送到您的地址。',
    allow: '撤销',
    saved: '已保存。',
  },
}

export const digestMail: Locale['digestMail'] = {
  subject: {
    other: '{site} 有 {n} 条评论待审核',
  },
  subjectMany: '{site} 有超过 {n} 条评论待审核',
  what: {
    other: '{site} 有 {n} 条评论待审核，最早一条的时间：{since}。',
  },
  whatMany: '{site} 有超过 {n} 条评论待审核，最早一条的时间：{since}。',
  decide: '逐条处理，手机上也可以',
  desk: '打开管理台',
  keyless: '两个链接都要求您已登录：只拿到这封邮件的人什么也做不了。',
  quiet: '在目前待审核的评论处理完之前，不会再发邮件，且每小时最多一封。如不想收到任何邮件，请在管理台打开“邮件通知”。',
}

export const waiting: Locale['waiting'] = {
  title: '待审核',
  left: {
    other: '{n} 条评论待审核。',
  },
  leftMany: '超过 {n} 条评论待审核。',
  done: '没有待审核的评论，全部处理完了。',
  passed: '这是最后一条；您留待以后处理的评论仍在等待审核。',
  fromStart: '从头开始',
  desk: '打开管理台',
  signIn: '请先登录',
  signInWhy:
    '在此页面上，您以自己的身份作出决定，因此光有链接不够，还需要登录：邮件可能被转发，也有程序会打开其中的链接。',
  signInHow: '请在此浏览器中登录管理台，然后回到这里。',
  comeBack: '我已登录',
  on: '文章：{article}',
  record: '此前已发布 {published} 条，已驳回 {refused} 条。',
  recordNone: '该评论者的评论还没有处理过。',
  why: '出现在这里的原因：{reasons}',
  reports: {
    other: '{n} 位读者举报了这条评论。',
  },
  appeal: '评论者请求复核。',
  approve: '通过',
  reject: '驳回',
  spam: '垃圾评论',
  later: '以后再处理',
  becauseOf: '理由（评论者会看到）',
  did: {
    approve: '已通过。',
    reject: '已驳回。',
    spam: '已标为垃圾评论。',
    restore: '已撤销：评论重新待审核。',
    confirm: '已查看。',
  },
  takeBack: '撤销',
  lost: '未作处理：在此期间，有人修改或处理了这条评论。目前的情况如下。',
  reasons: {
    off_topic: '偏离主题',
    abuse: '人身攻击',
    hate: '仇恨言论',
    illegal: '违法',
    spam: '垃圾广告',
    propaganda: '组织宣传',
    personal_data: '个人隐私',
    repeated: '内容重复',
    too_many_links: '链接过多',
    first_comment: '新评论者',
    premoderated: '默认待审',
    banned: '已封禁',
    reported: '被举报',
    unwanted_words: '含有名单中的词语',
    unwanted_link: '不受欢迎的链接',
    new_link: '新链接',
    typed_fast: '输入过快',
    muted: '先审后发',
    often_refused: '屡被驳回',
    language: '这里没有人能读的语言',
    unproven: '无计算证明',
    other: '其他理由',
  },
}
