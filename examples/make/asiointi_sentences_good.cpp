#include "asiointi_sentences.hpp"

namespace examples::sentences {
namespace {

constexpr std::array<std::string_view, 7> web_shop_good{"Helppo tilata, kaikki tiedot löytyi yhdestä paikasta.",
                                                        "Vertailutoiminto auttoi valitsemaan meille sopivan {G}.",
                                                        "Tilaus meni läpi muutamassa minuutissa kännykällä.",
                                                        "Hyvä hinta ja selkeä verkkokauppa.",
                                                        "Arvostelut auttoivat, ostin {G} niiden perusteella.",
                                                        "Sain heti vahvistuksen ja toimituspäivän.",
                                                        "Verkkokauppa on nopea, maksaminen sujui."};
constexpr std::array<std::string_view, 8> store_good{
    "Myyjä kysyi mihin käytämme {P} ja ehdotti halvempaa mallia kuin ajattelin.",
    "Todella asiantunteva ja rauhallinen palvelu.",
    "Myyjä jaksoi selittää erot juurta jaksain.",
    "Mukava käydä, kukaan ei tyrkytä.",
    "Sain {G} heti mukaan ja autoonkin autettiin.",
    "Tilanmittauksessa autettiin, mitat piti.",
    "Palvelu pelasi ja hintakin jousti {e} €.",
    "Myyjä muisti minut viime kerrasta!"};
constexpr std::array<std::string_view, 8> delivery_good{"Toimitus tuli sovittuna aikana ja kuljettaja oli kohtelias.",
                                                        "Kuski soitti {m} minuuttia ennen, kannettiin sisään asti.",
                                                        "Nopea toimitus, tilattu {v} ja jo parin päivän päästä kotona.",
                                                        "Vanha {N} lähti samalla kyydillä.",
                                                        "Aikaikkuna piti minuutilleen.",
                                                        "Pakkaukset vietiin pois ja lattia suojattiin.",
                                                        "Tekstiviestillä näki koko ajan missä auto on, hyvä!",
                                                        "Uusi {N} tuli ehjänä kolmanteen kerrokseen ilman hissiä."};
constexpr std::array<std::string_view, 6> installation_good{
    "Asentaja oli ajoissa, siisti ja neuvoi käytössä.",
    "Uusi {N} asennettiin alle tunnissa.",
    "Siisti jälki ja roskat vietiin mennessään.",
    "Asentaja testasi kaiken ja näytti ohjelmat.",
    "Kaikki osat mukana, ei tarvinnut itse tehdä mitään.",
    "Huomasi samalla vuotavan liittimen ja korjasi sen, hieno homma."};
constexpr std::array<std::string_view, 6> phone_good{"Pääsin heti läpi ja asia hoitui kerralla.",
                                                     "Asiakaspalvelija ymmärsi heti mistä on kyse.",
                                                     "Takaisinsoitto tuli {m} minuutissa.",
                                                     "Ystävällinen ja selkeä palvelu puhelimessa.",
                                                     "Virkailija hoiti vaihdon loppuun asti, kiitos hänelle.",
                                                     "Kerrankin ihminen joka kuuntelee."};
constexpr std::array<std::string_view, 6> chat_good{"Chatissa sain vastauksen parissa minuutissa.",
                                                    "Kätevää hoitaa töiden lomassa.",
                                                    "Chatista lähetettiin suoraan oikea ohje {G} nollaamiseen.",
                                                    "Oikea ihminen vastasi ja ongelma ratkesi saman tien.",
                                                    "Sain koko keskustelun sähköpostiin, hyvä juttu.",
                                                    "Nopeaa ja ystävällistä."};
constexpr std::array<std::string_view, 6> repair_good{
    "Huoltomies tuli {v} ja {N} toimi heti.", "Vika löytyi nopeasti, varaosa oli autossa.",
    "Takuuasia hoitui ilman mutinoita.",      "Sain lainalaitteen siksi aikaa, se oli iloinen yllätys.",
    "Korjaus halvempi kuin arvio.",           "Ammattitaitoinen huoltaja, selitti mistä vika johtui."};
constexpr std::array<std::string_view, 5> invoicing_good{
    "Selkeä lasku, kaikki eritelty.", "Hyvitys tuli tilille kahdessa päivässä.", "Osamaksu oli helppo järjestää.",
    "Maksupäivän siirto onnistui pyytämällä.", "Verkkolasku tuli kuten sovittiin."};

constexpr std::array<std::string_view, 8> opening_list{
    "Kiitos!",         "Loistavaa palvelua!",   "Kaikki toimi hienosti.", "Erittäin hyvä.",
    "Täydet pisteet.", "Positiivinen yllätys.", "Taas hyvä kokemus.",     "Hyvä kokemus kaikin puolin."};
constexpr std::array<std::string_view, 8> closing_list{"Suosittelen!",
                                                       "Kiitos koko porukalle.",
                                                       "Tulen toistekin.",
                                                       "Jatkakaa samaan malliin.",
                                                       "Olen jo kertonut kavereille.",
                                                       "Palvelu oli ystävällistä alusta loppuun.",
                                                       "Näin sen pitää toimia.",
                                                       "Kympin suoritus."};
constexpr std::array<std::string_view, 8> short_list{"Hyvä palvelu", "Kiitos!", "Kaikki toimi", "hyvä",
                                                     "Tosi hyvä!!",  "👍👍",      "Nopeaa.",      "Ei moitittavaa"};
constexpr std::array<std::string_view, 6> contact_list{
    "Soittakaa numeroon 040 000 0000, kiitos.",
    "Minut tavoittaa iltaisin: 040 000 0000.",
    "Vastatkaa osoitteeseen maija.mallikas@example.invalid.",
    "Sähköpostini on kalle.koeajo@example.invalid jos haluatte kysyä lisää.",
    "t. Tauno Testaaja, +358 40 000 0000",
    "Laittakaa tieto: pirkko.passiivi@example.invalid"};

} // namespace

constinit const std::array<Sentences, touchpoint_count> good{
    web_shop_good, store_good, delivery_good, installation_good, phone_good, chat_good, repair_good, invoicing_good};
constinit const Sentences good_opening = opening_list;
constinit const Sentences good_closing = closing_list;
constinit const Sentences good_short = short_list;
constinit const Sentences leaves_contact = contact_list;

} // namespace examples::sentences
