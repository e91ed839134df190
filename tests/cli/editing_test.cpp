// The commands that write to a case, as a person runs them.
#include <filesystem>

#include "kreds.hpp"

using namespace kreds::testing;
namespace fs = std::filesystem;

namespace {

/// A folder with a case of Alma, her mother and one conversation.
struct Alma {
  TemporaryFolder folder;
  std::string file = folder / "alma.json";

  Alma() {
    run({"new", file, "--number", "2024-9", "--child", "Alma", "--birth", "2016-03-12", "--date", "2024-02-01"});
    run({"add", file, "person", "--name", "Nina", "--role", "mor", "--birth", "33"});
    run({"add", file, "interview", "--date", "5. februar 2024", "--kind", "hjemmebesøg", "--informants", "Nina"});
  }
  static std::string run(const std::vector<std::string>& arguments, int exit_code = 0) {
    const RunResult result = run_kreds(arguments);
    INFO(result.err);
    CHECK(result.exit_code == exit_code);
    return exit_code == 0 ? result.out : result.err;
  }
  std::string add(std::vector<std::string> arguments, int exit_code = 0) const {
    arguments.insert(arguments.begin(), {"add", file});
    return run(arguments, exit_code);
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("new begins a case and touches none that is there", "[cli][editing]") {
  const Alma alma;
  const std::string before = bytes_of(alma.file);
  CHECK(holds(Alma::run({"new", alma.file, "--number", "1", "--child", "Bo"}, 1), "findes allerede"));
  CHECK(bytes_of(alma.file) == before);
  CHECK(holds(Alma::run({"check", alma.file}), "0 fejl"));
  CHECK(holds(Alma::run({"new", alma.folder / "b.json", "--child", "Bo"}, 2), "--number"));
  CHECK(holds(Alma::run({"new", "-", "--number", "1", "--child", "Bo"}, 2), "»-« går ikke her"));
}

TEST_CASE("add prints what was written in words", "[cli][editing]") {
  const Alma alma;
  const std::string out =
      alma.add({"tie", "--between", "Alma,mor", "--frequency", "hver uge", "--emotional", "ikke spurgt", "--unsure"});
  CHECK(holds(out, "Skrevet ind: relation s1 i samtalen i2 med Nina (5. februar 2024)"));
  CHECK(holds(out, "Alma, Nina"));
  CHECK(holds(out, "hver uge"));
  CHECK(holds(out, "ikke spurgt"));
  CHECK(holds(bytes_of(alma.file), "\"frequency\": \"weekly\", \"unsure\": true"));
}

TEST_CASE("what is written while the newest conversation is somebody else's is told", "[cli][editing]") {
  const Alma alma;
  alma.add({"interview", "--date", "12. februar 2024", "--kind", "skole", "--informants", "Alma"});
  CHECK(holds(alma.add({"fact", "--text", "hun bager", "--by", "Nina"}, 1), "Skriv --interview og den rigtige: i2"));
  alma.add({"interview", "--date", "7. februar 2024", "--kind", "telefon", "--newly-heard", "Karen|mormor"});
  const RunResult tie = run_kreds({"add", alma.file, "tie", "--between", "Alma,Nina", "--frequency", "hver uge"});
  CHECK(tie.exit_code == 0);
  CHECK(holds(tie.out, "i samtalen i3 med Alma (12. februar 2024)"));
  CHECK(holds(tie.err, "den, der sidst blev skrevet ind, er i4 (2024-02-07)"));
  CHECK(holds(alma.add({"person", "--name", "Ole"}), "i3 (12. februar 2024), sagt af Alma"));
}

TEST_CASE("what was typed in another character set is no fault of a file", "[cli][editing]") {
  const Alma alma;
  const std::string told = alma.add({"person", "--name", "S\xF8ren"}, 1);
  CHECK(holds(told, "Sæt terminalen til UTF-8"));
  CHECK_FALSE(holds(told, "Windows-1252"));
}

TEST_CASE("undo tells when there were fewer steps than asked for", "[cli][editing]") {
  const Alma alma;
  const RunResult result = run_kreds({"undo", alma.file, "--steps", "99"});
  CHECK(result.exit_code == 0);
  CHECK(holds(result.err, "kun 2 skridt at tage tilbage, ikke 99. De er taget tilbage nu"));
  CHECK(holds(Alma::run({"undo", alma.file}, 1), "intet at tage tilbage"));
}

TEST_CASE("kin is said in three ways", "[cli][editing]") {
  const Alma alma;
  alma.add({"person", "--name", "Karen", "--role", "mormor"});
  CHECK(holds(alma.add({"kin", "--parent", "Karen", "--child", "Nina"}), "forælder s1"));
  alma.add({"person", "--name", "Ole"});
  CHECK(holds(alma.add({"kin", "--partners", "Karen,Ole", "--kind", "gift"}), "par s2"));
  CHECK(holds(alma.add({"kin", "--siblings", "Karen,Ole", "--negated"}), "søskende s3"));
  CHECK(holds(alma.add({"kin", "--between", "Karen,Ole"}, 2), "--parent"));
  for (const char* word : {"pap", "papforælder", "sted", "step"}) {
    const std::string out = alma.add({"kin", "--parent", "Ole", "--child", "Nina", "--kind", word, "--note", word});
    CHECK(holds(out, "slags                         pap\n"));
  }
}

TEST_CASE("somebody who is heard for the first time comes with the conversation", "[cli][editing]") {
  const Alma alma;
  alma.add({"interview", "--date", "2024-03-01", "--kind", "telephone", "--informants", "Nina", "--newly-heard",
            "Karen|mormor|62|kvinde"});
  CHECK(holds(bytes_of(alma.file), R"("source": {"interview": "i3", "by": ["nina", "karen"]})"));
}

TEST_CASE("wrong usage of the writing commands is told with exit code 2", "[cli][editing]") {
  const Alma alma;
  const std::string before = bytes_of(alma.file);
  CHECK(holds(alma.add({"tei"}, 2), "Mente du »tie«?"));
  CHECK(holds(alma.add({"tie", "--betwen", "a,b"}, 2), "Mente du »--between«?"));
  CHECK(holds(alma.add({"tie", "--between"}, 2), "--between"));
  CHECK(holds(alma.add({"tie", "Alma"}, 2), "står alene"));
  CHECK(holds(alma.add({"tie", "--ring", "1", "--ring", "2"}, 2), "flere gange"));
  CHECK(holds(Alma::run({"withdraw", alma.file, "s1"}, 2), "--by HVEM --reason"));
  CHECK(holds(Alma::run({"correct", alma.file, "s1", "--by", "x", "--reason", "y"}, 2), "--felt"));
  CHECK(holds(Alma::run({"undo", alma.file, "--steps", "0"}, 2), "»0« går ikke"));
  CHECK(holds(Alma::run({"import", "tabel", alma.file}, 2), "kreds import table"));
  CHECK(bytes_of(alma.file) == before);
}

TEST_CASE("a fault of an edit is told in the name of the file and nothing is written", "[cli][editing]") {
  const Alma alma;
  const std::string before = bytes_of(alma.file);
  CHECK(holds(alma.add({"tie", "--between", "Alma,Nini", "--ring", "1"}, 1), "Mente du »Nina«?"));
  CHECK(holds(alma.add({"tie", "--between", "Alma,Nina", "--emotional", "7"}, 1), "(emotional)"));
  CHECK(bytes_of(alma.file) == before);
}

TEST_CASE("a name cannot steer the terminal", "[cli][editing]") {
  const Alma alma;
  CHECK_FALSE(steers_a_terminal(alma.add({"person", "--name",
                                          "Kar\xC2\x9B"
                                          "en"},
                                         1)));
  CHECK_FALSE(steers_a_terminal(alma.add({"person", "--name", "\xE2\x80\xAEneraK"})));
}

TEST_CASE("correct and withdraw and undo and erase do what they say", "[cli][editing]") {
  const Alma alma;
  alma.add({"tie", "--between", "Alma,Nina", "--emotional", "3", "--note", "hemmelig"});
  const std::string before = bytes_of(alma.file);
  const std::vector<std::string> by = {"--by", "M. Lund", "--reason", "hørt forkert", "--date", "1/3 2024"};
  const auto with_name = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), by.begin(), by.end());
    return arguments;
  };
  CHECK(holds(Alma::run(with_name({"correct", alma.file, "s1", "--emotional", "2"})), "relation s2"));
  CHECK(
      holds(bytes_of(alma.file), R"("withdrawn": {"date": "2024-03-01", "by": "M. Lund", "reason": "hørt forkert"})"));
  Alma::run(with_name({"withdraw", alma.file, "s2"}));
  Alma::run({"undo", alma.file, "--steps", "2"});
  CHECK(bytes_of(alma.file) == before);
  CHECK(holds(Alma::run(with_name({"erase", alma.file, "nina"}), 1), "s1"));
  Alma::run(with_name({"erase", alma.file, "s1"}));
  for (const auto& entry : fs::directory_iterator(alma.folder.path()))
    CHECK_FALSE(holds(bytes_of(entry.path()), "hemmelig"));
  CHECK(holds(Alma::run({"undo", alma.file}, 1), "intet at tage tilbage"));
}

TEST_CASE("five minutes to the first map", "[cli][editing]") {
  const Alma alma;
  const std::string out = alma.add({"circles", "inderst: mormor Karen, mor; så: Ole", "--kind", "school"});
  CHECK(holds(out, "Skrevet ind: person karen"));
  CHECK(holds(out, "Det mangler vi at vide:"));
  CHECK(holds(out, "Ole           rolle, født"));
  Alma::run({"map", alma.file, "-o", alma.folder / "alma.svg", "--audience", "casefile"});
  CHECK(holds(bytes_of(alma.folder / "alma.svg"), "Karen"));
}

TEST_CASE("an empty table is written and can be read in when filled", "[cli][editing]") {
  const Alma alma;
  const std::string folder = alma.folder / "skema";
  CHECK(holds(Alma::run({"new", "--table", folder}), "personer.csv"));
  CHECK(holds(Alma::run({"new", "--table", folder}, 1), "findes allerede"));
  const std::string heading = bytes_of(folder + "/personer.csv");
  write_file(folder + "/personer.csv", heading + "\"Karen\";\"5. februar 1962\";kvinde\r\n");
  CHECK(holds(Alma::run({"import", "table", alma.file, folder}), "person karen"));
  write_file(folder + "/personer.csv", heading + "Ida;31-02-1962\r\n");
  const std::string before = bytes_of(alma.file);
  CHECK(holds(Alma::run({"import", "table", alma.file, folder}, 1), "personer.csv:2:2: fejl"));
  CHECK(bytes_of(alma.file) == before);
}

TEST_CASE("a table of nothing but headings and one that is not there are told", "[cli][editing]") {
  const Alma alma;
  const std::string folder = alma.folder / "skema", before = bytes_of(alma.file);
  Alma::run({"new", "--table", folder});
  const RunResult empty = run_kreds({"import", "table", alma.file, folder});
  CHECK(empty.exit_code == 0);
  CHECK(holds(empty.err, "personer.csv: advarsel: skemaet har kun overskrifter"));
  CHECK(holds(empty.err, "relationer.csv: advarsel: skemaet har kun overskrifter"));
  CHECK(holds(Alma::run({"undo", alma.file}), "Fjernet: samtale i2"));  // no step of nothing
  Alma::run(
      {"add", alma.file, "interview", "--date", "5. februar 2024", "--kind", "hjemmebesøg", "--informants", "Nina"});
  CHECK(bytes_of(alma.file) == before);
  for (const char* path : {"nope", "nope.csv", "nope/personer.csv"}) {
    const std::string told = Alma::run({"import", "table", alma.file, alma.folder / path}, 1);
    CHECK(holds(told, "filen findes ikke"));
    CHECK_FALSE(holds(told, "Kald den"));
  }
  CHECK(bytes_of(alma.file) == before);
}

TEST_CASE("empty tables are written all or not at all", "[cli][editing]") {
  const Alma alma;
  fs::create_directory(alma.folder / "her");
  RunOptions little_room;
  little_room.file_size_limit = 100;  // personer.csv is longer
  const RunResult full = run_kreds({"new", "--table", alma.folder / "her/ny/skema"}, little_room);
  CHECK(full.exit_code == 1);
  CHECK(holds(full.err, "ikke plads"));
  CHECK(fs::is_empty(alma.folder / "her"));
  write_file(alma.folder / "her/husstande.csv", "mine egne");
  CHECK(run_kreds({"new", "--table", alma.folder / "her"}, little_room).exit_code == 1);
  CHECK(bytes_of(alma.folder / "her/husstande.csv") == "mine egne");
}

TEST_CASE("a table is understood in either language whatever the program speaks", "[cli][editing]") {
  for (const auto& [heading, language] : {std::pair{"navn;født;køn;rolle", "en"}, {"name;born;gender;role", "da"}}) {
    const Alma alma;
    INFO(heading);
    const std::string folder = alma.folder / "skema";
    fs::create_directory(folder);
    const bool danish = heading[1] == 'a' && heading[2] == 'v';
    write_file(folder + (danish ? "/personer.csv" : "/people.csv"),
               heading + std::string(danish ? "\nKaren;1962;kvinde;mormor\n" : "\nKaren;1962;female;mormor\n"));
    Alma::run({"import", "table", alma.file, folder, "--lang", language});
    CHECK(holds(bytes_of(alma.file), R"("name": "Karen", "birth": "1962", "gender": "female", "role": "mormor")"));
  }
  const Alma alma;
  CHECK(holds(Alma::run({"new", "--table", alma.folder / "t", "--lang", "en"}), "people.csv"));
  CHECK(holds(bytes_of(alma.folder / "t/people.csv"), "name;"));
}

TEST_CASE("a name like one that is known is asked about with both ways on", "[cli][editing]") {
  const Alma alma;
  alma.add({"circles", "inderst: mormor Karen"});
  const std::string asked = alma.add({"circles", "inderst: Karin"}, 1);
  CHECK(holds(asked, "»Karin« ligner »Karen«, som er i sagen"));
  CHECK(holds(asked, "Er det Karen, så skriv karen. Er det en anden, så skriv ny:Karin"));
  CHECK(holds(alma.add({"circles", "inderst: ny:Karin"}), "person karin"));
}

TEST_CASE("a withdrawn conversation and a corrected name show in the history", "[cli][editing][history]") {
  const Alma alma;
  alma.add({"tie", "--between", "Alma,mor", "--frequency", "hver uge"});
  alma.add({"tie", "--between", "Alma,mor", "--emotional", "3"});
  const std::vector<std::string> why = {"--by", "M. Lund", "--reason", "hørt forkert", "--date", "2024-03-05"};
  const auto with = [&](std::vector<std::string> words) {
    words.insert(words.end(), why.begin(), why.end());
    return words;
  };
  Alma::run(with({"correct", alma.file, "nina", "--name", "Nanna"}));
  Alma::run(with({"withdraw", alma.file, "i2"}));
  const std::string out = Alma::run({"history", alma.file});
  CHECK(holds(out, "Rettelser"));
  CHECK(holds(out, "Nanna: navn: Nina → Nanna. Rettet 5. marts 2024 af M. Lund: hørt"));
  CHECK(holds(out, "Alt, hvad der blev sagt her, er trukket tilbage."));
  CHECK_FALSE(holds(Alma::run({"history", alma.file, "--audience", "casefile"}), "Nina"));
  CHECK(holds(Alma::run({"history", alma.file, "--json"}), "\"key\": \"name\""));
}

TEST_CASE("the sheet for a person holds nothing that protects others", "[cli][editing]") {
  const RunResult anna = run_kreds({"person", liam, "Anna"});
  CHECK(anna.exit_code == 0);
  CHECK(holds(anna.out, "hun er den eneste, jeg kan regne med"));
  CHECK_FALSE(holds(anna.out, "fodbold"));  // what Liam does on Saturdays she must not be told
  const RunResult nobody = run_kreds({"person", liam, "Ida"});
  CHECK(nobody.exit_code == 1);
}

TEST_CASE("every type that can be added tells its fields", "[cli][editing]") {
  for (const char* type : {"person", "tie", "wish", "assessment", "interview", "plan", "lifting"}) {
    const RunResult result = run_kreds({"add", type, "--help"});
    INFO(type);
    CHECK(result.exit_code == 0);
    CHECK(holds(result.out, "--id"));
    CHECK_FALSE(holds(result.out, "«field."));
  }
}
