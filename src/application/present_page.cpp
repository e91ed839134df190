#include "kreds/application/present_page.hpp"

#include "kreds/audience/present.hpp"
#include "wording.hpp"

namespace kreds::application {
namespace {

using audience::HeldEntry;
using audience::HeldMatter;
using audience::HeldReason;
using casefile::Id;
using casefile::Ids;

class Writing {
 public:
  Writing(const Tool& tool, const casefile::Case& c, const Ids& present, casefile::Date as_of)
      : case_(c),
        all_(analyse(tool, c, {{audience::Kind::professional, {}}, as_of})),
        words_(all_, tool.labels),
        held_(audience::held_back(c, present, tool.vocabulary, as_of)) {
    for (const casefile::Person& person : c.people)
      if (std::find(present.begin(), present.end(), person.id) != present.end()) there_.push_back(person.id);
  }

  Page page() {
    page_.title(words_("present.title"));
    page_.blank();
    if (!there_.empty()) page_.text(words_("present.there", {{"who", people(there_)}}));
    for (const Id& id : held_.unknown) page_.warning(words_("present.unknown", {{"who", quoted(id)}}));
    not_to_be_contacted();
    conflicts();
    rings();
    held_back();
    told_to_these();
    return std::move(page_);
  }

 private:
  std::string people(const Ids& ids) const {
    std::vector<std::string> names;
    for (const Id& id : ids)
      names.push_back(casefile::find_person(case_, id) ? words_.person_with_role(id) : quoted(id));
    return words_.list(names);
  }
  /// The name alone, where roles have been told above.
  std::string names(const Ids& ids) const {
    std::vector<std::string> all;
    for (const Id& id : ids) all.push_back(casefile::find_person(case_, id) ? words_.person(id) : quoted(id));
    return words_.list(all);
  }
  std::string source(const Id& statement) const {
    const Said* said = words_.said(statement);
    if (!said) return {};
    const casefile::Statement& s = *said->statement;
    return words_.source(
        {s.id, said->interview->id, said->interview->date, s.by, s.hearsay, s.unsure, s.municipality_is_source});
  }

  void not_to_be_contacted() {
    for (const Id& id : held_.not_to_be_contacted) {
      const casefile::Person* person = casefile::find_person(case_, id);
      const std::string reason = quoted(person->do_not_contact.reason);
      page_.warning(words_("present.not_to_be_contacted", {{"who", words_.person_with_role(id)}}) +
                    (reason.empty() ? "" : " " + reason));
    }
  }

  void conflicts() {
    if (held_.conflicts.empty()) return;
    page_.heading(words_("present.conflicts"));
    for (const audience::PresentConflict& conflict : held_.conflicts) {
      std::string said;
      for (const audience::ConflictWord& word : conflict.said)
        said += (said.empty() ? "" : "; ") + words_("tie_part.harmony.level." + std::to_string(word.level)) + " (" +
                source(word.statement) + ")";
      page_.item(people({conflict.a, conflict.b}) + ": " + said + "." +
                 (conflict.secret ? " " + words_("present.conflict_secret") : ""));
    }
  }

  void rings() {
    page_.heading(words_("present.rings"));
    const std::string child = words_.person(case_.child);
    if (held_.rings.shown)
      page_.item(words_("present.rings_shown", {{"child", child}}));
    else if (held_.rings.missing.empty())
      page_.item(words_("present.rings_hidden", {{"child", child}}));
    else
      page_.item(words_("present.rings_missing", {{"child", child}, {"who", people(held_.rings.missing)}}));
    for (const Id& statement : held_.rings.last_word)
      page_.text(words_("present.last_word", {{"source", source(statement)}}), 2);
  }

  std::string title_of(const Id& matter) const {
    const std::string title = quoted(casefile::find_matter(case_, matter)->title);
    return title.empty() ? words_("present.untitled") : title;
  }

  void held_back() {
    page_.heading(words_("present.held_back"));
    bool nothing = true;
    for (const HeldMatter& matter : held_.matters) {
      if (matter.because_of.empty()) continue;
      nothing = false;
      const std::size_t count = matter.statements.size();
      page_.item(words_(
          count == 1 ? "present.matter.one" : "present.matter",
          {{"title", title_of(matter.id)}, {"who", people(matter.because_of)}, {"count", words_.number(count)}}));
    }
    for (const HeldEntry& entry : held_.people) {
      nothing = false;
      page_.item(words_.person_with_role(entry.id) + ": " + reason(entry));
    }
    for (const HeldEntry& entry : held_.households) {
      nothing = false;
      page_.item(words_("present.household", {{"household", words_.household(entry.id)}}) + ": " + reason(entry));
    }
    if (nothing) page_.item(words_("present.nothing"));
  }

  std::string reason(const HeldEntry& entry) const {
    switch (entry.reason) {
      case HeldReason::do_not_show:
        return words_("present.because.do_not_show");
      case HeldReason::matter:
        return words_("present.because.matter", {{"who", names(entry.because_of)}});
      case HeldReason::parents_professional:
        return words_("present.because.parents_professional");
      case HeldReason::follows:
        break;
    }
    return words_("present.because.follows");
  }

  /// What is in the picture only because somebody is not there.
  void told_to_these() {
    bool first = true;
    for (const HeldMatter& matter : held_.matters) {
      if (!matter.because_of.empty()) continue;
      if (first) page_.heading(words_("present.not_held_back"));
      first = false;
      page_.item(words_("present.absent", {{"title", title_of(matter.id)}, {"who", people(matter.absent)}}));
    }
  }

  const casefile::Case& case_;
  Analysed all_;  ///< as a professional may know it
  Wording words_;
  audience::HeldBack held_;
  Ids there_;
  Page page_;
};

}  // namespace

Page present_page(const Tool& tool, const casefile::Case& c, const Ids& present, casefile::Date as_of) {
  return Writing(tool, c, present, as_of).page();
}

}  // namespace kreds::application
