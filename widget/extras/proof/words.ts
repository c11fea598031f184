/** What is said while the browser works. */
export const proof = {
  wait: 'One moment: your browser is finishing a small calculation that keeps floods of programs out.',
}
