import { Room, RoomEvent, Track } from 'livekit-client'

/** The least that makes a call: what the library's own guide says, and nothing else. `#url,token` is where. */
let room: Room | null = null

async function join(url: string, token: string): Promise<void> {
  const next = new Room()
  next.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === Track.Kind.Audio) document.body.append(track.attach())
  })
  next.on(RoomEvent.TrackUnsubscribed, (track) => track.detach().forEach((element) => element.remove()))
  await next.connect(url, token)
  room = next
}

const speak = () => room?.localParticipant.setMicrophoneEnabled(true)

/** To another room: leave, come in, and send sound again. */
async function move(url: string, token: string): Promise<void> {
  await room?.disconnect()
  await join(url, token)
  await speak()
}
Object.assign(window, { move })

const [url = '', token = ''] = location.hash.slice(1).split(',')
const microphone = document.querySelector<HTMLButtonElement>('#microphone')
if (microphone) microphone.disabled = true
const enter = document.querySelector<HTMLButtonElement>('#join')
enter?.addEventListener('click', async () => {
  await join(url, token)
  if (microphone) microphone.disabled = false
})
// nobody can press what does nothing yet
if (enter) enter.disabled = false
microphone?.addEventListener('click', () => void speak())
