import '@livekit/components-styles'
import { LiveKitRoom, PreJoin, VideoConference } from '@livekit/components-react'
import { createRoot } from 'react-dom/client'

/** What the components give ready-made: the page before the call, or with `#url,token` the call itself. */
const [url = '', token = ''] = location.hash.slice(1).split(',')
const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    token ? (
      <LiveKitRoom serverUrl={url} token={token} connect style={{ height: '100%' }}>
        <VideoConference />
      </LiveKitRoom>
    ) : (
      <PreJoin />
    ),
  )
