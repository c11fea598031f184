/** Whether this test runs in workerd. */
export const inWorkerd = globalThis.navigator?.userAgent === 'Cloudflare-Workers'
