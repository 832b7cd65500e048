#include <cx/base/digest.hpp>
#include <cx/base/error.hpp>
#include <cx/exports/export.hpp>

// Calls from one end of the library to the other, so that everything it is linked from has to be found.
int main() {
    if (cx::sha256("") != "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") return 1;
    try {
        static_cast<void>(cx::open_export("no-such-survey.csv", {}));
    } catch (const cx::Error&) {
        return 0;
    }
    return 1;
}
