import type { WebhookShape } from '../contract.ts'
import type { Keeping } from './kept.ts'

type Kind =
  | 'comments'
  | 'coming'
  | 'refused'
  | 'editions'
  | 'person'
  | 'proof'
  | 'claims'
  | 'letters'
  | 'choices'
  | 'mailings'
  | 'reports'
  | 'evidence'
  | 'standing'
  | 'network'
  | 'work'
  | 'views'
  | 'log'
  | 'desk'

/** The words of the page that tells what is kept. */
export interface KeptWords {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  lead: string
  kept: string
  kinds: Record<Kind, { title: string; what: string }>
  keeping(keeping: Keeping): string
  /** How soon what has come to its end goes. */
  within: string
  notKept: string
  nothing: readonly string[]
  device: string
  deviceMeans: string
  others: string
  noOthers: string
  captcha(name: string): string
  elsewhere(ways: string): string
  /** What webhooks speak to, and what goes there. */
  receivers: Record<WebhookShape, string>
  told(receivers: string): string
  toldEarly: string
  /** Said where readers can prove an address, */
  mailed: string
  /** and where mail goes to those who moderate only. */
  mailOfHouse: string
  yours: string
  yoursMeans: string
  hold: string
  backups: string
  /** Said where the database is one that keeps for a time what was deleted. */
  lingers: string
  other: string
}

const count = (lang: string) => {
  const format = new Intl.NumberFormat(lang)
  return (n: number) => format.format(n)
}
const en = count('en')
const fa = count('fa')

const ENGLISH: KeptWords = {
  lang: 'en',
  dir: 'ltr',
  title: 'What is kept, and for how long',
  lead: 'This page is made from the settings that hold at this moment.',
  kept: 'What is kept',
  kinds: {
    comments: {
      title: 'What you write',
      what: 'The text, the name you give, the time, the page, what you answer, and a guess of the language. Your name can be any, or none.',
    },
    coming: {
      title: 'What is just being brought in from another system',
      what: 'Comments that stand in its file before what they answer, until that has come: as above “What you write”, with a digest of the address. If the work is broken off, they go. The file itself goes as soon as it is in, or a day after it was last touched.',
    },
    refused: {
      title: 'What you have deleted, or what was refused',
      what: 'Nobody but the moderators sees it. So long it can be taken back, or you can ask for another look; then text and name go. While you wait for an answer they stay.',
    },
    editions: { title: 'What a comment said before it was changed', what: 'The earlier texts, with their times.' },
    person: {
      title: 'That several comments are yours',
      what: 'A digest of a random key that your browser has made, the name you gave last, how many of your comments were published or refused, and when the key was first and last used. The key itself is not kept.',
    },
    proof: {
      title: 'How you have proved who you are',
      what: 'Only where you have done so: your e-mail address, or your number at the service you came from. No other reader sees it.',
    },
    claims: {
      title: 'Attempts to prove it',
      what: 'The address or number, the name that a service gave of you, and digests of the code.',
    },
    letters: {
      title: 'Mail that is to go to you, or went',
      what: 'The address, what it was about and when; not what it said. What could not be delivered stays for 30 days. Where an address does not exist, a keyed digest of it stays until the site lifts that; nobody can read the address from it.',
    },
    choices: {
      title: 'What you have chosen',
      what: 'Your votes, what you follow and how far you have seen of that, and whom you have muted.',
    },
    mailings: {
      title: 'Where you are told by mail',
      what: 'The address, of what you are told, and the numbers of the comments that the next mail tells of. What is not confirmed goes after 7 days. When you leave, a keyed digest of the address stays for 30 days, so that nobody has you asked again at once; where you wished never to be asked, until you take that back.',
    },
    reports: { title: 'Reports and appeals', what: 'The reason, and your words.' },
    evidence: {
      title: 'What a decision stood on',
      what: 'What the rules found in a comment, and what moderators noted or wrote to its author.',
    },
    standing: {
      title: 'Bans, mutes and warnings',
      what: 'Until when, and why. If you have everything erased meanwhile, a keyed digest of your address or number stays until the end, so that erasing ends no ban; nobody can read the address from it.',
    },
    network: {
      title: 'Where you wrote from',
      what: 'Not your address: eight bytes of a keyed digest of your network, which mean nothing once the key of the day is deleted, after two days.',
    },
    work: {
      title: 'Calculations of your browser',
      what: 'A digest of each one that was used, so that it counts once.',
    },
    views: {
      title: 'Views of a page',
      what: 'A number for each page. Who has seen it today is remembered in memory only, as a digest under random bytes.',
    },
    log: {
      title: 'The log of decisions',
      what: 'Numbers, codes, times, and digests of texts that mean nothing once the text is gone; and that somebody was erased. No names, no texts.',
    },
    desk: {
      title: 'Only of those who moderate here',
      what: 'Their name, their role, an address if they wish mail, their number at a service they come from, and when and with which kind of browser they signed in.',
    },
  },
  keeping(keeping) {
    if (typeof keeping === 'object') {
      if ('hours' in keeping) return `${en(keeping.hours)} hours`
      if ('minutes' in keeping) return `${en(keeping.minutes)} minutes`
      const after = {
        decision: 'after the decision',
        answer: 'after the answer',
        edit: 'after the change',
        post: 'after it was posted',
        use: 'after its last use',
        import: 'after it was begun',
        mail: 'after it was sent',
      }[keeping.after]
      return `${en(keeping.days)} ${keeping.days === 1 ? 'day' : 'days'} ${after}`
    }
    return {
      erased: 'until you have everything erased',
      withdrawn: 'until you delete it, or a moderator removes it',
      takenBack: 'until you take it back',
      lifted: 'as long as it lasts; that there was one, until you have everything erased',
      forGood: 'for good',
      account: 'as long as they have a role; after that their name, and what they did',
      day: 'until the end of the day; the number stays',
    }[keeping]
  },
  within: 'Where a time is given, it goes within a day of its end.',
  notKept: 'What is not kept',
  nothing: [
    'Your IP address, your browser, and which pages you have read.',
    'Names, addresses, texts and keys in the lines that the server writes for its operator.',
  ],
  device: 'On your device',
  deviceMeans:
    'Nothing before you type, vote or choose something. Then your key, what you were typing (for 30 days), and your choices. “You” at the head of a thread takes it away.',
  others: 'Who else gets something',
  noOthers: 'Nobody. No other company is asked for anything you do here.',
  captcha: name =>
    `When very much is being posted, and your browser cannot solve a calculation, you may answer a captcha of ${name} instead. Then, and not before, its script runs on the page.`,
  elsewhere: ways => `If you sign in by ${ways}, that service learns that you do.`,
  receivers: {
    standard: 'a program of the site',
    slack: 'Slack or Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: receivers =>
    `The site has it told to ${receivers} when something happens here: the name you gave, what you wrote, the page and the time. Your e-mail address, your key and where you wrote from never go there. What has gone there is kept by rules of their own.`,
  toldEarly: 'That may be a comment that waits or was refused, that it was reported, or the words of an appeal.',
  mailed:
    'If you prove an e-mail address, the mail with the code goes by a mail server, which thereby learns the address. Mail to moderators says how many comments wait, and nothing you wrote.',
  mailOfHouse: 'Moderators may get mail that says how many comments wait; nothing you wrote is in it.',
  yours: 'What you can do',
  yoursMeans:
    'In “You”, at the head of any thread: download everything that is yours, delete a comment, sign out everywhere, or have everything erased. Where others have answered you an empty place stays. Whoever has proved an address can also ask the site.',
  hold: 'Where a court has asked for it, a comment may have to be kept longer, out of sight.',
  backups:
    'Copies of the database that the operator has made hold what there was when they were made, until they are deleted.',
  lingers: 'The database is run by another company, which may keep for up to 30 days what was erased from it.',
  other: 'فارسی',
}

const PERSIAN: KeptWords = {
  lang: 'fa',
  dir: 'rtl',
  title: 'چه چیزی نگه داشته می‌شود و تا کی',
  lead: 'این صفحه از روی تنظیماتی ساخته می‌شود که همین حالا برقرار است.',
  kept: 'آنچه نگه داشته می‌شود',
  kinds: {
    comments: {
      title: 'آنچه می‌نویسید',
      what: 'متن، نامی که می‌دهید، زمان، صفحه، دیدگاهی که به آن پاسخ می‌دهید و حدسی دربارهٔ زبان. نام می‌تواند هر چه باشد یا هیچ.',
    },
    coming: {
      title: 'آنچه در حال آورده شدن از سامانه‌ای دیگر است',
      what: 'دیدگاه‌هایی که در پروندهٔ آن پیش از دیدگاهی آمده‌اند که به آن پاسخ می‌دهند، تا آن هم بیاید: با همان چیزهای «آنچه می‌نویسید» و چکیده‌ای از نشانی. اگر کار نیمه‌کاره بماند پاک می‌شوند. خودِ پرونده همین که آورده شد، یا یک روز پس از آخرین دست‌زدن به آن، پاک می‌شود.',
    },
    refused: {
      title: 'آنچه پاک کرده‌اید یا پذیرفته نشده است',
      what: 'جز ناظران کسی آن را نمی‌بیند. تا این زمان می‌توان آن را بازگرداند یا می‌توانید بازبینی بخواهید؛ سپس متن و نام پاک می‌شود. تا وقتی در انتظار پاسخ باشید می‌ماند.',
    },
    editions: { title: 'متن دیدگاه پیش از ویرایش', what: 'متن‌های پیشین با زمانشان.' },
    person: {
      title: 'اینکه چند دیدگاه از آنِ شماست',
      what: 'چکیده‌ای از کلیدی تصادفی که مرورگر شما ساخته است، آخرین نامی که داده‌اید، شمار دیدگاه‌های منتشرشده و ردشدهٔ شما، و اینکه کلید نخستین و آخرین بار کی به کار رفته است. خودِ کلید نگه داشته نمی‌شود.',
    },
    proof: {
      title: 'راهی که با آن هویت خود را نشان داده‌اید',
      what: 'تنها اگر چنین کرده باشید: نشانی ایمیل یا شمارهٔ شما نزد سرویسی که از آن آمده‌اید. هیچ خوانندهٔ دیگری آن را نمی‌بیند.',
    },
    claims: {
      title: 'تلاش برای نشان دادن هویت',
      what: 'نشانی یا شماره، نامی که آن سرویس از شما داده است، و چکیدهٔ کد.',
    },
    letters: {
      title: 'ایمیل‌هایی که برای شما فرستاده می‌شود یا شده است',
      what: 'نشانی، موضوع و زمان آن؛ نه متنش. آنچه رسانده نشده باشد ۳۰ روز می‌ماند. اگر نشانی‌ای وجود نداشته باشد، چکیده‌ای رمزدار از آن می‌ماند تا سایت آن را بردارد؛ کسی نمی‌تواند نشانی را از آن بخواند.',
    },
    choices: {
      title: 'آنچه برگزیده‌اید',
      what: 'رأی‌ها، آنچه دنبال می‌کنید و تا کجای آن را دیده‌اید، و کسانی که بی‌صدا کرده‌اید.',
    },
    mailings: {
      title: 'نشانی‌ای که با ایمیل خبر می‌گیرید',
      what: 'نشانی، اینکه از چه خبر می‌گیرید و شمارهٔ دیدگاه‌هایی که ایمیل بعدی از آن‌ها می‌گوید. آنچه تأیید نشود پس از ۷ روز پاک می‌شود. وقتی انصراف دهید، چکیده‌ای رمزدار از نشانی ۳۰ روز می‌ماند تا کسی نتواند بی‌درنگ دوباره از شما بپرسد؛ و اگر خواسته باشید هرگز پرسیده نشود، تا زمانی که آن را پس بگیرید.',
    },
    reports: { title: 'گزارش‌ها و درخواست‌های بازبینی', what: 'دلیل و سخن شما.' },
    evidence: {
      title: 'آنچه تصمیم بر پایهٔ آن بوده است',
      what: 'آنچه قاعده‌ها در دیدگاه یافته‌اند و آنچه ناظران یادداشت کرده یا به نویسنده نوشته‌اند.',
    },
    standing: {
      title: 'محرومیت‌ها و هشدارها',
      what: 'تا چه زمانی و چرا. اگر در این میان همه چیز را پاک کنید، چکیده‌ای رمزدار از نشانی یا شمارهٔ شما تا پایان می‌ماند تا پاک کردن محرومیت را پایان ندهد؛ کسی نمی‌تواند نشانی را از آن بخواند.',
    },
    network: {
      title: 'جایی که از آن نوشته‌اید',
      what: 'نه نشانی شما: هشت بایت از چکیدهٔ رمزدار شبکه‌تان که با پاک شدن کلید روز، پس از دو روز، دیگر معنایی ندارد.',
    },
    work: { title: 'محاسبه‌های مرورگر شما', what: 'چکیدهٔ هر محاسبه‌ای که به کار رفته است تا تنها یک بار شمرده شود.' },
    views: {
      title: 'بازدید صفحه‌ها',
      what: 'یک عدد برای هر صفحه. اینکه امروز چه کسی آن را دیده تنها در حافظه می‌ماند، به شکل چکیده‌ای با بایت‌های تصادفی.',
    },
    log: {
      title: 'دفتر تصمیم‌ها',
      what: 'شماره‌ها، کدها، زمان‌ها و چکیدهٔ متن‌ها که با رفتن متن بی‌معنا می‌شود؛ و اینکه کسی پاک شده است. نه نامی، نه متنی.',
    },
    desk: {
      title: 'تنها دربارهٔ کسانی که اینجا ناظرند',
      what: 'نام، نقش، نشانی اگر ایمیل بخواهند، شمارهٔ آن‌ها نزد سرویسی که از آن می‌آیند، و زمان ورودشان و اینکه با چه نوع مرورگری بوده است.',
    },
  },
  keeping(keeping) {
    if (typeof keeping === 'object') {
      if ('hours' in keeping) return `${fa(keeping.hours)} ساعت`
      if ('minutes' in keeping) return `${fa(keeping.minutes)} دقیقه`
      const after = {
        decision: 'پس از تصمیم',
        answer: 'پس از پاسخ',
        edit: 'پس از ویرایش',
        post: 'پس از ارسال',
        use: 'پس از آخرین استفاده',
        import: 'پس از آغاز',
        mail: 'پس از فرستادن',
      }[keeping.after]
      return `${fa(keeping.days)} روز ${after}`
    }
    return {
      erased: 'تا زمانی که پاک کردن همه چیز را بخواهید',
      withdrawn: 'تا زمانی که آن را پاک کنید یا ناظر بردارد',
      takenBack: 'تا زمانی که پس بگیرید',
      lifted: 'تا زمانی که برقرار است؛ اینکه بوده است، تا زمانی که پاک کردن همه چیز را بخواهید',
      forGood: 'برای همیشه',
      account: 'تا زمانی که نقشی دارند؛ پس از آن نامشان و آنچه کرده‌اند',
      day: 'تا پایان روز؛ عدد می‌ماند',
    }[keeping]
  },
  within: 'هر جا زمانی گفته شده است، ظرف یک روز پس از پایان آن پاک می‌شود.',
  notKept: 'آنچه نگه داشته نمی‌شود',
  nothing: [
    'نشانی IP، مرورگر شما و اینکه چه صفحه‌هایی را خوانده‌اید.',
    'نام، نشانی، متن و کلید در سطرهایی که سرور برای گردانندهٔ خود می‌نویسد.',
  ],
  device: 'در دستگاه شما',
  deviceMeans:
    'پیش از آنکه چیزی بنویسید، رأی دهید یا برگزینید، هیچ. پس از آن کلید شما، آنچه در حال نوشتنش بوده‌اید (تا ۳۰ روز) و گزینش‌هایتان. «شما» در بالای گفت‌وگو آن را پاک می‌کند.',
  others: 'چه کسی دیگر چیزی می‌گیرد',
  noOthers: 'هیچ‌کس. برای هیچ کاری که اینجا می‌کنید از شرکت دیگری چیزی پرسیده نمی‌شود.',
  captcha: name =>
    `وقتی بسیار زیاد فرستاده می‌شود و مرورگر شما از پس محاسبه برنمی‌آید، می‌توانید به‌جای آن به کپچای ${name} پاسخ دهید. تنها در آن هنگام اسکریپت آن در صفحه اجرا می‌شود.`,
  receivers: {
    standard: 'برنامه‌ای از خود سایت',
    slack: 'اسلک یا مَترموست',
    discord: 'دیسکورد',
    telegram: 'تلگرام',
    matrix: 'ماتریکس',
  },
  told: receivers =>
    `سایت آنچه را اینجا رخ می‌دهد به ${receivers} خبر می‌دهد: نامی که داده‌اید، آنچه نوشته‌اید، صفحه و زمان. نشانی ایمیل، کلید شما و اینکه از کجا نوشته‌اید هرگز به آنجا نمی‌رود. آنچه به آنجا رفته است با قواعد خود آن‌ها نگه داشته می‌شود.`,
  toldEarly: 'این می‌تواند دیدگاهی باشد که در انتظار است یا پذیرفته نشده، خبر گزارش شدن آن، یا متن یک درخواست بازبینی.',
  mailed:
    'اگر نشانی ایمیلی را تأیید کنید، نامهٔ حاوی کد از راه یک سرور ایمیل می‌رود که از این راه نشانی را می‌داند. نامه به ناظران می‌گوید چند دیدگاه در انتظار است و چیزی از آنچه نوشته‌اید در آن نیست.',
  mailOfHouse: 'ممکن است ناظران نامه‌ای بگیرند که می‌گوید چند دیدگاه در انتظار است؛ چیزی از آنچه نوشته‌اید در آن نیست.',
  elsewhere: ways => `اگر با ${ways} وارد شوید، آن سرویس از ورود شما آگاه می‌شود.`,
  yours: 'آنچه می‌توانید بکنید',
  yoursMeans:
    'در «شما» در بالای هر گفت‌وگو: دریافت همهٔ آنچه از آنِ شماست، پاک کردن یک دیدگاه، خروج از همه جا، یا پاک کردن همه چیز. جایی که دیگران به شما پاسخ داده‌اند جای خالی می‌ماند. کسی که نشانی‌ای را تأیید کرده است می‌تواند از سایت هم بخواهد.',
  hold: 'اگر دادگاهی خواسته باشد، ممکن است دیدگاهی دور از دید بیشتر نگه داشته شود.',
  backups: 'رونوشت‌هایی که گرداننده از پایگاه داده گرفته است آنچه را در آن زمان بوده دارند، تا وقتی پاک شوند.',
  lingers: 'پایگاه داده را شرکت دیگری می‌گرداند که ممکن است آنچه را از آن پاک شده است تا ۳۰ روز نگه دارد.',
  other: 'English',
}

/** The words for what a reader asks for, or prefers; English where there are none. */
export function keptWords(lang: string | undefined, accepted: string | undefined): KeptWords {
  const wanted = lang ?? accepted?.split(',')[0]?.trim() ?? ''
  return /^fa\b/i.test(wanted) ? PERSIAN : ENGLISH
}
