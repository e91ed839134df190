// kreds rank --audit, --draws, --seed, --weighting
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "kreds.hpp"

using namespace kreds::testing;

TEST_CASE("each run adds one line to the record and changes nothing before it", "[cli][rank][audit]") {
  const TemporaryFolder folder;
  const std::string file = folder / "regnskab.jsonl";
  const RunResult first = run_kreds({"rank", liam, "--audit", file});
  CHECK(first.exit_code == 0);
  CHECK(first.out == run_kreds({"rank", liam}).out);
  const std::string one = bytes_of(file);
  CHECK(run_kreds({"rank", liam, "--json", "--audit", file, "--draws", "500", "--seed", "7"}).exit_code == 0);
  const std::string two = bytes_of(file);
  CHECK(std::count(one.begin(), one.end(), '\n') == 1);
  CHECK(std::count(two.begin(), two.end(), '\n') == 2);
  CHECK(two.rfind(one, 0) == 0);
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  const RunResult read = run_program({"python3", "-c", R"(
import json, re, sys
runs = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]
assert len({r['run'] for r in runs}) == 2
for r in runs:
    assert re.fullmatch('[0-9a-f]{32}', r['run']) and re.fullmatch('[0-9a-f]{64}', r['inputs']['case_sha256'])
    assert re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', r['time']) and r['user'] and r['tool'].startswith('kreds ')
    assert r['as_of'] == '2024-04-23' and r['scenario'] == 'granted' and len(r['result']['households']) == 4
    assert set(r['assessment'].values()) == {None}
assert runs[0]['overrides'] == {} and runs[0]['draws'] == 20000
assert runs[1]['overrides'] == {'seed': '7', 'draws': 500}
print('fine')
)",
                                      file});
  CAPTURE(read.err);
  CHECK(read.out == "fine\n");
}

TEST_CASE("a record that cannot be written stops the run before anything is shown", "[cli][rank][audit]") {
  const TemporaryFolder folder;
  const RunResult result = run_kreds({"rank", liam, "--audit", folder / "ingen/regnskab.jsonl"});
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(result.err.find("mappen findes ikke") != std::string::npos);
  CHECK(run_kreds({"rank", liam, "--audit", "/dev/null"}).exit_code == 1);
}

TEST_CASE("a record for which there is no room leaves no empty file", "[cli][rank][audit]") {
  const TemporaryFolder folder;
  RunOptions no_room;
  no_room.file_size_limit = 10;
  CHECK(run_kreds({"rank", liam, "--audit", folder / "ny.jsonl"}, no_room).exit_code == 1);
  CHECK(std::filesystem::is_empty(folder.path()));
  write_file(folder / "gammel.jsonl", "");
  CHECK(run_kreds({"rank", liam, "--audit", folder / "gammel.jsonl"}, no_room).exit_code == 1);
  CHECK(std::filesystem::exists(folder / "gammel.jsonl"));
}

TEST_CASE("the same seed gives the same bytes and another one about the same shares", "[cli][rank]") {
  const std::string usual = run_kreds({"rank", liam, "--json"}).out;
  CHECK(run_kreds({"rank", liam, "--json"}).out == usual);
  CHECK(run_kreds({"rank", liam, "--json", "--seed", "99"}).out != usual);
}

TEST_CASE("draws and seeds that are no numbers are told", "[cli][rank]") {
  for (const std::string option : {"--draws", "--seed"})
    for (const std::string value : {"0", "-1", "tusind", "1.5", "99999999999999999999999"}) {
      const RunResult result = run_kreds({"rank", liam, option, value});
      CAPTURE(option, value);
      CHECK(result.exit_code == 2);
      CHECK(result.err.find("»" + value + "«") != std::string::npos);
    }
}

TEST_CASE("a municipality's own weighting is told on the page with what it changes", "[cli][rank][weighting]") {
  const RunResult result = run_kreds({"rank", liam, "--weighting", KREDS_ROOT "/data/criteria/weighting.example.json"});
  CHECK(result.exit_code == 0);
  CHECK(result.out.find("Kommunens egen vægtning") != std::string::npos);
  CHECK(result.out.find("er flyttet fra klasse") != std::string::npos);
  const RunResult missing = run_kreds({"rank", liam, "--weighting", "/findes/ikke.json"});
  CHECK(missing.exit_code == 1);
  CHECK(missing.out.empty());
  CHECK(missing.err ==
        "/findes/ikke.json: fejl: filen findes ikke\n  Tjek sti og filnavn.\nkreds: Vægtningen kan ikke bruges.\n");
}
