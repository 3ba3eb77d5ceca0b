import type { Episode } from '../model/episode.ts'
import type { Show } from '../model/show.ts'
import type { Person } from '../tags/persons.ts'

/** Who the feed is by: the author, else the owner, else the show itself. Atom demands a name. */
export const showAuthor = ({ title, values }: Show): string => values.author ?? values.owner?.name ?? title

/** Who wrote this episode; empty means whoever the feed is by. */
export const authorsOf = ({ values }: Episode): readonly Person[] =>
  ((values.persons ?? []) as readonly Person[]).filter(({ role }) => role?.toLowerCase() === 'author')
