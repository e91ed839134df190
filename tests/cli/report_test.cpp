#include "kreds.hpp"

using namespace kreds::testing;

namespace {

const std::string freja = cases + "freja.json";

std::string report(const std::string& file, const std::string& kind, const std::string& format = "md") {
  const auto run = run_kreds({"report", file, "--for", kind, "-o", "-", "--format", format});
  INFO(run.err);
  CHECK(run.exit_code == 0);
  return run.out;
}

std::string shell(const std::string& command) {
  const auto run = run_program({"/bin/sh", "-c", command});
  CAPTURE(command, run.out, run.err);
  CHECK(run.exit_code == 0);
  return run.out;
}

std::filesystem::path fresh_folder(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(KREDS_BUILD) / "report-tests" / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace

TEST_CASE("the handover of the shipped cases is what somebody has read", "[cli][report]") {
  check_golden("report/liam-handover.md", report(liam, "handover"));
  check_golden("report/freja-handover.md", report(freja, "handover"));
}

TEST_CASE("the shorter reports are what somebody has read", "[cli][report]") {
  check_golden("report/liam-letter.md", report(liam, "letter"));
  check_golden("report/freja-letter.md", report(freja, "letter"));
  check_golden("report/freja-conference.md", report(freja, "conference"));
  check_golden("report/freja-operator.md", report(freja, "operator"));
  check_golden("report/liam-karen.md", report(liam, "person:karen"));
  check_golden("report/liam-casefile.md", report(liam, "casefile"));
}

TEST_CASE("a report is a file of its kind that is the same again", "[cli][report]") {
  const auto folder = fresh_folder("files");
  for (const char* name : {"a.pdf", "b.pdf", "a.html", "a.md"})
    CHECK(run_kreds({"report", freja, "--for", "handover", "-o", (folder / name).string()}).exit_code == 0);
  const std::string pdf = (folder / "a.pdf").string();
  CHECK(bytes_of(pdf) == bytes_of(folder / "b.pdf"));
  CHECK((std::filesystem::status(pdf).permissions() & std::filesystem::perms::all) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  const std::string facts = shell("pdfinfo " + pdf);
  CHECK(facts.find("Title:           Overlevering: netværket omkring Freja") != std::string::npos);
  CHECK(facts.find("(A4)") != std::string::npos);
  shell("qpdf --check " + pdf);
  // Every page names case, version and its own number; names can be searched.
  const std::string text = shell("pdftotext -layout " + pdf + " -");
  std::size_t pages = 0;
  for (std::size_t at = 0; (at = text.find('\f', at)) != std::string::npos; ++at) ++pages;
  REQUIRE(pages > 5);
  for (std::size_t page = 1; page <= pages; ++page)
    CHECK(text.find("Side " + std::to_string(page) + " af " + std::to_string(pages)) != std::string::npos);
  std::size_t feet = 0;
  for (std::size_t at = 0; (at = text.find("Sag 2023-0842 · version", at)) != std::string::npos; ++at) ++feet;
  CHECK(feet == pages);
  CHECK(text.find("Søren") != std::string::npos);
  shell("xmllint --noout --nonet " + (folder / "a.html").string());
}

TEST_CASE("the follow-up is a calendar without names and case number", "[cli][report]") {
  const auto folder = fresh_folder("calendar");
  const std::string calendar = (folder / "plan.ics").string();
  const auto run = run_kreds({"report", liam, "--for", "handover", "--from", "2024-06-01", "--calendar", calendar});
  CHECK(run.exit_code == 0);
  CHECK(run.out.empty());
  const std::string text = bytes_of(calendar);
  CHECK(text.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(text.find("DTSTART;VALUE=DATE:20240713\r\n") != std::string::npos);
  for (const char* name : {"Liam", "liam", "0117", "Mikkel", "Netværkskonsulenten"})
    CHECK(text.find(name) == std::string::npos);
}

TEST_CASE("the follow-up has its days where the first is known", "[cli][report]") {
  const auto run =
      run_kreds({"report", liam, "--for", "handover", "--from", "2024-06-01", "-o", "-", "--format", "md"});
  CHECK(run.out.find("13. juli 2024") != std::string::npos);
}

TEST_CASE("wrong usage of report is told with what can be used", "[cli][report]") {
  const auto told = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"report", liam});
    const auto run = run_kreds(arguments);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    return run.err;
  };
  CHECK(told({"-o", "x.pdf"}).find("--for handover") != std::string::npos);
  CHECK(told({"--for", "alle", "-o", "x.pdf"}).find("»alle« er ikke en læser") != std::string::npos);
  CHECK(told({"--for", "family", "-o", "x.pdf"}).find("»family« er ikke en læser") != std::string::npos);
  CHECK(told({"--for", "letter", "-o", "x.doc"}).find(".pdf, .html eller .md") != std::string::npos);
  CHECK(told({"--for", "letter"}).find("-o FIL") != std::string::npos);
  CHECK(told({"--for", "letter", "--calendar", "x.ics"}).find("--from DATO") != std::string::npos);
  CHECK(told({"--for", "letter", "-o", "x.pdf", "--from", "juni"}).find("juni") != std::string::npos);
}

TEST_CASE("a report for somebody who is not in the case is refused", "[cli][report]") {
  const auto run = run_kreds({"report", liam, "--for", "person:ingen", "-o", "-", "--format", "md"});
  CHECK(run.exit_code == 1);
  CHECK(run.out.empty());
  CHECK(run.err.find("karen") != std::string::npos);
}

TEST_CASE("a calendar that cannot be written does not hide that the report was", "[cli][report]") {
  const auto folder = fresh_folder("calendar");
  const auto run = run_kreds({"report", liam, "--for", "letter", "-o", (folder / "brev.md").string(), "--from",
                              "2024-05-01", "--calendar", (folder / "ingen/dage.ics").string()});
  CHECK(run.exit_code == 1);
  CHECK(std::filesystem::exists(folder / "brev.md"));
  CHECK(run.err.find("brev.md er skrevet, men kalenderen kom ikke med:") != std::string::npos);
  CHECK(run.err.find("dage.ics kunne ikke skrives: mappen findes ikke.") != std::string::npos);
}

TEST_CASE("what a child has told fits on one sheet with who can be asked about it", "[cli][report]") {
  const auto folder = fresh_folder("sheet");
  for (const char* name : {"liam", "freja"}) {
    const std::string pdf = (folder / (std::string(name) + ".pdf")).string();
    CHECK(run_kreds({"report", cases + name + ".json", "--for", "person:" + std::string(name), "-o", pdf}).exit_code ==
          0);
    CHECK(shell("pdfinfo " + pdf).find("Pages:           1\n") != std::string::npos);
  }
  CHECK(report(liam, "person:liam").find("- Du lagde Karen og Mikkel på kortet: »inderst« (12. februar 2024)") !=
        std::string::npos);
}
