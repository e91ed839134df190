// What is told when a command cannot be understood: one sentence, one pointer to the help, exit code 2, and no file is
// opened for it.
#include <catch2/catch.hpp>

#include "kreds.hpp"

using kreds::testing::liam;
using kreds::testing::run_kreds;
using kreds::testing::RunResult;

namespace {

struct Wrong {
  std::vector<std::string> arguments;
  std::string sentence;
  std::string command;  ///< whose help is named
};

void check(const Wrong& wrong) {
  const RunResult result = run_kreds(wrong.arguments);
  INFO(wrong.sentence);
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(result.err == "kreds: " + wrong.sentence + "\nkreds: Se »kreds" + wrong.command + " --help«.\n");
}

}  // namespace

TEST_CASE("a wrong command is told with the nearest one", "[cli][usage]") {
  check({{}, "Der mangler en kommando, fx check, map eller add. »kreds --help« viser dem alle.", ""});
  check({{"rnak", liam}, "»rnak« er ikke en kommando. Mente du »rank«?", ""});
  check({{"tegn", liam}, "»tegn« er ikke en kommando.", ""});
  check({{"--version=2"}, "»--version« står alene, uden værdi.", ""});
}

TEST_CASE("a wrong option is told with the nearest one", "[cli][usage]") {
  check({{"rank", "--jsn", liam}, "»--jsn« er ikke et valg her. Mente du »--json«?", " rank"});
  check({{"map", liam, "-o", "x.png", "--audiense=family"},
         "»--audiense« er ikke et valg her. Mente du »--audience«?",
         " map"});
  check({{"check", "-z", liam}, "»-z« er ikke et valg her.", " check"});
  check({{"stats", "--style", "casefile", liam}, "»--style« betyder ikke noget for denne kommando.", " stats"});
  check({{"stats", "--numbers", liam}, "»--numbers« er ikke et valg her.", " stats"});
}

TEST_CASE("a missing or superfluous argument is told", "[cli][usage]") {
  check({{"rank"}, "Der mangler en sagsfil.", " rank"});
  check({{"check"}, "Der mangler en sagsfil.", " check"});
  check({{"map", liam}, "Der mangler en fil at skrive til: -o FIL.", " map"});
  check({{"map", liam, "-o", ""}, "Der mangler en fil at skrive til: -o FIL.", " map"});
  check({{"map", liam, "-o"}, "Der mangler noget efter »--output«.", " map"});
  check({{"rank", liam, "--as-of"}, "Der mangler noget efter »--as-of«.", " rank"});
  check({{"rank", "a.json", "b.json"}, "»b.json« er for meget; der kan kun være én sag.", " rank"});
  check({{"rank", liam, "--as-of", "2024-03-01", "--as-of", "2024-03-02"}, "»--as-of« står der flere gange.", " rank"});
  check({{"rank", liam, "--json=ja"}, "»--json« står alene, uden værdi.", " rank"});
  check({{"rank", liam, "--json", "--csv"}, "Vælg enten --json eller --csv.", " rank"});
  check({{"rank", liam, "--numbers", "--csv"},
         "Tallene står allerede i JSON og CSV; --numbers er til siden, der skal læses.",
         " rank"});
}

TEST_CASE("a value that cannot be is told with what can be", "[cli][usage]") {
  for (const char* date : {"i går", "2024-02-30", "2024-3-1", "01.03.2024", "", "2024-03-01T00:00"})
    check({{"rank", liam, "--as-of", date}, "»" + std::string(date) + "« er ikke en dato som 2024-03-01.", " rank"});
  check({{"map", liam, "-o", "x.png", "--audience", "mor"},
         "»mor« er ikke en målgruppe. Brug family, person:ID, casefile, handover eller professional.",
         " map"});
  check({{"map", liam, "-o", "x.png", "--audience", "person:"},
         "»person:« er ikke en målgruppe. Brug family, person:ID, casefile, handover eller professional.",
         " map"});
  check({{"map", liam, "-o", "x.gif"},
         "Endelsen på »x.gif« er ikke et format her. Brug png, svg, pdf eller dot, eller sig --format.",
         " map"});
  check({{"map", liam, "-o", "x"},
         "»x« har ingen endelse. Brug png, svg, pdf eller dot efter et punktum, eller sig --format.",
         " map"});
  check({{"map", liam, "-o", "x.png", "--format", "jpeg"},
         "»jpeg« er ikke et format her. Brug png, svg, pdf eller dot.",
         " map"});
  check(
      {{"map", liam, "-o", "-"}, "Til standardoutput skal formatet siges: --format png, svg, pdf eller dot.", " map"});
  check({{"map", liam, "-o", "x.png", "--style", "farvel"},
         "Der er ikke noget udseende, der hedder »farvel«. Der er: casefile, high-contrast, print-greyscale, "
         "projector, projector-dark.",
         " map"});
}

TEST_CASE("a size is a name or two sides within limits", "[cli][usage]") {
  for (const char* size : {"stor", "1920", "1920x", "x1080", "1920x1080x3", "1e3x400", "99999999999x400", ""})
    check({{"map", liam, "-o", "x.png", "--size", size},
           "»" + std::string(size) + "« er ikke en størrelse. Brug projector, a4, a4-portrait eller fx 1280x720.",
           " map"});
  for (const char* size : {"-5x400", "319x400", "400x319", "8001x400", "400x8001"})
    check({{"map", liam, "-o", "x.png", "--size", size},
           "»" + std::string(size) + "« går ikke: hver side skal være mellem 320 og 8000 pixels.",
           " map"});
}

TEST_CASE("the order and the figures are refused to those who may not see them", "[cli][usage]") {
  for (const char* audience : {"family", "casefile", "person:karen"})
    check({{"rank", liam, "--audience", audience},
           "Rækkefølgen er kun til fagpersoner: --audience professional eller handover.",
           " rank"});
  for (const char* audience : {"family", "person:karen"})
    check({{"stats", liam, "--audience", audience},
           "Nøgletal er kun til fagpersoner og sagen: --audience professional, handover eller casefile.",
           " stats"});
}

TEST_CASE("a language without words is refused in Danish", "[cli][usage]") {
  check({{"rank", liam, "--lang", "tlh"}, "Der er ingen ord på sproget »tlh«. Der er: da, en.", ""});
  check({{"--lang=../../etc/passwd"}, "Der er ingen ord på sproget »../../etc/passwd«. Der er: da, en.", ""});
}

TEST_CASE("arguments are judged before the case is opened", "[cli][usage]") {
  check({{"map", "/findes/ikke.json", "-o", "x.gif"},
         "Endelsen på »x.gif« er ikke et format her. Brug png, svg, pdf eller dot, eller sig --format.",
         " map"});
}

TEST_CASE("usage errors are told in English when that is asked for", "[cli][usage]") {
  const RunResult result = run_kreds({"--lang", "en", "rnak"});
  CHECK(result.exit_code == 2);
  CHECK(result.err == "kreds: »rnak« is not a command. Did you mean »rank«?\nkreds: See »kreds --help«.\n");
}

TEST_CASE("a wrong day of today is told", "[cli][usage]") {
  kreds::testing::RunOptions options;
  options.environment["KREDS_TODAY"] = "i morgen";
  const RunResult result = run_kreds({"rank", liam}, options);
  CHECK(result.exit_code == 2);
  CHECK(result.err ==
        "kreds: KREDS_TODAY er »i morgen«, men skal være en dato som 2024-03-01.\nkreds: Se »kreds --help«.\n");
}

TEST_CASE("an argument that steers a terminal is not echoed raw", "[cli][usage]") {
  const RunResult result = run_kreds({"rank", liam, "--as-of", "\x1b[31m\xC2\x9B"});
  CHECK(result.exit_code == 2);
  CHECK(!kreds::testing::steers_a_terminal(result.err));
}
