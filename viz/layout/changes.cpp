#include "kreds/layout/changes.hpp"

namespace kreds::layout {
namespace {

using network::EgoNetwork;
using network::Member;

const Member* find(const EgoNetwork& network, const std::string& id) {
  const auto index = network::index_of(network, id);
  return index ? &network.people[*index] : nullptr;
}

/// What is known of one person on each of the two maps.
class Marker {
 public:
  Marker(const EgoNetwork& earlier, const EgoNetwork& later, const ChangesRequest& request)
      : earlier_(earlier),
        later_(later),
        request_(request),
        rings_(!request.only_who_came && later.viewpoint != network::Viewpoint::none &&
               earlier.viewpoint != network::Viewpoint::none &&
               (request.informants || earlier.viewpoint == later.viewpoint)) {}

  void mark(PersonMark& person) const {
    const Member *was = find(earlier_, person.id), *is = find(later_, person.id);
    const auto ring_was = was && rings_ ? was->ring : std::nullopt;
    const auto ring_is = is && rings_ ? is->ring : std::nullopt;
    if (is == nullptr || (ring_was && !ring_is)) {
      if (request_.only_who_came) return;
      person.change = Change::went;
      person.ring = ring_was;
      person.not_asked = false;
    } else if (was == nullptr || (rings_ && ring_is && !ring_was)) {
      person.change = Change::came;
    } else if (ring_was && ring_is && *ring_was != *ring_is) {
      person.change = *ring_is < *ring_was ? Change::closer : Change::further;
      person.ring_before = ring_was;
    }
  }

 private:
  const EgoNetwork& earlier_;
  const EgoNetwork& later_;
  const ChangesRequest& request_;
  bool rings_;
};

std::string key_of(Change change) {
  switch (change) {
    case Change::came:
      return "map.change.came";
    case Change::went:
      return "map.change.went";
    case Change::closer:
      return "map.change.closer";
    case Change::further:
      return "map.change.further";
    case Change::none:
      break;
  }
  return {};
}

std::string in_words(const PersonMark& person, const ChangesRequest& request, const labels::Labels& labels) {
  if (person.change == Change::went && person.outside && !request.informants) return labels("map.change.outside");
  return labels(key_of(person.change) + (request.informants ? ".informants" : ""),
                {{"who", person.change == Change::went ? request.earlier_name : request.later_name}});
}

}  // namespace

EgoNetwork with_who_went(const EgoNetwork& earlier, const EgoNetwork& later) {
  EgoNetwork all = later;
  for (const Member& member : earlier.people)
    if (!find(later, member.person.id)) all.people.push_back(member);
  return all;
}

void mark_changes(const EgoNetwork& earlier, const EgoNetwork& later, const ChangesRequest& request,
                  const labels::Labels& labels, MapContent& content) {
  const Marker marker(earlier, later, request);
  content.rings_note = request.which + (content.rings_note.empty() ? "" : " " + content.rings_note);
  content.description += " " + request.which;
  content.between_informants = request.informants;
  for (std::size_t i = 0; i < content.people.size(); ++i) {
    PersonMark& person = content.people[i];
    if (i == content.ego) continue;
    marker.mark(person);
    if (person.change == Change::none) continue;
    // In words beside the name as well, so that nobody has to know the marks.
    person.change_words = in_words(person, request, labels);
    if (person.ring) person.outside = false;  // stands where the earlier map had them
    content.description += " " + person.name + ": " + person.change_words + ".";
  }
  // Who went has no ties any more.
  std::erase_if(content.lines, [&](const Line& line) {
    return content.people[line.a].change == Change::went || content.people[line.b].change == Change::went;
  });
}

}  // namespace kreds::layout
