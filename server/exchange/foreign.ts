/** A page as another system knows it. */
export interface ForeignPage {
  /** Its address as it stands in the file: whole, or a path; null where the file names none. */
  url: string | null
  /** What the site's owner called it there, where that is not its address. */
  identifier: string | null
  title: string | null
}

/** What became of a comment there. */
export type ForeignStatus = 'published' | 'pending' | 'spam' | 'rejected' | 'withdrawn'

/** A comment as another system has kept it: nothing of it is trusted. */
export interface ForeignComment {
  /** Its id there; unique in the file, or what comes later under the same id is told as a duplicate. */
  id: string
  /** The id of what it answers; null for a root. It may come later in the file, or never. */
  parent: string | null
  page: ForeignPage
  /** When it was written, in ms UTC; null where the file does not tell, or tells what is no time. */
  at: number | null
  name: string | null
  /** The address its author left, as it stands there; it is kept as a digest, or not at all. */
  email: string | null
  /** What tells an author from others there, when it is neither name nor address; null for passers-by. */
  author: string | null
  isStaff: boolean
  /** `breaks`: a newline breaks the line, as where HTML was typed by hand. */
  text: { markdown: string } | { html: string; breaks?: boolean }
  /** Whether the text is only the beginning of what stands there. */
  isCut?: boolean
  status: ForeignStatus
  /** The same comment in another format, where the file says so: one stands for both here. */
  same?: { format: string; id: string }
  /** How many voted for it and against it there. */
  votes: { up: number; down: number }
}

/** Something in a file that could not be read as a comment, and where that was. */
export interface ForeignFault {
  fault: string
  /** The id there, or the line, as far as it is known. */
  at: string
}

/** A file that is read piece by piece, whatever its length, and more than once. */
export interface ForeignFile {
  /** Its path, for formats that are databases themselves. */
  path: string
  /** Bytes in all; null where that is not known. */
  size: number | null
  /** Whether a database that it is has nothing beside it, so that nobody else has it open. */
  isAlone?: boolean
  /** The bytes from the beginning. */
  open(): AsyncIterable<Uint8Array>
}

/** A format that comments come in from elsewhere. */
export interface ForeignFormat {
  /** As it is typed: `disqus`, `wordpress`, `isso` … */
  name: string
  /** As its makers write it, and what to export there to get such a file. */
  title: string
  howTo: string
  /**
   * The comments in the order of the file, in bounded memory, each with how many bytes have been read so far (0 where that
   * is not known).
   * @throws Error in words for a person, when the file is of another kind or ends too soon
   */
  read(file: ForeignFile): AsyncIterable<{ read: number } & (ForeignComment | ForeignFault)>
  /** How its links to a comment end, such as `#comment-7`, as the id in `id` that they mean; null for any other fragment. */
  idIn(fragment: string): string | null
}
