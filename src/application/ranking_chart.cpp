#include "kreds/application/ranking_chart.hpp"

#include <algorithm>
#include <array>

#include "kreds/casefile/terms.hpp"
#include "kreds/drawing/chart.hpp"
#include "picture_process.hpp"
#include "picture_warnings.hpp"
#include "ranking_terms.hpp"
#include "ranking_words.hpp"

namespace kreds::application {
namespace {

using layout::ChartBlock;
using layout::ChartContent;
using layout::ChartRow;
using layout::ChartSegment;
using ranking::FactorValue;
using ranking::RankedHousehold;

/// How much of a central value is a half given to what nobody knows: p0/2, and what a statement itself leaves open.
double open_share(const analysis::Estimate& estimate, const std::vector<analysis::Interval>* spans) {
  double open = estimate.unknown_share / 2;
  if (spans != nullptr)
    for (std::size_t i = 0; i < std::min(spans->size(), estimate.shares.size()); ++i)
      open += estimate.shares[i].share * (*spans)[i].width() / 2;
  return open;
}

double open_share(const analysis::TieStrength& tie) {
  double open = 0;
  for (const analysis::PartStrength& part : tie.parts)
    if (part.applicable) open += part.weight * open_share(part.estimate, nullptr);
  return open;
}

class Content {
 public:
  Content(const RankedCase& ranked, const Tool& tool) : ranked_(ranked), tool_(tool), words_(ranked, tool) {}

  ChartContent make() {
    const std::map<std::string, std::string> day = {{"date", words_.date(ranked_.ranking.as_of)}};
    content_.warning = words_("rank.head");
    content_.title = words_("rank.title");
    content_.subtitle = words_.subtitle();
    content_.standing = words_("rank.standing_sentence", day);
    content_.amounts_title = words_("chart.amounts");
    content_.amounts_note = words_("rank.numbers.caption");
    content_.shares_title = words_("chart.shares");
    content_.shares_note = shares_note();
    for (const ranking::Group& group : tool_.catalogue.groups) content_.parts.push_back(words_("group." + group.id));
    for (std::size_t i = 0; i < ranked_.robustness.households.size(); ++i)
      content_.places.push_back(words_("chart.place", {{"place", std::to_string(i + 1)}}));
    content_.open = words_("chart.open");
    content_.range = words_("chart.range");
    content_.alert = words_("chart.alert");
    blocks();
    content_.foot = words_.catalogue();
    content_.foot.push_back(
        words_("rank.assumptions.sampling", {{"draws", std::to_string(ranked_.robustness.settings.draws)},
                                             {"seed", std::to_string(ranked_.robustness.settings.seed)}}));
    content_.description = description();
    content_.lang = tool_.labels.language();
    content_.date = casefile::to_text(ranked_.ranking.as_of);
    return std::move(content_);
  }

 private:
  std::string shares_note() const {
    const std::size_t count = ranked_.robustness.households.size();
    return words_(count > 1 ? "chart.shares.note" : count == 1 ? "chart.shares.only_one" : "rank.order_empty");
  }

  // --- rows ----------------------------------------------------------------------------------------------

  void blocks() {
    std::size_t before = 0;
    for (const ranking::Bracket& bracket : ranked_.robustness.brackets) {
      const std::size_t members = bracket.members.size();
      ChartBlock block;
      if (before == 0) block.heading = words_("rank.order");
      block.together = members > 1;
      if (block.together) block.caption = words_("chart.together");
      for (const casefile::Id& id : bracket.members)
        block.rows.push_back(row(words_.ranked_household(id), place_in_order(before + 1, members)));
      before += members;
      content_.blocks.push_back(std::move(block));
    }
    for (const ranking::Standing standing : standings_apart) {
      ChartBlock block;
      for (const RankedHousehold* household : words_.standing(standing)) block.rows.push_back(row(*household, ""));
      if (block.rows.empty()) continue;
      block.heading = words_(label_key("rank.apart.", term(standing)), {{"child", words_.child()}});
      content_.blocks.push_back(std::move(block));
    }
  }

  ChartRow row(const RankedHousehold& household, const std::string& place) const {
    ChartRow row;
    row.place = place;
    row.name = words_.household(household.id);
    row.alert = !household.alerts.empty();
    // Another role is never held against having the child to live with one: no bar.
    if (household.standing == ranking::Standing::other_roles) {
      row.instead = own_wish(household);
      return row;
    }
    row.notes = notes(household);
    row.amounts = amounts(household);
    row.range = layout::ChartRange{household.value.low, household.value.central, household.value.high};
    row.shares = shares(household);
    return row;
  }

  std::string own_wish(const RankedHousehold& household) const {
    const auto wish = household.role_wish.value_or(casefile::RoleAnswer::not_asked);
    return words_(label_key("rank.role_wish.", casefile::term(wish)));
  }

  /// What stands before everything that is weighed.
  std::vector<std::string> notes(const RankedHousehold& household) const {
    std::vector<std::string> notes, alerts;
    for (const ranking::Alert& alert : household.alerts) alerts.push_back(words_.factor(alert.factor));
    if (!alerts.empty()) notes.push_back(words_("rank.entry.alert") + ": " + words_.list(alerts));
    notes.push_back(words_(label_key("rank.heading.", term(household.heading))));
    if (household.standing == ranking::Standing::beside_own_wish) notes.push_back(own_wish(household));
    if (household.standing == ranking::Standing::in_order_not_asked) notes.push_back(words_("chart.not_asked"));
    return notes;
  }

  // --- bars ----------------------------------------------------------------------------------------------

  double open_share_of(const RankedHousehold& household, const FactorValue& value) const {
    if (value.factor != "relation_strength")
      return open_share(value.supported_estimate, &value.spans[static_cast<std::size_t>(ranking::Scenario::granted)]);
    for (const analysis::HouseholdStrength::Adult& adult : household.relation.adults)
      if (adult.tie && adult.person == household.relation.carrier)
        return open_share(ranked_.analysed.strengths[*adult.tie]);
    return value.supported.central;
  }

  /// By group: first what was told, then what has no answer, so that one sees at once how much is known.
  std::vector<ChartSegment> amounts(const RankedHousehold& household) const {
    const auto& groups = tool_.catalogue.groups;
    std::vector<double> told(groups.size(), 0), open(groups.size(), 0);
    for (std::size_t i = 0; i < household.factors.size(); ++i) {
      const FactorValue& value = household.factors[i];
      const ranking::FactorWeight& weight = ranked_.ranking.weights[i];
      const auto group = static_cast<std::size_t>(
          std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.id == weight.group; }) -
          groups.begin());
      const double amount = weight.overall.value() * value.supported.central;
      const double unknown = std::clamp(weight.overall.value() * open_share_of(household, value), 0.0, amount);
      told[group] += amount - unknown;
      open[group] += unknown;
    }
    std::vector<ChartSegment> segments;
    for (std::size_t g = 0; g < groups.size(); ++g)
      segments.push_back({g, told[g], false, {content_.parts[g], words_("chart.part." + groups[g].id)}});
    for (std::size_t g = 0; g < groups.size(); ++g) segments.push_back({g, open[g], true, {}});
    return segments;
  }

  std::vector<ChartSegment> shares(const RankedHousehold& household) const {
    std::vector<ChartSegment> segments;
    for (const ranking::HouseholdAcceptability& one : ranked_.robustness.acceptability) {
      if (one.household != household.id || one.rank_shares.size() < 2) continue;
      for (std::size_t r = 0; r < one.rank_shares.size(); ++r) {
        const std::string share = of_hundred(one.rank_shares[r]);
        segments.push_back({r, one.rank_shares[r], false, {content_.places[r] + ": " + share, share}});
      }
    }
    return segments;
  }

  // --- the same in words ---------------------------------------------------------------------------------

  std::string described(const ChartRow& row, const std::string& shares) const {
    const std::string name = (row.place.empty() ? "" : row.place + " ") + row.name;
    if (row.amounts.empty()) return name + ": " + row.instead + ".";
    double open = 0;
    std::vector<std::string> parts;
    for (const ChartSegment& segment : row.amounts) {
      if (segment.open) open += segment.length;
      if (!segment.open && segment.length > 0)
        parts.push_back(content_.parts[segment.kind] + " " + words_.decimal(segment.length));
    }
    std::string text = words_("chart.described", {{"name", name},
                                                  {"value", words_.decimal(row.range->central)},
                                                  {"low", words_.decimal(row.range->low)},
                                                  {"high", words_.decimal(row.range->high)},
                                                  {"open", words_.decimal(open)}});
    if (!parts.empty()) text += " " + words_("chart.described.parts", {{"parts", words_.list(parts)}});
    for (const std::string& note : row.notes) text += " " + note + (note.ends_with('.') ? "" : ".");
    return shares.empty() ? text : text + " " + shares;
  }

  std::string description() const {
    std::string text = content_.warning + " " + content_.subtitle + ". " + content_.amounts_note;
    for (const ChartBlock& block : content_.blocks) {
      if (!block.heading.empty()) text += " " + block.heading + ":";
      if (!block.caption.empty()) text += " " + block.caption;
      for (const ChartRow& row : block.rows) {
        std::string shares;
        for (const ChartSegment& segment : row.shares)
          if (segment.length > 0) shares += (shares.empty() ? "" : ", ") + segment.words.front();
        if (!shares.empty()) shares = words_("rank.numbers.rank_shares", {{"shares", shares}});
        text += " " + described(row, shares);
      }
    }
    return text + " " + content_.shares_note;
  }

  const RankedCase& ranked_;
  const Tool& tool_;
  RankingWords words_;
  ChartContent content_;
};

}  // namespace

ChartContent chart_content(const RankedCase& ranked, const Tool& tool) {
  return Content(ranked, tool).make();
}

ChartPicture make_ranking_chart(const Tool& tool, const RankedCase& ranked, const ChartRequest& request) {
  const drawing::Style style =
      drawing::load_style(tool.installation.styles, request.style.empty() ? "casefile" : request.style);
  const ChartContent content = chart_content(ranked, tool);
  Picture picture = drawn_apart([&] {
    const drawing::Typesetter typesetter(tool.installation.fonts);
    const auto width = [&](const std::string& text, layout::Face face, double size_pt) {
      return typesetter.width(text, face, size_pt);
    };
    const layout::ChartLayout placed = layout::lay_out_chart(content, request.sheet, width, tool.labels);
    const drawing::Scene scene = drawing::draw(content, placed, style, typesetter);
    Picture made{drawing::render(scene, request.format, request.dpi), {}, {}};
    add_missing_glyphs(drawing::missing_glyphs(content, typesetter), made.warnings);
    for (const layout::PlacedChartRow& row : placed.rows)
      if (row.shortened) add_shortened_name(content.blocks[row.block].rows[row.row].name, made.warnings);
    return made;
  });
  return {std::move(picture.bytes), std::move(picture.warnings)};
}

}  // namespace kreds::application
