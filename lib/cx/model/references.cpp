#include <cx/model/references.hpp>

#include <fmt/format.h>

namespace cx::detail {

void References::declare(const std::string& kind, const std::string& id, Mark at, Problems& problems) {
    if (id.empty()) return;
    const auto [first, added] = declared_[kind].emplace(id, at);
    if (added) return;
    problems.add(at,
                 fmt::format("the id {} is another [[{}]]'s already, on line {}", quoted(id), kind, first->second.line),
                 "give each its own");
}

void References::refer(const std::string& kind, const std::string& id, Mark at, const std::string& where) {
    if (!id.empty()) references_.push_back({kind, id, where, at});
}

void References::check(Problems& problems) const {
    // Candidates for a guess, made once a kind: a file can have very many of both.
    std::map<std::string, std::vector<std::string>> ids;
    for (const auto& [kind, declared] : declared_)
        for (const auto& [id, at] : declared) ids[kind].push_back(id);
    for (const Reference& reference : references_) {
        const auto declared = declared_.find(reference.kind);
        if (declared != declared_.end() && declared->second.contains(reference.id)) continue;
        problems.add(
            reference.at,
            fmt::format("{} is {}, and no [[{}]] has that id", reference.where, quoted(reference.id), reference.kind),
            problems.meant(reference.id, ids[reference.kind],
                           fmt::format("add a [[{}]] with id = {}", reference.kind, quoted(reference.id))));
    }
}

} // namespace cx::detail
