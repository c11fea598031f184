/** Where Parley is reached, told by a page of its own that stands directly below: an origin and perhaps a path, no slash. */
export const HERE = new URL('.', location.href).href.slice(0, -1)
