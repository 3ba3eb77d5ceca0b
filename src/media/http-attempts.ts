import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { startClock, type TimeLimits } from './http-clock.ts'
import { exchange, type Question, type ReplyHead } from './http-exchange.ts'
import { type Followed, follow, redirectOf } from './http-follow.ts'
import { watchHosts } from './http-hosts.ts'
import { waitBeforeRetry } from './http-retry.ts'
import type { HttpSettings } from './http-settings.ts'

/** A request, as often as it takes. */
export interface Plan {
  readonly method: Question['method']
  readonly headers: Readonly<Record<string, string>>
  readonly limits: TimeLimits
  /** Whether a body should be read, by what stands before it. */
  readonly wants: (head: ReplyHead) => boolean
  /** Called before each attempt, for what takes its body. */
  readonly taker: () => Question['take']
  /** Whether what was taken can’t be taken back, so that it is too late for another attempt. */
  readonly begun: () => boolean
}

/** Asks an address, follows its redirects, and starts again where that may help. */
export function attempts(settings: HttpSettings): (url: string, plan: Plan) => Promise<Followed> {
  const hosts = watchHosts(settings)
  const agents = agentsFor(settings)

  const attempt = async (url: string, plan: Plan, number: number): Promise<Followed> => {
    const clock = startClock(plan.limits)
    const isWaste = (head: ReplyHead): boolean =>
      redirectOf(head) !== undefined || waitBeforeRetry({ head }, number, settings) !== undefined
    const wants: Question['wants'] = (head) => !isWaste(head) && plan.wants(head)
    const question: Question = { method: plan.method, headers: plan.headers, agents, wants, take: plan.taker() }
    try {
      return await follow(url, settings.maxRedirects, async (address) => {
        const silence = hosts.silence(plan.method, address.host)
        return silence === undefined ? exchange(address, question, clock) : { ended: false, failure: silence }
      })
    } finally {
      clock.stop()
    }
  }

  return async (url, plan) => {
    for (let number = 0; ; number++) {
      const answer = await hosts.run(hostOf(url), () => attempt(url, plan, number))
      const host = hostOf(answer.url)
      const final = plan.begun() || hosts.silence(plan.method, host) !== undefined
      const waitMs = final ? undefined : waitBeforeRetry(answer, number, settings)
      if (waitMs === undefined) {
        hosts.note(plan.method, host, answer.failure)
        return answer
      }
      await settings.sleep(waitMs)
    }
  }
}

/** They refuse private addresses when a connection is made, so that no name and no redirect leads there. */
function agentsFor({ allowPrivate, ca, lookup }: HttpSettings): Question['agents'] {
  const options = {
    // No connection is used twice: a wrong answer can’t spoil the next.
    keepAlive: false,
    // Node gives each of a server’s addresses 250 ms before it tries the next; far servers need more.
    autoSelectFamilyAttemptTimeout: 1500,
    allowPrivateIPAddress: allowPrivate === true,
    allowMetaIPAddress: allowPrivate === true,
    allowIPAddressList: typeof allowPrivate === 'boolean' ? [] : [...allowPrivate],
    ...(lookup === undefined ? {} : { lookup }),
  }
  return {
    http: new RequestFilteringHttpAgent(options),
    https: new RequestFilteringHttpsAgent({ ...options, ...(ca === undefined ? {} : { ca }) }),
  }
}

/** Empty for what is no address. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')
