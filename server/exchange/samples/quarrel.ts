import { published, rejected, type Said, waiting } from './voices.ts'

/** Two people fall out over one division, and a town tries to calm them. */
// biome-ignore format: a comment a line reads as the conversation it is
export const THE_QUARREL: Said = published('Wim', 6900, 'Fourteen crowns. That is 184,000 divided by four crossings, 365 nights and nine passengers: `184000 / (4 * 365 * 9) = 14.003`. The fare is three. Whatever one feels about green lamps, the town lays eleven crowns on the ramp for every person who walks down it.', [
  published('Petra', 6872, 'A crossing is there **and back**, Wim. The boat does not evaporate on the far side. Count both directions and it is `184000 / (4 * 365 * 18)`, which is seven crowns, which is exactly the fare in the first proposal. It pays for itself to the crown. You are welcome.', [
    published('Wim', 6855, '> A crossing is there and back\n\nAppendix C says “passengers per crossing”. It does not say “per direction”. I would love to live in a town where every number may be doubled because somebody likes boats.', [
      published('Petra', 6849, 'And I would love to live in one where people read as far as the footnote. [Appendix C, note 2](https://example.org/minutes/night-service/appendix-c#note-2): *“Passengers are counted at embarkation at Merrowby.”* At Merrowby! Nobody counts the ones who come home.', [
        published('Wim', 6820, 'Note 2 is about the *summer* table. You have quoted the footnote of a different table.', [
          published('Petra', 6811, 'It is the same table on two pages, because somebody at the town hall still believes in A4.'),
          published('Bea', 6802, 'Could one of you please telephone the town hall? They are open until four. It would take less time than this.'),
          rejected('abuse', 'Wim', 6790, 'Petra, you could not count the fingers on the hand you are typing with. Go back to finger painting with the infants and let grown people do the sums.'),
        ]),
        published('کاوه', 6700, 'من پارسال زمستان هر هفته با کشتی ۰۰:۴۰ می‌رفتم و در راه برگشت هیچ‌وقت کسی مرا نشمرد. همیشه فکر می‌کردم مارتا قیافه‌هایمان یادش می‌ماند.'),
      ]),
    ]),
    published('Дмитрий П.', 6740, 'Коллеги, вы оба правы: Вим делит на посадки, Петра — на поездки туда и обратно. Это два разных знаменателя, и спорить тут не о чем. Меня больше волнует числитель: откуда 184 000? Топливо, две смены команды и причал столько не стоят.', [
      published('Wim', 6688, 'If the translation I was given is right, this is the first sensible question in the thread. The answer is on page 9: a third of it is the slipway, which the day boat uses too.', [
        published('Petra', 6680, 'So a third of your fourteen crowns is not even the night ferry’s. Thank you for coming round.', [
          published('Wim', 6671, 'I have not come round. I have read page 9.'),
          waiting('Wim', 6660, 'And I notice that nobody who can divide has answered me yet. Only people who can sing.'),
        ]),
      ]),
    ]),
  ]),
  published('ليلى', 6610, 'يا ويم ويا بيترا، جدّتي كانت تقول: «من يَعُدّ الركّاب لا يرى البحر». أنتما تتحدثان عن القارب نفسه، فاشربا كوب شاي معًا ثم أكملا الحساب.', [
    published('Petra', 6590, 'Somebody tells me this is an invitation to tea. I accept. He can bring his calculator.', [
      published('Wim', 6570, 'I take it without sugar and without footnotes.'),
    ]),
  ]),
  published('Saltmarsh Sue', 6500, 'I taught the pair of them to swim in 1978 and it was exactly like this. One counted the strokes, the other said it was about the water. Neither would get out first. 🙂', [
    published('Old Pilot', 6480, 'I fished them out. Can confirm.'),
    waiting('Petra', 6470, 'We were SEVEN, Sue. And he did get out first. He has been telling people otherwise for forty-eight years, and I have let him.'),
  ]),
  waiting(null, 6300, 'Typical. Two people with nothing to do quarrel for a day and a half, and the nurses who need this boat cannot get a word in. Shame on you both.'),
  rejected('abuse', 'مسافر خسته', 6240, 'هر دوتان ساکت شوید، پیرهای وراج حوصله‌سربر. کاش هر دو بیفتید توی آب.'),
  published('Petra', 3300, 'I rang the town hall. A very patient young man went and looked. “Per crossing” means per *return* crossing, **but** the nine are counted in both directions together. So: nine people per there-and-back. Wim was right about the nine.', [
    published('Wim', 3240, 'I rang as well, and got the same young man. He also told me that a third of the cost is indeed the slipway and would fall to the day boat if the night boat went. So the town would save about 120,000 and not 184,000. Petra was right about the slipway, even if it was Dmitry who asked.', [
      published('Bea', 3215, 'Is this … are you two *agreeing*? In public? Should somebody sound the horn?'),
      waiting('نرگس', 3120, 'من از دیروز این بحث را مثل سریال دنبال می‌کنم. لطفاً فصل دوم را هم منتشر کنید!'),
    ]),
  ]),
])
