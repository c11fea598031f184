/** What is said where a link leads nowhere. */
export const moved = { gone: 'The comment that this link leads to is no longer here.' }
