// kreds map for exactly those present, as one informant told it, without names; and the empty sheet.
#include <catch2/catch.hpp>

#include "kreds.hpp"

using namespace kreds::testing;

namespace {

/// Exit code and what stands on stderr.
void check_refused(const std::vector<std::string>& arguments, int exit_code, const std::string& sentence) {
  const RunResult result = run_kreds(arguments);
  CAPTURE(arguments, result.err);
  CHECK(result.exit_code == exit_code);
  CHECK(result.out.empty());
  CHECK(result.err.rfind("kreds: " + sentence, 0) == 0);
}

std::string text_of_pdf(const std::string& file) {
  return run_program({"pdftotext", "-raw", file, "-"}).out;
}

}  // namespace

TEST_CASE("a picture for those present comes with a page for the one who shows it", "[cli][map][present]") {
  const TemporaryFolder folder;
  const std::string file = folder / "kort.svg";
  const RunResult result = run_kreds({"map", liam, "--present", "anna, Karen,moster", "-o", file});
  CHECK(result.exit_code == 0);
  CHECK(result.out.rfind("Kun til dig, der viser kortet.", 0) == 0);
  CHECK(result.out.find("Anna (mor), Karen (mormor) og Line (moster)") != std::string::npos);
  CHECK(result.out.find("»Lørdagene hos Mikkel«") != std::string::npos);
  const std::string picture = bytes_of(file);
  CHECK(picture.find("Karen") != std::string::npos);
  CHECK(picture.find("Lørdagene") == std::string::npos);
  CHECK(picture.find("onflikt") == std::string::npos);
  const RunResult karen = run_kreds({"map", liam, "--present", "karen", "-o", file});
  CHECK(karen.out.find("Ikke holdt tilbage, fordi de, det gælder, ikke er til stede") != std::string::npos);
  CHECK(run_kreds({"map", liam, "--present", "karen", "--genogram", "-o", file}).exit_code == 0);
}

TEST_CASE("whom nobody knows is told and whom one could mean is asked for", "[cli][map][present]") {
  const TemporaryFolder folder;
  const std::string file = folder / "kort.svg";
  const RunResult stranger = run_kreds({"map", liam, "--present", "karen,Bertram Østergaard", "-o", file});
  CHECK(stranger.exit_code == 0);
  CHECK(stranger.out.find("»Bertram Østergaard« er ikke i sagen") != std::string::npos);
  // A typing mistake could put on the wall what this person must not see.
  check_refused({"map", liam, "--present", "karne", "-o", folder / "ny.svg"}, 1, "Ingen i sagen hedder »karne«. Mente");
  CHECK(bytes_of(folder / "ny.svg").empty());
}

TEST_CASE("a room without anybody or without a place for its page is wrong usage", "[cli][map][present][usage]") {
  const std::string out = "/tmp/kreds-findes-ikke.svg";
  check_refused({"map", liam, "--present", "", "-o", out}, 2, "Sig, hvem der er til stede");
  check_refused({"map", liam, "--present", " , ", "-o", out}, 2, "Sig, hvem der er til stede");
  check_refused({"map", liam, "--present", "anna", "-o", "-", "--format", "svg"}, 2, "Siden til dig, der viser kortet");
  check_refused({"map", liam, "--present", "anna", "--audience", "casefile", "-o", out}, 2, "--present er familiens");
  check_refused({"map", liam, "--present", "anna", "--statistics", "-o", out}, 2, "Både siden til dig og tallene");
  check_refused({"map", liam, "--present", "anna", "--pseudonyms", "-o", out}, 2, "Dem, der er til stede");
  check_refused({"rank", liam, "--present", "anna"}, 2, "»--present« er ikke et valg her.");
}

TEST_CASE("the map as one informant told it can be asked for in many words", "[cli][map][seen-by]") {
  const auto map = [](const std::string& who) {
    return run_kreds({"map", liam, "--audience", "professional", "--seen-by", who, "-o", "-", "--format", "svg"});
  };
  const std::string annas = map("anna").out;
  CHECK(annas.find("Netværket, som Anna ser det") != std::string::npos);
  for (const std::string who : {"Anna", "mother", "mor"}) CHECK(map(who).out == annas);
  CHECK(map("child").out.find("Netværket, som Liam selv ser det") != std::string::npos);
  CHECK(map("mother").err.find("5. februar 2024") != std::string::npos);  // her interview is old
}

TEST_CASE("who told nothing and who is not to be asked for is told", "[cli][map][seen-by][usage]") {
  const std::string out = "/tmp/kreds-findes-ikke.svg";
  const auto asked = [&](const std::string& who, const std::string& audience) {
    return std::vector<std::string>{"map", liam, "--audience", audience, "--seen-by", who, "-o", out};
  };
  check_refused(asked("dennis", "professional"), 1, "Den, du spørger efter, har ikke fortalt noget");
  check_refused(asked("bodil", "professional"), 1, "Det er ikke klart, hvem »bodil« er. Hørt er: ");
  check_refused(asked("anna", "family"), 2, "Familien kan kun se kortet, som barnet selv ser det");
  check_refused({"map", liam, "--genogram", "--audience", "casefile", "--seen-by", "anna", "-o", out}, 2,
                "--seen-by er til kortet");
  // Liam has not said yes: for the family nothing of his is left.
  check_refused(asked("child", "family"), 1, "Den, du spørger efter, har ikke fortalt noget");
}

TEST_CASE("every command leaves out names when asked to", "[cli][pseudonyms]") {
  const TemporaryFolder folder;
  const std::vector<std::vector<std::string>> commands = {{"map", liam, "-o", "-", "--format", "svg"},
                                                          {"map", liam, "-o", "-", "--format", "dot", "--genogram"},
                                                          {"rank", liam},
                                                          {"rank", liam, "--json"},
                                                          {"rank", liam, "-o", "-", "--format", "svg"},
                                                          {"stats", liam, "--csv"},
                                                          {"ask", liam},
                                                          {"explain", liam, "Mormor"}};
  for (std::vector<std::string> command : commands) {
    CAPTURE(command);
    const bool explains = command[0] == "explain";
    if (!explains) CHECK(run_kreds(command).out.find("Karen") != std::string::npos);
    command.push_back("--pseudonyms");
    const RunResult result = run_kreds(command);
    CHECK(result.exit_code == 0);
    for (const std::string name : {"Karen", "Mikkel", "Liam", "Oskar", "Selma", "Sindal", "2024-0117"})
      CHECK((result.out + result.err).find(name) == std::string::npos);
  }
  const RunResult karen = run_kreds({"ask", liam, "--audience", "person:karen", "--pseudonyms"});
  CHECK(karen.out.find("Spørgsmål til Mormor") == 0);
}

TEST_CASE("an empty sheet needs no case and is exactly as large as its paper", "[cli][map][blank]") {
  const TemporaryFolder folder;
  for (const auto& [size, points] : {std::pair<std::string, std::string>{"a3", "1190.55 x 841.89"},
                                     std::pair<std::string, std::string>{"a4", "841.89 x 595.276"}}) {
    const std::string file = folder / (size + ".pdf");
    const RunResult result = run_kreds({"map", "--blank", size, "-o", file});
    CHECK(result.exit_code == 0);
    CHECK((result.out + result.err).empty());
    CHECK(run_program({"pdfinfo", file}).out.find("Page size:       " + points + " pts") != std::string::npos);
    const std::string text = text_of_pdf(file);
    for (const std::string words : {"Hvor sover du godt?", "Hvem ville du ringe til, hvis du blev alvorligt syg?",
                                    "Familie", "Barnets navn", "Ikke lagt på kortet endnu"})
      CHECK(text.find(words) != std::string::npos);
    const std::string first = bytes_of(file);
    CHECK(run_kreds({"map", "--blank", size, "-o", file}).exit_code == 0);
    CHECK((bytes_of(file) == first));
  }
  CHECK(run_kreds({"map", "--blank", "a4", "-o", "-", "--format", "svg", "--lang", "en"}).out.find("Ask the child") !=
        std::string::npos);
}

TEST_CASE("an empty sheet has the rings of its case and nothing else of it", "[cli][map][blank]") {
  const TemporaryFolder folder;
  std::string text = case_with_name("Anna");
  const std::string mark = "\"case\": {";
  text.replace(text.find(mark), mark.size(), mark + "\"rings\": 3, ");
  write_file(folder / "tre.json", text);
  const std::string sheet = run_kreds({"map", folder / "tre.json", "--blank", "a4", "-o", "-", "--format", "svg"}).out;
  CHECK(sheet.find("3 er helt ude ved kanten") != std::string::npos);
  CHECK(sheet.find("Anna") == std::string::npos);
  CHECK(run_kreds({"map", liam, "--blank", "a4", "-o", "-", "--format", "svg"}).out ==
        run_kreds({"map", "--blank", "a4", "-o", "-", "--format", "svg"}).out);
}

TEST_CASE("what means nothing to an empty sheet is told", "[cli][map][blank][usage]") {
  check_refused({"map", "--blank", "a5", "-o", "x.pdf"}, 2, "»a5« er ikke et papir. Brug a3 eller a4.");
  check_refused({"map", "--blank", "a4", "-o", "x.dot"}, 2, "Endelsen på »x.dot« er ikke et format her.");
  check_refused({"map", "--blank", "a4"}, 2, "Der mangler en fil at skrive til");
  check_refused({"map", "--blank", "a4", "--genogram", "-o", "x.pdf"}, 2,
                "»--genogram« betyder ikke noget for et tomt");
  check_refused({"map", "--blank", "a4", "--as-of", "2024-01-01", "-o", "x.pdf"}, 2, "»--as-of« betyder ikke noget");
}
