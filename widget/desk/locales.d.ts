/** What the build knows of `widget/desk/locales/`: the languages, as `de|en|…`, their names, and a hash over all their words. */
declare const __DESK_LANGUAGES__: string
declare const __DESK_NAMES__: Readonly<Record<string, string>>
declare const __DESK_WORDS__: string
