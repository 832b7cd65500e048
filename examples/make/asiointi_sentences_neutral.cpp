#include "asiointi_sentences.hpp"

namespace examples::sentences {
namespace {

constexpr std::array<std::string_view, 6> web_shop_neutral{
    "Ihan toimiva verkkokauppa, vertailu voisi olla selkeämpi.",
    "Tilaus onnistui, tosin {P} joutui etsimään hetken.",
    "Kuvat ok; tuotetiedoissa parantamisen varaa.",
    "Perussuoritus, ei valittamista eikä kehumista.",
    "Maksaminen sujui, rekisteröityminen oli turha välivaihe.",
    "Hinnat ovat kohdallaan, toimitusajan arvio oli aika ylimalkainen."};
constexpr std::array<std::string_view, 6> store_neutral{"Asiallinen palvelu, valikoima vähän suppea.",
                                                        "Myyjä oli mukava mutta kiireinen.",
                                                        "Löytyi se mitä haettiinkin, parkkipaikkaa sai etsiä.",
                                                        "Sain {G}, väriä ei ollut kuin valkoinen.",
                                                        "Normaali kauppareissu.",
                                                        "Jonossa meni {m} minuuttia, muuten ok."};
constexpr std::array<std::string_view, 6> delivery_neutral{
    "Toimitus tuli, aikaikkuna oli turhan väljä.",     "Perille saatiin {N} ehjänä, tekstiviesti tuli vähän myöhään.",
    "Ihan ok toimitus, kuljettaja ei puhunut paljoa.", "Kaikki kunnossa, tosin {v} olisi sopinut paremmin.",
    "Tavara tuli perille, pakkausta oli valtavasti.",  "Toimituspäivän olisi voinut valita itsekin."};
constexpr std::array<std::string_view, 5> installation_neutral{
    "Asennus meni kuten pitikin, ohjeet käyttöön jäi vähiin.", "Ok, mutta aika sovittiin vasta edellisenä päivänä.",
    "Asentaja tiesi asiansa, siivous jäi meille.", "Työ hoitui, hinta ({e} €) hieman yllätti.",
    "Toimii niin kuin pitää."};
constexpr std::array<std::string_view, 6> phone_neutral{
    "Asia selvisi lopulta, jonotusta {m} minuuttia.", "Ystävällinen ihminen, asia jäi vähän auki.",
    "Sain vastauksen, vaikka piti odottaa.",          "Ok kun pääsi läpi.",
    "Asiakaspalvelija auttoi parhaansa mukaan.",      "Takaisinsoitto tuli, mutta vasta {v}."};
constexpr std::array<std::string_view, 5> chat_neutral{
    "Chat on kätevä, vastaukset vähän yleisluontoisia.", "Botti ensin, ihminen sitten, meni se niinkin.",
    "Sain linkin ohjeeseen, siitä se selvisi.", "Ihan ok, {m} minuuttia meni.", "Vastaus tuli, tosin lyhyt."};
constexpr std::array<std::string_view, 5> repair_neutral{
    "Huolto korjasi vian, aika oli vasta {d} päivän päästä.", "Asia hoitui toisella käynnillä.",
    "Asiallista, varaosaa piti odotella.", "Nyt {N} toimii taas, katsotaan kuinka kauan.",
    "Korjaus kunnossa; hinta-arvion olisin halunnut etukäteen."};
constexpr std::array<std::string_view, 5> invoicing_neutral{
    "Lasku on lasku.", "Selkeä lasku, eräpäivä turhan nopeasti.", "Erittely voisi olla tarkempi.",
    "E-lasku toimi toisella yrityksellä.", "Maksettu on, ei kommentoitavaa."};

constexpr std::array<std::string_view, 6> opening_list{
    "Ihan ok.", "Perushyvä.", "Ei valittamista.", "Sanoisin että ok.", "Kohtalaisesti.", "Meni niin kuin pitikin."};
constexpr std::array<std::string_view, 6> closing_list{"Parannettavaa on aina.",
                                                       "Muuten kaikki hyvin.",
                                                       "Katsotaan ensi kerralla uudestaan.",
                                                       "Hinta-laatusuhde on ok.",
                                                       "Täyteen kymppiin jäi vähän matkaa.",
                                                       "Ei muuta."};
constexpr std::array<std::string_view, 7> short_list{
    "ok", "Ihan ok", "Menihän se.", "ihan jees", "Perus.", "En osaa sanoa", "👌"};

} // namespace

constinit const std::array<Sentences, touchpoint_count> neutral{
    web_shop_neutral, store_neutral, delivery_neutral, installation_neutral,
    phone_neutral,    chat_neutral,  repair_neutral,   invoicing_neutral};
constinit const Sentences neutral_opening = opening_list;
constinit const Sentences neutral_closing = closing_list;
constinit const Sentences neutral_short = short_list;

} // namespace examples::sentences
