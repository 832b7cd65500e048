#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cx/model/personal_columns.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using Why = PersonalColumn::Why;

namespace {

using Values = std::vector<std::string>;

constexpr int rows = 40;

/// Different in every row, and of no form that tells what they are.
Values different_texts() {
    Values values;
    for (int i = 0; i < rows; ++i) values.push_back(fmt::format("Xaver {} Ypsilon", i * 7 + 3));
    return values;
}

Values few_names() {
    Values values;
    for (int i = 0; i < rows; ++i) values.push_back(i % 3 == 0 ? "Anna" : i % 3 == 1 ? "Kalle" : "Leena");
    return values;
}

Values ratings() {
    Values values;
    for (int i = 0; i < rows; ++i) values.push_back(std::to_string(1 + i % 5));
    return values;
}

Values groups() {
    Values values;
    for (int i = 0; i < rows; ++i) values.push_back(i % 2 == 0 ? "Pohjoinen" : "Etelä");
    return values;
}

Values emails() {
    Values values;
    for (int i = 0; i < rows; ++i) values.push_back(fmt::format("x{}@esimerkki.fi", i));
    return values;
}

Values phones() {
    Values values;
    for (int i = 0; i < rows; ++i) values.push_back(fmt::format("040 123 45{}", 10 + i));
    return values;
}

Values addresses() {
    Values values;
    for (int i = 0; i < rows; ++i) values.push_back(fmt::format("192.0.2.{}", i));
    return values;
}

struct Made {
    std::vector<std::string> headers; ///< the rows of them
    Values                   values;
};

Export export_of(const std::vector<Made>& columns) {
    ExportBuilder builder;
    for (const Made& column : columns) builder.column(column.headers.front(), column.headers.back(), column.headers);
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<std::string> cells;
        for (const Made& column : columns) cells.push_back(column.values.empty() ? "" : column.values[row]);
        builder.row(cells);
    }
    return builder.opened();
}

MeasurementModel a_model() {
    MeasurementModel model;
    model.file = "cx.toml";
    model.answers = default_answer_texts();
    return model;
}

std::vector<PersonalColumn> found(const std::vector<Made>& columns, const MeasurementModel& model = a_model()) {
    return personal_columns(model, export_of(columns));
}

bool personal_by_header(const std::string& header, const Values& values) {
    return found({{{header}, values}}) == std::vector<PersonalColumn>{{0, Why::header}};
}

} // namespace

TEST_CASE("headers of names") {
    for (const char* header : {"Nimi",
                               "Nimesi",
                               "Etunimi",
                               "Sukunimi",
                               "Koko nimi",
                               "Yhteyshenkilö",
                               "Vastaajan nimi",
                               "Asiakkaan nimi",
                               "Yhteyshenkilön nimi",
                               "Etu- ja sukunimi",
                               "Suosittelija",
                               "Namn",
                               "Förnamn",
                               "Efternamn",
                               "Kontaktperson",
                               "Kundens namn",
                               "För- och efternamn",
                               "Name",
                               "Your name",
                               "First name",
                               "Last name",
                               "Full name",
                               "First Name:",
                               "Surname",
                               "Customer name",
                               "Respondent name",
                               "Contact",
                               "Contact name",
                               "Contact person",
                               "RecipientFirstName",
                               "RecipientLastName",
                               "Recipient First Name",
                               "first_name",
                               "LASTNAME"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, different_texts()));
    }
}

TEST_CASE("headers of e-mail addresses") {
    for (const char* header :
         {"Sähköposti",     "Sähköpostiosoite", "Sähköpostisi",  "Sahkoposti",   "S-posti",        "Email",
          "E-mail",         "E-Mail Address",   "Email Address", "EmailAddress", "RecipientEmail", "Recipient Email",
          "Customer email", "E-post",           "E-postadress",  "Epost",        "Mejl",           "Mejladress",
          "Mail",           "Meiliosoite",      "user_email"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, different_texts()));
    }
}

TEST_CASE("headers of telephone numbers") {
    for (const char* header : {"Puhelin",
                               "Puhelinnumero",
                               "Puhelinnumerosi",
                               "Puh.",
                               "Puh. nro",
                               "Matkapuhelin",
                               "Matkapuhelinnumero",
                               "GSM",
                               "GSM-numero",
                               "Kännykkä",
                               "Kännykkänumero",
                               "Telefon",
                               "Telefonnummer",
                               "Tfn",
                               "Mobil",
                               "Mobilnummer",
                               "Mobiltelefon",
                               "Phone",
                               "Phone number",
                               "Phone no.",
                               "Telephone",
                               "Telephone number",
                               "Mobile",
                               "Mobile number",
                               "Mobile phone",
                               "Tel",
                               "Tel.",
                               "Cell",
                               "Cell phone",
                               "Customer phone"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, different_texts()));
    }
}

TEST_CASE("headers of identities") {
    for (const char* header : {"Henkilötunnus",
                               "Hetu",
                               "HETU",
                               "Sotu",
                               "Syntymäaika",
                               "Syntymäpäivä",
                               "Passi",
                               "Passin numero",
                               "Passinumero",
                               "Ajokortin numero",
                               "Personbeteckning",
                               "Personnummer",
                               "Födelsedatum",
                               "Passnummer",
                               "SSN",
                               "Social security number",
                               "National id",
                               "National ID number",
                               "Date of birth",
                               "DOB",
                               "Birth date",
                               "Birthday",
                               "Passport",
                               "Passport number",
                               "Driver's license"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, different_texts()));
    }
}

TEST_CASE("headers of addresses and places") {
    for (const char* header : {"Osoite",
                               "Osoitteesi",
                               "Katuosoite",
                               "Lähiosoite",
                               "Kotiosoite",
                               "Postiosoite",
                               "Postinumero",
                               "Postitoimipaikka",
                               "Sijainti",
                               "Koordinaatit",
                               "Adress",
                               "Gatuadress",
                               "Hemadress",
                               "Postadress",
                               "Postnummer",
                               "Postort",
                               "Position",
                               "Koordinater",
                               "Address",
                               "Home address",
                               "Street",
                               "Street address",
                               "Mailing address",
                               "ZIP",
                               "Zip code",
                               "Postcode",
                               "Postal code",
                               "Latitude",
                               "Longitude",
                               "LocationLatitude",
                               "LocationLongitude",
                               "Location Latitude",
                               "Coordinates",
                               "GPS",
                               "Leveysaste",
                               "Pituusaste",
                               "Location"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, different_texts()));
    }
}

TEST_CASE("headers of what machines tell") {
    for (const char* header : {"IP-osoite",
                               "IP",
                               "Laitetunnus",
                               "Evästeet",
                               "Selain",
                               "IP-adress",
                               "Enhets-ID",
                               "Kakor",
                               "Webbläsare",
                               "IPAddress",
                               "IP Address",
                               "Device ID",
                               "DeviceId",
                               "Cookie",
                               "Cookies",
                               "User agent",
                               "UserAgent",
                               "Browser",
                               "Browser Metadata Q1 - Browser",
                               "Browser Meta Info - Operating System"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, different_texts()));
    }
}

TEST_CASE("headers of accounts, orders and cases") {
    for (const char* header :
         {"Tilinumero",         "IBAN",          "Rekisterinumero", "Rekisteritunnus",     "Tilausnumero",
          "Tilauksen numero",   "Laskun numero", "Laskunumero",     "Tapausnumero",        "Asianumero",
          "Allekirjoitus",      "Kontonummer",   "Registernummer",  "Registreringsnummer", "Ordernummer",
          "Beställningsnummer", "Fakturanummer", "Ärendenummer",    "Underskrift",         "Account no.",
          "Account number",     "Bank account",  "Licence plate",   "License plate",       "Order no.",
          "Order number",       "Order ID",      "Invoice no.",     "Invoice number",      "Case id",
          "Case number",        "Ticket number", "Signature"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, different_texts()));
    }
}

TEST_CASE("headers of employees") {
    for (const char* header : {"Myyjä",       "Myyjän nimi",  "Asiakaspalvelija", "Asiakaspalvelijan nimi",
                               "Käsittelijä", "Asiantuntija", "Hoitaja",          "Lääkäri",
                               "Opettaja",    "Säljare",      "Säljarens namn",   "Handläggare",
                               "Rådgivare",   "Skötare",      "Läkare",           "Lärare",
                               "Agent",       "Agent name",   "Seller",           "Handler",
                               "Advisor",     "Staff",        "Staff member",     "Rep",
                               "Sales rep",   "Employee name"}) {
        CAPTURE(header);
        CHECK(personal_by_header(header, few_names()));
    }
}

TEST_CASE("headers that only sound personal") {
    for (const char* header : {"Tuotenimi",
                               "Tuotteen nimi",
                               "Kurssin nimi",
                               "Kampanjan nimi",
                               "Muu, mikä",
                               "Ikä",
                               "Sukupuoli",
                               "Asiakasryhmä",
                               "Osoittautuiko tuote hyväksi?",
                               "Passiivinen",
                               "Nimike",
                               "Rekisteröityminen",
                               "Tilaustapa",
                               "Laskutus",
                               "Puhelinpalvelu",
                               "Puhelinpalvelun laatu",
                               "Puhelimen malli",
                               "Postipalvelu",
                               "Sähköinen asiointi",
                               "Mobiilisovellus",
                               "Selaimen nopeus?",
                               "Product name",
                               "Course name",
                               "Brand name",
                               "Filename",

                               "Mobile app",
                               "Mobile application",

                               "Cellar",
                               "Reputation",
                               "Repurchase",
                               "Telling others",
                               "Agency",
                               "Teaching",
                               "Produktnamn",
                               "Kursens namn",
                               "Kundgrupp",
                               "Mobilapp",
                               "Adresserades problemet?",
                               "Department",
                               "Region"}) {
        CAPTURE(header);
        CHECK(found({{{header}, groups()}}).empty());
    }
}

TEST_CASE("a rating is none, whatever its header") {
    for (const char* header : {"Puhelin", "Email", "Myyjä", "Asiakaspalvelija", "Name", "Osoite"}) {
        CAPTURE(header);
        CHECK(found({{{header}, ratings()}}).empty());
    }
}

TEST_CASE("names of a few people who answer often") {
    CHECK(personal_by_header("Etunimi", few_names()));
    CHECK(personal_by_header("Last name", few_names()));
    CHECK(found({{{"Name"}, groups()}}).empty()); // of a shop perhaps
}

TEST_CASE("an empty column is personal by its header") {
    CHECK(personal_by_header("Sähköposti", {}));
    CHECK(personal_by_header("Nimi", {}));
}

TEST_CASE("any header row counts") {
    CHECK(found({{{"Q12_4", "Etunimi"}, different_texts()}}) == std::vector<PersonalColumn>{{0, Why::header}});
    CHECK(found({{{"Email", "Where can we send you what we promised to everybody who answers all of this?"},
                  different_texts()}}) == std::vector<PersonalColumn>{{0, Why::header}});
    CHECK(found({{{"What is your full name?", "Open-Ended Response"}, different_texts()}}) ==
          std::vector<PersonalColumn>{{0, Why::header}});
    CHECK(found({{{"Yhteystiedot", "Puhelinnumero"}, different_texts()}}) ==
          std::vector<PersonalColumn>{{0, Why::header}});
    CHECK(found({{{"Q12", "Palvelun laatu"}, different_texts()}}).empty());
}

TEST_CASE("values tell, whatever the header") {
    CHECK(found({{{"Muu tieto"}, emails()}, {{"Extra"}, phones()}, {{"x"}, addresses()}, {{"y"}, groups()}}) ==
          std::vector<PersonalColumn>{{0, Why::values}, {1, Why::values}, {2, Why::values}});
}

TEST_CASE("what the model calls personal is, whatever it holds") {
    MeasurementModel model = a_model();
    model.columns.personal = {"Ryhmä", "No such column"};
    CHECK(found({{{"Ryhmä"}, groups()}, {{"Muu"}, groups()}}, model) == std::vector<PersonalColumn>{{0, Why::model}});
}

TEST_CASE("what the model uses is personal for its values alone") {
    MeasurementModel model = a_model();
    model.columns.segments = {"Postinumero", "Myyjä"};
    model.columns.touchpoint = {"Osoite"};
    model.columns.comment = {"Nimi"};
    Item item;
    item.column = "Puhelin";
    model.items.push_back(item);
    CHECK(found({{{"Postinumero"}, different_texts()},
                 {{"Myyjä"}, few_names()},
                 {{"Osoite"}, different_texts()},
                 {{"Nimi"}, different_texts()},
                 {{"Puhelin"}, groups()}},
                model)
              .empty());
    CHECK(found({{{"Postinumero"}, phones()},
                 {{"Myyjä"}, emails()},
                 {{"Osoite"}, addresses()},
                 {{"Nimi"}, different_texts()},
                 {{"Puhelin"}, groups()}},
                model) == std::vector<PersonalColumn>{{0, Why::values}, {1, Why::values}});
}

TEST_CASE("the columns of conditions are used") {
    MeasurementModel model = a_model();
    Journey          journey;
    journey.segment = {"Postinumero=00100"};
    model.journeys.push_back(journey);
    CHECK(found({{{"Postinumero"}, different_texts()}}, model).empty());
    CHECK_FALSE(found({{{"Postinumero"}, different_texts()}}).empty());
}

TEST_CASE("the customer's column is hashed and so not left out, another of its names is") {
    MeasurementModel model = a_model();
    model.columns.respondent = {"Asiakasnumero", "Sähköposti"};
    CHECK(found({{{"Sähköposti"}, emails()}, {{"Asiakasnumero"}, different_texts()}}, model) ==
          std::vector<PersonalColumn>{{0, Why::values}});
    CHECK(found({{{"Sähköposti"}, different_texts()}, {{"Asiakasnumero"}, different_texts()}}, model) ==
          std::vector<PersonalColumn>{{0, Why::header}});
    CHECK(found({{{"Sähköposti"}, emails()}}, model).empty());
    model.columns.personal = {"Sähköposti"};
    CHECK(found({{{"Sähköposti"}, emails()}}, model).empty());
}

TEST_CASE("of a recognised model it is said what was recognised by") {
    MeasurementModel model = a_model();
    model.recognised = true;
    model.columns.personal = {"Muu", "Sähköposti"};
    CHECK(found({{{"Muu"}, emails()}, {{"Sähköposti"}, different_texts()}}, model) ==
          std::vector<PersonalColumn>{{0, Why::values}, {1, Why::header}});
}

TEST_CASE("no columns, nothing personal") { CHECK(found({}).empty()); }
