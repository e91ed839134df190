#include <algorithm>
#include <cmath>
#include <set>

#include "kreds/application/collation.hpp"
#include "kreds/application/differences_report.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/casefile/write.hpp"
#include "question_words.hpp"
#include "ranking_lines.hpp"
#include "ranking_terms.hpp"
#include "told_words.hpp"

namespace kreds::application {
namespace {

using comparison::Cause;
using comparison::Happened;
using comparison::HouseholdMove;
using comparison::ItemChange;
using comparison::ItemKind;
using comparison::Living;
using comparison::Move;
using comparison::PersonChange;

constexpr std::size_t indent = 3;

bool only_who_came(const audience::Audience& audience) {
  return audience.kind == audience::Kind::family || audience.kind == audience::Kind::person;
}

class DifferencesPage {
 public:
  DifferencesPage(const Compared& compared, const Tool& tool)
      : compared_(compared),
        all_(compared.differences),
        tool_(tool),
        names_(with_names_of(compared.after, compared.before)),
        words_(names_, tool.labels) {}

  Page make() {
    head();
    came();
    if (only_who_came(compared_.after.audience)) return std::move(page_);
    went();
    other_news_of_people();
    rings();
    items("ties", [](ItemKind kind) { return comparison::is_tie_part(kind); });
    homes();
    items("wishes", [](ItemKind kind) { return kind == ItemKind::wish || kind == ItemKind::role; });
    items("examined", [](ItemKind kind) { return kind == ItemKind::assessment || kind == ItemKind::measure; });
    items("agreed", [](ItemKind kind) { return kind >= ItemKind::custody && kind <= ItemKind::lifting; });
    items("told", [](ItemKind kind) { return kind >= ItemKind::referral; });
    old();
    questions();
    order();
    if (!anything_) page_.text(words_("diff.nothing"));
    return std::move(page_);
  }

 private:
  void head() {
    if (compared_.ranked_after) page_.warning(words_("rank.head"));
    page_.title(words_("diff.title"));
    const bool number = audience::permissions(compared_.after.audience).case_number;
    std::map<std::string, std::string> fill{{"child", words_.child()},
                                            {"number", layout::drawable(compared_.after.c.number)},
                                            {"from", words_.date(all_.from)},
                                            {"to", words_.date(all_.to)},
                                            {"old_version", casefile::version(compared_.before.c)},
                                            {"version", casefile::version(compared_.after.c)}};
    page_.text(words_(number ? "diff.subtitle" : "diff.subtitle.family", fill));
    if (only_who_came(compared_.after.audience)) return;
    for (const casefile::Id& id : all_.interviews) {
      const casefile::Interview* interview = casefile::find_interview(compared_.after.c, id);
      if (interview->kind == casefile::InterviewKind::record) continue;
      heading("conversations");
      std::vector<std::string> heard;
      for (const casefile::Id& who : interview->informants) heard.push_back(words_.person(who));
      page_.item(words_.date(interview->date) + ", " +
                     words_("interview_kind." + std::string(casefile::term(interview->kind))) +
                     (heard.empty() ? "" : ": " + words_.list(heard)),
                 indent);
    }
  }

  /// Once for each section that has something.
  void heading(const std::string& section) {
    anything_ = true;
    if (section_ == section) return;
    section_ = section;
    page_.heading(words_("diff.section." + section, {{"child", words_.child()}}));
  }
  void item(const std::string& text) { page_.item(text, indent); }

  bool informants_shown() const { return audience::permissions(compared_.after.audience).informant_names; }
  std::string told_by(const std::optional<network::StatementRef>& from) const {
    return from && informants_shown() ? " (" + words_.source(*from) + ")" : "";
  }
  std::string told_by(std::span<const network::StatementRef> from) const {
    return from.empty() || !informants_shown() ? "" : " (" + words_.sources(from) + ")";
  }

  void came() {
    for (const PersonChange& change : all_.people)
      if (change.what == Happened::came) {
        heading("came");
        item(words_.person_with_role(change.person) + told_by(change.from));
      }
    if (only_who_came(compared_.after.audience) && !anything_) page_.text(words_("diff.nobody_came"));
  }
  void went() {
    for (const PersonChange& change : all_.people)
      if (change.what == Happened::went) {
        heading("went");
        item(words_.person_with_role(change.person) + told_by(change.from));
      }
  }
  void other_news_of_people() {
    for (const PersonChange& change : all_.people) {
      const std::string key = change.what == Happened::died       ? "diff.died"
                              : change.what == Happened::was_born ? "diff.born"
                              : change.what == Happened::renamed  ? "diff.renamed"
                                                                  : "";
      if (key.empty()) continue;
      heading("people");
      item(words_(
          key, {{"person", words_.person_with_role(change.person)}, {"name", layout::drawable(change.name_before)}}));
    }
  }

  void rings() {
    if (all_.viewpoint_before != all_.viewpoint_after) {
      heading("rings");
      const bool child = all_.viewpoint_after == network::Viewpoint::child;
      item(words_(child ? "diff.viewpoint.child" : "diff.viewpoint.other", {{"child", words_.child()}}));
    }
    for (const comparison::RingChange& change : all_.rings) {
      heading("rings");
      const bool both = change.before.ring && change.after.ring;
      const char* key = !both                                      ? "diff.ring.now"
                        : *change.after.ring < *change.before.ring ? "diff.ring.closer"
                                                                   : "diff.ring.further";
      item(words_(key, {{"person", words_.person_with_role(change.person)},
                        {"before", words_.ring(change.before)},
                        {"after", words_.ring(change.after)}}) +
           told_by(change.from));
    }
  }

  void put(const ItemChange& change) {
    std::string text = words_.item(change.item) + ": ";
    if (change.after.empty()) {
      text += words_("diff.no_longer_told");
    } else if (change.said.empty()) {
      text += words_.told(change.after);
    } else {
      text += words_.told(change.said);
    }
    if (!change.before.empty()) text += ". " + words_("diff.before", {{"told", words_.told(change.before)}});
    if (change.disagreement) text += ". " + words_("diff.disagreement");
    item(text);
  }
  template <class Belongs>
  void items(const std::string& section, Belongs belongs) {
    for (const ItemChange& change : all_.items)
      if (belongs(change.item.kind)) {
        heading(section);
        put(change);
      }
  }

  void homes() {
    for (const casefile::Id& id : all_.households_came) {
      heading("homes");
      item(words_("diff.household_came", {{"household", words_.subject(id)}}));
    }
    for (const casefile::Id& id : all_.households_went) {
      heading("homes");
      item(words_("diff.household_went", {{"household", words_.subject(id)}}));
    }
    const auto living = [](Living l) {
      return l == Living::no ? "not" : l == Living::part_time ? "part_time" : "lives_there";
    };
    for (const Move& move : all_.moves) {
      heading("homes");
      item(words_(std::string("diff.move.") + living(move.after),
                  {{"person", words_.person_with_role(move.person)}, {"household", words_.subject(move.household)}}) +
           told_by(move.from));
    }
    items("homes", [](ItemKind kind) { return kind >= ItemKind::parent && kind <= ItemKind::carer; });
  }

  void old() {
    if (all_.child_last_heard) {
      heading("aged");
      item(words_("ask.child_words_old", {{"child", words_.child()}, {"date", words_.date(*all_.child_last_heard)}}));
    }
    for (const comparison::Aged& aged : all_.aged) {
      heading("aged");
      item(words_.item(aged.item) + ": " + words_.told(aged.newest) +
           (aged.childs_own ? ". " + words_("diff.childs_words_do_not_fade") : ""));
    }
  }

  /// Who was asked stands before the question: two adults of one household are asked for the same certificate.
  std::string in_words(const comparison::Answered& answered, const RankingWords& before) const {
    using enum ranking::QuestionKind;
    const ranking::QuestionKind kind = answered.question.kind;
    const bool heard_now = kind == child_not_heard || kind == child_words_old || kind == parent_not_heard ||
                           kind == referred_not_heard || kind == named_not_heard;
    if (!heard_now)
      return asked(before, answered.question) + " – " +
             words_("diff.answered", {{"sources", words_.sources(answered.from)}});
    std::vector<std::string> days;
    for (const network::StatementRef& from : answered.from) days.push_back(words_.date(from.said));
    return words_("diff.heard_now",
                  {{"person", words_.person(answered.question.person)}, {"dates", words_.list(days)}});
  }

  void questions() {
    if (!compared_.ranked_before) return;
    const RankingWords before(*compared_.ranked_before, tool_), after(*compared_.ranked_after, tool_);
    std::set<std::string> told;
    for (const comparison::Answered& answered : all_.answered)
      if (const std::string line = in_words(answered, before); told.insert(line).second) {
        heading("answered");
        item(line);
      }
    for (const ranking::OpenQuestion& question : all_.arose) {
      if (!question.always_first) continue;
      heading("arose");
      item(asked(after, question));
    }
    if (all_.still_open > 0) {
      heading("arose");
      item(words_(all_.still_open == 1 ? "diff.still_open.one" : "diff.still_open.many",
                  {{"number", words_.number(all_.still_open)}}));
    }
  }

  // --- the order ---

  std::string standing(const std::optional<comparison::Standing>& s) const {
    if (!s) return words_("diff.order.no_candidate");
    std::string text = words_(label_key("rank.standing.", term(s->standing)));
    if (s->place)
      text = words_(s->members == 1 ? "diff.order.place" : "diff.order.places",
                    {{"place", place_in_order(*s->place, s->members)}});
    return text;
  }
  std::string why(const comparison::MovedContribution& moved) const {
    const std::string direction = moved.after > moved.before ? "up" : "down";
    std::string cause;
    switch (moved.cause) {
      case Cause::said:
        cause = words_.sources(moved.from);
        break;
      case Cause::taken_back:
        cause = words_("diff.cause.taken_back", {{"sources", words_.sources(moved.from)}});
        break;
      case Cause::support:
        cause = words_("diff.cause.support");
        break;
      case Cause::weight:
        cause = words_("diff.cause.weight");
        break;
      case Cause::time:
        cause = words_("diff.cause.time");
        break;
    }
    return words_("factor." + moved.factor + ".label") + ": " + words_("diff.moved." + direction) + " (" + cause + ")";
  }
  void put(const HouseholdMove& move) {
    heading("order");
    page_.item(words_(standing(move.before) != standing(move.after) ? "diff.order.moved" : "diff.order.stays",
                      {{"household", words_.subject(move.household)},
                       {"before", standing(move.before)},
                       {"after", standing(move.after)}}),
               indent);
    constexpr std::size_t most = 4;
    constexpr double worth_a_line = 0.005;
    std::size_t shown = 0;
    for (const comparison::MovedContribution& moved : move.moved)
      if (shown < most && std::abs(moved.after - moved.before) >= worth_a_line) {
        page_.item(why(moved), indent + 3);
        ++shown;
      }
  }
  void order() {
    if (!all_.order) return;
    for (const HouseholdMove& move : all_.order->households)
      if (move.changed() || !move.moved.empty()) put(move);
    if (!all_.order->same_catalogue) {
      heading("order");
      item(words_("diff.order.other_catalogue"));
    }
    for (const comparison::Told& decision : all_.order->decisions) {
      heading("order");
      item(words_("diff.order.decision",
                  {{"household", words_.subject(decision.item.about.front())}, {"told", words_.told(decision)}}));
    }
  }

  const Compared& compared_;
  const comparison::Differences& all_;
  const Tool& tool_;
  Analysed names_;
  ToldWords words_;
  Page page_;
  std::string section_;
  bool anything_ = false;
};

}  // namespace

Page differences_page(const Compared& compared, const Tool& tool) {
  return DifferencesPage(compared, tool).make();
}

Compared make_comparison(const Tool& tool, const casefile::Case& before, const Request& before_request,
                         const casefile::Case& after, const Request& after_request) {
  if (before.child != after.child) throw std::invalid_argument("not the same child");
  Compared result{analyse(tool, before, before_request), analyse(tool, after, after_request), {}, {}, {}};
  const comparison::State old_state{result.before.c, result.before.network};
  const comparison::State new_state{result.after.c, result.after.network};
  result.differences = comparison::differences(old_state, new_state, tool.catalogue);
  const audience::Kind kind = after_request.audience.kind;
  if (kind != audience::Kind::professional && kind != audience::Kind::handover) return result;
  result.ranked_before = make_ranking(tool, before, before_request);
  result.ranked_after = make_ranking(tool, after, after_request);
  const auto ranked = [](const RankedCase& r) { return comparison::RankedState{r.ranking, r.robustness, r.plan}; };
  comparison::add_order(old_state, ranked(*result.ranked_before), new_state, ranked(*result.ranked_after),
                        result.differences);
  return result;
}

}  // namespace kreds::application
