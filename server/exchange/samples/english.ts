import { THE_QUARREL } from './quarrel.ts'
import { published, rejected, type Said, spam, waiting } from './voices.ts'

/** What was said under “The night ferry”. */
// biome-ignore format: a comment a line reads as the conversation it is
export const UNDER_THE_ENGLISH_ARTICLE: readonly Said[] = [
  // The porch light.
  published('Marguerite', 7600, 'The porch light is my mother.\n\nShe is eighty-four, sleeps badly, and hears the engine before the dog does. She asks me to say that she had no idea anybody could see it.', [
    published('Bea', 7581, 'I am crying into my toast.', [
      published('Gull', 7574, 'Into toast from Farrow’s on Willow Point, one hopes. Anything else would be off topic.'),
    ]),
    published('Old Pilot', 7540, 'Please tell her that we can. I had the boat for six years before Marta, and in fog we steered by that light. It is on no chart. We called it *the Widow*, and I apologise to her for that.', [
      published('Marguerite', 7495, 'She laughed for quite some time. She says that she was a married woman in those years and would like it put right.', [
        published('Old Pilot', 7490, 'Then from tonight it is *the Married Lady*.', [
          published('Аня', 7430, 'На карту её! 🗺️ «Огонь Замужней дамы: белый, постоянный, виден с 23:10 до 04:50».', [
            published('Old Pilot', 7402, 'My granddaughter translated: “Light of the Married Lady: fixed, white, shown from 23:10 to 04:50.” That is word for word how it would be written. You are somebody’s daughter, I think.'),
            waiting('Аня', 7390, 'Лоцмана. Он тоже всегда искал на берегу одно окно.'),
          ]),
        ]),
      ]),
    ]),
    published('ليلى', 7350, 'بكيتُ وأنا أقرأ هذا. سلّمي على والدتكِ، وقولي لها إن على الضفة الأخرى من يردّ السلام كل ليلة.', [
      published('Marguerite', 7300, 'I carried my telephone to three neighbours until one of them could read it to her. She sends her greetings back, and wants to know which window.'),
    ]),
    published('کاوه', 7210, 'من سه خانه آن‌طرف‌تر زندگی می‌کنم و تمام این سال‌ها فکر می‌کردم آن چراغ timer دارد! سلام ما را به مادرتان برسانید.'),
    waiting('Dunstan', 2960, 'Not to spoil it, but we put ours on as well, at number nine. My wife thinks it would be rude not to.'),
    waiting(null, 2610, 'ours too (no. 14) 💡'),
  ]),

  THE_QUARREL,

  // Those who ride it.
  published('Jun, Ward 4', 7120, 'I am one of the two nurses in the first paragraph.\n\nMy shift ends at 22:45. By the time I have handed over and changed it is five past eleven, and I run. If I miss the 23:10 I sit in the waiting room on the quay until 00:40, because the bus has gone, and I would not order a taxi for forty minutes of road on what I am paid.\n\nI can’t telephone anybody before eight in the evening. At eight in the evening I am holding somebody’s hand.', [
    published('Odile’s Thursday girl', 7080, '“At eight in the evening I am holding somebody’s hand.” Somebody read this sentence out at the meeting, please.', [
      published('Hal', 7031, 'I have a seat in the gallery and a loud voice. With your permission, Jun?', [
        published('Jun, Ward 4', 6990, 'Permission given. I’ll be at work.'),
      ]),
    ]),
    published('Вера Сергеевна', 6950, 'Я тридцать лет отработала в ночную. Никакой микроавтобус «по заявке» не заменит расписания: расписание — это когда тебя ждут, даже если ты не позвонила.', [
      published('نور', 6880, 'صدقتِ. الجدول يعني أن أحدًا ينتظرك حتى لو نسيتِ أن تتصلي. سأستعير هذه الجملة.'),
      waiting('Лёша', 6400, 'Вера Сергеевна, подпишусь под каждым словом. У меня мама медсестра, и телефон у неё на смене лежит в шкафчике. Кому она позвонит до восьми?'),
    ]),
    published('Edda', 6420, 'Then ask the hospital to pay for it. I’m not being unkind; it is the hospital’s rota, and the hospital’s budget is forty times the town’s.', [
      published('Jun, Ward 4', 6395, 'We did ask, in 2019. They offered us a discount on bicycles.'),
      waiting('Edda', 2200, 'That is worse than I thought. I take it back, and I’ll write to the board: three sentences, politely. Does anybody have the name of the person who thought of the bicycles?'),
    ]),
    rejected('personal_data', null, 5900, 'The one who thought of the bicycles lives at 22 Chapel Steps, green door, out on Tuesdays. His number is 555 0142, ring him at night and see how he likes it.'),
  ]),
  published('Cello', 6100, 'I’m the boy with the cello 👋 my teacher lives on Willow Point and she only has time after her restaurant closes. marta never charges for the cello although it takes a seat', [
    published('Ewa', 6080, 'Play something at the council meeting.'),
    published('Cello', 6075, 'I only know two pieces and one is very sad', [
      published('Ewa', 6070, 'That one.'),
      waiting('Морячок', 1480, 'Играй обе. Сначала грустную, потом ту, под которую голосуют.'),
    ]),
  ]),
  published('أم ياسين', 5720, 'ابني ياسين يعمل في المخبز ويعبر كل فجر في رحلة `04:50`. حين يتأخر القارب خمس دقائق أعرف ذلك من رائحة الخبز: يصل الخبز متأخرًا خمس دقائق. لا أحتاج إلى ساعة.', [
    published('Tomas K.', 5655, 'I had this translated, and I’d like the treasurer to put it into a table: *bread, delay of, in minutes*.'),
  ]),

  // The engine, and Rope Lane.
  published('rope_lane_7', 7010, 'I signed the petition and I’m not a monster. Four times a night my windows hum. My daughter calls it “the big cat”, which is charming at nine in the evening and less so at a quarter past two. Nobody in the lane wants the ferry gone. We want it **quiet**.', [
    published('Kiran', 6965, 'Thank you for saying it that way. So why is there no fourth proposal?\n\n1. Keep the boat\n2. Replace the engine\n3. Let the petition and the ferry people sign *the same* sheet of paper', [
      published('Tomas K.', 6930, 'An electric drive for a hull that size wants about 60 kWh a crossing, generously. Eleven minutes over, eleven back, an hour at the quay:\n\n```\nneed   = 4 * 60           # kWh a night\ncharge = 3 * 1.2 * 50     # three stops, 50 kW at the quay\nshort  = need - charge    # 60: covered by the first full load\n```\n\nIt works on paper. Whether it works on the slipway is for somebody with wet boots to say.', [
        published('Old Pilot', 6905, 'Wet boots here. It works until February, when the quay ices up and nobody can get near the plug. We would need a shed.', [
          published('Tomas K.', 6890, 'Then the fourth proposal is “an engine and a shed”.', [
            published('rope_lane_7', 6860, 'I would sign for the shed. I would *paint* the shed.'),
          ]),
        ]),
      ]),
      waiting('Saltmarsh Sue', 4400, 'There is a shed already. It belongs to the rowing club, it has had no boat in it since spring, and I hold the key. Somebody come and measure the door.'),
    ]),
    published('مهسا', 6330, 'راستش تا امروز فقط طرف کشتی بودم، اما «گربهٔ بزرگ» نظرم را عوض کرد. هم کشتی بماند، هم بچه‌ها بخوابند. مگر نمی‌شود هر دو را خواست؟'),
    rejected('hate', 'true merrowby', 6250, 'Rope Lane is all incomers now. That sort should be put on the last boat out and the rope cut behind them. We never had complaints when it was only our own people here.'),
    waiting('Theo', 2890, 'Earplugs cost two crowns. I say this as a man who lives at number 3 and has worn them since 1994.'),
  ]),

  // The three proposals.
  published('Ines', 6640, 'Could someone who has read the whole report say what the numbers are **for each crossing**? An average of nine tells me nothing. I have one foot in the oven and one in the freezer, and on average I am comfortable.', [
    published('Theo', 6585, 'Appendix C, last winter, passengers on an average night:\n\n```\ncrossing   mean   nights with nobody\n23:10        19                    2\n00:40         6                   31\n02:15         3                   58\n04:50         8                    9\n```\n\nSo: one well-used boat, two quiet ones and one that brings the bread.', [
      published('Ines', 6560, 'This is the most useful thing anyone has written about this in a year. It also makes the second proposal look rather sensible, which annoys me.'),
      published('حسن', 6020, 'الأرقام جميلة، لكن من ركب رحلة 02:15 مرة واحدة في حياته يعرف أن الثلاثة الذين عليها ليسوا رقمًا: واحد ذاهب إلى المستشفى، وواحد عائد منه، وثالث لا يريد أن يحكي.'),
      waiting('Priya', 1995, 'Theo, is “nights with nobody” *nobody booked* or *nobody aboard*? If the boat went over empty and came back with six people, that night is in the table as a zero.'),
    ]),
    published('Дмитрий П.', 6440, 'Спасибо за таблицу. Отмечу одно: 58 пустых ночей из 151 — это рейс в 02:15, а не «паром вообще». Предлагаю оставить три рейса и на сэкономленное починить библиотеке хотя бы полкрыши.', [
      waiting('Катя', 1760, 'Полкрыши — это когда дождь идёт только на художественную литературу? 😅'),
    ]),
  ]),
  published('Gwil', 5480, 'I drive the minibus. I was not asked either. The road by Stell floods twice a winter and from two to five in the morning it is deer, deer, deer. I will do it if they want me to, but I won’t do it in forty minutes.', [
    published('Petra', 5466, 'How long, honestly?'),
    published('Gwil', 5440, 'Fifty-five. An hour in rain. Longer if the deer are in a mood.'),
    waiting('سامر', 1350, 'شكرًا على الصراحة. ساعة في المطر مع الغزلان، أو إحدى عشرة دقيقة مع مارتا؟ السؤال يجيب عن نفسه.'),
  ]),
  published('Lotte from upriver', 5100, 'Where I grew up this would be called the *Nachtfährenfahrgastbeförderungskostenausgleichsverordnung*, it would have eleven annexes, and the boat would still be running because nobody could find the annex that stops it.', [
    published('Gull', 5090, 'I tried to read that word aloud and the cat left the room.'),
  ]),
  published('Edmund’s niece', 4700, 'I would only like to say that my uncle really is fond of the boat. He proposed to my aunt on it. He has to present the number because it is his job to present the number. Please be a little gentle.', [
    published('Wim', 4660, 'He has my respect, and he may have my calculator.'),
    published('Marguerite', 4610, 'My mother remembers it! She put the light on twice that night, by mistake, and they cheered.', [
      waiting('Edmund’s niece', 1210, 'I rang him and read him this. There was a long pause, and then he said: “So *that* was her.”'),
    ]),
  ]),

  // What people remember.
  published('Морячок', 5300, 'Служил на таких. Скажу просто: лодка, которая ходит каждую ночь, живёт пятьдесят лет. Лодка, которая ходит «когда надо», умирает за три зимы. Железо любит расписание.'),
  published('Катя', 4950, 'Мы с мужем познакомились на рейсе в 00:40. Он ехал *не туда*. Так и едет двадцать два года.', [
    published('Лёша', 4900, 'А он об этом знает?'),
  ]),
  published('بابک', 4520, 'پدربزرگم می‌گفت دو جور آدم هست: آن‌که منتظر کشتی می‌ماند و آن‌که کشتی منتظرش می‌ماند. «دم‌جنبانک» تنها کشتی‌ای است که برای هر دو جور صبر می‌کند. 🌙'),
  published('سامر', 4300, 'وصلتُ إلى هذه المدينة ليلًا قبل تسع سنوات ولم أكن أعرف فيها أحدًا. أول جملة سمعتها هنا كانت: “Mind the step, love.” من مارتا. ما زلت أنتبه إلى الدرجة.'),
  published(null, 3900, 'Minutes of the finance committee, for anyone who wants them: https://example.org/minutes/2026/finance-committee/night-service/appendix-c?table=passengers-per-crossing&winter=2025-26&view=all'),
  published('نرگس', 3600, 'یک سؤال ساده: اگر fare هفت کرون شود، برای دانشجوها و بازنشسته‌ها هم هفت کرون است؟ در PDF گزارش چیزی پیدا نکردم.'),
  published('Hal', 410, 'Noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooot the bus.'),

  // Waiting for somebody to read them.
  waiting('Agnes T.', 3480, 'First time I write anything on the internet. I am 71 and I take the 04:50 on market days with two baskets of eggs. Nobody asked me either. That is all, thank you.'),
  waiting('Шкипер на пенсии', 2450, 'Почему никто не сравнил с речным трамваем в Стелле? Там подняли тариф вдвое, и через год пассажиров стало больше: люди поверили, что рейс не отменят. [Вот короткая заметка](https://example.org/stell-river-tram).'),
  waiting('عبير', 1890, 'هل توجد نسخة عربية من المقترحات الثلاثة؟ والدتي تريد أن توقّع لكنها تريد أن تقرأ أولًا، وهذا حقّها.'),
  waiting('پیمان', 840, 'اگر قرار است به کشتی از روی درآمدش رأی بدهیم، لطفاً حساب دخل‌وخرج سکوی موسیقی پارک را هم منتشر کنید.'),
  waiting(null, 655, 'the library roof IS leaking though. on the poetry. has nobody here ever been inside'),
  waiting('شیرین', 520, 'من ساکن کوچهٔ طناب‌باف‌ها هستم و طومار را امضا نکردم. لطفاً ننویسید «ساکنان کوچه»؛ بنویسید «بعضی از ساکنان».'),
  waiting('Олег', 300, 'Автору спасибо за текст. Одна неточность: лампа на мачте белая, зелёный — правый бортовой огонь. Но «одинокая зелёная лампа» звучит лучше, не исправляйте.'),
  waiting('Bram', 64, '**Proposal five:** everyone who writes more than three comments here has to ride the 02:15 once. I have written one.'),
  waiting('ليلى', 22, 'هل سيُبثّ اجتماع المجلس مباشرة؟ أعمل في تلك الساعة ولا أستطيع الحضور.'),

  // Refused.
  rejected('off_topic', 'بهروز با وانت', 5600, 'فروشی: دو دوچرخه، یکی تقریباً نو، و یک چادر مسافرتی. تحویل در پارکینگ شمالی، بگویید با بهروز کار دارید.'),
  rejected('propaganda', 'Voice of Tomorrow', 4800, 'THE FERRY IS ONLY THE BEGINNING. First the boat, then the bakery, then YOU. Join the Movement for Tomorrow, the only ones who tell the truth. Copy this text and post it under every article before they delete it!!!'),
  rejected('illegal', null, 4100, 'somebody should just cut the mooring and let it drift onto the sandbar, problem solved. I know where the spare key of the boathouse hangs, write to me'),
  rejected('abuse', 'Кот Учёный', 3700, 'Что за бред вы тут развели, клуб любителей корыта. Мозгов на всех — как пассажиров в 02:15.'),
  rejected('repeated', 'Hal', 405, 'Noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooot the bus.'),
  rejected('off_topic', 'سلطان الشاي', 3350, 'من يعرف مكانًا يبيع شايًا جيدًا بالجملة في مروبي؟'),

  // A small campaign: one text, four names, one afternoon.
  waiting('Concerned Mother of 3', 262, 'As a mother of three and a proud resident of Merrowby I fully support Proposal Three. The minibus is modern, safe and clean. It is time to move on from the ferry. Let’s put our children first!'),
  waiting('Merrowby Dad', 251, 'As a father of two and a proud resident of Merrowby I fully support Proposal Three. The minibus is modern, clean and safe. It’s time to move on from the ferry. Let us put our children first!'),
  waiting('Local Nurse', 243, 'As a nurse and a proud resident of Merrowby, I fully support Proposal Three! The minibus is safe, modern and clean. It is time to move on from the ferry. Let’s put our patients first!'),
  waiting('J. Smithe', 236, 'As a [profession] and a proud resident of Merrowby I fully support Proposal Three. The minibus is modern, safe and clean. It is time to move on from the ferry. Let’s put our children first!'),

  // A wave of spam.
  spam('LuckyFerry777', 142, '🎰🎰 CASINO NIGHT FERRY BONUS 🎰🎰 200 FREE SPINS, no deposit!!! https://casino.example.com/?ref=ferry'),
  waiting('LuckyFerry778', 141, '🎰🎰 СASINО NIGHT FЕRRY ВОNUS 🎰🎰 200 FRЕЕ SРINS, nо dероsit!!! https://casino.example.com/?ref=ferry2'),
  waiting('LuckyFerry779', 140, '🎰🎰 C.A.S.I.N.0 NIGHT FERRY B0NUS 🎰🎰 2OO FREE SPlNS, no dep0sit!!! https://casino.example.com/?ref=ferry3'),
  spam('Swiss Time Outlet', 137, 'Very nice article sir. I have bookmarked. Quality replica watches 90% off today only, all big names, worldwide delivery http://watches.example.net/merrowby'),
  waiting('Swiss Time Outlet', 136, 'Very nice article madam. I have bookmarked. Quality replica watches 85% off today only, all big names, worldwide delivery http://watches.example.net/merrowby2'),
  spam('Вероника', 131, 'Девочки, зарабатываю 5000 крон в день, сидя на пароме! Без вложений! Пишите в канал, пока открыт: https://t.me.example.com/legkie_dengi'),
  waiting('Вероника', 130, 'Девочки, зарабатываю 7000 крон в день, сидя на пароме! Без вложений!! Пишите в канал, пока открыт: https://t.me.example.com/legkie_dengi_2'),
  waiting('خدمات مالية', 126, 'قروض فورية بدون كفيل وبدون فوائد خلال ساعة!! راسلونا على القناة https://t.me.example.com/qard_sarie قبل انتهاء العرض'),
  spam(null, 121, 'best seo best seo best seo best seo best seo best seo [cheap backlinks](https://seo.example.org/a) [cheap backlinks](https://seo.example.org/b) [cheap backlinks](https://seo.example.org/c)'),
  waiting('أم الحظ', 118, 'كنتُ أرملة فقيرة بلا أمل حتى أعاد لي الدكتور غودسبيل زوجي ومدّخراتي معًا خلال 48 ساعة. اشكروني لاحقًا: dr.goodspell@example.com'),
  spam('MarthaWin2027', 117, 'I was a poor widower with no hope until Dr. Goodspell brought back my wife AND my savings in 48 hours. Thank me later: dr.goodspell@example.com'),
]
