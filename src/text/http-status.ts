/** What the usual refusals of HTTP servers mean. @see RFC 9110 §15, RFC 6585 §4 */
const reasons: Readonly<Record<number, string>> = {
  401: 'it wants a password',
  403: 'it is forbidden',
  404: 'there is nothing',
  410: 'it is gone',
  429: 'it was asked too often',
  500: 'the server has an error',
  502: 'the server behind it has an error',
  503: 'the server is overloaded',
  504: 'the server behind it is silent',
}

/** A status for people: `404 (there is nothing)`; the number alone where it is not a usual one. */
export const statusWithReason = (status: number): string =>
  status in reasons ? `${status} (${reasons[status]})` : `${status}`
