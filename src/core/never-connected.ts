/** Codes of errors of a connection that was never made, so that nothing was sent: https://nodejs.org/api/errors.html#common-system-errors */
export const neverConnected: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
