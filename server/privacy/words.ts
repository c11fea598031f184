/** The words of the page that tells what is kept. */
export const privacy = {
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
  /** For so long: '{time}' is a number of days. */
  after: {
    decision: '{time} after the decision',
    answer: '{time} after the answer',
    edit: '{time} after the change',
    post: '{time} after it was posted',
    use: '{time} after its last use',
    import: '{time} after it was begun',
    mail: '{time} after it was sent',
  },
  until: {
    erased: 'until you have everything erased',
    withdrawn: 'until you delete it, or a moderator removes it',
    takenBack: 'until you take it back',
    lifted: 'as long as it lasts; that there was one, until you have everything erased',
    forGood: 'for good',
    account: 'as long as they have a role; after that their name, and what they did',
    day: 'until the end of the day; the number stays',
  },
  within: 'Where a time is given, it goes within a day of its end.',
  notKept: 'What is not kept',
  nothing: {
    readers: 'Your IP address, your browser, and which pages you have read.',
    operator: 'Names, addresses, texts and keys in the lines that the server writes for its operator.',
  },
  device: 'On your device',
  deviceMeans:
    'Nothing before you type, vote or choose something. Then your key, what you were typing (for 30 days), and your choices. “{you}” at the head of a thread takes it away.',
  others: 'Who else gets something',
  noOthers: 'Nobody. No other company is asked for anything you do here.',
  captcha:
    'When very much is being posted, and your browser cannot solve a calculation, you may answer a captcha of {name} instead. Then, and not before, its script runs on the page.',
  translated:
    'Where somebody asks for a comment in another language, its text goes to {host}, which translates it; the name, the page and who asks do not go there. What came is kept with the comment for 90 days.',
  elsewhere: 'If you sign in by {ways}, that service learns that you do.',
  receivers: {
    standard: 'a program of the site',
    slack: 'Slack or Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  told: 'The site has it told to {receivers} when something happens here: the name you gave, what you wrote, the page and the time. Your e-mail address, your key and where you wrote from never go there. What has gone there is kept by rules of their own.',
  toldEarly: 'That may be a comment that waits or was refused, that it was reported, or the words of an appeal.',
  mailed:
    'If you prove an e-mail address, the mail with the code goes by a mail server, which thereby learns the address. Mail to moderators says how many comments wait, and nothing you wrote.',
  mailOfHouse: 'Moderators may get mail that says how many comments wait; nothing you wrote is in it.',
  mailToReaders:
    'Readers who wish it are told by mail of new comments: names, and beginnings of what was published, go by a mail server to the addresses of other readers. That server learns who is told, and what.',
  yours: 'What you can do',
  yoursMeans:
    'In “{you}”, at the head of any thread: download everything that is yours, delete a comment, sign out everywhere, or have everything erased. Where others have answered you an empty place stays. Whoever has proved an address can also ask the site.',
  hold: 'Where a court has asked for it, a comment may have to be kept longer, out of sight.',
  backups:
    'Copies of the database that the operator has made hold what there was when they were made, until they are deleted.',
  lingers: 'The database is run by another company, which may keep for up to 30 days what was erased from it.',
}
