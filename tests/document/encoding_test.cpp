#include "kreds/document/encoding.hpp"

#include <catch2/catch.hpp>

using namespace kreds::document;

TEST_CASE("what has a meaning in markup stands as an entity and all else as it was", "[document][encoding]") {
  CHECK(in_markup("Æ & <b>'ø'</b> \"å\"\n") == "Æ &amp; &lt;b&gt;&apos;ø&apos;&lt;/b&gt; &quot;å&quot;\n");
  CHECK(in_markup("").empty());
}

TEST_CASE("bytes stand in base64 as in the examples of RFC 4648", "[document][encoding]") {
  CHECK(base64("").empty());
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64(std::string_view("\0\xFF\xFE", 3)) == "AP/+");
}
