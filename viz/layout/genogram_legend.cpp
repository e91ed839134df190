#include "genogram_legend.hpp"

#include <map>
#include <set>

namespace kreds::layout {

namespace {

GenogramMark mark_of(CoupleKind kind) {
  static const std::map<CoupleKind, GenogramMark> marks = {{CoupleKind::married, GenogramMark::married},
                                                           {CoupleKind::cohabiting, GenogramMark::cohabiting},
                                                           {CoupleKind::couple, GenogramMark::couple},
                                                           {CoupleKind::separated, GenogramMark::separated},
                                                           {CoupleKind::divorced, GenogramMark::divorced},
                                                           {CoupleKind::was_married, GenogramMark::was_married},
                                                           {CoupleKind::was_cohabiting, GenogramMark::was_cohabiting},
                                                           {CoupleKind::was_couple, GenogramMark::was_couple},
                                                           {CoupleKind::parents, GenogramMark::parents}};
  return marks.at(kind);
}

GenogramMark mark_of(ChildKind kind) {
  static const std::map<ChildKind, GenogramMark> marks = {{ChildKind::biological, GenogramMark::biological},
                                                          {ChildKind::unspecified, GenogramMark::unspecified},
                                                          {ChildKind::adoptive, GenogramMark::adoptive},
                                                          {ChildKind::foster, GenogramMark::foster},
                                                          {ChildKind::step, GenogramMark::step},
                                                          {ChildKind::lives_with, GenogramMark::lives_with}};
  return marks.at(kind);
}

GenogramMark mark_of(casefile::SiblingKind kind) {
  switch (kind) {
    case casefile::SiblingKind::half:
      return GenogramMark::half_siblings;
    case casefile::SiblingKind::step:
      return GenogramMark::step_siblings;
    case casefile::SiblingKind::foster:
      return GenogramMark::foster_siblings;
    case casefile::SiblingKind::full:
    case casefile::SiblingKind::unspecified:
      break;
  }
  return GenogramMark::siblings;
}

void add_people(const GenogramContent& content, const GenogramLayout& layout, std::set<GenogramMark>& marks) {
  std::set<Shape> shapes;
  for (std::size_t i = 0; i < content.people.size(); ++i) {
    const GenogramPerson& person = content.people[i];
    if (!person.mark.expected) shapes.insert(person.mark.shape);
    if (person.mark.dead) marks.insert(GenogramMark::dead);
    if (person.mark.unknown) marks.insert(GenogramMark::unknown);
    if (person.mark.expected) marks.insert(GenogramMark::expected);
    if (person.mark.restricted) marks.insert(GenogramMark::restricted);
    if (layout.people[i].age) marks.insert(GenogramMark::age);
    if (!person.died.empty())
      marks.insert(GenogramMark::birth_and_death_year);
    else if (!person.born.empty())
      marks.insert(GenogramMark::birth_year);
  }
  if (marks.contains(GenogramMark::birth_and_death_year)) marks.erase(GenogramMark::birth_year);
  // One shape for everybody needs no explanation; several do.
  if (shapes.size() < 2) return;
  if (shapes.contains(Shape::square)) marks.insert(GenogramMark::square);
  if (shapes.contains(Shape::circle)) marks.insert(GenogramMark::circle);
  if (shapes.contains(Shape::diamond)) marks.insert(GenogramMark::diamond);
}

const std::map<GenogramMark, std::string>& keys() {
  static const std::map<GenogramMark, std::string> all = {
      {GenogramMark::child, "legend.child"},
      {GenogramMark::square, "legend.square"},
      {GenogramMark::circle, "legend.circle"},
      {GenogramMark::diamond, "legend.diamond"},
      {GenogramMark::dead, "legend.dead"},
      {GenogramMark::unknown, "legend.unknown"},
      {GenogramMark::expected, "genogram.legend.expected"},
      {GenogramMark::restricted, "legend.restricted"},
      {GenogramMark::age, "genogram.legend.age"},
      {GenogramMark::birth_year, "genogram.legend.birth_year"},
      {GenogramMark::birth_and_death_year, "genogram.legend.birth_and_death_year"},
      {GenogramMark::married, "genogram.couple.married"},
      {GenogramMark::cohabiting, "genogram.couple.cohabiting"},
      {GenogramMark::couple, "genogram.couple.couple"},
      {GenogramMark::separated, "genogram.couple.separated"},
      {GenogramMark::divorced, "genogram.couple.divorced"},
      {GenogramMark::was_married, "genogram.couple.was_married"},
      {GenogramMark::was_cohabiting, "genogram.couple.was_cohabiting"},
      {GenogramMark::was_couple, "genogram.couple.was_couple"},
      {GenogramMark::parents, "genogram.couple.parents"},
      {GenogramMark::biological, "genogram.legend.biological"},
      {GenogramMark::unspecified, "genogram.legend.unspecified"},
      {GenogramMark::biological_or_unspecified, "genogram.legend.biological_or_unspecified"},
      {GenogramMark::adoptive, "genogram.legend.adoptive"},
      {GenogramMark::foster, "genogram.legend.foster"},
      {GenogramMark::step, "genogram.legend.step"},
      {GenogramMark::lives_with, "genogram.legend.lives_with"},
      {GenogramMark::twins, "genogram.legend.twins"},
      {GenogramMark::siblings, "genogram.legend.siblings"},
      {GenogramMark::half_siblings, "genogram.legend.half_siblings"},
      {GenogramMark::step_siblings, "genogram.legend.step_siblings"},
      {GenogramMark::foster_siblings, "genogram.legend.foster_siblings"},
      {GenogramMark::household, "legend.household"},
      {GenogramMark::household_apart, "legend.household_apart"},
      {GenogramMark::household_part_time, "genogram.legend.part_time"}};
  return all;
}

}  // namespace

std::vector<GenogramEntry> genogram_legend(const GenogramContent& content, const GenogramLayout& layout,
                                           const labels::Labels& labels) {
  std::set<GenogramMark> marks{GenogramMark::child};
  add_people(content, layout, marks);
  for (const CoupleLine& couple : content.couples) marks.insert(mark_of(couple.kind));
  for (const ChildLine& line : content.children) {
    marks.insert(mark_of(line.kind));
    if (line.twin) marks.insert(GenogramMark::twins);
  }
  if (marks.contains(GenogramMark::biological) && marks.contains(GenogramMark::unspecified)) {
    marks.erase(GenogramMark::biological);
    marks.erase(GenogramMark::unspecified);
    marks.insert(GenogramMark::biological_or_unspecified);
  }
  for (const SiblingBracket& bracket : content.siblings) marks.insert(mark_of(bracket.kind));
  for (const HouseholdOutline& home : layout.households) {
    const bool part_time = !content.homes[home.household].part_time.empty();
    if (!home.outline.empty()) marks.insert(GenogramMark::household);
    if (home.outline.empty() && content.homes[home.household].members.size() > 1)
      marks.insert(GenogramMark::household_apart);
    if (part_time) marks.insert(GenogramMark::household_part_time);
  }
  std::string child;
  for (const GenogramPerson& person : content.people)
    if (person.child) child = person.mark.name;
  std::vector<GenogramEntry> entries;
  for (GenogramMark mark : marks) entries.push_back({mark, labels(keys().at(mark), {{"child", child}})});
  return entries;
}

}  // namespace kreds::layout
