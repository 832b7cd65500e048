#!/usr/bin/env python3
"""Scores the example surveys a second time, without cx: figures for its own to be compared with.

usage: expected.py asiointi|northlight RESPONSES.csv > EXPECTED.csv

Written straight from the definitions, row by row, with the standard library alone. Standard errors divide by n - 1;
with weights they are Taylor-linearised, and pooled items are clustered by response.
"""
import csv
import math
import sys

NO_ANSWER = {"", "-", "NA", "#N/A", "NULL", "EOS", "En osaa sanoa", "N/A"}


class Item:
    def __init__(self, id, kind, column, touchpoint=None, importance=None, good=None):
        self.id, self.kind, self.column = id, kind, column
        self.touchpoint, self.importance, self.good = touchpoint, importance, good


ASIOINTI = {
    "delimiter": ";",
    "weight": None,
    "items": [
        Item("suosittelu", "recommend", "Kuinka todennäköisesti suosittelisit Kotilinnaa ystävälle tai kollegalle?"),
        Item("tyytyvaisyys", "satisfaction", "Kuinka tyytyväinen olit asiointiin?"),
        Item("helppous", "effort", "Kuinka helppoa asiointi oli?"),
        Item("ymmarretty", "rating", "Tarpeeni ymmärrettiin"),
        Item("ratkesi", "rating", "Asiani ratkesi odotetusti"),
        Item("ystavallinen", "rating", "Palvelu oli ystävällistä"),
        Item("ajoissa", "rating", "Asia hoitui ajoissa"),
        Item("sujui", "rating", "Asiointi sujui helposti"),
        Item("asiantunteva", "rating", "Sain asiantuntevaa apua"),
        Item("ratkaistu", "choice", "Ratkesiko asiasi?", good="Kyllä"),
    ],
    "touchpoints": {
        "Verkkokauppa": ("verkkokauppa", "osto"), "Myymälä": ("myymala", "osto"), "Toimitus": ("toimitus", "toimitus"),
        "Asennus": ("asennus", "kayttoonotto"), "Asiakaspalvelu, puhelin": ("puhelin", "tuki"),
        "Puhelinpalvelu": ("puhelin", "tuki"), "Chat": ("chat", "tuki"), "Huolto": ("huolto", "tuki"),
        "Laskutus": ("laskutus", "laskutus"),
    },
}

NEEDS = [("understood", "Northlight understands what we need"), ("solved", "Our issues get solved as we expect"),
         ("friendly", "People at Northlight are friendly"), ("on-time", "Things happen on time"),
         ("easy", "Doing business with Northlight is easy")]
ATTRIBUTES = [("analytics", "Analytics ahead of the industry"), ("advice", "Advice that saves energy"),
              ("integrations", "Open integrations"), ("partner", "A partner in our climate targets"),
              ("data", "Data we can rely on"), ("support", "Responsive support"), ("pricing", "Pricing we can foresee"),
              ("security", "Safe handling of our data")]
TOUCHPOINTS = [("onboarding", "Onboarding"), ("field-visit", "Field visits"), ("portal", "Web portal"), ("app", "Mobile app"),
               ("support-desk", "Support desk"), ("account-manager", "Account manager"), ("billing", "Billing")]
NORTHLIGHT = {
    "delimiter": ",",
    "weight": "Weight",
    "items": [
        Item("recommend", "recommend", "How likely are you to recommend Northlight to a friend or colleague?"),
        Item("satisfaction", "satisfaction", "Overall, how satisfied are you with Northlight?"),
        Item("effort", "effort", "Northlight made it easy for us to handle our issue"),
    ] + [Item(id, "rating", text) for id, text in NEEDS]
      + [Item("sat-" + id, "satisfaction", "Satisfaction: " + text, touchpoint=id) for id, text in TOUCHPOINTS]
      + [Item(id, "pair", "Performance: " + text, importance="Importance: " + text) for id, text in ATTRIBUTES],
    "stages": {"start": ["onboarding", "field-visit"], "use": ["portal", "app"],
               "help": ["support-desk", "account-manager"], "pay": ["billing"]},
}


def number(cell):
    return None if cell.strip() in NO_ANSWER else int(cell)


def moments(values):
    """n, base, effective n, mean and its standard error of (value, weight) pairs."""
    n = len(values)
    if n == 0:
        return 0, 0, 0, None, None
    base = math.fsum(w for _, w in values)
    mean = math.fsum(x * w for x, w in values) / base
    effective = base * base / math.fsum(w * w for _, w in values)
    if n == 1:
        return n, base, effective, mean, None
    error = math.sqrt(n / (n - 1) * math.fsum((w * (x - mean)) ** 2 for x, w in values)) / base
    return n, base, effective, mean, error


def metrics(item, rows, weight):
    """(metric, n, base, effective n, value, standard error) for each metric of an item over some rows."""
    def scored(answers, name, score, scale=1.0):
        n, base, effective, mean, error = moments([(score(x), w) for x, w in answers])
        return (name, n, base, effective, None if mean is None else scale * mean, None if error is None else scale * error)

    if item.kind == "pair":
        both = [(number(r[item.column]), number(r[item.importance]), weight(r)) for r in rows]
        performance = [(p, w) for p, _, w in both if p is not None]
        importance = [(i, w) for _, i, w in both if i is not None]
        gaps = [(p - i, w) for p, i, w in both if p is not None and i is not None]
        told = [scored(performance, "performance", lambda x: x), scored(importance, "importance", lambda x: x),
                scored(gaps, "gap", lambda x: x), scored(performance, "top2", lambda x: x >= 9, 100)]
        wanted = moments([(i, w) for p, i, w in both if p is not None and i is not None])
        opportunity = None if wanted[0] == 0 else wanted[3] + max(-told[2][4], 0)
        return told + [("opportunity", *wanted[:3], opportunity, None)]
    if item.kind == "choice":
        answers = [(r[item.column] == item.good, weight(r)) for r in rows if r[item.column] not in NO_ANSWER]
        return [scored(answers, "share", lambda x: x, 100)]
    answers = [(number(r[item.column]), weight(r)) for r in rows]
    answers = [(x, w) for x, w in answers if x is not None]
    if item.kind == "recommend":
        return [scored(answers, "nps", lambda x: (x >= 9) - (x <= 6), 100), scored(answers, "promoters", lambda x: x >= 9, 100),
                scored(answers, "passives", lambda x: 7 <= x <= 8, 100), scored(answers, "detractors", lambda x: x <= 6, 100),
                scored(answers, "mean", lambda x: x)]
    if item.kind == "effort":
        return [scored(answers, "ces", lambda x: x), scored(answers, "ces_easy", lambda x: x >= 5, 100),
                scored(answers, "top2", lambda x: x >= 6, 100)]
    named = "csat" if item.kind == "satisfaction" else None
    return ([scored(answers, named, lambda x: x >= 4, 100)] if named else []) + [
        scored(answers, "mean", lambda x: x), scored(answers, "top2", lambda x: x >= 4, 100)]


def pooled(items, rows, weight):
    """Satisfaction over several items: a row's answers are a cluster."""
    clusters = []
    for row in rows:
        answers = [a for a in (number(row[i.column]) for i in items) if a is not None]
        if answers:
            clusters.append((answers, weight(row)))
    count, results = len(clusters), []
    answered = sum(len(a) for a, _ in clusters)
    base = math.fsum(len(a) * w for a, w in clusters)
    squares = math.fsum(len(a) * w * w for a, w in clusters)
    for name, score, scale in (("csat", lambda x: x >= 4, 100), ("mean", lambda x: x, 1)):
        value = math.fsum(w * sum(map(score, a)) for a, w in clusters) / base
        spread = math.fsum((w * (sum(map(score, a)) - value * len(a))) ** 2 for a, w in clusters)
        error = math.sqrt(count / (count - 1) * spread) / base
        results.append((name, answered, base, base * base / squares, scale * value, scale * error))
    return results


def groups(survey, rows):
    """(dimension, group, rows) of every group whose scores are told."""
    def split(dimension, key):
        found = {}
        for row in rows:
            found.setdefault(key(row), []).append(row)
        return [(dimension, group, found[group]) for group in sorted(found)]

    told = [("all", "", rows)]
    if survey is ASIOINTI:
        touchpoint = lambda r: survey["touchpoints"][r["Kohtaamispiste"]]
        month = lambda r: r["Vastausaika"][6:10] + "-" + r["Vastausaika"][3:5]
        told += split("touchpoint", lambda r: touchpoint(r)[0]) + split("stage", lambda r: touchpoint(r)[1])
        told += split("channel", lambda r: r["Kanava"]) + split("Asiakasryhmä", lambda r: r["Asiakasryhmä"])
        told += split("Alue", lambda r: r["Alue"]) + split("month", month)
        told += split("touchpoint:month", lambda r: touchpoint(r)[0] + ":" + month(r))
    else:
        told += [s for column in ("Plan", "Region", "Industry") for s in split(column, lambda r: r[column])]
        told += split("quarter", lambda r: r["Completed"][:4] + "-Q" + str((int(r["Completed"][5:7]) + 2) // 3))
    return told


def shown(value):
    return "" if value is None else repr(float(value)) if not isinstance(value, int) else str(value)


def main():
    survey = {"asiointi": ASIOINTI, "northlight": NORTHLIGHT}[sys.argv[1]]
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=survey["delimiter"], strict=True))
    weight = (lambda r: float(r[survey["weight"]])) if survey["weight"] else (lambda r: 1)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["dimension", "group", "item", "metric", "n", "base", "n_effective", "value", "se"])

    def tell(dimension, group, item, results):
        for metric, n, base, effective, value, error in results:
            out.writerow([dimension, group, item, metric, n, shown(base), shown(effective), shown(value), shown(error)])

    for dimension, group, members in groups(survey, rows):
        for item in survey["items"]:
            # A crossing with months tells what the story is about, and not every item.
            if dimension == "touchpoint:month" and item.kind in ("rating", "choice") and item.id != "ajoissa":
                continue
            tell(dimension, group, item.id, metrics(item, members, weight))
    for stage, touchpoints in survey.get("stages", {}).items():
        items = [i for i in survey["items"] if i.touchpoint in touchpoints]
        if len(items) > 1:
            tell("stage", stage, "", pooled(items, rows, weight))
        for item in items:
            tell("stage", stage, item.id, metrics(item, rows, weight))


if __name__ == "__main__":
    main()
