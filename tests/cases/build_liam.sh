#!/bin/sh
# Liam's case from nothing, by the commands alone: what the shipped file says, in the order in which it was told.
# build_liam.sh KREDS FILE
. "$(dirname "$0")/building.sh"

"$kreds" new "$case" --number 2024-0117 --author 'Netværkskonsulenten' --rings 5 --sectors default --child Liam \
  --birth 2015-05-14 --gender male --interview i0 --date 2024-02-05 \
  --note 'Det, der stod i sagen før den første samtale.' > /dev/null
add person --name Anna --birth 29 --gender female --role mor
add person --name Dennis --birth 33 --gender male --role far
add household --id h-anna
add parent --parent anna --child liam --kind unspecified
add parent --parent dennis --child liam --kind unspecified
add residence --person liam --household h-anna
add residence --person anna --household h-anna
add home --household h-anna --place 'Hjørring'
add fact --about dennis --text 'Dennis afsoner.'
add tie --between liam,dennis --frequency never --held-from 2019-11 --note 'Ingen kontakt siden november 2019.'
add consent --of anna --to placement --answer yes --note 'Anbringelsen overvejes med mors samtykke.'

# 2024-02-05
add interview --date 2024-02-05 --kind home_visit --informants anna --place 'hjemme i Hjørring' \
  --interviewers 'rådgiver' --interviewers 'netværkskonsulent'
add person --name Karen --birth 62 --gender female --role mormor
add person --name Ole --birth 66 --gender male --role mormors_mand
add person --name Line --birth 34 --gender female --role moster
add person --name Jonas --birth 36 --gender male --role mosters_samlever
add person --name Emma --birth 7 --gender female --role kusine
add person --name Noah --birth 4 --gender male --role 'fætter'
add person --name Mikkel --birth 38 --gender male --role papfar
add person --name Peter --birth 41 --gender male --role farbror
add person --name Camilla --birth 30 --gender female --role mors_veninde
add household --id h-karen
add household --id h-camilla
add household --id h-line
add household --id h-peter
add question --question 'Hvem er der i netværket omkring Liam?' --answer 'Der er ikke noget netværk.' \
  --taken-back
add question --question 'Hvem ville du ringe til, hvis du blev alvorligt syg?' \
  --answer 'Min mor, Karen, og Karens mand Ole.'
add parent --parent karen --child anna --kind unspecified --prompt s10
add partners --between karen,ole --kind married --note 'Karens mand.' --prompt s10
add parent --parent ole --child anna --kind unspecified --negated --note 'Ole er ikke Annas far.' --prompt s10
add residence --person karen --household h-karen --prompt s10
add residence --person ole --household h-karen --prompt s10
add home --household h-karen --place Sindal --prompt s10
add tie --between liam,karen --frequency weekly --note 'Liam er der tit, mindst en gang om ugen.' --prompt s10
add tie --between liam,ole --frequency weekly --note 'Liam er der tit, mindst en gang om ugen.' --prompt s10
add tie --between liam,karen --caregiving 2 --held-from 2020 \
  --note 'Sover der hver anden weekend. Uformel aflastning.' --prompt s10
add tie --between liam,ole --caregiving 2 --held-from 2020 \
  --note 'Sover der hver anden weekend. Uformel aflastning.' --prompt s10
add residence --person liam --household h-karen --words 'sover der hver anden weekend' --part-time \
  --held-from 2020 --prompt s10
add rhythm --who karen --what 'sover hos Karen og Ole' --weekdays saturday,sunday --every-weeks 2 \
  --held-from 2020 --prompt s10
add assessment --household h-karen --factor living_there_now --level 2 --words 'Sover der hver anden weekend.' \
  --held-from 2020 --prompt s10
add fact --about liam,h-karen \
  --text 'Weekenderne hos Karen og Ole er uformel aflastning, som aldrig har været bevilget.' --held-from 2020 \
  --prompt s10
add tie --between anna,karen --emotional 3 --note 'Annas egen relation til Karen er god.' \
  --quote 'hun er den eneste, jeg kan regne med' --prompt s10
add question --question 'Hvem ringede du til, sidst du var ked af det?' --answer 'Veninden Camilla.'
add tie --between anna,camilla --emotional 4 --note 'Hende ringede Anna til, sidst hun var ked af det.' \
  --prompt s26
add residence --person camilla --household h-camilla --prompt s26
add home --household h-camilla --place 'Hjørring' --words 'i samme opgang som Anna og Liam' --prompt s26
add fact --about camilla --text 'Camilla har selv to små børn.' --prompt s26
add role --person camilla --wish not_asked \
  --words 'Anna siger, at Camilla ikke ville kunne have Liam boende, men at hun kan hente i SFO.' \
  --offers 'practical_helper|kan hente i SFO' --prompt s26
add siblings --between anna,line --kind unspecified
add tie --between anna,line --conflict 3 --frequency never --held-from '2021..2021 siden konfirmationen i 2021' \
  --note 'Søsteren Line taler Anna ikke med. De har været uvenner siden konfirmationen i 2021.'
add residence --person line --household h-line
add residence --person jonas --household h-line
add residence --person emma --household h-line
add residence --person noah --household h-line
add home --household h-line --place 'Hjørring'
add partners --between line,jonas --kind cohabiting
add parent --parent line --child emma --kind unspecified
add parent --parent line --child noah --kind unspecified
add parent --parent jonas --child emma --kind unspecified
add parent --parent jonas --child noah --kind unspecified
add residence --person mikkel --household h-anna --held-from 2018 --held-to 2022 \
  --note 'Boede sammen med Anna og Liam.'
add partners --between anna,mikkel --kind cohabiting --held-from 2018 --held-to 2022
add parent --parent mikkel --child liam --kind step --held-from 2018 --held-to 2022 --note Papfar.
add tie --between liam,mikkel --frequency never --note 'Anna siger, at Mikkel ikke ser Liam mere.'
add siblings --between dennis,peter --kind unspecified --note 'Fars bror.'
add residence --person peter --household h-peter
add home --household h-peter --place Frederikshavn --unsure --note 'Bor vist i Frederikshavn.'
add tie --between liam,peter --emotional does_not_know --frequency does_not_know \
  --note 'Anna ved ikke andet om Peter.'
add wish --of anna --topic household --target h-karen --view first_wish --order 1 \
  --note 'Anna vil helst, at Liam kommer til Karen og Ole.'
add assessment --household h-karen --factor parents_view --level 4 \
  --words 'Anna vil helst, at Liam kommer til Karen og Ole.' --whose anna
add wish --of anna --topic household --target h-line --view no \
  --note 'Hun vil ikke have, at han kommer til Line.'
add assessment --household h-line --factor parents_view --level 1 \
  --words 'Anna vil ikke have, at Liam kommer til Line.' --whose anna
add candidate --observed --household h-karen

# 2024-02-12
add interview --date 2024-02-12 --kind school --informants liam --place 'på skolen' \
  --interviewers 'netværkskonsulent' --note 'Liam lægger selv brikkerne på kortet.'
add person --name 'Bølle' --animal --role hund --role-words 'hunden hos mormor'
add person --name Oskar --birth 8 --gender male --role bedsteven
add person --name Trine --birth 39 --gender female --role vens_mor --role-words 'Oskars mor'
add person --name Mette --birth 45@2024-02-20 --gender female --role 'klasselærer' --professional-of liam
add person --name Henrik --birth 52@2024-02-20 --gender male --role 'sfo_pædagog' \
  --role-words 'Henrik fra SFO'"'"'en' --professional-of liam
add household --id h-mikkel
add matter --id m-loerdage --title 'Lørdagene hos Mikkel' --not-to anna \
  --reason 'Det må mor ikke vide, siger Liam.'
add tie --between liam,karen --ring 1 --ring-words inderst
add tie --between liam,mikkel --ring 1 --ring-words inderst
add tie --between liam,ole --ring 2 --ring-words 'så'
add tie --between liam,anna --ring 2 --ring-words 'så'
add tie --between liam,oskar --ring 2 --ring-words 'så' --note Bedstevennen.
add tie --between liam,emma --ring 3 --ring-words 'længere ude'
add tie --between liam,noah --ring 3 --ring-words 'længere ude'
add tie --between liam,line --ring 3 --ring-words 'længere ude' --quote 'hun er sød, men mor bliver sur'
add tie --between liam,mette --ring 3 --ring-words 'længere ude'
add tie --between liam,henrik --ring 3 --ring-words 'længere ude'
add tie --between liam,trine --ring 3 --ring-words 'længere ude' --frequency weekly \
  --note 'Der spiser han hver onsdag.'
add rhythm --who trine --what 'spiser hos Trine og Oskar' --weekdays wednesday --every-weeks 1
add parent --parent trine --child oskar --kind unspecified --note 'Oskars mor.'
add tie --between liam,dennis --ring 5 --ring-words 'helt ude ved kanten' --quote 'ham kan jeg ikke huske'
add tie --between liam,boelle --ring-words 'skal også med' \
  --note 'Hunden Bølle hos mormor skal også med. Hvor på kortet er ikke noteret.'
add residence --person boelle --household h-karen
add tie --between liam,mikkel --frequency weekly --matters m-loerdage \
  --note 'Mikkel ser han hver lørdag til fodbold. Det må mor ikke vide.'
add rhythm --who mikkel --what fodbold --weekdays saturday --every-weeks 1 --matters m-loerdage
add rhythm --who mikkel --what 'pizza hos Mikkel efter fodbold' --weekdays saturday --every-weeks 1 \
  --matters m-loerdage
add residence --person mikkel --household h-mikkel
add wish --of liam --topic household --target h-karen --view first_wish --order 1 \
  --condition 'hvis han ikke kan bo hos mor'
add wish --of liam --topic household --target h-mikkel --view another_possibility --order 2 \
  --condition 'ellers, hvis han ikke kan bo hos mormor'
add wish --of liam --topic school --target 'ikke skifte skole' --view first_wish
add wish --of liam --topic activity --target 'blive ved med at gå til fodbold' --view first_wish \
  --matters m-loerdage --note 'Om mor ved, at han går til fodbold, er ikke sagt.'
add candidate --observed --household h-mikkel

# 2024-02-20
add interview --date 2024-02-20 --kind school --informants mette,henrik --place 'på skolen'
add need --by mette,henrik --text 'Faste rammer' --note 'Liam trives, når der er faste rammer.'
add fact --by mette,henrik --about liam --text 'Fraværet er steget fra 6 % til 19 % siden efteråret.' \
  --held-from '2023-09..2023-11 siden efteråret'
add rhythm --by mette,henrik --who karen --what henter --weekdays tuesday,thursday --every-weeks 1
add tie --by mette --between liam,mette --known-since '2021-08..2022-06 siden 0. klasse'
add rhythm --by henrik --who mikkel --what 'henter til fodbold' --weekdays saturday --note 'Henrik har set det.'
add fact --by mette,henrik --about liam --text 'Skolen vurderer ikke, at Liam har behov for behandling.'
add fact --by mette,henrik --about liam --text 'Liam er bagud i læsning og bliver let urolig om mandagen.'
add tie --by mette,henrik --between liam,trine --caregiving 1 --note 'Har to gange haft Liam overnattende.'
add fact --by mette,henrik --about trine,liam,anna \
  --text 'Trine har to gange haft Liam overnattende, da mor ikke kunne kontaktes.'

# 2024-03-04
add interview --date 2024-03-04 --kind home_visit --informants karen,ole --place Sindal
add home --observed --household h-karen --place Sindal --school-km 18
add assessment --observed --household h-karen --factor home_physical --level 3 \
  --words 'Hus med eget værelse til Liam.'
add assessment --observed --household h-karen --factor stable_safe_frame --level 3 \
  --words 'Varm og tryg stemning, faste spisetider.'
add assessment --observed --household h-karen --factor mentalising_ability --level 3 \
  --words 'Karen mentaliserer godt: hun kan skelne mellem sin egen skuffelse over Anna og Liams savn.'
add assessment --observed --household h-karen --factor health_capacity --level 2 \
  --words 'Ole bliver hurtigt træt. Skal vurderes af en fagperson.'
add assessment --by karen --household h-karen --factor time_and_surplus \
  --words 'Karen er ikke hjemme 24 timer om ugen.' --note 'Karen arbejder 24 timer om ugen i Rema.'
add role --by karen --household h-karen --wish only_if_no_one_else \
  --words 'Vil gerne være mormor; gør det, hvis ingen andre kan.' \
  --quote 'Jeg vil gerne være mormor. Men hvis ingen andre kan, så gør vi det.'
add assessment --by karen,ole --household h-karen --factor school_continuity --level 2 \
  --words 'De kan ikke køre til skole hver dag: der er kun én bil, og Ole kører ikke mere.'
add assessment --by karen,ole --household h-karen --factor everyday_practicalities --level 2 \
  --words 'De kan ikke køre til skole hver dag: der er kun én bil, og Ole kører ikke mere.'
add assessment --observed --household h-karen --factor boundary_setting --level 1 \
  --words 'Karen har svært ved at sige nej til Anna, når hun kommer beruset.'
add assessment --observed --household h-karen --factor cooperation_authorities --level 3 \
  --words 'Samarbejder gerne med kommunen.'
add consent --by karen --of karen --to certificates --answer yes
add consent --by ole --of ole --to certificates --answer yes
add certificate --observed --person karen --which criminal_record --status obtained_nothing_noted
add certificate --observed --person karen --which child_protection --status obtained_nothing_noted
add certificate --observed --person ole --which criminal_record --status obtained_nothing_noted
add certificate --observed --person ole --which child_protection --status obtained_nothing_noted
add fact --by karen,ole --about h-karen --text 'Ingen andre hjemmeboende.'
add assessment --observed --household h-karen --factor effect_on_family --level 4 \
  --words 'Ingen andre hjemmeboende.'
add referral --by karen --to peter --words 'Karen peger på farbror Peter.' \
  --quote 'han spurgte til Liam til jul'
add measure --observed --household h-karen --measure transport_help \
  --factors school_continuity,everyday_practicalities --state proposed --words 'Kørsel.'
add measure --observed --household h-karen --measure respite --factors health_capacity,time_and_surplus \
  --state proposed --words Aflastning.
add measure --observed --household h-karen --measure visit_support --factors boundary_setting --state proposed \
  --words 'Støtte til at sætte grænser ved samvær.'

# 2024-03-11
add interview --date 2024-03-11 --kind home_visit --informants mikkel \
  --newly-heard 'Sara|papfars_kæreste|33|female' --place 'Hjørring'
add person --id barn-2024 --name-unknown --birth 2024-09 --expected --role papfars_barn --by mikkel,sara
add residence --by mikkel,sara --person mikkel --household h-mikkel --note 'Mikkel er elektriker.'
add residence --by mikkel,sara --person sara --household h-mikkel --note 'Sara er sosu-assistent.'
add partners --by mikkel,sara --between mikkel,sara --kind couple
add home --observed --household h-mikkel --place 'Hjørring' --school-km 2
add assessment --observed --household h-mikkel --factor home_physical --level 2 \
  --words 'Treværelses lejlighed; Liam kan få værelset, hvis de flytter kontoret.'
add tie --by mikkel,sara --between liam,sara --known-since 2023 --note 'Kendt med Liam siden 2023.'
add fact --observed --about mikkel,liam \
  --text 'Mikkel har et nært forhold til Liam og kender hans sygehistorie.'
add assessment --observed --household h-mikkel --factor mentalising_ability --level 3 \
  --words 'Mikkel reflekterer over, hvorfor Liam bliver urolig om mandagen.'
add tie --by mikkel --between anna,mikkel --conflict 0 --note 'Køligt, men uden skænderier.'
add assessment --observed --household h-mikkel --factor conflict_birth_parents --level 3 \
  --words 'Forholdet til Anna er køligt, men uden skænderier.'
add tie --by mikkel --between karen,mikkel --conflict 0 --note 'Karen og Mikkel taler fint sammen.'
add fact --by mikkel --about mikkel --text 'Mikkel har selv været anbragt som barn, fra han var 12.'
add consent --by mikkel --of mikkel --to certificates --answer yes
add consent --by sara --of sara --to certificates --answer yes
add certificate --observed --person mikkel --which criminal_record --status to_be_assessed_by_leader
add certificate --observed --person mikkel --which child_protection --status obtained_nothing_noted
add certificate --observed --person sara --which criminal_record --status consented \
  --note 'Ikke indhentet endnu.'
add certificate --observed --person sara --which child_protection --status consented \
  --note 'Ikke indhentet endnu.'
add role --by mikkel,sara --household h-mikkel --wish foster_family --words 'De vil gerne.'
add assessment --observed --household h-mikkel --factor commitment --level 3 --words 'De vil gerne.'
add measure --by mikkel,sara --household h-mikkel --measure visit_support --state proposed \
  --words 'De vil have støtte til samværet.'
add measure --by mikkel,sara --household h-mikkel --measure basic_course --state proposed \
  --words 'De vil have et grundkursus hurtigt.'
add parent --by mikkel,sara --parent mikkel --child barn-2024 --kind biological \
  --note 'De venter barn i september.'
add parent --by mikkel,sara --parent sara --child barn-2024 --kind biological
add residence --by mikkel,sara --person barn-2024 --household h-mikkel --held-from 2024-09

# 2024-04-08
add interview --date 2024-04-08 --kind home_visit --informants line,jonas --place 'Hjørring'
add home --observed --household h-line --place 'Hjørring' --school-km 3
add assessment --observed --household h-line --factor home_physical --level 3 --words 'Parcelhus, god plads.'
add assessment --observed --household h-line --factor stable_safe_frame --level 3 \
  --words 'Faste rammer, to børn.'
add assessment --observed --household h-line --factor mentalising_ability --level 4 \
  --words 'Line mentaliserer stabilt.' --note 'Line er pædagog.'
add assessment --observed --household h-line --factor commitment --level 2 --words 'Jonas er mere afventende.'
add assessment --by jonas --household h-line --factor effect_on_family \
  --words 'Jonas er bekymret for, hvad det gør ved Emma og Noah.'
add assessment --observed --household h-line --factor conflict_birth_parents --level 1 \
  --words 'Konflikten med Anna er uløst; Anna vil ikke tale med Line.'
add tie --by line --between anna,line --frequency never \
  --note 'Anna vil ikke tale med Line. Konflikten er uløst.'
add assessment --by line --household h-line --factor cooperation_birth_family --words 'Line vil gerne mægle.'
add tie --by line,jonas --between liam,line --frequency 3 --note 'Liam har været der tre gange det sidste år.'
add tie --by line,jonas --between liam,jonas --frequency 3 --note 'Liam har været der tre gange det sidste år.'
add tie --by line,jonas --between liam,emma --frequency 3 --note 'Liam har været der tre gange det sidste år.'
add tie --by line,jonas --between liam,noah --frequency 3 --note 'Liam har været der tre gange det sidste år.'
add assessment --by line,jonas --household h-line --factor living_there_now --level 1 \
  --words 'Liam har været der tre gange det sidste år.'
add assessment --observed --household h-line --factor cooperation_authorities --level 3 \
  --words 'De er indstillet på samarbejde med kommunen.'
add certificate --observed --person line --which criminal_record --status obtained_nothing_noted
add certificate --observed --person line --which child_protection --status obtained_nothing_noted
add certificate --observed --person jonas --which criminal_record --status obtained_nothing_noted
add certificate --observed --person jonas --which child_protection --status obtained_nothing_noted
add candidate --observed --household h-line

# 2024-04-23
add interview --date 2024-04-23 --kind telephone --informants peter
add home --household h-peter --place Frederikshavn --school-km 37
add residence --person peter --household h-peter --words '14 dage ude, 21 dage hjemme' --part-time \
  --note 'Arbejder offshore 14/21.'
add tie --between liam,peter --frequency never --held-from 2019 --note 'Har ikke set Liam siden 2019.'
add fact --about peter,liam --text 'Peter har sendt Liam en gave til jul.'
add role --household h-peter --wish support_only \
  --words 'Vil gerne lære ham at kende igen og kan tilbyde ferier og weekender, ikke at have ham boende.' \
  --offers 'contact|ferier' --offers 'contact|weekender|saturday,sunday'
add assessment --observed --household h-peter --factor home_physical --level not_examined
add assessment --observed --household h-peter --factor health_capacity --level not_examined
add certificate --observed --person peter --which criminal_record --status unknown --note 'Ikke undersøgt.'
add certificate --observed --person peter --which child_protection --status unknown --note 'Ikke undersøgt.'
add candidate --observed --household h-peter
