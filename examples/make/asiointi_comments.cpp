#include "asiointi_comments.hpp"

#include <array>

#include "asiointi_sentences.hpp"

namespace examples {
namespace {

using namespace sentences;

struct Product {
    std::string_view nominative, genitive, partitive;
};

constexpr std::array<Product, 9> products{{{"jääkaappi", "jääkaapin", "jääkaappia"},
                                           {"pesukone", "pesukoneen", "pesukonetta"},
                                           {"astianpesukone", "astianpesukoneen", "astianpesukonetta"},
                                           {"kuivausrumpu", "kuivausrummun", "kuivausrumpua"},
                                           {"pakastin", "pakastimen", "pakastinta"},
                                           {"liesi", "lieden", "liettä"},
                                           {"uuni", "uunin", "uunia"},
                                           {"induktiotaso", "induktiotason", "induktiotasoa"},
                                           {"viinikaappi", "viinikaapin", "viinikaappia"}}};

constexpr std::array<std::string_view, 6> weekdays{"maanantaina", "tiistaina",   "keskiviikkona",
                                                   "torstaina",   "perjantaina", "lauantaina"};

std::string with_slots(Random& random, std::string_view sentence) {
    const Product          product = random.pick(products);
    const std::string_view weekday = random.pick(weekdays);
    const int              days = random.between(3, 16);
    const int              minutes = random.between(2, 11) * 5;
    const int              euros = random.between(3, 19) * 10 - 1;
    return filled(sentence, {{"{N}", std::string(product.nominative)},
                             {"{G}", std::string(product.genitive)},
                             {"{P}", std::string(product.partitive)},
                             {"{v}", std::string(weekday)},
                             {"{d}", std::to_string(days)},
                             {"{m}", std::to_string(minutes)},
                             {"{e}", std::to_string(euros)}});
}

Sentences about(Random& random, std::size_t touchpoint, Mood mood, bool late) {
    if (mood == Mood::bad && touchpoint == delivery && (late ? random.happens(850) : random.happens(200)))
        return late_delivery;
    switch (mood) {
    case Mood::bad:
        return bad[touchpoint];
    case Mood::neutral:
        return neutral[touchpoint];
    case Mood::good:
        break;
    }
    return good[touchpoint];
}

Sentences closing(Mood mood) {
    if (mood == Mood::bad) return bad_closing;
    return mood == Mood::good ? good_closing : neutral_closing;
}

Sentences opening(Mood mood) {
    if (mood == Mood::bad) return bad_opening;
    return mood == Mood::good ? good_opening : neutral_opening;
}

std::string in_short(Random& random, Mood mood) {
    if (mood == Mood::bad) return std::string(random.pick(bad_short));
    return std::string(mood == Mood::good ? random.pick(good_short) : random.pick(neutral_short));
}

std::string_view face(Random& random, Mood mood) {
    if (mood == Mood::bad) return random.pick(std::array<std::string_view, 4>{" 😡", " 😞", " 👎", " :("});
    if (mood == Mood::good) return random.pick(std::array<std::string_view, 5>{" 😊", " 👍", " ❤️", " 🙏", " :)"});
    return random.pick(std::array<std::string_view, 3>{" 🙂", " 🤷", " :/"});
}

} // namespace

std::string asiointi_comment(Random& random, std::size_t touchpoint, Mood mood, bool late) {
    if (random.happens(70)) return in_short(random, mood);
    std::vector<std::string> parts;
    if (random.happens(230)) parts.emplace_back(random.pick(opening(mood)));
    const Sentences        main = about(random, touchpoint, mood, late);
    const std::string_view first = random.pick(main);
    parts.push_back(with_slots(random, first));
    if (random.happens(380)) {
        const std::string_view second = random.pick(main);
        if (second != first) parts.push_back(with_slots(random, second));
    }
    if (random.happens(290)) parts.emplace_back(random.pick(closing(mood)));
    if (random.happens(12)) parts.emplace_back(random.pick(leaves_contact));
    std::string text = joined(random, std::move(parts));
    if (random.happens(60)) text += face(random, mood);
    return text;
}

} // namespace examples
