#include <catch2/catch.hpp>

#include "kreds/publishing/lix.hpp"

using kreds::publishing::lix;

TEST_CASE("lix is words per sentence and the share of long words in hundredths", "[publishing][lix]") {
  // 6 words, 2 sentences, one word of more than six letters: 6/2 + 100/6.
  CHECK(lix({"Du har fortalt os noget. Tak!"}) == Approx(3 + 100.0 / 6));
  // Each text ends a sentence: 4 words in 2, none long.
  CHECK(lix({"Det du sagde", "Tak"}) == Approx(2));
  CHECK(lix({}) == 0);
  CHECK(lix({" – … "}) == 0);
}

TEST_CASE("a full stop behind a number ends no sentence", "[publishing][lix]") {
  CHECK(lix({"Vi ses den 3. marts i år."}) == Approx(7));
  CHECK(lix({"Vi ses den 3."}) == Approx(4));
}

TEST_CASE("Danish letters count as one letter each", "[publishing][lix]") {
  CHECK(lix({"Kære øåæøåæ"}) == Approx(2));  // six letters: not long
  CHECK(lix({"Kære øåæøåæø"}) == Approx(2 + 50));
}

TEST_CASE("a sentence may end behind a quotation", "[publishing][lix]") {
  CHECK(lix({"Du sagde: »Jeg vil hjem.« Det ved vi."}) == Approx(8.0 / 3));
}
