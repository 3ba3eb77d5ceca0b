// Lets the chapters steer the player of their page, and opens the page at a time: …/index.html#t=83 or #t=1:02:03.
// Without this script a chapter opens the audio itself at its time.
(() => {
  const player = document.querySelector('audio, video')
  const chapters = [...document.querySelectorAll('[data-start]')]
  if (!player) return

  // A time asked for before the media is loaded; the latest wins.
  let wanted
  const seek = (seconds) => {
    if (player.readyState > 0) {
      player.currentTime = seconds
    } else {
      wanted = seconds
      player.preload = 'metadata'
    }
  }
  player.addEventListener('loadedmetadata', () => {
    if (wanted !== undefined) player.currentTime = wanted
    wanted = undefined
  })

  const seekToAddress = () => {
    const [, time] = /^#t=(\d+(?:\.\d+)?(?::\d+(?:\.\d+)?){0,2})/.exec(location.hash) ?? []
    if (time !== undefined) seek(time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0))
  }
  addEventListener('hashchange', seekToAddress)
  seekToAddress()

  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-start]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.replaceState(null, '', `#t=${link.dataset.start}`)
    seek(Number(link.dataset.start))
    // What goes wrong here, the player shows itself.
    player.play().catch(() => {})
  })

  player.addEventListener('timeupdate', () => {
    const now = player.currentTime + 0.2
    const current = chapters.findLast((chapter) => Number(chapter.dataset.start) <= now)
    for (const chapter of chapters) {
      if (chapter === current) chapter.setAttribute('aria-current', 'true')
      else chapter.removeAttribute('aria-current')
    }
  })
})()
