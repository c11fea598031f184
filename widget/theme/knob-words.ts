import { piece } from '../desk/phrases.ts'

/** The words of a text to copy. */
export const sheetEnglish = {
  copy: 'Copy',
  copied: 'Copied',
  byHand: 'Select the text and copy it',
} as const

/** The words of the controls of a theme, at the desk and in the gallery. */
export const knobsEnglish = {
  label: {
    accent: 'Accent',
    text: 'Text',
    background: 'Background',
    line: 'Lines',
    font: 'Font',
    radius: 'Corners',
    space: 'Space',
    measure: 'Measure',
  },
  hint: {
    accent: 'Links, the button “Post”, the focus ring',
    text: 'Otherwise the page’s own colour; the greys are made from it',
    background: 'Otherwise the page shows through',
    line: 'Otherwise a thin grey made from the text',
    font: 'Otherwise the page’s own',
    radius: 'How round the boxes are',
    space: 'The unit of all distances',
    measure: 'How long a line may become',
  },
  fonts: { own: 'The page’s own', sans: 'Sans serif of the system', serif: 'Serif', typewriter: 'Typewriter' },
  standard: 'default',
  reset: '{property}: default',
  parts: 'Parts',
  partsHint: 'Declarations for what {selector} names.',
  sheet: 'Your style sheet',
  plain: 'Nothing is set: the thread takes its font and colours from your page.',
  back: 'Back to how it comes',
  wrong: 'Not yet a declaration, such as “{example}”.',
} as const

export const sheetWords = piece('sheet', sheetEnglish)
export const knobWords = piece('knobs', knobsEnglish)
