#include "northlight_sentences.hpp"

namespace examples::northlight_sentences {
namespace {

constexpr std::array<std::string_view, 4> analytics_bad{"The analytics look nice but tell us little we did not know.",
                                                        "Forecasts for our sites were off by {p} % last winter.",
                                                        "Building a report takes an afternoon.",
                                                        "We export everything to a spreadsheet anyway."};
constexpr std::array<std::string_view, 5> analytics_good{
    "The anomaly alerts found a stuck valve within {d} days.", "Nobody else shows night-time base load this clearly.",
    "The forecasts have become part of our weekly planning.", "Dashboards our board actually reads.",
    "Best analytics we have seen in this field."};
constexpr std::array<std::string_view, 3> advice_bad{
    "The saving tips are generic: \"switch off the lights\" is not advice.",
    "We asked for a plan per site and got a brochure.", "Advice comes once a year, too late for the budget."};
constexpr std::array<std::string_view, 4> advice_good{"Their advice cut our consumption by {p} % in a year.",
                                                      "The energy review paid for itself in {d} weeks.",
                                                      "They told us honestly which investment not to make.",
                                                      "Useful advice, written so that the site staff can follow it."};
constexpr std::array<std::string_view, 3> integrations_bad{
    "The interface to our building automation breaks after every update.", "Documentation of the API is out of date.",
    "No export to the system our landlord uses."};
constexpr std::array<std::string_view, 3> integrations_good{"The API did what it says; we were connected in {d} days.",
                                                            "Reads our old meters without extra boxes.",
                                                            "Open interfaces, no lock-in."};
constexpr std::array<std::string_view, 3> partner_bad{"We only hear from them at renewal time.",
                                                      "Our account manager has changed three times.",
                                                      "Feels like a supplier, not a partner."};
constexpr std::array<std::string_view, 3> partner_good{"They joined our climate working group and it helped.",
                                                       "Our account manager knows our sites by name.",
                                                       "They think one step ahead with us."};
constexpr std::array<std::string_view, 4> data_bad{
    "Gaps in the meter data every month, and we have to spot them.", "Numbers in the portal and on the report differ.",
    "Two of our meters have been silent for {d} days.", "Hourly values arrive a day late."};
constexpr std::array<std::string_view, 3> data_good{"The data is simply there, every hour.",
                                                    "Meter readings match the grid company's to the kilowatt hour.",
                                                    "Reliable figures we can give to the auditor."};
constexpr std::array<std::string_view, 9> support_bad{
    "Support took {d} days to answer a simple question.",
    "Tickets are closed without a solution, then we open them again.",
    "It is impossible to get a person on the phone.",
    "We waited {d} days for an answer; the plant stood still for two of them.",
    "First line support reads from a script.",
    "The support desk asks for the same screenshots every time.",
    "No reply at all to ticket no. {n}, only \"we are looking into it\".",
    "Great product, slow support.",
    "With {s} sites we need someone who answers the same day."};
constexpr std::array<std::string_view, 3> support_good{"Support called back within the hour.",
                                                       "The support engineer knew the answer straight away.",
                                                       "When something breaks they tell us before we notice."};
constexpr std::array<std::string_view, 4> pricing_bad{"The price went up {p} % at renewal with two weeks' notice.",
                                                      "Per-meter pricing makes it hard to budget.",
                                                      "Invoices need a decoder.", "Add-ons, add-ons, add-ons."};
constexpr std::array<std::string_view, 3> pricing_good{"Fair price, no surprises.",
                                                       "Good value for a company our size.",
                                                       "One price per site: easy to explain to finance."};
constexpr std::array<std::string_view, 2> security_bad{"Still no single sign-on on our plan.",
                                                       "The security questionnaire took {d} weeks to come back."};
constexpr std::array<std::string_view, 2> security_good{"Our auditors had no remarks, which is rare.",
                                                        "Access rights per site work just as we need."};
constexpr std::array<std::string_view, 8> so_so_list{"Does the job.",
                                                     "OK overall.",
                                                     "Good tool; room for improvement in support.",
                                                     "We are still rolling it out, hard to say yet.",
                                                     "Solid, if not exciting.",
                                                     "Works for us, but I would compare before recommending.",
                                                     "No complaints.",
                                                     "Fine."};
constexpr std::array<std::string_view, 9> wishes_list{
    "A mobile app that works offline would help in the basement.",
    "More languages, please: our site staff do not read English.",
    "Could you publish a road map?",
    "Please bring back the old monthly summary.",
    "A direct phone line to second line support.",
    "Carbon figures next to the kilowatt hours.",
    "Nothing else, thank you!",
    "Call me about this: Pat Placeholder, pat.placeholder@example.invalid",
    "Training videos for new colleagues."};

} // namespace

constinit const std::array<Sentences, attribute_count> dislikes{
    analytics_bad, advice_bad, integrations_bad, partner_bad, data_bad, support_bad, pricing_bad, security_bad};
constinit const std::array<Sentences, attribute_count> likes{
    analytics_good, advice_good, integrations_good, partner_good, data_good, support_good, pricing_good, security_good};
constinit const Sentences so_so = so_so_list;
constinit const Sentences wishes = wishes_list;

} // namespace examples::northlight_sentences
