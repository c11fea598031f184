/** What Parley uses of the sockets of Workers. */
declare module 'cloudflare:sockets' {
  export const connect: import('./smtp-socket.ts').Connect
}
