/** What the build knows of `locales/`: the languages, as `de|en|…`, and a hash over all their words. */
declare const __LANGUAGES__: string
declare const __LOCALES__: string
/** What the desk knows of them: the languages in which readers are spoken to, and who has read the words. */
declare const __SPOKEN__: { lang: string; name: string; reviewer: string | null }[]
