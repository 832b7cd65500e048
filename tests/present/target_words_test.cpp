#include <cx/present/target_words.hpp>

#include <catch2/catch.hpp>

#include <present/judged_targets.hpp>

using namespace cx;

TEST_CASE("A target is called by its metric, group and question", "[present][targets]") {
    const ScoreTable table = sample::judged_table();
    CHECK(target_label(table.targets[0]) == "NPS: How likely are you to recommend us?");
    CHECK(target_label(table.targets[1]) == "NPS Telephone: How likely are you to recommend us?");
    CHECK(target_label(table.targets[7]) == "basics met");
    JudgedTarget nameless = table.targets[1];
    nameless.group_name.clear();
    CHECK(target_label(nameless) == "NPS phone: How likely are you to recommend us?");
}

TEST_CASE("A sentence has value, interval, base, bounds, verdict and owner", "[present][targets]") {
    const ScoreTable table = sample::judged_table();
    const auto       sentence = [&](std::size_t i) { return target_sentence(table.targets[i], 0.95); };
    CHECK(sentence(0) == "33.6 (95% interval 31.2 to 35.9, n 4,229), target >= 30: met, certain; owner Web sales");
    CHECK(sentence(1) ==
          "−40.3 (95% interval −46.6 to −33.5, n 494), target >= 20: missed by 60.3, certain; owner Web sales");
    CHECK(sentence(2) ==
          "37.4 (95% interval 29.5 to 44.7, n 388), target >= 40: missed by 2.6, within the margin; owner Web sales");
    CHECK(sentence(3) ==
          "47.0 (95% interval 41.6 to 52.0, n 715), target >= 45: met, within the margin; owner Web sales");
    CHECK(sentence(4) == "39.2 (95% interval 10.7 to 67.0, n 12), target >= 35: undecided: 12 answers, fewer than the "
                         "30 that it needs; owner Web sales");
    CHECK(sentence(5) ==
          "withheld, target >= 35: undecided: withheld: too few answers to show a figure; owner Web sales");
    CHECK(sentence(6) == "59.3 (95% interval 53.7 to 64.3, n 609), target >= 65: not due before 2026-12: behind, "
                         "certain; owner Web sales");
}

TEST_CASE("A target's words never round over its bound", "[present][targets]") {
    JudgedTarget target = sample::judged_table().targets[7];
    CHECK(target_value(target) == "79.96%");
    CHECK(target_distance(target) == "−0.04");
    target.low = 79.999;
    target.high = 100.00000000000001;
    CHECK(target_interval(target).low == "79.999");
    CHECK(target_interval(target).high == "100.0");
    target.value = 79.99999999999999; // at the bound but for the rounding of doubles
    target.distance = 0;
    CHECK(target_value(target) == "80.0%");
    CHECK(target_distance(target) == "0.0");
}

TEST_CASE("What is withheld or not there is no figure", "[present][targets]") {
    const JudgedTarget hidden = sample::judged_table().targets[5];
    CHECK(target_value(hidden) == "withheld");
    CHECK(target_distance(hidden) == "–");
    CHECK(target_interval(hidden).low.empty());
    JudgedTarget empty;
    empty.bounds = ">= 1";
    empty.status = "undecided";
    empty.reason = "no answers";
    CHECK(target_value(empty) == "–");
    CHECK(target_sentence(empty, 0.95) == "no value (n 0), target >= 1: undecided: no answers");
}

TEST_CASE("The verdict counts what is not met", "[present][targets]") {
    ScoreTable table = sample::judged_table();
    CHECK(verdict_text(table) == "3 of 8 targets missed, 2 undecided, 1 not due");
    CHECK(short_verdict(table) == "3 of 8 missed, 2 undecided, 1 not due");
    table.targets.resize(1);
    CHECK(verdict_text(table) == "the target is met");
    table.targets.push_back(table.targets.front());
    CHECK(verdict_text(table) == "all 2 targets are met");
    CHECK(short_verdict(table) == "all 2 met");
    table.targets[1].status = "undecided";
    CHECK(verdict_text(table) == "0 of 2 targets missed, 1 undecided");
    table.targets[1].status = "missed";
    CHECK(verdict_text(table) == "1 of 2 targets missed");
    table.targets = {table.targets[1]};
    CHECK(verdict_text(table) == "1 of 1 target missed");
    table.targets.clear();
    CHECK(verdict_text(table) == "0 of 0 targets missed");
}
