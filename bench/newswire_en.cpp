// The English grammar, rule for rule the Vietnamese one. All of it was written for the bench.
// SPDX-License-Identifier: Apache-2.0
#include "newswire_words.h"

namespace hearsay::bench {

const char kEnglishGrammar[] = R"grammar(
nouns
  cotton tea grapes cashews pepper cocoa cinnamon honey butter cheese tuna salmon lobsters squid seaweed salt sugar flour barley maize soybeans potatoes
  cassava coconuts mangoes lychees oranges lemons pomegranates olives wine beer tobacco incense timber bamboo rattan limestone marble sand clay
  porcelain glass bricks cement asphalt coke bauxite zinc tin lead silver pearls silk wool canvas leather shoes hats raincoats quilts nets ropes
  lifebuoys oars dinghies barges cranes forklifts bulldozers harvesters pumps mills boilers turbines cables antennas batteries bulbs lanterns candles
  matches clocks compasses binoculars cameras harps flutes drums trumpets violins canvases statues gravestones temples belfries wells caves waterfalls
  mangroves swamps dunes corals turtles dolphins seagulls herons elephants mules camels bison sheep goats bees ducks hens silkworms orchids lotuses
  peaches oaks cypresses pines eucalyptus rubber terraces dykes weirs canals culverts pontoons tunnels sidings wagons locomotives rickshaws ferries
  biplanes balloons seals stamps ledgers manuscripts dictionaries maps telescopes lenses barometers presses parchment ink fireworks masks puppets fans
  chess bicycles skates awnings stoves kettles teacups trays chests keys padlocks saffron vanilla almonds apricots figs dates walnuts raisins mushrooms
  truffles mustard vinegar linen velvet lace buttons needles looms anvils hammers chisels ladders scaffolds cobblestones gutters chimneys shutters
  balconies fountains gazebos hedges orchards vineyards pastures haystacks scarecrows tractors ploughs sickles saddles stirrups carriages sledges
  snowploughs icebreakers lighthouses buoys anchors hammocks oysters mussels herrings sardines eels carp trout beavers otters foxes wolves lynxes storks
  cranesbills nettles thistles clover rye oats millet sesame sorghum lentils chickpeas cumin ginger garlic onions leeks pumpkins melons
topics
  trade in {n1}
  tariffs on {n1}
  security around {town}
  the border near {town}
  the {project} project
  defence cooperation in {town}
  exports of {n1} and {n2}
  the waters off {town}
venues
  the {town} hotel
  the {town} palace
  the {town} guest house
  the {town} conference centre
  a villa named {town}
  {town} castle
goods
  rice and {n1}
  medicine and {n1}
  {n1}, {n2} and clean water
sectors
  banks and oil firms
  shipping companies
  the metal industry
  army officials
  the firms {project} and {town}
  the aviation sector
misdeeds
  hacking the computers of the {project} company
  backing gunmen in the {town} area
  violating the {project} agreement
  harassing ships with {n1} off {town} island
  smuggling weapons and {n2} through {town}
  meddling in elections in {town}
weapons
  {project} missiles
  {project} cruise missiles
  {project} ballistic missiles

lead.meeting
  {A.leader} met {B.leader} in {place} {day}[ to discuss {=topics}|, with {=topics} high on the list|]
  {A.leader} and {B.leader} met {day} in {place}
  {A.leader} held a meeting with {B.leader} in {place} {day}
  a meeting between {A.leader} and {B.leader} took place {day} at {=venues} in {place}
title.meeting
  {A.head} meets {B.head}
  Leaders of {A} and {B} meet in {place}
  {A.head}, {B.head} meet over {=topics}
more.meeting
  The meeting [lasted|went on for] {few} hours, [{few} more than planned|with a break for tea|behind closed doors].
  {A.short} welcomed {B.short} at the door of {=venues} and [the two walked|led the guest] [through the garden|to a side room].
  Most of the time at the table went to {=topics}.
bg.meeting
  {A.leader.then} met {B.leader.then} {bgday}
  the leaders of {A} and {B} met {bgday} in {place2}
plan.meeting
  {A.leader} will meet {B.leader} {planday} in {place}
  {A.leader} plans to meet {B.leader} {planday} to discuss {=topics}
act.meeting
  the meeting in {place}

lead.talks
  {A.fm} held talks with {B.fm} in {place} {day}[ on {=topics}|]
  {A.fm} and {B.fm} held talks {day} in {place}
  talks between {A.fm} and {B.fm} were held {day} at {=venues} in {place}
title.talks
  Foreign ministers of {A} and {B} hold talks
  {A.fmshort} holds talks with {B.fmshort}
more.talks
  The round at {=venues} broke up after {few} hours and [nobody faced the press|the coffee had long run out].
  Both ministers left with a list of {few} [chores|open questions] [around|touching on] {=topics}.
  {A.fmshort} brought {few} experts; {B.fmshort} came with [a single clerk|two aides].
bg.talks
  the foreign ministers of {A} and {B} held talks {bgday}
  {A} and {B} held talks {bgday} in {place2}
plan.talks
  {A.fm} will hold talks with {B.fm} {planday} in {place}
act.talks
  the talks in {place}

lead.visit
  {A.leader} visited {B} {day}[, the first such journey in {few} years|]
  {A.leader} arrived in {B} {day} on an official visit
  {A.leader} visited {B} {day}, with {town} as the first stop
title.visit
  {A.head} visits {B}
  {A.head} on visit to {B}
more.visit
  The party of {count} people included [a director|an agent] of the {project} group.
  The plane touched down {few} minutes late because of [fog|heavy rain|high winds] over {town}.
  On the programme were the port of {town} and the {project} works.
bg.visit
  {A.leader.then} visited {B} {bgday}
  {B.leader.then} visited {A} {bgday}
plan.visit
  {A.leader} will visit {B} {planday}
  {A.leader} plans to visit {B} {planday} at the invitation of {B.leader}
act.visit
  the visit

lead.call
  {A.leader} spoke by telephone with {B.leader} {day}[ about {=topics}|]
  {A.leader} and {B.leader} spoke by phone {day}
  {A.leader} held a phone call with {B.leader} {day}
title.call
  {A.head} speaks by phone with {B.head}
  {A.head} and {B.head} speak by phone
more.call
  The line stayed open for {count} minutes, [at the wish of|on the initiative of] {B.city}.
  {A.short} raised the {project} affair and the fate of {person1}.
bg.call
  {A.leader.then} spoke by telephone with {B.leader.then} {bgday}
act.call
  the phone call

lead.letter
  {A.leader} sent a letter to {B.leader} {day}[ about {=topics}|]
  {A.leader} wrote a letter to {B.leader} {day}
  {B.leader} received a letter from {A.leader} {day}
title.letter
  {A.head} sends letter to {B.head}
  {B.head} receives letter from {A.head}
more.letter
  It runs to {few} pages and was carried to {B.city} by an envoy, {person1}.
  Between polite lines stand {project} and an invitation to {town}.
bg.letter
  {A.leader.then} sent a letter to {B.leader.then} {bgday}
act.letter
  the letter

lead.agreement
  {A} and {B} signed an agreement on {=topics} {day} in {place}
  {A.actor} and {B.actor} signed an agreement on {=topics} {day}
  {A} signed a treaty with {B} on {=topics} {day} at {=venues} in {place}
title.agreement
  {A} and {B} sign agreement on {=topics}
  {A} signs treaty with {B}
more.agreement
  The paper has {count} pages, [holds for {few} years|covers the {project} works|leaves out {project}] and was drafted by {person1}.
  Article {few} alone took {count} drafts and cost {person1} of the {project} team a summer.
bg.agreement
  {A} and {B} signed an agreement {bgday}
  the two countries signed a treaty on {noun} {bgday}
plan.agreement
  {A} and {B} will sign an agreement on {=topics} {planday}
  {A} plans to sign a treaty with {B} {planday} in {place}
act.agreement
  the agreement

lead.condemn
  {A.actor} condemned {B} {day} for {=misdeeds}
  {A.leader} condemned {B} {day} for {=misdeeds}
  {A.mfa} strongly condemned {B} {day}
title.condemn
  {A} condemns {B}
  {A.head} condemns {B}
more.condemn
  In {few} paragraphs nothing is about {person1}, held in {town} [since {oldyear}|for {few} weeks].
  The tone was sharper than in the note about {project}.
bg.condemn
  {A} condemned {B} {bgday}
act.condemn
  those charges

lead.accuse
  {A} accused {B} {day} of {=misdeeds}
  {A.mfa} accused {B} of {=misdeeds} {day}
  {A.leader} accused {B} {day} of {=misdeeds}
title.accuse
  {A} accuses {B} of {=misdeeds}
  {A.head} accuses {B}
more.accuse
  A file of {count} pages on {person1} went to the court in {town}.
  Pictures from the {project} satellite were shown as proof, [though grainy|with the date blacked out].
bg.accuse
  {A} accused {B} of spying {bgday}
act.accuse
  the accusation

lead.warn
  {A} warned {B} {day} over the {project} affair
  {A.leader} warned {B} {day} that things around {town} were getting worse
  {A.actor} warned {B} {day} after the {project} affair
title.warn
  {A} warns {B}
  {A.head} warns {B}
more.warn
  The deadline is {few} weeks, counted from the day {person1} left {town}.
  Never before has {project} been named in such a tone.
bg.warn
  {A} warned {B} {bgday}
act.warn
  the warning

lead.sanction
  {A} imposed sanctions on {B} {day}, aimed at {=sectors}
  {A.actor} imposed new sanctions on {B} {day}
  {A.gov} imposed sanctions on {B} {day} for {=misdeeds}
title.sanction
  {A} imposes sanctions on {B}
  {A} imposes new sanctions on {B} for {=misdeeds}
more.sanction
  On the list are {count} persons, first among them the trader {person1}, and {few} firms based in {town}.
  Accounts of the {project} company were frozen overnight.
bg.sanction
  {A} imposed sanctions on {B} {bgday}
act.sanction
  the sanctions

lead.missile
  {A} test-fired {=weapons} {day} from {town}
  {A.army} test-fired {=weapons} {day}
  {A} tested {=weapons} {day}, according to {B.army}
title.missile
  {A} test-fires {=weapons}
  {A} tests missiles, worrying {B}
more.missile
  It flew some {count}0 km and splashed down {count} miles off {town} island.
  People near {town} heard {few} bangs, and the boat of a fisherman, {person1}, rocked.
bg.missile
  {A} tested missiles {bgday}
act.missile
  the missile test

lead.aid
  {A} gave {money} in aid to {B} {day}
  {A.gov} sent humanitarian aid to {B} {day}, including {=goods}
  {A} provided humanitarian aid to {B} {day}
title.aid
  {A} gives {money} in aid to {B}
  {A} sends aid to {B}
more.aid
  The cargo, {=goods}, reached {town} aboard the {project}.
  Families in {town} queued from {few} in the morning outside the surgery of {person1}.
bg.aid
  {A} gave aid to {B} {bgday}
plan.aid
  {A} will give {money} in aid to {B} {planday}
act.aid
  the aid

lead.deploy
  {A} deployed {count}00 troops to the border with {B} {day}
  {A.army} deployed {few} warships near {B} {day}
  {A.actor} sent troops to the border with {B} {day}
title.deploy
  {A} deploys troops to border with {B}
  {A} sends troops towards {B}
more.deploy
  A column {few} km long rolled through {town} at dawn and held up the lorry of {person1}.
  New tents fill the camp at {town} and the {project} depot.
bg.deploy
  {A} deployed troops to the border with {B} {bgday}
act.deploy
  the troop movement

lead.exercise
  {A} and {B} held joint military exercises {day} off {town}
  {A} and {B} began joint military exercises {day}
  {A} held joint exercises with {B} {day}
title.exercise
  {A} and {B} hold joint exercises
  {A} holds joint exercises with {B}
more.exercise
  Named {project}, it involves {count}00 soldiers and {few} ships.
  Colonel {person1} is in charge; the landing by night at {town} is the hard part.
bg.exercise
  {A} and {B} held joint exercises {bgday}
plan.exercise
  {A} and {B} will hold joint exercises {planday}
  {A} plans to hold joint military exercises with {B} {planday}
act.exercise
  the exercises

lead.demo
  thousands of people in {A} protested against {B} {day} in {A.city}
  about {count}00 demonstrators in {A} rallied against {B} {day} in {town} square
  {A.adj} protesters demonstrated against {B} {day} outside its embassy
title.demo
  Protesters in {A} rally against {B}
  {A.adj} protesters demonstrate against {B}
more.demo
  {hurt} people were injured when police used tear gas near {town} market.
  A teacher, {person1}, walked in front with a picture of the ship {project}.
bg.demo
  thousands of {A.adj} protesters demonstrated against {B} {bgday}
act.demo
  the protests

lead.expel
  {A} expelled {few} {B.adj} diplomats {day}
  {A.mfa} expelled {few} members of the {B.adj} embassy {day}
  {A.gov} expelled {few} {B.adj} diplomats {day} for {=misdeeds}
title.expel
  {A} expels {B.adj} diplomats
  {A} expels {few} {B.adj} diplomats
more.expel
  The attache {person1} and family left from {town} airport within {count} hours.
  Behind it is the {project} file, which papers call the suitcase story.
bg.expel
  {A} expelled {B.adj} diplomats {bgday}
act.expel
  the expulsion

lead.recall
  {A} recalled its ambassador to {B} {day}
  {A.mfa} summoned the {B.adj} ambassador {day} to protest
  {A.gov} recalled its ambassador from {B} {day} after the {project} affair
title.recall
  {A} recalls ambassador to {B}
more.recall
  The envoy, {person1}, stayed {few} hours in the parlour and left by the back door.
  At issue are {few} travellers stuck in {town}.
bg.recall
  {A} recalled its ambassador to {B} {bgday}
act.recall
  the recall of the ambassador

lead.shelling
  {A.army} shelled {B} {day}, killing {dead} people[ and wounding {hurt}|]
  {A} shelled {B.adj} positions near {town} {day}, killing {dead} people
  {A.adj} and {B.adj} troops clashed near {town} {day}
title.shelling
  {A} shells {B}
  {A.adj} and {B.adj} troops clash near {town}
more.shelling
  {hurt} wounded people were taken to {town} hospital, to the ward of {person1}.
  Rounds fell on the {project} school, where some {count} families spent the night.
bg.shelling
  {A} shelled {B} {bgday}
act.shelling
  the shelling

lead.airstrike
  {A} carried out air strikes on {B} {day}, killing {dead} people[ and wounding {hurt}|]
  {A.adj} warplanes bombed {B} {day}, killing {dead} people near {town}
  {A.army} carried out air strikes on {B} {day}
title.airstrike
  {A} carries out air strikes on {B}
  {A.adj} warplanes bomb {B}
more.airstrike
  At least {dead} people were killed and {hurt} wounded, a doctor in {town}, {person1}, said.
  Of the {project} depot by the river [one wall|an iron gate] is left.
bg.airstrike
  {A} carried out air strikes on {B} {bgday}
act.airstrike
  the air strikes

lead.appeal
  {A} called on {B} to return to talks {day}
  {A.leader} urged {B} {day} to return to talks on {=topics}
  {A.actor} called for talks with {B} {day}
title.appeal
  {A} calls for talks with {B}
  {A} calls on {B} to return to talks
more.appeal
  {person1}, a journalist, has been held in {town} for {few} months.
  The words fell at the opening of the {project} bridge.
bg.appeal
  {A} called for talks with {B} {bgday}
act.appeal
  the appeal

lead.release
  {A} released {few} {B.adj} prisoners {day}
  {A.gov} freed {count} {B.adj} citizens {day} at the {town} crossing
title.release
  {A} releases {B.adj} prisoners
  {A} frees {few} {B.adj} prisoners
more.release
  Among them is a sailor of the {project}, {person1}.
  Relatives had waited in {town} for {few} days.
bg.release
  {A} released {few} {B.adj} prisoners {bgday}
act.release
  the release

lead.reject
  {A} rejected an offer of talks from {B} {day}
  {A.leader} refused to hold talks with {B} {day} on {=topics}
  {A.mfa} rejected talks with {B} {day}
title.reject
  {A} rejects talks with {B}
  {A} refuses talks with {B}
more.reject
  It had {few} points and was drafted in {town} by a go-between, {person1}.
  The {project} dam seems to be the sore point.
bg.reject
  {A} rejected talks with {B} {bgday}
act.reject
  the offer of talks

lead.arrest
  {A} arrested {few} {B.adj} citizens {day} in {town}
  {A.adj} police arrested {few} {B.adj} citizens {day} for {=misdeeds}
title.arrest
  {A} arrests {B.adj} citizens
  {A.adj} police arrest {few} {B.adj} citizens
more.arrest
  One of them is {person1}, {count}, an engineer of the {project} company.
  At an inn in {town} they [hardly spoke|paid in cash|stayed {few} nights].
bg.arrest
  {A} arrested {B.adj} citizens {bgday}
act.arrest
  the arrests

lead.congrat
  {A.leader} congratulated {B.leader} {day}
  {A.leader} sent congratulations to {B.leader} {day}
  {A.leader} praised {B} {day} for the {project} scheme
title.congrat
  {A.head} congratulates {B.head}
more.congrat
  The message mentions the {project} bridge and a composer, {person1}.
  With it came a painting of the landing at {town}.
bg.congrat
  {A.leader.then} congratulated {B.leader.then} {bgday}
act.congrat
  the message

lead.ceasefire
  {A} and {B} agreed to a ceasefire {day}
  {A} and {B} signed a ceasefire agreement {day} in {place}
title.ceasefire
  {A} and {B} agree to ceasefire
more.ceasefire
  Guns are to be silent from {few} in the morning along the {town} line.
  A former priest, {person1}, mediated with a map known as {project}.
bg.ceasefire
  {A} and {B} signed a ceasefire agreement {bgday}
act.ceasefire
  the ceasefire

A.actor
  [{A}|{A.gov}|{A.city}]
B.actor
  [{B}|{B.gov}|{B.city}]

title
  {clause}
  {clause}: {n1}, {project}
  {town}, {n2}, {project}: {clause}
  {clause} over {n1} in {town}
  {project}, {n1}: {clause}
wire
  [{clause}.|{clause}.|{wire.sourced}]
wire.sourced
  {clause}, {agency} reported.
  {clause}, {A.spokes} said.
  {clause}, according to {A.mfa}.
  According to {agency}, {clause}.
  {agency} reported that {clause}.
planned
  {clause}.
  {clause}, according to {A.mfa}.
  {clause}, {A.spokes} said.
  {clause}, [a senior {A.adj} official|an official in {A.city}] told {agency} on condition of anonymity.
background
  {clause}.
  {clause}, according to {agency}.
  Earlier, {clause}.
  As {agency} reported at the time, {clause}.

says
  {party.spokes} said [that |]{claim}.
  Speaking [in {town}|to reporters|in parliament] {day}, {party.spokes} said {claim}.
  "{quote}," {party.spokes} [said|told {agency}|told reporters].
  According to {party.mfa}, {claim}.
  {party.short} [said|added] that {claim}.
  {party.spokes} added: "{quote}."
unnamed
  A [senior |]{party.adj} official, who asked not to be named, said that {claim}.
  Two sources familiar with the matter told {agency} that {claim}.
  A diplomat in {party.city} told {agency} that {claim}.
  {agency} quoted a source close to {party.gov} as saying that {claim}.
denies
  {party.spokes} denied that {charge}.
  {party.mfa} denied reports that {charge}.
  {party.mfa} denied {act}, calling it [invention|a rumour] about {noun}.
silent
  {B.mfa} declined to comment on {act}.
  {B.spokes} declined to comment.
expert
  {person2}, an analyst at the {town2} Institute, said {view}.
  "{opinion}," said {person2}, [who teaches|a lecturer] at {town2} University.
  {person2}, [a former ambassador|a former adviser|author of a book on {project}], said that {view}.

claim
  {claim.tone}
claim.friendly
  both sides [would|want to] [keep talking|say more|form a group] about {noun} [within {few} months|by the end of the year]
  {=topics} remained [a priority|the hardest part] [for both countries|for either side]
  experts still had to [read|write] {few} pages on {noun} again
  the part of {project} about {noun} was [done|nearly finished|still open]
  the mood was [open|frank|good], though there were differences over {noun}
  the schedule in {town} had been [full|changed {few} times] because of {noun}
claim.hostile
  things around {town} were [tense|getting worse|under control]
  {A} had no [choice|other way] [after the {project} affair|after {few} months of waiting]
  the other side [had been told {few} times|knew why] about {noun}
  every option remained open if the matter of {noun} in {town} [happened again|went on for {few} days]
  the {project} affair was [only|not] about {noun}
  the file on {person1} [would be published|lacked {count} pages|was about {noun}]
quote
  {quote.tone}
quote.friendly
  We are half way there, the rest is about {noun}
  Everybody [remembers|knows] {project}, and {noun} too
  This is a [beginning|small step], after {few} years of {noun}
  I [trust|hope] that in {few} months there will be {noun} in {town}
quote.hostile
  We have waited long enough, and {town} is the limit
  What happened [in {town}|to {person1}] is not about {noun}
  Nobody gains in the {project} affair but {noun}
  Look at {town} and at {noun}
view
  {project} was only [a test|a part] of {=topics}
  {noun} told more than the text
  [{A.city}|{B.city}] was [thinking far ahead|waiting] because of {noun}
  {town} would go on for {few} [weeks|months], like {noun}
opinion
  Looking at {town}, one sees {noun} and {noun}
  To understand the next step, read [about {project}|the story of {person1}] and of {noun}
  {few} years ago nobody thought that {project} had to do with {noun}

context
  The price of {noun} in {town2} [rose|fell] {few} percent, while {noun} [did not move|were up {few} percent|were down].
  In {town} people [spoke of|worried about|waited for] {noun} and {noun}.
  {person2}, who [sells|buys|makes] {noun} in {town}, [has|wants to sell|still keeps] {count} {noun}.
  In {oldyear} {town} had {count} {noun}; now there are {noun}.
  Trade between {A} and {B} came to {money2} in {lastyear}, [mostly in|with] {noun} and {noun}.
  {paper} [ran long pages|had much] on {noun} in {town2} and on {person1}.
  The {project} plan [includes|needs] {count} {noun}, {noun} and {money2}.
  From {town} to {town2} it is {count} km, [past|between] {noun} and {noun}.
  A {town2} company [bought|sold|moved] {count}0 tons of {noun}, [more|less] than of {noun}.
  For {few} days {noun} have come to {town} in [large|small] numbers, and {noun} [are gone|will last].
  Pictures of {noun} and {noun} in {town} were [everywhere|seen by many].
  {person2} has written {few} books about {noun}, then one about {noun} in {town2}.
  There has been [a|no] tax on {noun} in {town2} since {oldyear}, but not on {noun}.
  Of the families in {town2}, {count} percent [have|need] {noun} and {few} percent {noun}.
  [Before|After] {noun} it was {noun} that [came to|left] {town}.
  In the streets of {A.city} there were [more|fewer] {noun} than {noun}.
  This year's fair in {town2} has {noun}, {noun} and {count} stands from {B}.
  The {project} works [makes|needs] {count}0 {noun} a month, [and|besides] {noun}.

extra
  [{context}|{context}|{context}|{context}|{context}|{context}|{context}|{voice}]
voice
  {unnamed}
  {expert}
own.lead
  {clause}. Here is what is known [so far|today] and what is not.
  {clause}, [a turn|news] [awaited in {town}|noticed in {B.city}].
credit
  (Source: {from})
  Source: {from}
credit.two
  Source: {from}, {agency}
dateline
  {place.caps} ({from}) - 
  {place.caps} - 
)grammar";

}  // namespace hearsay::bench
