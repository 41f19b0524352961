import type { Catalogue } from './format.ts'

/** Who sits at which table: the plan, its announcement, and whether all is ready for it. */
export const split = {
  'split.title': { nl: 'Verdelen over de tafels', en: 'Split over the tables' },
  'split.count': {
    nl: '{people, plural, one {# mens} other {# mensen}}, {tables, plural, one {# tafel} other {# tafels}}',
    en: '{people, plural, one {# person} other {# people}}, {tables, plural, one {# table} other {# tables}}',
  },
  'split.again': { nl: 'Verdeel opnieuw', en: 'Split again' },
  'split.first': { nl: 'Verdeel iedereen', en: 'Seat everybody' },
  'split.same': { nl: 'Zelfde tafels', en: 'Same tables' },
  'split.same.version': { nl: 'Zoals verdeling {version}', en: 'As in plan {version}' },
  'split.clashes': {
    nl: '{count, plural, =0 {Alles klopt} one {# ding klopt nog niet} other {# dingen kloppen nog niet}}',
    en: '{count, plural, =0 {Everything fits} one {# thing does not fit yet} other {# things do not fit yet}}',
  },
  'split.clash.noFacilitator': {
    nl: 'Tafel {number} heeft geen begeleider.',
    en: 'Table {number} has no facilitator.',
  },
  'split.clash.groupMissing': {
    nl: 'Aan tafel {number} zit niemand van {group, select, inwoner {de inwoners} college {het college} raad {de raad} other {de ambtenaren}}.',
    en: 'At table {number} nobody is from {group, select, inwoner {the residents} college {the executive} raad {the council} other {the civil service}}.',
  },
  'split.clash.tooFull': {
    nl: 'Aan tafel {number} zitten te veel mensen.',
    en: 'There are too many people at table {number}.',
  },
  'split.clash.empty': { nl: 'Aan tafel {number} zit niemand.', en: 'Nobody is at table {number}.' },
  'split.swapHint': {
    nl: '{first} (tafel {table}) kan ruilen met {second}.',
    en: '{first} (table {table}) can swap with {second}.',
  },
  'split.swap': { nl: 'Ruil {first} en {second}', en: 'Swap {first} and {second}' },
  'split.chooseLeader': { nl: 'Kies een begeleider', en: 'Choose a facilitator' },
  'split.otherLeader': { nl: 'Begeleider …', en: 'Facilitator …' },
  'split.otherLeaderFor': {
    nl: 'Begeleider … van tafel {number}',
    en: 'Facilitator … of table {number}',
  },
  'split.chooseLeaderFor': {
    nl: 'Kies een begeleider voor tafel {number}',
    en: 'Choose a facilitator for table {number}',
  },
  'split.leader': { nl: '{names} begeleidt', en: 'led by {names}' },
  'split.leaders': { nl: '{names} begeleiden', en: 'led by {names}' },
  'split.noLeader': { nl: 'geen begeleider', en: 'no facilitator' },
  'split.noLeaderChoice': { nl: 'Geen begeleider', en: 'No facilitator' },
  'split.noFacilitators': {
    nl: 'Er is niemand met de rol begeleider.',
    en: 'Nobody has the role of facilitator.',
  },
  'split.freeSeat': { nl: 'vrije stoel', en: 'free seat' },
  'split.freeSeats': {
    nl: '{count, plural, =0 {geen vrije stoel} one {# vrije stoel} other {# vrije stoelen}}',
    en: '{count, plural, =0 {no free seat} one {# free seat} other {# free seats}}',
  },
  'split.seats': { nl: 'Stoelen van tafel {number}', en: 'Seats of table {number}' },
  'split.emptyTable': { nl: 'Aan deze tafel zit nog niemand.', en: 'Nobody at this table yet.' },
  'split.chosen': { nl: 'Gekozen: {name}', en: 'Chosen: {name}' },
  'split.chosenNone': {
    nl: 'Kies iemand om te verplaatsen. Slepen mag ook.',
    en: 'Choose a person to move. Dragging works too.',
  },
  'split.at': { nl: 'tafel {number}', en: 'table {number}' },
  'split.atNone': { nl: 'nog geen stoel', en: 'no seat yet' },
  'split.stays': { nl: 'blijft hier zitten', en: 'stays here' },
  'split.move': { nl: 'Verplaats naar …', en: 'Move to …' },
  'split.moveName': { nl: 'Verplaats naar … ({name})', en: 'Move to … ({name})' },
  'split.moveTo': {
    nl: 'Tafel {number}, {count, plural, =0 {vol} one {# stoel vrij} other {# stoelen vrij}}',
    en: 'Table {number}, {count, plural, =0 {full} one {# seat free} other {# seats free}}',
  },
  'split.moveOut': { nl: 'Zonder stoel', en: 'Without a seat' },
  'split.pin': { nl: 'Zet vast', en: 'Pin' },
  'split.unpin': { nl: 'Maak los', en: 'Unpin' },
  'split.pinned': { nl: 'vast', en: 'pinned' },
  'split.unseated': { nl: 'Nog geen stoel', en: 'No seat yet' },
  'split.everybodySeated': {
    nl: '{people, plural, =0 {Er is nog niemand om een stoel te geven.} other {Iedereen heeft een stoel.}}',
    en: '{people, plural, =0 {There is nobody to give a seat yet.} other {Everybody has a seat.}}',
  },
  'split.addTable': { nl: 'Tafel erbij', en: 'Add a table' },
  'split.addTableRole': { nl: 'Tafel erbij: {role}', en: 'Add a table: {role}' },
  'split.removeTable': { nl: 'Haal weg', en: 'Remove' },
  'split.removeTableNumber': { nl: 'Haal weg: tafel {number}', en: 'Remove: table {number}' },
  'split.legend': { nl: 'De letters', en: 'The letters' },
  'split.how': { nl: 'Zo verdelen we', en: 'How we split' },
  'split.perTable': { nl: 'Per tafel', en: 'Per table' },
  'split.perTableValue': { nl: 'hoogstens {size} mensen', en: 'at most {size} people' },
  'split.groups': { nl: 'Groepen', en: 'Groups' },
  'split.groupsValue': { nl: 'gelijk verspreid', en: 'spread evenly' },
  'split.fixed': { nl: 'Vast', en: 'Pinned' },
  'split.fixedValue': {
    nl: '{count, plural, one {# mens} other {# mensen}}',
    en: '{count, plural, one {# person} other {# people}}',
  },
  'split.count.inwoner': {
    nl: '{count, plural, one {# inwoner} other {# inwoners}}',
    en: '{count, plural, one {# resident} other {# residents}}',
  },
  'split.count.raad': {
    nl: '{count, plural, one {# raadslid} other {# raadsleden}}',
    en: '{count, plural, one {# council member} other {# council members}}',
  },
  'split.count.college': {
    nl: '{count, plural, one {# collegelid} other {# collegeleden}}',
    en: '{count, plural, one {# executive} other {# executives}}',
  },
  'split.count.ambtenaar': {
    nl: '{count, plural, one {# ambtenaar} other {# ambtenaren}}',
    en: '{count, plural, one {# civil servant} other {# civil servants}}',
  },
  'split.notNow': {
    nl: 'Nu gaat het terugroepen of verdelen al. Wacht even.',
    en: 'A move is already going on. Wait a moment.',
  },
  'split.beforeOpen': {
    nl: 'U kunt de verdeling nu al maken. Aankondigen kan als de zaal open is.',
    en: 'You can make the plan now. You can announce it when the room is open.',
  },

  'announced.stop': { nl: 'Stop, nog niet', en: 'Stop, not yet' },
  'announced.more': { nl: '20 seconden erbij', en: '20 seconds more' },
  'announced.seconds': { nl: 'seconden', en: 'seconds' },
  'announced.sees': { nl: 'Dit ziet {name} nu', en: 'What {name} sees now' },
  'announced.goesTo': { nl: 'U gaat naar', en: 'You go to' },
  'announced.table': { nl: 'Tafel {number}', en: 'Table {number}' },
  'announced.nothing': {
    nl: 'Over {seconds, plural, one {# seconde} other {# seconden}}. U hoeft niets te doen.',
    en: 'In {seconds, plural, one {# second} other {# seconds}}. You need not do anything.',
  },
  'announced.words': {
    nl: 'Wie er is, ziet het in woorden en hoort een zachte toon.',
    en: 'Whoever is there sees it in words and hears a soft tone.',
  },
  'announced.people': {
    nl: '{count, plural, =0 {niemand} one {# mens} other {# mensen}}',
    en: '{count, plural, =0 {nobody} one {# person} other {# people}}',
  },

  'ready.title': { nl: 'Staat alles klaar?', en: 'Is everything ready?' },
  'ready.chosen': {
    nl: 'Voor elke tafel met mensen is een begeleider gekozen',
    en: 'A facilitator was chosen for every table with people',
  },
  'ready.unled': {
    nl: '{count, plural, one {Tafel {numbers} heeft} other {Tafels {numbers} hebben}} nog geen begeleider',
    en: '{count, plural, one {Table {numbers} has} other {Tables {numbers} have}} no facilitator yet',
  },
  'ready.leaders': {
    nl: '{here} van {all, plural, one {# begeleider is} other {# begeleiders {here, plural, one {is} other {zijn}}}} er',
    en: '{here} of {all, plural, one {# facilitator is} other {# facilitators {here, plural, one {is} other {are}}}} here',
  },
  'ready.people': {
    nl: '{here} van {all, plural, one {# mens is} other {# mensen {here, plural, one {is} other {zijn}}}} er',
    en: '{here} of {all, plural, one {# person is} other {# people {here, plural, one {is} other {are}}}} here',
  },
  'ready.absent': {
    nl: '{names}{more, plural, =0 {} other { en nog #}}: {standing}',
    en: '{names}{more, plural, =0 {} other { and # more}}: {standing}',
  },
} satisfies Catalogue
