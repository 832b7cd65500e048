#include "asiointi_sentences.hpp"

namespace examples::sentences {
namespace {

constexpr std::array<std::string_view, 12> late{
    "Toimitus myöhästyi {d} päivää eikä kukaan ilmoittanut mitään.",
    "Kotiinkuljetus piti olla {v}, tuli vasta seuraavalla viikolla.",
    "Odotin {P} koko päivän kotona turhaan; kuljettaja ei ikinä tullut.",
    "Toimitusaika venyi ja venyi, aina luvattiin uusi päivä.",
    "Otin töistä vapaata {v} ja toimitus siirrettiin samana aamuna.",
    "Tilausseurannassa luki \"matkalla\" {d} päivää putkeen.",
    "Luvattu aikaikkuna ei pitänyt lainkaan, kuski soitti {m} minuuttia ennen iltakymmentä.",
    "Uusi {N} seisoi kuljetusliikkeen terminaalissa toista viikkoa.",
    "Myöhässä taas. Kolmas kerta peräkkäin kun toimituspäivä vaihtuu.",
    "Toimitus viivästyi ja vanhat ruoat ehtivät sulaa, kun {P} ei kuulunut.",
    "Ennen tuli sovittuna päivänä, nyt ei pidä mikään aikataulu.",
    "Aikataulu petti täysin, odotusta kertyi {d} päivää."};

constexpr std::array<std::string_view, 8> web_shop_bad{
    "Maksusivu kaatui kolme kertaa ennen kuin tilaus meni läpi.",
    "En löytänyt {G} mittoja mistään, joutui arvaamaan.",
    "Verkkokaupassa luki varastossa, mutta {d} päivän päästä tilaus peruttiin.",
    "Haku ei löydä mitään jos ei kirjoita tuotenumeroa ihan oikein.",
    "Alennuskoodi ei toiminut eikä syytä kerrottu.",
    "Sivut on kännykällä tosi hankalat, napit menee päällekkäin.",
    "Ostoskori tyhjeni itsestään, kaikki alusta.",
    "Toimituskulut ({e} €) näkyivät vasta ihan lopussa; olisin halunnut tietää heti."};

constexpr std::array<std::string_view, 8> store_bad{
    "Myyjää sai odottaa {m} minuuttia, vaikka liikkeessä ei ollut juuri ketään.",
    "Myyjä tyrkytti lisäturvaa koko ajan.",
    "Esillä ollut {N} ei ollutkaan myytävänä.",
    "Henkilökunta ei osannut sanoa eroa kahden mallin välillä.",
    "Kassalla pitkä jono ja yksi kassa auki.",
    "Tuntui että häiritsin myyjää kysymyksilläni.",
    "Hinta hyllyssä oli {e} € halvempi kuin kassalla.",
    "Tulin varta vasten katsomaan {P} eikä sitä ollutkaan enää mallikappaleena."};

constexpr std::array<std::string_view, 8> delivery_bad{
    "Uudessa koneessa oli lommo kyljessä, kun paketti avattiin.",
    "Kuljettaja jätti {G} rappukäytävään, vaikka kotiinkannosta oli maksettu.",
    "Pakkausjätteet jäi meille, vaikka niiden poisvienti kuului hintaan.",
    "Väärä malli toimitettiin, sovittu oli ihan toinen {N}.",
    "Kuski oli kiireinen ja tyly, ovenkarmi sai kolhun.",
    "Ilmoitusta saapumisesta ei tullut, sattumalta olin kotona.",
    "Vanhaa {P} ei otettukaan mukaan vaikka niin oli sovittu.",
    "Toimituksesta ei saanut mitään tietoa ilman että itse soitti perään."};

constexpr std::array<std::string_view, 8> installation_bad{
    "Asentaja tuli mutta tarvittavat osat puuttuivat.",
    "Asennus jäi kesken ja jatkoaika meni {d} päivän päähän.",
    "Hana jäi tippumaan asennuksen jälkeen.",
    "Asentaja sanoi, ettei tällaista {P} voi meille edes asentaa; miksi se sitten myytiin?",
    "Lattiaan tuli naarmu eikä siitä sanottu mitään.",
    "Laskuun lisättiin {e} € tarvikkeita joista ei ollut puhetta.",
    "Käyttöä ei neuvottu yhtään, ohje lyötiin käteen.",
    "Toimitus ja asennus eivät puhu keskenään: asentaja paikalla, {N} ei."};

constexpr std::array<std::string_view, 10> phone_bad{
    "Jonotin {m} minuuttia ja sitten linja katkesi.",
    "Jonotusmusiikki on tullut tutuksi, {m} min tälläkin kertaa.",
    "Sama asia piti selittää kolmelle eri ihmiselle.",
    "Luvattiin soittaa takaisin, ei ole kuulunut {d} päivään.",
    "Puhelimessa ei osattu auttaa, käskettiin laittaa sähköpostia.",
    "Valikossa painellaan numeroita ikuisuus ennen kuin pääsee jonoon.",
    "Asiakaspalvelija oli ystävällinen mutta ei voinut tehdä mitään.",
    "Soitin neljästi saman asian takia, aina aloitetaan alusta.",
    "Vastaus oli \"niin se vain on\", ei kovin hyvää palvelua.",
    "Takaisinsoitto ei toimi; jonoon joutuu aina uudestaan."};

constexpr std::array<std::string_view, 7> chat_bad{"Botti ei ymmärtänyt mitään ja ihmiselle ei päässyt.",
                                                   "Chatissa vastattiin valmiilla lauseilla, ei siihen mitä kysyin.",
                                                   "Keskustelu katkesi kesken kaiken ja piti aloittaa alusta.",
                                                   "Odotin vastausta {m} minuuttia ruudun ääressä.",
                                                   "Lopulta käskettiin soittaa, miksi sitten on chat?",
                                                   "Linkki jonka sain vei ihan väärälle sivulle.",
                                                   "Robotti toisteli samaa: \"Voinko auttaa jossain muussa?\""};

constexpr std::array<std::string_view, 7> repair_bad{"Huoltoa sai odottaa {d} päivää ilman {P}.",
                                                     "Sama vika tuli takaisin viikon päästä huollosta.",
                                                     "Varaosa oli tilattu väärä, uusi käynti vasta kuukauden päästä.",
                                                     "Takuu ei muka kattanutkaan, lasku {e} €.",
                                                     "Huoltomies ei ilmoittanut tulostaan, olimme töissä.",
                                                     "Kukaan ei osaa sanoa missä meidän {N} on menossa.",
                                                     "Vika kyllä löytyi; korjaus maksaisi enemmän kuin uusi {N}."};

constexpr std::array<std::string_view, 7> invoicing_bad{
    "Lasku tuli kahteen kertaan ja perään vielä maksumuistutus.",
    "Laskussa oli {e} € ylimääräistä eikä erittelyä.",
    "Hyvitys ei ole tullut vaikka luvattiin {d} päivässä.",
    "Osamaksun ehdot selvisi vasta laskusta.",
    "Verkkolaskua on pyydetty jo kolmesti, paperilasku tulee silti.",
    "Viitenumero puuttui ja maksu jäi leijumaan.",
    "Toimitusmaksu veloitettu vaikka toimitus oli tarjouksessa \"0 €\"."};

constexpr std::array<std::string_view, 8> opening_list{"Petyin pahasti.",
                                                       "Ei mennyt ihan putkeen.",
                                                       "Olen ollut teidän asiakas vuosia, mutta nyt meni pieleen.",
                                                       "Valitettavasti huono kokemus.",
                                                       "No jaa.",
                                                       "Tästä ei voi antaa hyvää arvosanaa.",
                                                       "Odotin enemmän.",
                                                       "Harmittaa!"};
constexpr std::array<std::string_view, 9> closing_list{"Ensi kerralla ostan muualta.",
                                                       "Toivottavasti tähän tulee parannus.",
                                                       "Korvausta ei ole kuulunut.",
                                                       "En suosittele kenellekään.",
                                                       "Naapuri sai kilpailijalta saman parissa päivässä.",
                                                       "Olisi kiva jos joku edes pahoittelisi.",
                                                       "Hinta sentään oli kohdallaan.",
                                                       "Mitä jos joskus luettaisiin nämä palautteet?",
                                                       "Aika kallista näin huonosta palvelusta."};
constexpr std::array<std::string_view, 7> short_list{
    "Ei toiminut.", "huono", "Surkeaa!", "ei ikinä enää", "Liian hidasta", "Tiedätte kyllä.", "En ole tyytyväinen."};

} // namespace

constinit const Sentences                               late_delivery = late;
constinit const std::array<Sentences, touchpoint_count> bad{web_shop_bad, store_bad, delivery_bad, installation_bad,
                                                            phone_bad,    chat_bad,  repair_bad,   invoicing_bad};
constinit const Sentences                               bad_opening = opening_list;
constinit const Sentences                               bad_closing = closing_list;
constinit const Sentences                               bad_short = short_list;

} // namespace examples::sentences
