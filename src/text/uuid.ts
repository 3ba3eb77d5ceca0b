import { v5 } from 'uuid'

/** A name-based UUID (version 5, SHA-1). @see RFC 9562 §5.5 */
export const uuidV5 = (name: string, namespace: string): string => v5(name, namespace)

/** Any UUID in its usual 8-4-4-4-12 form. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
