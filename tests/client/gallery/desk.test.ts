// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escape } from '../../support/escape.ts'
import { goTo } from '../../support/section.ts'
import { DESK_MOMENTS } from './deskStates.ts'
import { brokenWords, DESKTOP, findings, NARROW, sideways, lookAt, type Looking } from './looking.ts'

let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('desk.html', '#main')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close())

const open: Looking['open'] = (...what) => looking.open(...what)

const press = (name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()

const BUTTONS = '.dt-button'

describe.each(Object.keys(DESK_MOMENTS))('the desk or the organiser in the state %s', (state) => {
  it.each([DESKTOP, NARROW])(
    'has no finding of axe at $width px, nothing to scroll sideways, and no button with a broken word',
    async (size) => {
      await open(state, size)
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(await brokenWords(page, BUTTONS)).toEqual([])
    },
    90_000,
  )
})

describe('what a facilitator presses', () => {
  it('keeps its place whatever the list of speakers says', async () => {
    const places: unknown[] = []
    for (const state of ['10-desk', '10-one-table', '10-quiet-first', '10-last-round', '10-typed']) {
      await open(state)
      const next = await page.locator('.dt-desk-next').boundingBox()
      places.push(next && [next.x, next.y, next.width, next.height])
    }
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(1)
  }, 90_000)
})

describe('the agenda and the promise', () => {
  it.each([DESKTOP, NARROW])(
    'an agenda is chosen, a part is made, and a promise is asked for, at $width px',
    async (size) => {
      await open('31-programme', size)
      await press('Kies een agenda')
      await page.getByRole('dialog', { name: 'Kies een agenda' }).waitFor()
      expect(await page.getByRole('button', { name: /^Voeg toe: / }).count()).toBe(6)
      expect(await findings(page)).toEqual([])
      await escape(page)
      await press('Voeg zelf een deel toe')
      await page.getByRole('button', { name: /Waar is dit/ }).click()
      await page.getByRole('option', { name: 'Aan de tafels' }).click()
      await page.getByLabel('Eerste vraag: Presterende overheid').waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await open('30-lobby', size)
      await press('Open de zaal')
      await page.getByRole('dialog', { name: 'Er is nog geen belofte' }).waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

describe('looking back on the desk', () => {
  it.each([DESKTOP, NARROW])(
    '[S5] has a drawing and the same as a table, at $width px',
    async (size) => {
      await open('10-corrections', size)
      await press('Terugkijken')
      const drawing = page.getByRole('img', { name: /^Inwoners: 57 procent van de bezette stoelen/ })
      await drawing.waitFor()
      expect(await findings(page)).toEqual([])
      await press('Toon als tabel')
      expect(await page.getByRole('row').count()).toBe(25)
      await press('Als tabel')
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )

  it('[S8] says that not everything was measured', async () => {
    await open('10-corrections')
    await press('Terugkijken')
    await page.getByText('De meting heeft een gat.').waitFor()
    await press('Toon als tabel')
    expect(await page.getByRole('cell', { name: /niet alles gemeten$/ }).count()).toBe(2)
  }, 90_000)
})

describe('the whole dialogue', () => {
  it('[S1] [S8] can be looked back on, without a drawing of this meeting, and says that an earlier one has a gap', async () => {
    await open('10-corrections')
    await press('Terugkijken')
    await page.getByRole('button', { name: /Welk deel/ }).click()
    await page.getByRole('option', { name: 'Hele dialoog, 3 bijeenkomsten' }).click()
    expect(await page.getByText('Evenwicht door de tijd').count()).toBe(0)
    await page.getByRole('button', { name: /Waar/ }).click()
    await page.getByRole('option', { name: 'Tafel 6' }).click()
    await page.getByText('De meting heeft een gat.').waitFor()
    expect(await findings(page)).toEqual([])
  }, 90_000)

  it.each([DESKTOP, NARROW])(
    'goes on in a next meeting: date and times are asked, at $width px',
    async (size) => {
      await open('20-ended', size)
      await press('Plan de volgende bijeenkomst')
      await page.getByRole('dialog', { name: 'Volgende bijeenkomst' }).waitFor()
      await press('Maak de volgende bijeenkomst')
      await page.getByText('Vul datum en tijden in.').waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

it.each([DESKTOP, NARROW])(
  'what people answered after a session stands beside the balance, at $width px',
  async (size) => {
    await open('20-ended', size)
    await goTo(page, 'Evenwicht')
    await page.getByText('31 van 58 mensen hebben geantwoord.').waitFor()
    expect(await findings(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  },
  90_000,
)

describe('how long a dialogue is kept', () => {
  it.each([DESKTOP, NARROW])(
    'is on the organiser’s page, and so is what goes when somebody is taken out, at $width px',
    async (size) => {
      await open('30-lobby', size)
      await goTo(page, 'Mensen')
      await page.getByLabel('Namen wissen op').waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await goTo(page, 'Links')
      await press('Wis Riet')
      await page.getByRole('dialog', { name: 'Riet uit deze dialoog wissen?' }).waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

describe('looking back from the main room', () => {
  it.each([DESKTOP, NARROW])(
    '[S4] is there for whoever leads tables, at $width px',
    async (size) => {
      await open('04-facilitator', size)
      await press(/^Anders meedoen/)
      await page.getByRole('menuitem', { name: 'Terugkijken' }).click()
      await page.getByRole('dialog', { name: 'Terugkijken op uw tafels' }).waitFor()
      await page.getByRole('img', { name: /^Inwoners: 57 procent van de bezette stoelen/ }).waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

describe('a correction', () => {
  it.each([DESKTOP, NARROW])(
    '[S8] asks which stretch and why, at $width px',
    async (size) => {
      await open('10-corrections', size)
      await press('Meer over Willem')
      await page.getByRole('menuitem', { name: 'Klopt dit niet?' }).click()
      await page.getByRole('dialog', { name: 'De spreektijd van Willem' }).waitFor()
      const save = page.getByRole('button', { name: 'Haal dit stuk eraf' })
      expect(await save.isDisabled()).toBe(true)
      await press('Dit was de tv')
      expect(await page.getByLabel('Of in uw eigen woorden').inputValue()).toBe('Dit was de tv')
      expect(await save.isEnabled()).toBe(true)
      expect(await findings(page)).toEqual([])
    },
    90_000,
  )
})

describe('somebody who calls in and never asked for help', () => {
  const chooses = async (name: string) => {
    await page.getByRole('button', { name: /Deelnemer/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `Belt in: ${name}` }).waitFor()
  }

  it.each([DESKTOP, NARROW])(
    '[F3] is found by the helper, with the keyboard, at $width px',
    async (size) => {
      await open('29-nobody', size)
      await page.getByText('Nu aan de telefoon: Mehmet.').waitFor()
      await chooses('Samira')
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )

  it.each([DESKTOP, NARROW])(
    '[F3] is found at the desk beside the calls for help, at $width px',
    async (size) => {
      await open('10-one-table', size)
      await press('Hulp')
      await chooses('Samira')
      expect(await findings(page)).toEqual([])
    },
    90_000,
  )
})

it.each([DESKTOP, NARROW])(
  '(07) what a helper sends whoever leads a table is answered at the desk, at $width px',
  async (size) => {
    await open('10-helped', size)
    await page.getByText('De helper stuurt u een bericht.').waitFor()
    await press('Bericht van de helper')
    await page.getByText('Tom stuurt een testgeluid. Hoort u drie tonen?').waitFor()
    await press('Typ met Tom')
    expect(await findings(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await press('Ja, ik hoor ze')
    await page.getByText('Tom ziet uw antwoord.').waitFor()
    expect(await page.getByText('De helper stuurt u een bericht.').count()).toBe(0)
  },
  90_000,
)

describe('a consent round', () => {
  it.each([DESKTOP, NARROW])(
    '[C5] records what somebody says aloud only when it was read back, at $width px',
    async (size) => {
      await open('33-asking', size)
      await press('Vul in voor Joke')
      const record = page.getByRole('button', { name: 'Leg het antwoord van Joke vast' })
      const back = page.getByRole('checkbox', { name: /teruggelezen/ })
      await page.getByRole('radio', { name: 'Heeft een zwaarwegend bezwaar' }).focus()
      await page.keyboard.press('Space')
      expect(await back.isDisabled()).toBe(true)
      await page.getByRole('textbox', { name: 'Waarom?' }).fill('Wie slecht ziet, mist het.')
      expect(await record.isDisabled()).toBe(true)
      await back.focus()
      await page.keyboard.press('Space')
      expect(await record.isEnabled()).toBe(true)
      await page.getByRole('radio', { name: 'Doet nu niet mee' }).focus()
      await page.keyboard.press('Space')
      expect(await record.isDisabled()).toBe(true)
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )

  it('[C6] keeps a note only when whoever objects has read it, and sends nothing before there is one', async () => {
    await open('33b-deadlock')
    expect(await page.getByRole('button', { name: 'Stuur tekst en notitie naar de zaal' }).count()).toBe(0)
    const keep = page.getByRole('button', { name: 'Bewaar de notitie' })
    await page.getByRole('textbox', { name: /Wat is het bezwaar/ }).fill('Een brief is niet genoeg.')
    expect(await keep.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: /Riet/ }).focus()
    await page.keyboard.press('Space')
    expect(await keep.isEnabled()).toBe(true)
  }, 90_000)
})

describe('between two sessions', () => {
  it.each([DESKTOP, NARROW])(
    'one reads everything and objects, at $width px',
    async (size) => {
      await open('40-between', size)
      await page.getByText(/^U kunt een bezwaar geven tot en met/).waitFor()
      await press(/^Lees de andere afspraak/)
      await press(/^Trek terug/)
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )

  it.each([DESKTOP, NARROW])(
    'the organiser chooses until when, and fills in the proposal, at $width px',
    async (size) => {
      await open('20-objections', size)
      await press('Kies een ander moment')
      await page.getByRole('dialog', { name: 'Bezwaar van thuis' }).waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await escape(page)
      await goTo(page, 'Naar de raad')
      await page.getByRole('textbox', { name: 'Portefeuillehouder' }).fill('Wethouder De Wit')
      expect(await page.getByRole('button', { name: 'Vraag het hun' }).count()).toBe(1)
      expect(await brokenWords(page, BUTTONS)).toEqual([])
      await page.getByRole('textbox', { name: 'Kosten' }).focus()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

describe('inviting people', () => {
  it.each([DESKTOP, NARROW])(
    'says how far each invitation got, and shows a code to scan, at $width px',
    async (size) => {
      await open('30-lobby', size)
      await goTo(page, 'Links')
      await page.getByText('mail kwam terug').waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await page.getByRole('button', { name: /^Wie nog geen mail kreeg/ }).click()
      await page.getByRole('option', { name: 'Wie ik aanvink' }).click()
      await page.getByRole('checkbox', { name: 'Kies Anna' }).check({ force: true })
      await press('Mail 1 mens')
      await page.getByRole('dialog', { name: '1 mens mailen?' }).waitFor()
      expect(await findings(page)).toEqual([])
      await escape(page)
      await press('Meer over Anna')
      await page.getByRole('menuitem', { name: 'Laat de scan-code zien' }).click()
      await page.getByRole('dialog', { name: 'Scan-code van Anna' }).waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

describe('what the council did', () => {
  it.each([DESKTOP, NARROW])(
    '[H3] is shown and explained agreement by agreement, at $width px',
    async (size) => {
      await open('37-adoption', size)
      await goTo(page, 'Naar de raad')
      await page.getByText('Wat anders is, staat bovenaan.').waitFor()
      await page
        .getByRole('button', { name: /^Vertel wat ermee is gedaan/ })
        .first()
        .click()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

describe('the themes', () => {
  it.each(['dark', 'contrast'])(
    'have no finding of axe: %s',
    async (theme) => {
      for (const state of [
        '10-phone-speaking',
        '10-last-round',
        '10-corrections',
        '14-balance',
        '29-helper',
        '33-asking',
        '33b-deadlock',
        '37-adoption',
        '40-between',
      ]) {
        await open(state, DESKTOP, theme)
        if (state === '37-adoption') await goTo(page, 'Naar de raad')
        if (state === '14-balance') await goTo(page, 'Evenwicht')
        expect(await findings(page), state).toEqual([])
      }
    },
    180_000,
  )
})
