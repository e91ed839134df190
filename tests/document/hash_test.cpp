#include "kreds/document/hash.hpp"

#include <catch2/catch.hpp>

using namespace kreds::document;

TEST_CASE("SHA-256 gives the digests of FIPS 180-2", "[document][hash]") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(short_hash("abc") == "ba7816bf");
}
