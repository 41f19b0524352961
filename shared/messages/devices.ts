import type { Catalogue } from './format.ts'

/** Which camera, microphone and loudspeaker: said where there is something to choose, or where a browser gives none. */
export const devices = {
  'devices.title': { nl: 'Camera, microfoon en geluid', en: 'Camera, microphone and sound' },
  'devices.camera': { nl: 'Camera', en: 'Camera' },
  'devices.microphone': { nl: 'Microfoon', en: 'Microphone' },
  'devices.speaker': { nl: 'Geluid', en: 'Sound' },
  'devices.camera.other': { nl: 'Andere camera kiezen', en: 'Choose another camera' },
  'devices.microphone.other': { nl: 'Andere microfoon kiezen', en: 'Choose another microphone' },
  'devices.speaker.other': { nl: 'Geluid ergens anders laten horen', en: 'Play the sound elsewhere' },
  'devices.none': {
    nl: 'We zien er nog geen. Zet camera of microfoon eerst aan.',
    en: 'We see none yet. Turn camera or microphone on first.',
  },
  'devices.own': { nl: 'Wat uw apparaat kiest', en: 'What your device chooses' },
  'devices.front': { nl: 'Camera aan de voorkant', en: 'Camera at the front' },
  'devices.back': { nl: 'Camera aan de achterkant', en: 'Camera at the back' },
  'devices.text': {
    nl: 'Wat aan staat, blijft aan. U houdt uw plek.',
    en: 'What is on stays on. You keep your place.',
  },
  'devices.offer.headset': {
    nl: 'Er is een koptelefoon bij gekomen. Wilt u die gebruiken?',
    en: 'A headset was added. Do you want to use it?',
  },
  'devices.offer.microphone': {
    nl: 'Er is een microfoon bij gekomen. Wilt u die gebruiken?',
    en: 'A microphone was added. Do you want to use it?',
  },
  'devices.offer.speaker': {
    nl: 'Er is een luidspreker bij gekomen. Wilt u die gebruiken?',
    en: 'A loudspeaker was added. Do you want to use it?',
  },
  'devices.offer.camera': {
    nl: 'Er is een camera bij gekomen. Wilt u die gebruiken?',
    en: 'A camera was added. Do you want to use it?',
  },
  'devices.offer.use': { nl: 'Gebruik deze', en: 'Use this one' },
  'devices.offer.not': { nl: 'Nu niet', en: 'Not now' },
  'devices.speakerGone': {
    nl: 'Uw koptelefoon of luidspreker is weg. Het geluid komt nu uit uw apparaat.',
    en: 'Your headset or loudspeaker is gone. The sound now comes from your device.',
  },
  'devices.elsewhere': {
    nl: 'Dit programma geeft geen camera en microfoon door. Open deze pagina in Safari of Chrome.',
    en: 'This program passes on no camera and no microphone. Open this page in Safari or Chrome.',
  },
  'devices.elsewhereLink': {
    nl: 'Kopieer de link. Open daarna Safari of Chrome en plak de link in de balk bovenin.',
    en: 'Copy the link. Then open Safari or Chrome and paste the link in the bar at the top.',
  },
  'devices.elsewhereAgain': {
    nl: 'Neem daarvoor de link uit uw uitnodiging. Hier kunt u wel luisteren, lezen en typen.',
    en: 'Use the link of your invitation for it. Here you can still listen, read and type.',
  },
  'devices.link': { nl: 'Uw link', en: 'Your link' },
  'devices.copy': { nl: 'Kopieer de link', en: 'Copy the link' },
  'devices.copied': { nl: 'Gekopieerd', en: 'Copied' },
} satisfies Catalogue
