#!/bin/sh
# Freja's case from nothing, by the commands alone: what the shipped file says, in the order in which it was told.
# build_freja.sh KREDS FILE
. "$(dirname "$0")/building.sh"

"$kreds" new "$case" --number 2023-0842 --author 'Netværkskonsulenten' --rings 5 --sectors default --child Freja \
  --birth 2008-09-02 --gender female --interview i0 --date 2023-08-28 \
  --note 'Det, der stod i sagen før den første samtale.' > /dev/null
add person --name Susanne --birth 44 --gender female --role mor
add person --name Thomas --birth 47 --gender male --role far
add person --name Villads --birth 2023-06-19 --gender male --role lillebror
add person --name Kenneth --birth 39 --gender male --role mors_samlever \
  --role-words 'Villads'"'"' far, bor hos mor'
add household --id h-susanne
add parent --parent susanne --child freja --kind unspecified
add parent --parent thomas --child freja --kind unspecified
add parent --parent susanne --child villads --kind unspecified
add parent --parent kenneth --child villads --kind unspecified
add partners --between susanne,thomas --kind divorced --held-from 2016 --note 'Forældrene er skilt i 2016.'
add residence --person susanne --household h-susanne
add residence --person kenneth --household h-susanne --words 'bor hos mor'
add partners --between susanne,kenneth --kind cohabiting --note 'Kenneth bor hos mor; de har Villads sammen.'
add consent --of susanne --to placement --answer no
add consent --of thomas --to placement --answer yes

# 2023-08-28
add interview --date 2023-08-28 --kind school --informants freja --place 'på skolen' \
  --interviewers 'netværkskonsulent'
add person --name Inge --birth 71 --gender female --role farmor
add person --name Ida --birth 15 --gender female --role veninde
add person --name Bente --birth 50 --gender female --role vens_mor --role-words 'Idas mor'
add person --name 'Søren' --birth 52 --gender male --role vens_far --role-words 'Idas far'
add person --name Mathias --birth 17 --gender male --role 'kæreste'
add person --name Lotte --birth 36 --gender female --role 'efterskolelærer' \
  --role-words 'efterskolelærer fra sommerlejren' --professional-of freja
add household --id h-bente
add household --id h-thomas
add fact --about freja --text 'Freja er løbet hjemmefra to gange.'
add residence --person freja --household h-susanne --held-to '2023-08-05..2023-08-09 de sidste tre uger' \
  --note 'Er løbet hjemmefra.'
add residence --person freja --household h-bente --held-from '2023-08-05..2023-08-09 de sidste tre uger' \
  --note 'Har boet hos veninden Ida og Idas forældre.'
add residence --person ida --household h-bente
add residence --person bente --household h-bente
add residence --person soeren --household h-bente
add parent --parent bente --child ida --kind unspecified --note 'Idas forældre.'
add parent --parent soeren --child ida --kind unspecified --note 'Idas forældre.'
add partners --between bente,soeren --kind cohabiting --note 'Bor sammen; om de er gift, er ikke sagt.'
add home --household h-bente --words 'to gader fra skolen'
add wish --of freja --topic household --target h-bente --view first_wish --order 1 --note 'Hun vil blive der.'
add tie --between freja,ida --ring 1 --ring-words inderst
add tie --between freja,inge --ring 1 --ring-words inderst
add tie --between freja,villads --ring 1 --ring-words inderst
add tie --between freja,bente --ring 2 --ring-words 'så'
add tie --between freja,mathias --ring 2 --ring-words 'så'
add tie --between freja,thomas --ring 2 --ring-words 'så'
add tie --between freja,susanne --ring 5 --ring-words 'helt ude'
add tie --between freja,kenneth --ring 5 --ring-words 'helt ude'
add tie --between freja,kenneth --emotional 0 --note 'Hun er bange for Kenneth.'
add tie --between freja,lotte --frequency weekly --note 'Lotte skriver hun med hver uge.'
add residence --person thomas --household h-thomas
add wish --of freja --topic household --target h-thomas --view no --note 'Hun vil ikke bo hos sin far.' \
  --quote 'han arbejder altid'
add wish --of freja --topic contact --target villads --view first_wish --note 'Hun vil se Villads hver uge.'
add candidate --observed --household h-bente

# 2023-09-06
add interview --date 2023-09-06 --kind office --informants susanne --place 'på kommunen' \
  --present '|bisidder||susanne'
add person --name Dorthe --birth 40 --gender female --role moster
add household --id h-dorthe
add fact --about susanne,bente,soeren --text 'Susanne mener, at Idas forældre har »stjålet« Freja.'
add assessment --household h-bente --factor parents_view --level 1 \
  --words 'Susanne mener, at Idas forældre har »stjålet« Freja.' --whose susanne --quote 'stjålet'
add fact --about h-susanne --text 'Susanne mener, at der ikke er noget i vejen derhjemme.'
add question --question 'Er der nogen i netværket, du vil pege på?' --answer would_not_say \
  --note 'Hun afviser at pege på nogen.'
add question --question 'Hvem kom på barsel, da du havde fået Villads?' \
  --answer 'Ingen, »kun min svigermor Inge, og det var for Frejas skyld«.'
add fact --about inge,susanne --text 'Inge kom på barsel hos Susanne.' \
  --quote 'kun min svigermor Inge, og det var for Frejas skyld' --prompt s40
add siblings --between susanne,dorthe --kind unspecified
add residence --person dorthe --household h-dorthe
add home --household h-dorthe --place Aalborg
add tie --between susanne,dorthe --frequency monthly --note 'Søsteren Dorthe ringer hun til en gang om måneden.'

# 2023-09-13
add interview --date 2023-09-13 --kind telephone --informants thomas
add household --id h-inge
add residence --person thomas --household h-thomas --words 'hjemme hver anden weekend' --part-time \
  --note 'Thomas kører langtur.'
add parent --parent inge --child thomas --kind unspecified --note 'Hans mor, Inge.'
add residence --person inge --household h-inge
add wish --of thomas --topic household --target h-bente --view first_wish --order 1 \
  --note 'Han støtter, at Freja bliver hos Bente og Søren.'
add wish --of thomas --topic household --target h-inge --view another_possibility --order 2 \
  --condition 'ellers, hvis hun ikke bliver hos Bente og Søren'
add assessment --household h-bente --factor parents_view --level 3 \
  --words 'Thomas støtter, at Freja bliver hos Bente og Søren.' --whose thomas
add assessment --household h-inge --factor parents_view --level 3 \
  --words 'Ellers at hun kommer hos hans mor, Inge.' --whose thomas
add fact --about thomas --text 'Thomas betaler gerne.'
add tie --between thomas,susanne --conflict 3 --note 'Forholdet til Susanne er meget konfliktfyldt.'
add candidate --observed --household h-inge

# 2023-09-20
add interview --date 2023-09-20 --kind home_visit --informants inge --place 'Brønderslev'
add home --observed --household h-inge --place 'Brønderslev' --school-km 29
add assessment --observed --household h-inge --factor home_physical --words 'Toværelses lejlighed.'
add tie --between freja,inge --caregiving 3 --held-from 2012 \
  --note 'Inge elsker Freja og har haft hende hver sommerferie siden 2012.'
add rhythm --who inge --what 'sommerferie hos farmor' --times-a-year 1 --held-from 2012
add role --household h-inge --wish support_only \
  --words 'Vil være farmor og have Freja og Villads hver anden søndag.' \
  --offers 'contact|vil have Freja og Villads|sunday|2' \
  --quote 'Jeg vil være farmor, ikke mor. Jeg kan ikke holde hende i ørerne.'
add assessment --household h-inge --factor needs_match --words '»Jeg kan ikke holde hende i ørerne.«'
add assessment --observed --household h-inge --factor health_capacity --level 2 \
  --words 'Bevæger sig ikke så let, ellers rask. Skal vurderes af en fagperson.'
add assessment --observed --household h-inge --factor cooperation_authorities --level 3 \
  --words 'Samarbejder gerne.'

# 2023-10-04
add interview --date 2023-10-04 --kind home_visit --informants bente,soeren --place 'hos Bente og Søren'
add home --observed --household h-bente --school-km 1
add assessment --observed --household h-bente --factor home_physical --level 3 --words 'Hus, eget værelse.'
add residence --by bente --person bente --household h-bente --note 'Bente er sygeplejerske.'
add residence --by soeren --person soeren --household h-bente --note 'Søren er folkeskolelærer.'
add assessment --observed --household h-bente --factor upbringing_approach --level 3 \
  --words 'Tydelige regler, god humor.'
add assessment --observed --household h-bente --factor mentalising_ability --level 3 \
  --words 'God evne til at se sagen fra Frejas og mors side.'
add tie --by bente,soeren --between freja,bente --known-since '2017-08..2018-06 siden 3. klasse'
add tie --by bente,soeren --between freja,soeren --known-since '2017-08..2018-06 siden 3. klasse'
add assessment --observed --household h-bente --factor effect_on_family --level 2 \
  --words 'Ida er glad for det, men er træt af at dele veninder.'
add tie --by bente,soeren --between thomas,bente --conflict 0 --note 'Rolig dialog med Thomas.'
add tie --by bente,soeren --between thomas,soeren --conflict 0 --note 'Rolig dialog med Thomas.'
add tie --by bente,soeren --between susanne,bente --conflict 3 \
  --note 'Ingen dialog med Susanne, som har råbt ad dem ved døren to gange.'
add tie --by bente,soeren --between susanne,soeren --conflict 3 \
  --note 'Ingen dialog med Susanne, som har råbt ad dem ved døren to gange.'
add assessment --observed --household h-bente --factor conflict_birth_parents --level 1 \
  --words 'Rolig dialog med Thomas, ingen med Susanne, som har råbt ad dem ved døren to gange.'
add assessment --observed --household h-bente --factor cooperation_birth_family --level 2 \
  --words 'Rolig dialog med Thomas; de ønsker aftaler om samvær, som kommunen står for.'
add certificate --observed --person bente --which criminal_record --status obtained_nothing_noted
add certificate --observed --person bente --which child_protection --status obtained_nothing_noted
add certificate --observed --person soeren --which criminal_record --status obtained_nothing_noted
add certificate --observed --person soeren --which child_protection --status obtained_nothing_noted
add measure --by bente,soeren --household h-bente --measure contact_agreements \
  --factors conflict_birth_parents,cooperation_birth_family --state proposed \
  --words 'De ønsker aftaler om samvær, som kommunen står for.'
add measure --by bente,soeren --household h-bente --measure supervision --state proposed \
  --words 'De ønsker supervision.'

# 2023-11-15
add interview --date 2023-11-15 --kind home_visit --informants freja --place 'hos Bente og Søren'
add fact --about freja,h-bente --text 'Freja har nu boet hos Bente og Søren i tre måneder.'
add tie --between freja,mathias --ring none --note 'Mathias er ude af billedet.'
add tie --between freja,ida --conflict 2 --held-from 2023-10 --held-to 2023-10 \
  --note 'Ida og hun har været uvenner i oktober.'
add tie --between freja,ida --conflict 0 --held-from 2023-11 --note 'Gode venner igen.'
add wish --of freja --topic household --target h-bente --view first_wish --order 1 --note 'Vil stadig blive.'
add wish --of freja --topic meeting --target 'Lotte med til familierådslagningen' --view first_wish

# 2023-11-22
add interview --date 2023-11-22 --kind home_visit --informants dorthe \
  --newly-heard 'Per|mosters_samlever|43|male' --place Aalborg
add home --observed --household h-dorthe --place Aalborg --school-km 52
add residence --by dorthe,per --person dorthe --household h-dorthe
add residence --by dorthe,per --person per --household h-dorthe --note 'Per arbejder i skiftehold.'
add partners --by dorthe,per --between dorthe,per --kind cohabiting \
  --note 'Bor sammen; om de er gift, er ikke sagt.'
add tie --by dorthe --between freja,dorthe --caregiving 1 --held-to 2019 \
  --note 'Har ikke haft Freja overnattende siden 2019.'
add assessment --by dorthe,per --household h-dorthe --factor home_physical --level 3 --words 'De har plads.'
add role --by dorthe,per --household h-dorthe --wish for_a_period --words 'Vil gerne, men kun i en periode.'
add assessment --by dorthe,per --household h-dorthe --factor commitment \
  --words 'De vil gerne, men kun i en periode.'
add assessment --observed --household h-dorthe --factor psychological_robustness --level 2 \
  --words 'Dorthe har været stabil siden 2021. Skal vurderes af en fagperson.'
add fact --by dorthe,per --about dorthe,susanne --text 'Dorthe har jævnlig kontakt til Susanne.'
add certificate --observed --person dorthe --which criminal_record --status requested
add certificate --observed --person dorthe --which child_protection --status requested
add certificate --observed --person per --which criminal_record --status requested
add certificate --observed --person per --which child_protection --status requested
add candidate --observed --household h-dorthe
