#pragma once

#include <map>
#include <string>
#include <vector>

#include <cx/model/problems.hpp>

namespace cx::detail {

/// Ids that a model file declares, and where it refers to them, by kind: `touchpoint`, `stage`, `promise`.
class References {
  public:
    /// An id seen before is a problem. An empty one is left alone.
    void declare(const std::string& kind, const std::string& id, Mark at, Problems& problems);
    /// @param where  what refers: `'touchpoint' in [[item]]`
    void refer(const std::string& kind, const std::string& id, Mark at, const std::string& where);
    /// Whatever was referred to and not declared is a problem. To be called when all is read.
    void check(Problems& problems) const;

  private:
    struct Reference {
        std::string kind, id, where;
        Mark        at;
    };
    std::map<std::string, std::map<std::string, Mark>> declared_;
    std::vector<Reference>                             references_;
};

} // namespace cx::detail
