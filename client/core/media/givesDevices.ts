/** Does this browser give camera and microphone to pages at all? Not inside many mail programs, and not without https. */
export const givesDevices = (): boolean => Boolean(navigator.mediaDevices?.getUserMedia)
