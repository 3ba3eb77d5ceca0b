import { parseProbeCache, probeCacheFile } from '../media/probe-cache.ts'
import { readBytes } from '../source/find.ts'

/** Reads what was found out about addresses before; a show that was never probed has nothing. */
export const readProbeCache = (showDir: string) => parseProbeCache(readBytes(showDir, probeCacheFile), probeCacheFile)
