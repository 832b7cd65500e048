#include <cx/model/header_words.hpp>

#include <algorithm>
#include <array>

namespace cx {

namespace {

// Words are written folded, with the diacritics of their language; a header in plain ASCII also matches longer words
// without them.
constexpr std::array vocabulary{
    VocabularyRow{
        Meaning::recommend,
        "suosittel*, suositteluhalu*, suositteluindeksi, kuinka todennäköisesti * suosittel*, suosittelu, nps, "
        "rekommend*, hur sannolikt * rekommendera, recommend*, likely to recommend, likelihood to recommend, "
        "how likely * recommend, net promoter, net promoter score, ltr, weiterempfehl*, empfehlen"},
    VocabularyRow{Meaning::derived, "nps ryhmä, nps luokka, suosittelijaryhmä, nps grupp, nps group, nps category, "
                                    "nps segment, nps type, nps bucket, promoter group"},
    VocabularyRow{Meaning::satisfaction,
                  "tyytyväi*, asiakastyytyväi*, kokonaistyytyväi*, kokonaisarvosana, yleisarvosana, kouluarvosana, "
                  "nöjd*, nöjdhet, kundnöjdhet, helhetsbetyg, nki, satisf*, csat, overall rating, overall experience, "
                  "overall satisfaction, zufrieden*"},
    VocabularyRow{Meaning::effort,
                  "helppo*, helppous, helposti, helpoksi, vaivat*, vaivaton*, vaivattom*, sujuv*, kuinka helppoa, "
                  "kuinka helposti, ces, enkel*, lätt, smidig*, ansträngning*, effort, ease, easy, how easy, made it "
                  "easy"},
    VocabularyRow{Meaning::rating,
                  "arvosana, arvosanan, arvio, arvioi, arvioisit, arvioit, pisteet, betyg, betygsätt*, "
                  "rating, rate, score, grade, bewerten, asteikolla, på en skala, on a scale, scale of"},
    VocabularyRow{Meaning::importance, "tärkey*, tärkeä*, kuinka tärkeä*, merkityksell*, vikti*, viktighet, betydelse, "
                                       "hur viktig*, importan*, how important, imp, wichtig*"},
    VocabularyRow{Meaning::performance,
                  "onnistu*, suoriutu*, toteutu*, kuinka hyvin, lyckats, lyckad*, prestation, hur väl, hur bra, "
                  "perform*, perf, how well, rating of, quality of, overall quality of"},
    VocabularyRow{Meaning::expectation, "odotu*, odotin, ennakko odotu*, förvänt*, expect*, expectation, desired"},
    VocabularyRow{Meaning::outcome, "hyöty*, vaikutu*, vaikutta*, nytta, effekt, outcome, benefit"},
    VocabularyRow{Meaning::solved,
                  "ratkesi*, ratkai*, hoituiko, hoitui, tavoite toteutui, löst*, fick du hjälp, resolved, "
                  "solved, fcr"},
    VocabularyRow{Meaning::understood, "ymmärr*, ymmärs*, förstå*, förstod*, understood, understand my, understood my"},
    VocabularyRow{Meaning::friendly,
                  "ystäväll*, kohtelu*, palvelualt*, vänlig*, bemötande*, friendl*, courte*, polite*"},
    VocabularyRow{Meaning::on_time, "ajoissa, oikea aik*, oikeaaik*, odotusaika*, nopeasti, nopeus, toimitusaika*, "
                                    "i tid, väntetid*, snabb*, on time, timel*, wait*, speed"},
    VocabularyRow{Meaning::emotion, "tunne, tunteet, tunnetila, fiilis, miltä * tuntui, känsl*, hur kändes, feeling, "
                                    "how * feel, emotion, mood"},
    VocabularyRow{Meaning::touchpoint,
                  "kohtaamispiste*, kosketuspiste*, asiointipiste*, palvelupiste*, =palvelu, toimipiste*, toimipaikka, "
                  "myymälä*, kontaktipiste*, =asiointi, kontaktpunkt*, beröringspunkt*, serviceställe*, butik*, "
                  "=tjänst, touchpoint*, touch point, location, store, branch, =service, interaction"},
    VocabularyRow{Meaning::stage, "vaihe, polun vaihe, prosessin vaihe, elinkaaren vaihe, asiakaspolun vaihe, skede, "
                                  "fas, steg, stage, journey stage, phase, step, lifecycle"},
    VocabularyRow{Meaning::channel, "kanava, asiointikanava, palvelukanava, yhteydenottotapa, laite, kanal, "
                                    "kontaktsätt, channel, contact channel, medium"},
    VocabularyRow{Meaning::segment,
                  "asiakasryhmä*, segmentti, asiakastyyppi, kohderyhmä, alue, maakunta, kunta, asuinkunta, "
                  "asuinpaikka, kotikunta, toimiala, ikä, ika, ikäryhmä, ikäsi, ikänne, sukupuoli, sukupuolesi, "
                  "tuote, tuoteryhmä, kieli, äidinkieli, koulutus, ammattiasema, työtilanne, kundgrupp, segment, "
                  "kundtyp, målgrupp, område, region, landskap, kommun, bransch, ålder, åldersgrupp, kön, produkt, "
                  "språk, utbildning, land, customer group, customer type, customer segment, group, area, county, "
                  "country, industry, age, age group, gender, sex, product, plan, tier, language, userlanguage, "
                  "education, geschlecht, alter, altersgruppe"},
    VocabularyRow{Meaning::finished,
                  "vastausaika, vastauspäivä, vastauspvm, vastattu, vastaamisaika, valmistunut, tallennettu, "
                  "svarsdatum, svarstid, besvarad, inlämnad, submitted, completed, date submitted, submit date, "
                  "submitdate, date completed, end date, end time, enddate, completion time, tidpunkt för svar"},
    VocabularyRow{Meaning::date, "päivä, päivämäärä, pvm, lähetetty, aikaleima, datum, tidsstämpel, date, timestamp, "
                                 "time stamp, recorded date, recordeddate, =time, =aika, =tid, datestamp"},
    VocabularyRow{Meaning::started,
                  "aloitus*, aloitettu, alkamisaika, asiointipäivä, starttid, startdatum, påbörjad, startdate, start "
                  "date, start time, started, time started, date started"},
    VocabularyRow{Meaning::duration,
                  "vastausaika s, vastausaika sekunteina, kesto, svarstid s, varaktighet, duration, time taken, "
                  "interview time, interviewtime, timing, first click, last click, page submit, click count"},
    VocabularyRow{Meaning::weight, "paino, painokerroin, painotus, vikt, viktkoefficient, weight, wt, wgt, weighting"},
    VocabularyRow{Meaning::response,
                  "vastaus id, vastauksen id, vastauksen tunnus, vastaustunnus, vastausnumero, lomakenro, =id, =nro, "
                  "svars id, svarsnummer, löpnummer, responseid, response id, =respondent id, =respondentid, network "
                  "id, submission id, answer id, antwort id, record id"},
    VocabularyRow{Meaning::respondent,
                  "asiakas id, asiakasnumero, asiakastunnus, jäsennumero, asiakasnro, vastaajatunnus, vastaajan id, "
                  "kund id, kundnummer, medlemsnummer, customerid, customer id, customer number, customer no, client "
                  "id, clientid, member id, account, externalreference, external reference, external data reference, "
                  "externaldatareference, contact id, =token, panelist id, user id"},
    VocabularyRow{Meaning::tool,
                  "=tila, keskeneräinen, =valmis, =status, response type, ofullständig, =klar, =finished, progress, "
                  "lastpage, last page, seed, startlanguage, =complete, collector id, collectorid, "
                  "distributionchannel, distribution channel, responseset, response set, locationaccuracy, ref url, "
                  "refurl, survey version, tags, ending"},
    VocabularyRow{Meaning::comment,
                  "avoin palaute, avovastaus, avoin vastaus, avoimet vastaukset, kommentti, kommentit, vapaa sana, "
                  "vapaa palaute, perustel*, miksi*, muu mikä, kerro*, terveis*, kehitysehdot*, kehitysideat, palaute, "
                  "öppet svar, öppna svar, fritext, kommentar*, varför*, motivera*, annat vad, berätta*, övrigt, "
                  "övriga, comment*, verbatim, why*, reason, open end*, open ended response, feedback, other please "
                  "specify, please specify, explain, suggestion*, write in, other write in"},
    VocabularyRow{Meaning::contact,
                  "saako * ottaa yhteyttä, yhteydenottolupa, lupa ottaa yhteyttä, saa ottaa yhteyttä, haluan "
                  "yhteydenoton, haluatko * yhteyttä, får vi kontakta, kontakttillstånd, may we contact, can we "
                  "contact, contact permission, consent to contact, follow up ok, we may contact you"},
    VocabularyRow{Meaning::person,
                  "sähköposti*, s posti, email*, e mail*, e post*, epost*, mejl*, meiliosoite, =mail, emailaddress, "
                  "recipientemail, recipient email"},
    VocabularyRow{Meaning::person,
                  "puhelin, puhelimesi, puhelinnumer*, puhelinnro, puhelinnr, puhelimen numero, =puh, puh nro, puh "
                  "numero, matkapuhelin, matkapuhelimesi, matkapuhelinnumer*, kännykkä, kännykkänumer*, kännykän "
                  "numero, gsm, telefon, telefonnummer*, telefonnr, tfn, mobil, mobilnummer, mobilnr, mobiltelefon, "
                  "=phone, phone number, phone no, customer phone, contact phone, home phone, work phone, your "
                  "phone, telephone, =mobile, mobile number, mobile phone, =tel, =cell, cell phone"},
    VocabularyRow{Meaning::person,
                  "henkilötunnu*, hetu, sotu, sosiaaliturvatunnus, syntymäaika, syntymäpäivä, passi, passin numero, "
                  "passinumero, ajokort*, personbeteckning, personnummer, samordningsnummer, födelsedatum, "
                  "passnummer, körkort*, ssn, social security*, national id, date of birth, birth date, birthdate, "
                  "dob, birthday, passport*, driver license, driver licence, driver s license, driver s licence, "
                  "drivers license, driving licence"},
    VocabularyRow{Meaning::person,
                  "ip osoite, laitetunnus, evästeet, selain, ip adress, enhets id, kakor, =webbläsare, ipaddress, "
                  "ip address, =ip, device id, deviceid, imei, mac address, cookie*, user agent, useragent, browser "
                  "meta*, =browser, käyttäjätunnus, käyttäjänimi, användarnamn, username"},
    VocabularyRow{Meaning::person,
                  "tilinumero, iban, korttinumero, rekisterinumero, rekisteritunnus, tilausnumero, tilauksen "
                  "numero, varausnumero, laskunumero, laskun numero, sopimusnumero, tapausnumero, asianumero, "
                  "diaarinumero, allekirjoitus, kontonummer, bankkonto, kortnummer, registernummer, "
                  "registreringsnummer, regnr, ordernummer, beställningsnummer, bokningsnummer, fakturanummer, "
                  "avtalsnummer, ärendenummer, underskrift, account no, account number, bank account, card number, "
                  "credit card*, licence plate, license plate, order no, order number, order id, order reference, "
                  "booking number, booking reference, reservation number, invoice no, invoice number, invoice id, "
                  "contract number, policy number, claim number, case id, case no, case number, ticket id, ticket "
                  "no, ticket number, signature"},
    VocabularyRow{Meaning::person,
                  "etunimi, sukunimi, koko nimi, förnamn, efternamn, first name, last name, full name, given name, "
                  "family name, middle name, surname, firstname, lastname, recipientfirstname, recipientlastname, "
                  "recipient first name, recipient last name, vorname des empfängers, nachname des empfängers"},
    VocabularyRow{Meaning::name,
                  "=nimi, =nimesi, =nimenne, oma nimi, vastaajan nimi, asiakkaan nimi, yhteyshenkilön nimi, "
                  "tilaajan nimi, käyttäjän nimi, potilaan nimi, lapsen nimi, huoltajan nimi, nimimerkki, "
                  "lempinimi, yhteyshenkilö, suosittelija, suosittelijan nimi, =namn, ditt namn, svarandens namn, "
                  "respondentens namn, kundens namn, patientens namn, barnets namn, kontaktperson, =name, your "
                  "name, nickname, respondent name, participant name, customer name, client name, patient name, "
                  "guest name, user name, contact name, contact person, =contact, =vorname, =nachname"},
    VocabularyRow{Meaning::place,
                  "=osoite, osoitteesi, katuosoite, lähiosoite, kotiosoite, asuinosoite, postiosoite, "
                  "toimitusosoite, laskutusosoite, postinumero*, postitoimipaikka, sijainti, koordinaatit, "
                  "leveysaste, pituusaste, adress, gatuadress, hemadress, postadress, leveransadress, postnummer, "
                  "postort, =position, koordinater, latitud, longitud, =address, street address, home address, "
                  "mailing address, postal address, billing address, delivery address, shipping address, street, "
                  "zip, zip code, postcode, postal code, latitude, longitude, locationlatitude, locationlongitude, "
                  "location latitude, location longitude, location, coordinates, gps, breitengrad, längengrad"},
    VocabularyRow{Meaning::employee,
                  "myyjä, myyjän nimi, asiakaspalvelija, asiakaspalvelijan nimi, käsittelijä, käsittelijän nimi, "
                  "asiantuntija, asiantuntijan nimi, hoitaja, hoitajan nimi, lääkäri, lääkärin nimi, opettaja, "
                  "opettajan nimi, kouluttajan nimi, asentaja, asentajan nimi, säljare, säljarens namn, "
                  "handläggare, handläggarens namn, rådgivare, rådgivarens namn, skötare, läkare, läkarens namn, "
                  "lärare, lärarens namn, montör, agent, agent name, seller, seller name, handler, advisor, advisor "
                  "name, staff, staff member, staff name, rep, sales rep, employee, employee name, =teacher, "
                  "teacher name, =doctor, doctor name, =nurse, =technician, trainer name, instructor name"},
    VocabularyRow{Meaning::rank, "rank, ranking, rank the, rank these, järjestä, aseta * järjestykseen, järjestykseen, "
                                 "tärkeysjärjesty*, mieluisuusjärjesty*, rangordna*, order of preference, in order of, "
                                 "order your selected"},
    VocabularyRow{Meaning::amount,
                  "how many, how long, how often, how much time, number of, years, weeks, hours, minutes, montako, "
                  "kuinka monta, kuinka monen, kuinka usein, kuinka kauan, kuinka pitkään, lukumäärä, lkm, kpl, määrä, "
                  "vuotta, viikkoa, tuntia, tunneissa, euroa, hur många, hur ofta, hur länge, hur mycket tid, "
                  "antal, count, year, vuosi, år, income, tulot, inkomst, syntymävuosi, födelseår, year of "
                  "birth, bus factor"},
};

constexpr auto fillers = std::to_array<std::string_view>(
    {"a",     "all",   "an",    "and",  "are",    "as",     "at",      "att",    "by",   "de",      "den",
     "der",   "det",   "did",   "die",  "din",    "ditt",   "do",      "does",   "du",   "ei",      "en",
     "er",    "ett",   "for",   "från", "för",    "had",    "has",     "have",   "hur",  "how",     "i",
     "in",    "is",    "it",    "ja",   "kuin",   "kuinka", "med",     "me",     "mikä", "millä",   "miltä",
     "missä", "miten", "mitkä", "mitä", "my",     "ni",     "och",     "of",     "oli",  "olla",    "om",
     "on",    "or",    "our",   "ovat", "please", "på",     "sa",      "select", "sen",  "she",     "sinun",
     "som",   "sinä",  "that",  "the",  "to",     "vad",    "valitse", "var",    "välj", "was",     "were",
     "what",  "which", "who",   "with", "you",    "your",   "yours",   "är",     "ange", "response"});

} // namespace

std::span<const VocabularyRow> header_vocabulary() noexcept { return vocabulary; }

bool is_filler(std::string_view word) { return std::find(fillers.begin(), fillers.end(), word) != fillers.end(); }

} // namespace cx
