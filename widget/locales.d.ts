/** What the build knows of `locales/`: the languages, as `de|en|…`, and a hash over all their words. */
declare const __LANGUAGES__: string
declare const __LOCALES__: string
