#pragma once

// All responses of an export, with every row accounted for.

#include <functional>
#include <memory>

#include <cx/archive/archive.hpp>
#include <cx/exports/export.hpp>
#include <cx/responses/account.hpp>
#include <cx/responses/binding.hpp>
#include <cx/responses/response_block.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// What is made of responses: see RecordSink, whose order of calls holds here too.
class ResponseSink {
  public:
    virtual ~ResponseSink() = default;
    virtual void               take(const ResponseBlock& responses) = 0;
    virtual void               hand_over() = 0;
    [[nodiscard]] virtual bool depends_on_order() const noexcept = 0;
    virtual void               finish() = 0;
};

/// Reads `source` once. With `unique` in the binding's request, rows are read one by one in the file's order.
/// @throws Error with its place: what read_records() throws, text that is not in the export's encoding, with `strict`
/// the first row or answer that
///         cannot be taken
RowAccount read_responses(Export& source, const ReadOptions& options, const Binding& binding, unsigned threads,
                          const std::function<std::unique_ptr<ResponseSink>()>& make_sink);

/// The same of the responses of an archive: of their cells those that the binding uses.
RowAccount read_responses(const ArchivePart& part, const Binding& binding, unsigned threads,
                          const std::function<std::unique_ptr<ResponseSink>()>& make_sink);

} // namespace cx
