/** Signs are read at twenty pictures a second and more; a camera is asked for some beyond that, and gives less in the dark. */
export const FLUENT = { framesASecond: 25, bitsASecond: 900_000, smallBitsASecond: 250_000 } as const

/** A camera that is open already is asked for more pictures a second; one that cannot goes on as it was. */
export async function makeFluent(track: MediaStreamTrack): Promise<void> {
  const frameRate = { ideal: FLUENT.framesASecond }
  await track.applyConstraints({ ...track.getConstraints(), frameRate }).catch(() => undefined)
}
