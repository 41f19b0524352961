/** Words between a first and a last name; by themselves they are no name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  `aan af al am an auf bij bin ben binti ibn da dal dalla das de degli dei del della den der des di do dos du el en het het in int
   la las le les lo los mac mc of onder op over s t te ten ter to tot uit uijt van vande vanden vander vom von voor y zu zum zur`.split(
    /\s+/,
  ),
)

/** First and last names that are words of every day too, without accents: written small they are the word. */
export const ORDINARY: ReadonlySet<string> = new Set(
  `adelaar akker amber appel arend baan baas baars bakker bas beek beer beemd berg berk bever bijl blauw bleek blij bloem blok boer
   boerma bok bol bont boog boom boon boot borst bos bosch boss braam brand breed brink broek broer brood brouwer brug bruin buis
   burger burg buurman dag dam dekker dijk dal dame deur dokter dolfijn donker door doorn dorp draaier drop druif duif duin eerlijk
   eik eikel engel fijn fleur floor gans geel geest geluk glas goed goud graaf graan gras groen groenen groot haag haak haan haar haas
   hand hart haven heer heide held hemel herder hert hof hond honing hoog hoop hout huis iris jaar jager jansen jas jong joy juni
   juweel kaas kamp kant kapper kat keizer kerk kers ketting klaver klein klok kluis knoop koe koek koen kok koning koper koren kraai kraan
   kramer krans kroon kruis kuiper kuip laan lach lam land lang lente leraar leeuw lief lieve linde licht lot maan mand maas man mark markt
   may meer mees meester meijer merel mei mes meule midden mild mol molen molenaar mooi mos mulder muis munt muur nacht nagel noord
   nobel nieuw olie oost oud oude paard paling palm pan pauw peer pels pen pieters pijl pik plaats plant ploeg poel polder poort post
   prins punt raad ram raaf rank reen regen reiger rein riet rijk rijke ring roos roosje rood rots ruiter sander schaap schaduw schilder
   schip schipper schoen slager slot smal smid snel snijder spaan speld spier spin staal stad star steen stein ster sterk storm
   straat strand tak tegel tel tijger timmer timmerman toon top toren trouw tuin uil vaart valk veen veer veld veldman ver verf vis visser vlam vlieg
   vlucht vogel vogels vos vree vrede vreugde vriend vroom waard wacht wal water weg wei weide werk west wever wiel wijn wijs wil wind
   winkel winter wit witte wolf wolken woud zaal zand zee zeeman zilver zomer zon zuid zwaan zwart
   art bill bob dawn dean dick faith frank gene grace grant guy hope jack jean jet joy june king lily long max miles miller nick olive page
   pat penny ray rich rob rose ruby sky smith stone sue summer victor violet will wood young`.split(/\s+/),
)
